import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { allowedIn, Organization } from '#identity';
import { BatchLoader, ofAnyLength } from '#platform';

/** Whose venues and instructors a viewer sees: those of organizations they schedule for. */
@Injectable()
export class SchedulingRights {
  constructor(private readonly database: DataSource) {}

  /** Whether the viewer schedules for the organization; in one query per request. */
  readonly in = new BatchLoader<string, boolean>(
    async (organizationIds, { viewer }) => {
      if (!viewer) return new Map();
      const { sql, parameters } = allowedIn('organization.id', viewer, 'offering.schedule');
      const rows: { id: string }[] = await this.database
        .createQueryBuilder()
        .select('organization.id', 'id')
        .from(Organization, 'organization')
        .where(`organization.id = ANY(${ofAnyLength(':organizationIds')})`, { organizationIds })
        .andWhere(sql, parameters)
        .getRawMany();
      return new Map(rows.map(({ id }) => [id, true]));
    },
    () => false,
  );
}
