import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Jobs, readRows, Transactions } from '#platform';
import { advance, lockRequest } from '../request/advance.js';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { RequestAct, RequestStage } from '../request/request.enums.js';

const EVERY_FIVE_MINUTES = '*/5 * * * *';
const MOST_AT_ONCE = 500;

/** Over: every offering that was not cancelled has ended, and there is one. */
const IS_OVER = `EXISTS (SELECT 1 FROM program_request_offering tie JOIN offering ON offering.id = tie.offering_id
    WHERE tie.request_id = request.id AND offering.status <> 'CANCELLED')
  AND NOT EXISTS (SELECT 1 FROM program_request_offering tie JOIN offering ON offering.id = tie.offering_id
    WHERE tie.request_id = request.id AND offering.status <> 'CANCELLED' AND offering.ends_at > clock_timestamp())`;

/** Teaching ends by itself: when the last offering of a request is over, it is delivered. */
@Injectable()
export class Deliveries implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: DataSource,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.define('requests:deliver', () => this.sweep(), EVERY_FIVE_MINUTES);
  }

  /** Doing it twice changes nothing: the stage is looked at again under the lock. */
  async sweep(): Promise<void> {
    const over: { id: string }[] = await readRows(
      this.database,
      `SELECT request.id FROM program_request request WHERE request.stage = 'SCHEDULED' AND ${IS_OVER} LIMIT $1`,
      [MOST_AT_ONCE],
    );
    for (const { id } of over) {
      await this.transactions.run(async (tx) => this.settle(tx, await lockRequest(tx, id)));
    }
  }

  /**
   * Notes the delivery of a locked request whose offerings are over, if nobody has yet.
   * `evaluatedBy`: the organization that evaluates at this moment and needs not be asked to; null: none.
   */
  async settle(tx: EntityManager, request: ProgramRequest, evaluatedBy: string | null = null): Promise<void> {
    if (request.stage !== RequestStage.SCHEDULED) return;
    const [over] = await tx.query(`SELECT 1 FROM program_request request WHERE request.id = $1 AND ${IS_OVER}`, [
      request.id,
    ]);
    if (!over) return;
    const move = { act: RequestAct.DELIVER, party: 'clock' as const, viewer: null, organizationId: null };
    await advance(tx, request, { ...move, silentTo: evaluatedBy });
  }
}
