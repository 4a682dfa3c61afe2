import { Injectable } from '@nestjs/common';
import { Any, DataSource } from 'typeorm';
import { asRow, BatchLoader, columnsOf, grouped, Keyset, NestedList, prepared } from '#platform';
import { MemberCount } from './member-count.entity.js';
import { Organization } from './organization.entity.js';
import { OrganizationContact } from './organization-contact.entity.js';
import { OrganizationLanguage } from './organization-language.entity.js';
import { OrganizationName } from './organization-name.entity.js';
import { OrganizationSector } from './organization-sector.entity.js';

/** OFFSET 0: else the planner goes through all organizations in the order of the list, for each parent again. */
const CHILDREN = `(
  SELECT * FROM organization WHERE sectoral_parent_id = parent.id
  UNION ALL
  SELECT * FROM organization WHERE territorial_parent_id = parent.id AND sectoral_parent_id IS DISTINCT FROM parent.id
  OFFSET 0) child WHERE child.closed_at IS NULL`;

/** What lists of organizations need, each in one query per request. */
@Injectable()
export class OrganizationLoaders {
  /** Those at work that answer to one directly, over either line. */
  readonly children: NestedList<Organization>;

  /** What was reported, the newest day first; of one day the last report first. */
  readonly memberCounts: NestedList<MemberCount>;

  constructor(private readonly database: DataSource) {
    this.memberCounts = new NestedList(database, {
      row: MemberCount,
      alias: 'member_count',
      from: () => 'member_count WHERE member_count.organization_id = parent.id',
      order: new Keyset(
        [
          { column: 'member_count.counted_on', type: 'date' },
          { column: 'member_count.id', type: 'uuid' },
        ],
        'DESC',
      ),
    });
    this.children = new NestedList(database, {
      row: Organization,
      alias: 'child',
      from: () => CHILDREN,
      order: new Keyset([
        { column: 'child.created_at', type: 'timestamptz' },
        { column: 'child.id', type: 'uuid' },
      ]),
    });
  }

  readonly byId = new BatchLoader<string, Organization | null>(
    async (ids) => {
      const rows = await prepared<{ id: string }>(
        this.database,
        `SELECT ${columnsOf(this.database, Organization, 'organization')} FROM organization WHERE id = ANY($1::uuid[])`,
        [ids],
      );
      return new Map(rows.map((row) => [row.id, asRow(Organization, row)]));
    },
    () => null,
  );

  readonly names = new BatchLoader<string, OrganizationName[]>(
    async (ids) => {
      const names = await prepared<OrganizationName>(
        this.database,
        `SELECT ${columnsOf(this.database, OrganizationName, 'named')} FROM organization_name named
         WHERE organization_id = ANY($1::uuid[]) ORDER BY locale`,
        [ids],
      );
      return grouped(names, (name) => name.organizationId);
    },
    () => [],
  );

  readonly contacts = new BatchLoader<string, OrganizationContact[]>(
    async (ids) => {
      const contacts = await this.database.manager.find(OrganizationContact, {
        where: { organizationId: Any([...ids]) },
        order: { position: 'ASC' },
      });
      return grouped(contacts, (contact) => contact.organizationId);
    },
    () => [],
  );

  readonly languages = new BatchLoader<string, string[]>(
    async (ids) => {
      const rows = await this.database.manager.find(OrganizationLanguage, {
        where: { organizationId: Any([...ids]) },
        order: { position: 'ASC' },
      });
      const groups = grouped(rows, (row) => row.organizationId);
      return new Map([...groups].map(([id, group]) => [id, group.map((row) => row.locale)]));
    },
    () => [],
  );

  readonly sectorCodes = new BatchLoader<string, string[]>(
    async (ids) => {
      const rows = await this.database.manager.find(OrganizationSector, {
        where: { organizationId: Any([...ids]) },
        order: { sectorCode: 'ASC' },
      });
      const groups = grouped(rows, (row) => row.organizationId);
      return new Map([...groups].map(([id, group]) => [id, group.map((row) => row.sectorCode)]));
    },
    () => [],
  );
}
