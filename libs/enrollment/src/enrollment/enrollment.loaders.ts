import { Injectable } from '@nestjs/common';
import { Any, DataSource } from 'typeorm';
import { BatchLoader, ofAnyLength, readRows } from '#platform';
import { Enrollment } from './enrollment.entity.js';
import { findNewcomers, pairKey, STRANGER } from './enrollment.queries.js';
import type { Newcomer } from './enrollment.rules.js';

@Injectable()
export class EnrollmentLoaders {
  constructor(private readonly database: DataSource) {}

  /** Null: there is none. Whoever loads by id has seen to it that the viewer may see them. */
  readonly byId = new BatchLoader<string, Enrollment | null>(
    async (ids) => {
      const rows = await this.database.manager.find(Enrollment, { where: { id: Any([...ids]) } });
      return new Map(rows.map((row) => [row.id, row]));
    },
    () => null,
  );

  /** Places in the queue, from 1, by enrollment id; null: not waiting. Counted from the states of this moment. */
  readonly waitlistPositions = new BatchLoader<string, number | null>(
    async (ids) => {
      const rows: { id: string; position: number }[] = await readRows(
        this.database,
        `SELECT mine.id, (
           SELECT count(*)::int FROM enrollment ahead
           WHERE ahead.offering_id = mine.offering_id AND ahead.seat = 'WAITLISTED'
             AND (ahead.priority > mine.priority
               OR (ahead.priority = mine.priority AND ahead.queue_number <= mine.queue_number))
         ) AS position
         FROM enrollment mine WHERE mine.id = ANY(${ofAnyLength('$1')}) AND mine.seat = 'WAITLISTED'`,
        [ids],
      );
      return new Map(rows.map(({ id, position }) => [id, position]));
    },
    () => null,
  );

  /** The viewer’s active enrollment by offering id; null: has none there, or nobody is signed in. */
  readonly ofViewer = new BatchLoader<string, Enrollment | null>(
    async (offeringIds, { viewer }) => {
      if (!viewer) return new Map();
      const rows = await this.database
        .createQueryBuilder(Enrollment, 'enrollment')
        .where(`enrollment.personId = :personId AND enrollment.offeringId = ANY(${ofAnyLength(':offeringIds')})`, {
          personId: viewer.personId,
          offeringIds,
        })
        .andWhere(`enrollment.seat <> 'RELEASED'`)
        .getMany();
      return new Map(rows.map((row) => [row.offeringId, row]));
    },
    () => null,
  );

  /** What enrolling the viewer would meet, by offering id. */
  readonly viewerAsNewcomer = new BatchLoader<string, Newcomer>(
    async (offeringIds, { viewer }) => {
      if (!viewer) return new Map();
      const { personId } = viewer;
      const pairs = offeringIds.map((offeringId) => ({ offeringId, personId }));
      const newcomers = await findNewcomers(this.database, pairs);
      return new Map(pairs.map((pair) => [pair.offeringId, newcomers.get(pairKey(pair)) ?? STRANGER]));
    },
    () => STRANGER,
  );
}
