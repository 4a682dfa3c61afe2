import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  asRow,
  Binds,
  columnsOf,
  encodeCursor,
  isId,
  Keyset,
  Nodes,
  type Page,
  type PageArgs,
  pageOf,
} from '#platform';
import type { OrganizationFilter } from './organization.args.js';
import { Organization } from './organization.entity.js';
import { OrganizationStatus } from './organization-status.js';
import { type SoughtText, soughtText } from './search/organization-text.js';

const BY_ENTRY = new Keyset([
  { column: 'organization.created_at', type: 'timestamptz' },
  { column: 'organization.id', type: 'uuid' },
]);
const BY_MATCH = new Keyset([
  { column: 'sought.rank', type: 'int' },
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
    return isId(id) ? this.database.manager.findOne(Organization, { where: { id } }) : null;
  }

  /** Those that match; with a text whole words before beginnings before misspellings. */
  async list(filter: OrganizationFilter, { first, after }: PageArgs): Promise<Page<Organization>> {
    const text = filter.text?.trim() ? await soughtText(this.database, filter.text) : undefined;
    if (text === null) return pageOf<Organization>([], first, async () => 0);

    const order = text ? BY_MATCH : BY_ENTRY;
    const binds = new Binds();
    const from = `organization ${text ? soughtIn(text, binds) : ''} WHERE ${conditions(filter, binds)}`;
    const all = [...binds.values];
    const rows: (object & { position: string[] })[] = await this.database.query(
      `SELECT ${columnsOf(this.database, Organization, 'organization')}, ${order.position} AS position
       FROM ${from} AND ${order.beyond(after, binds)} ORDER BY ${order.orderBy} LIMIT ${binds.of(first + 1)}`,
      binds.values,
    );
    const edges = rows.map(({ position, ...row }) => ({
      node: asRow(Organization, row),
      cursor: encodeCursor(position),
    }));
    return pageOf(edges, first, async () => {
      const [{ count }] = await this.database.query(`SELECT count(*)::int AS count FROM ${from}`, all);
      return count;
    });
  }
}

function soughtIn({ whole, begun, similar }: SoughtText, binds: Binds): string {
  return `JOIN (
    SELECT organization_id, CASE WHEN words @@ ${binds.of(whole)}::tsquery THEN 0
      WHEN words @@ ${binds.of(begun)}::tsquery THEN 1 ELSE 2 END AS rank
    FROM organization_search WHERE words @@ ${binds.of(similar)}::tsquery
  ) sought ON sought.organization_id = organization.id`;
}

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
      `organization.id IN (SELECT descendant_id FROM organization_closure WHERE ancestor_id = ${binds.of(below)})
       AND organization.id <> ${binds.of(below)}`,
  ];
  return narrowing.filter(Boolean).join(' AND ') || 'true';
}
