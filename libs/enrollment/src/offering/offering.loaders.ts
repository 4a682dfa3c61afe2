import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asRow, BatchLoader, columnsOf, grouped, NestedList, ofAnyLength, type PageUnder, readRows } from '#platform';
import { Offering } from './offering.entity.js';
import type { OfferingStatus } from './offering.enums.js';
import { BY_START } from './offering.queries.js';
import { Session } from './session.entity.js';

export interface OfferingsUnder extends PageUnder {
  only: readonly OfferingStatus[];
}

/** What lists of offerings need, each in one query per request. */
@Injectable()
export class OfferingLoaders {
  /** Offerings of a course that are in one of the given statuses. */
  readonly ofCourse: NestedList<Offering, OfferingsUnder>;

  constructor(private readonly database: DataSource) {
    this.ofCourse = new NestedList(database, {
      row: Offering,
      alias: 'offering',
      from: ({ only }, binds) =>
        `offering WHERE offering.course_id = parent.id AND offering.status = ANY(${binds.of(only)}::offering_status[])`,
      order: BY_START,
    });
  }

  /** Null: there is none. */
  readonly byId = new BatchLoader<string, Offering | null>(
    async (ids) => {
      const rows: { id: string }[] = await readRows(
        this.database,
        `SELECT ${columnsOf(this.database, Offering, 'offering')} FROM offering WHERE id = ANY(${ofAnyLength('$1')})`,
        [ids],
      );
      return new Map(rows.map((row) => [row.id, asRow(Offering, row)]));
    },
    () => null,
  );

  /** Number of the course version, by its id. */
  readonly versionNumber = new BatchLoader<string, number>(
    async (ids) => {
      const rows: { id: string; number: number }[] = await readRows(
        this.database,
        `SELECT id, number FROM course_version WHERE id = ANY(${ofAnyLength('$1')})`,
        [ids],
      );
      return new Map(rows.map(({ id, number }) => [id, number]));
    },
    (id) => {
      throw new Error(`course version ${id} is gone`);
    },
  );

  /** Sessions of an offering, in their order. */
  readonly sessions = new BatchLoader<string, Session[]>(
    async (offeringIds) => {
      const rows: { offeringId: string }[] = await readRows(
        this.database,
        `SELECT ${columnsOf(this.database, Session, 'session')} FROM session
         WHERE offering_id = ANY(${ofAnyLength('$1')}) ORDER BY offering_id, starts_at, id`,
        [offeringIds],
      );
      return grouped(
        rows.map((row) => asRow(Session, row)),
        ({ offeringId }) => offeringId,
      );
    },
    () => [],
  );

  /** Who teaches a session. */
  readonly instructorIdsOfSession = new BatchLoader<string, string[]>(
    async (sessionIds) => {
      const rows: { sessionId: string; ids: string[] }[] = await readRows(
        this.database,
        `SELECT session_id AS "sessionId", array_agg(instructor_id ORDER BY instructor_id) AS ids
         FROM session_instructor WHERE session_id = ANY(${ofAnyLength('$1')}) GROUP BY session_id`,
        [sessionIds],
      );
      return new Map(rows.map(({ sessionId, ids }) => [sessionId, ids]));
    },
    () => [],
  );
}
