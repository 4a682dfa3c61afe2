import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asRow, BatchLoader, columnsOf, grouped, NestedList, type PageUnder } from '#platform';
import { Instructor } from '../instructor/instructor.entity.js';
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
      const rows: { id: string }[] = await this.database.query(
        `SELECT ${columnsOf(this.database, Offering, 'offering')} FROM offering WHERE id = ANY($1::uuid[])`,
        [ids],
      );
      return new Map(rows.map((row) => [row.id, asRow(Offering, row)]));
    },
    () => null,
  );

  /** Number of the course version, by its id. */
  readonly versionNumber = new BatchLoader<string, number>(
    async (ids) => {
      const rows: { id: string; number: number }[] = await this.database.query(
        'SELECT id, number FROM course_version WHERE id = ANY($1::uuid[])',
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
      const rows: { offeringId: string }[] = await this.database.query(
        `SELECT ${columnsOf(this.database, Session, 'session')} FROM session
         WHERE offering_id = ANY($1::uuid[]) ORDER BY offering_id, starts_at, id`,
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
  readonly instructorsOfSession = new BatchLoader<string, Instructor[]>(
    (sessionIds) => this.instructorsBy('session_id', TEACHING_SESSIONS, sessionIds),
    () => [],
  );

  /** Who teaches any session of an offering, each once. */
  readonly instructorsOfOffering = new BatchLoader<string, Instructor[]>(
    (offeringIds) => this.instructorsBy('offering.id', TEACHING_OFFERINGS, offeringIds),
    () => [],
  );

  private async instructorsBy(
    column: string,
    from: string,
    ids: readonly string[],
  ): Promise<Map<string, Instructor[]>> {
    const rows: { teaches: string }[] = await this.database.query(
      `SELECT ${column} AS teaches, ${columnsOf(this.database, Instructor, 'instructor')}
       FROM ${from} WHERE ${column} = ANY($1::uuid[]) ORDER BY 1, instructor.id`,
      [ids],
    );
    const groups = grouped(rows, ({ teaches }) => teaches);
    return new Map([...groups].map(([id, group]) => [id, group.map(({ teaches, ...row }) => asRow(Instructor, row))]));
  }
}

const TEACHING_SESSIONS = 'session_instructor JOIN instructor ON instructor.id = session_instructor.instructor_id';
const TEACHING_OFFERINGS = 'offering JOIN instructor ON instructor.id = ANY (offering.instructor_ids)';
