import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { BatchLoader, grouped } from '#platform';
import { Keyset } from '../lists/keyset.js';
import { NestedList } from '../lists/nested-list.js';
import { Organization } from './organization.entity.js';
import { OrganizationName } from './organization-name.entity.js';
import { OrganizationSector } from './organization-sector.entity.js';

/** What lists of organizations need, each in one query per request. */
@Injectable()
export class OrganizationLoaders {
  /** Those that answer to one directly, over either line. */
  readonly children: NestedList<Organization>;

  constructor(private readonly database: DataSource) {
    this.children = new NestedList(database, {
      entity: Organization,
      alias: 'child',
      from: () =>
        'organization child WHERE (child.sectoral_parent_id = parent.id OR child.territorial_parent_id = parent.id)',
      order: new Keyset([
        { column: 'child.created_at', type: 'timestamptz' },
        { column: 'child.id', type: 'uuid' },
      ]),
    });
  }

  readonly byId = new BatchLoader<string, Organization | null>(
    async (ids) => {
      const organizations = await this.database.manager.find(Organization, { where: { id: In([...ids]) } });
      return new Map(organizations.map((organization) => [organization.id, organization]));
    },
    () => null,
  );

  readonly names = new BatchLoader<string, OrganizationName[]>(
    async (ids) => {
      const names = await this.database.manager.find(OrganizationName, {
        where: { organizationId: In([...ids]) },
        order: { locale: 'ASC' },
      });
      return grouped(names, (name) => name.organizationId);
    },
    () => [],
  );

  readonly sectorCodes = new BatchLoader<string, string[]>(
    async (ids) => {
      const rows = await this.database.manager.find(OrganizationSector, {
        where: { organizationId: In([...ids]) },
        order: { sectorCode: 'ASC' },
      });
      const groups = grouped(rows, (row) => row.organizationId);
      return new Map([...groups].map(([id, group]) => [id, group.map((row) => row.sectorCode)]));
    },
    () => [],
  );
}
