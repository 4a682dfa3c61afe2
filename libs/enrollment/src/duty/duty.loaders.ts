import { Injectable } from '@nestjs/common';
import { Any, DataSource } from 'typeorm';
import { asRow, BatchLoader, columnsOf, grouped, ofAnyLength, readRows } from '#platform';
import type { SeatState } from '../enrollment/enrollment.enums.js';
import { Offering } from '../offering/offering.entity.js';
import { TrainingRule } from './training-rule.entity.js';

const NEXT = 5;

export interface BookedPlace {
  id: string;
  seat: SeatState;
  offeringId: string;
}

/** What lists of rules and duties need, each in one query per request. */
@Injectable()
export class DutyLoaders {
  constructor(private readonly database: DataSource) {}

  readonly ruleById = new BatchLoader<string, TrainingRule | null>(
    async (ids) => {
      const rows = await this.database.manager.find(TrainingRule, { where: { id: Any([...ids]) } });
      return new Map(rows.map((row) => [row.id, row]));
    },
    () => null,
  );

  readonly courseIdsOfRule = new BatchLoader<string, string[]>(
    async (ruleIds) => {
      const rows: { ruleId: string; courseId: string }[] = await readRows(
        this.database,
        `SELECT rule_id AS "ruleId", course_id AS "courseId" FROM training_rule_course
         WHERE rule_id = ANY(${ofAnyLength('$1')}) ORDER BY rule_id, course_id`,
        [ruleIds],
      );
      const rules = grouped(rows, ({ ruleId }) => ruleId);
      return new Map([...rules].map(([id, courses]) => [id, courses.map(({ courseId }) => courseId)]));
    },
    () => [],
  );

  /** The next offerings of any of a rule’s courses that one can still enroll in, the first five. */
  readonly nextOfferingsOfRule = new BatchLoader<string, Offering[]>(
    async (ruleIds) => {
      const rows: { ruleId: string }[] = await readRows(
        this.database,
        `SELECT rule.id AS "ruleId", next.* FROM unnest(${ofAnyLength('$1')}) AS rule (id) CROSS JOIN LATERAL (
           SELECT ${columnsOf(this.database, Offering, 'offering')} FROM offering
           JOIN training_rule_course enough ON enough.course_id = offering.course_id AND enough.rule_id = rule.id
           WHERE offering.status = 'OPEN' AND offering.closes_at > now() AND offering.starts_at > now()
           ORDER BY offering.starts_at, offering.id LIMIT $2
         ) next ORDER BY rule.id, next."startsAt", next.id`,
        [ruleIds, NEXT],
      );
      const rules = grouped(rows, ({ ruleId }) => ruleId);
      return new Map([...rules].map(([id, group]) => [id, group.map(({ ruleId, ...row }) => asRow(Offering, row))]));
    },
    () => [],
  );

  readonly bookedById = new BatchLoader<string, BookedPlace | null>(
    async (ids) => {
      const rows: BookedPlace[] = await readRows(
        this.database,
        `SELECT id, seat, offering_id AS "offeringId" FROM enrollment WHERE id = ANY(${ofAnyLength('$1')})`,
        [ids],
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
    () => null,
  );
}
