import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, ofAnyLength } from '#platform';
import { allowedBelow, allowedIn } from '../access/grants.js';
import type { Permission } from '../access/roles.js';
import { Organization } from './organization.entity.js';

/** Whether this reader sees what belongs to organizations: of many in one query, as lists need it. */
@Injectable()
export class OrganizationAccess {
  constructor(private readonly database: DataSource) {}

  readonly readsMembers = this.loader(allowedIn, 'member.read');
  readonly readsMembersBelow = this.loader(allowedBelow, 'member.read');
  readonly readsEnrollments = this.loader(allowedIn, 'enrollment.read');

  private loader(allowed: typeof allowedIn, permission: Permission): BatchLoader<string, boolean> {
    return new BatchLoader<string, boolean>(
      async (ids, { viewer }) => {
        if (!viewer) return new Map();
        const { sql, parameters } = allowed('organization.id', viewer, permission);
        const found = await this.database
          .createQueryBuilder(Organization, 'organization')
          .select('organization.id', 'id')
          .where(`organization.id = ANY(${ofAnyLength(':ids')})`, { ids })
          .andWhere(sql, parameters)
          .getRawMany<{ id: string }>();
        return new Map(found.map(({ id }) => [id, true]));
      },
      () => false,
    );
  }
}
