import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs, log, Transactions } from '#platform';
import { PASS_ON } from '../approval/approval-steps.js';
import { passOnOverdue } from '../approval/overdue-steps.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { Lanes } from './lanes.js';
import { SETTLE, Settlement } from './settlement.js';

const EVERY_MINUTE = '* * * * *';
const MOST_AT_ONCE = 500;
const MOVES_ON = `((status IN ('OPEN', 'CLOSED') AND starts_at <= now()) OR (status = 'RUNNING' AND ends_at <= now()))`;

/** What time does by itself: offers, reservations and approvals run out, offerings begin and end. */
@Injectable()
export class EnrollmentJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly lanes: Lanes,
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
  ) {}

  onModuleInit(): void {
    this.jobs.define(SETTLE, async ({ offeringId }) => {
      if (offeringId) await this.settle(offeringId);
    });
    this.jobs.define(PASS_ON, async ({ offeringId }) => {
      if (offeringId) await this.passOn(offeringId);
    });
    this.jobs.define('enrollment:sweep', () => this.sweep(), EVERY_MINUTE);
  }

  /** Settles one offering; asked for without cause, it changes nothing. */
  async settle(offeringId: string): Promise<number> {
    return this.lanes.run(offeringId, () =>
      this.transactions.run(async (tx) => this.settlement.settle(tx, await this.locks.lock(tx, offeringId))),
    );
  }

  /** Hands steps nobody decided in time to the level above. */
  async passOn(offeringId: string): Promise<number> {
    return this.lanes.run(offeringId, () =>
      this.transactions.run(async (tx) => passOnOverdue(tx, await this.locks.lock(tx, offeringId))),
    );
  }

  /** Moves statuses on, and is the net under lost jobs. A free seat beside a waiting person is a fault, and is logged. */
  async sweep(): Promise<void> {
    await this.advance();
    const overdue: { id: string; isFault: boolean }[] = await this.database.query(
      `SELECT id, false AS "isFault" FROM offering WHERE offered > 0 AND id IN (
         SELECT offering_id FROM enrollment WHERE seat = 'OFFERED' AND offer_expires_at <= now())
       UNION ALL
       SELECT id, false FROM offering WHERE reserved > 0 AND id IN (
         SELECT offering_id FROM seat_reservation WHERE unnamed > 0 AND release_at <= now())
       UNION ALL
       SELECT id, true FROM offering
       WHERE status = 'OPEN' AND opens_at <= now() AND closes_at > now() AND waiting > 0
         AND confirmed + offered + reserved + held < capacity
       LIMIT $1`,
      [MOST_AT_ONCE],
    );
    for (const { id, isFault } of overdue) {
      const changed = await this.settle(id);
      if (isFault && changed > 0) log.error({ offeringId: id, changed }, 'a seat was free while somebody waited');
    }
    await this.passOnOverdue();
  }

  private async passOnOverdue(): Promise<void> {
    const offerings: { id: string }[] = await this.database.query(
      `SELECT DISTINCT enrollment.offering_id AS id FROM approval_step
       JOIN enrollment ON enrollment.id = approval_step.enrollment_id
       WHERE approval_step.state = 'PENDING' AND approval_step.due_at <= now() LIMIT $1`,
      [MOST_AT_ONCE],
    );
    for (const { id } of offerings) await this.passOn(id);
  }

  /** An update takes the row’s lock itself, so nobody who holds it is overtaken. */
  private async advance(): Promise<void> {
    // An update of no row would tell all nodes of a change too, and they would forget what they keep.
    const due = await this.database.query(`SELECT id FROM offering WHERE ${MOVES_ON}`);
    if (due.length === 0) return;
    await this.database.query(
      `UPDATE offering SET status = CASE WHEN ends_at <= now() THEN 'FINISHED' ELSE 'RUNNING' END::offering_status
       WHERE ${MOVES_ON}`,
    );
  }
}
