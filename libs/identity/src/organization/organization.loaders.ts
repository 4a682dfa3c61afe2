import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, grouped, Keyset, NestedList, ofAnyLength, readEntities } from '#platform';
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

const OF_ORGANIZATIONS = `organization_id = ANY(${ofAnyLength('$1')})`;

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
      const organizations = await readEntities(this.database, Organization, `id = ANY(${ofAnyLength('$1')})`, [ids]);
      return new Map(organizations.map((organization) => [organization.id, organization]));
    },
    () => null,
  );

  readonly names = new BatchLoader<string, OrganizationName[]>(
    async (ids) => {
      const names = await readEntities(this.database, OrganizationName, `${OF_ORGANIZATIONS} ORDER BY locale`, [ids]);
      return grouped(names, (name) => name.organizationId);
    },
    () => [],
  );

  readonly contacts = new BatchLoader<string, OrganizationContact[]>(
    async (ids) => {
      const contacts = await readEntities(this.database, OrganizationContact, `${OF_ORGANIZATIONS} ORDER BY position`, [
        ids,
      ]);
      return grouped(contacts, (contact) => contact.organizationId);
    },
    () => [],
  );

  readonly languages = new BatchLoader<string, string[]>(
    async (ids) => {
      const rows = await readEntities(this.database, OrganizationLanguage, `${OF_ORGANIZATIONS} ORDER BY position`, [
        ids,
      ]);
      const groups = grouped(rows, (row) => row.organizationId);
      return new Map([...groups].map(([id, group]) => [id, group.map((row) => row.locale)]));
    },
    () => [],
  );

  readonly sectorCodes = new BatchLoader<string, string[]>(
    async (ids) => {
      const rows = await readEntities(this.database, OrganizationSector, `${OF_ORGANIZATIONS} ORDER BY sector_code`, [
        ids,
      ]);
      const groups = grouped(rows, (row) => row.organizationId);
      return new Map([...groups].map(([id, group]) => [id, group.map((row) => row.sectorCode)]));
    },
    () => [],
  );
}
