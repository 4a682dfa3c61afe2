import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BatchLoader, ofAnyLength, type Viewer } from '#platform';
import { eachAllowedIn, type Predicate } from '../access/grants.js';
import { isTrue } from '../access/may.js';
import type { Permission } from '../access/roles.js';
import { Membership } from '../membership/membership.entity.js';

/** Who may see, and act for, which person: themselves, and officers of an organization they belong to now. */
@Injectable()
export class PersonAccess {
  constructor(private readonly database: DataSource) {}

  /** Whether this reader may see more of a person than the name; false for nobody signed in. */
  readonly mayRead = new BatchLoader<string, boolean>(
    async (ids, { viewer }) => {
      const readable = viewer ? await this.readable([...ids], viewer) : [];
      return new Map(readable.map((id) => [id, true]));
    },
    () => false,
  );

  /** Whether the viewer may act for the person: is that person, or keeps the members of an organization of theirs. */
  mayActFor(viewer: Viewer, personId: string, tx: EntityManager = this.database.manager): Promise<boolean> {
    const { sql, parameters } = actingFor('CAST(:personId AS uuid)', viewer);
    return isTrue(tx, { sql, parameters: { ...parameters, personId } });
  }

  /** Whether the viewer may see more of the person than the name; asked over the connection that acts on the answer. */
  maySee(viewer: Viewer, personId: string, tx: EntityManager): Promise<boolean> {
    const { sql, parameters } = ofOwnOrMembers('CAST(:personId AS uuid)', viewer, 'member.read');
    return isTrue(tx, { sql, parameters: { ...parameters, personId } });
  }

  private async readable(ids: string[], viewer: Viewer): Promise<string[]> {
    const allowed = eachAllowedIn('membership.organization_id', viewer, 'member.read');
    const members = await this.database
      .createQueryBuilder(Membership, 'membership')
      .select('DISTINCT membership.personId', 'id')
      .where(`membership.personId = ANY(${ofAnyLength(':ids')}) AND membership.endedOn IS NULL`, { ids })
      .andWhere(allowed.sql, allowed.parameters)
      .getRawMany<{ id: string }>();
    return [viewer.personId, ...members.map(({ id }) => id)];
  }
}

/** Condition for any list: the viewer may act for the person that this column names. */
export function actingFor(personColumn: string, viewer: Viewer): Predicate {
  return ofOwnOrMembers(personColumn, viewer, 'member.manage');
}

/** Not EXISTS: beside an OR the planner would read all memberships there are, and hash them. */
function ofOwnOrMembers(personColumn: string, viewer: Viewer, permission: Permission): Predicate {
  const allowed = eachAllowedIn('membership.organization_id', viewer, permission);
  return {
    sql: `(${personColumn} = :ownPerson OR coalesce((SELECT true FROM membership
      WHERE membership.person_id = ${personColumn} AND membership.ended_on IS NULL AND ${allowed.sql} LIMIT 1), false))`,
    parameters: { ...allowed.parameters, ownPerson: viewer.personId },
  };
}
