import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  asRow,
  Binds,
  columnsOf,
  isId,
  Keyset,
  Nodes,
  type Page,
  type PageAhead,
  type PageArgs,
  PLANNED_EACH_TIME,
  pageOf,
  prepared,
  type RequestContext,
  readPlannedPage,
  readRows,
} from '#platform';
import type { OrganizationFilter } from './organization.args.js';
import { Organization } from './organization.entity.js';
import { planOrganizations } from './organization.plan.js';
import { OrganizationStatus } from './organization-status.js';
import { type SoughtText, soughtText } from './search/organization-text.js';

const BY_ENTRY = new Keyset([
  { column: 'organization.created_at', type: 'timestamptz' },
  { column: 'organization.id', type: 'uuid' },
]);
const BY_MATCH = new Keyset([
  { column: 'organization.rank', type: 'int' },
  { column: 'organization.created_at', type: 'timestamptz' },
  { column: 'organization.id', type: 'uuid' },
]);

/** Organizations are public: who publishes and who belongs where is no secret. */
@Injectable()
export class Organizations implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Organization', (id) => this.find(id));
  }

  async find(id: string): Promise<Organization | null> {
    if (!isId(id)) return null;
    const [row] = await prepared<object>(
      this.database,
      `SELECT ${columnsOf(this.database, Organization, 'organization')} FROM organization WHERE id = $1`,
      [id],
    );
    return row ? asRow(Organization, row) : null;
  }

  /** Those that match; with a text whole words before beginnings before misspellings. */
  async list(
    asked: RequestContext,
    filter: OrganizationFilter,
    page: PageArgs,
    { selection, needs }: PageAhead,
  ): Promise<Page<Organization>> {
    const text = filter.text?.trim() ? await soughtText(this.database, filter.text) : undefined;
    if (text === null) return pageOf<Organization>([], page.first, async () => 0);

    const among = (binds: Binds) =>
      `${text ? soughtIn(text, binds) : 'organization'} WHERE ${conditions(filter, binds)}`;
    const binds = new Binds();
    const list = {
      row: Organization,
      alias: 'organization',
      from: among(binds),
      order: text ? BY_MATCH : BY_ENTRY,
      plan: planOrganizations(selection, 'organization'),
      count: () => this.count(among),
    };
    return readPlannedPage(this.database, { ...list, asked, binds, needs }, page);
  }

  private async count(among: (binds: Binds) => string): Promise<number> {
    const binds = new Binds();
    const text = `SELECT count(*)::int AS count FROM ${among(binds)}`;
    const [row]: { count: number }[] = await readRows(this.database, text, binds.values);
    return row?.count ?? 0;
  }
}

/** The organizations that a text finds, each with how well. */
function soughtIn({ whole, begun, similar }: SoughtText, binds: Binds): string {
  return `(
    SELECT organization.*, CASE WHEN words @@ ${binds.of(whole)}::tsquery THEN 0
      WHEN words @@ ${binds.of(begun)}::tsquery THEN 1 ELSE 2 END AS rank
    FROM organization_search JOIN organization ON organization.id = organization_id
    WHERE words @@ ${binds.of(similar)}::tsquery
  ) organization`;
}

/** Those below a federation are met in the order of the list; those below a branch are gathered and sorted. */
function conditions(filter: OrganizationFilter, binds: Binds): string {
  const { kinds, countryCodes, subdivisionCodes, sectorCodes, below, status = OrganizationStatus.ACTIVE } = filter;
  const narrowing = [
    status && `organization.closed_at IS ${status === OrganizationStatus.ACTIVE ? '' : 'NOT'} NULL`,
    kinds?.length && `organization.kind = ANY(${binds.of(kinds)}::organization_kind[])`,
    countryCodes?.length && `organization.country_code = ANY(${binds.of(countryCodes)}::text[])`,
    subdivisionCodes?.length && `organization.subdivision_code = ANY(${binds.of(subdivisionCodes)}::text[])`,
    sectorCodes?.length &&
      `EXISTS (SELECT 1 FROM organization_sector
        WHERE organization_id = organization.id AND sector_code = ANY(${binds.of(sectorCodes)}::text[]))`,
    below &&
      `${PLANNED_EACH_TIME} organization.id IN (SELECT descendant_id FROM organization_closure WHERE ancestor_id = ${binds.of(below)})
       AND organization.id <> ${binds.of(below)}`,
  ];
  return narrowing.filter(Boolean).join(' AND ') || 'true';
}
