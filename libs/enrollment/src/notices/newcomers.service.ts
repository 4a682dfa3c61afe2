import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { enqueue, type Job, Jobs, Transactions } from '#platform';
import { databaseNow } from '../enrollment/enrollment.queries.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { tell } from './announce.js';
import { findPlaces } from './told.queries.js';

const WELCOME = 'enrollment:welcome';
/** In milliseconds. So often those are looked at again whose places somebody holds, which nobody does for long. */
const LATER = 1_000;

/** Queue job that tells people of the places with these ids. */
export const welcomeTo = (enrollmentIds: readonly string[]): Job => ({
  name: WELCOME,
  payload: { enrollmentIds: enrollmentIds.join(' ') },
});

/** Tells people of the places they were let into, when fewer wait for an answer: in a rush that is a fifth of its work. */
@Injectable()
export class Newcomers implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly locks: OfferingLocks,
  ) {}

  onModuleInit(): void {
    const idsOf = ({ enrollmentIds = '' }: Record<string, string>) => enrollmentIds.split(' ');
    this.jobs.define(WELCOME, (payload) => this.welcome(idsOf(payload)), null, 'later');
  }

  /**
   * As the places stand now. Who changes one tells of it, in the same transaction: the lock lets neither overtake the other.
   * Nobody is waited for with places in hand, because others take several in another order.
   */
  async welcome(enrollmentIds: readonly string[]): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [free, places] = await Promise.all([
        this.locks.lockFreePlaces(tx, enrollmentIds),
        findPlaces(tx, enrollmentIds),
      ]);
      await tell(
        tx,
        places.filter(({ id }) => free.has(id)),
      );
      const held = places.flatMap(({ id }) => (free.has(id) ? [] : [id]));
      if (held.length > 0) await this.welcomeLater(tx, held);
    });
  }

  private async welcomeLater(tx: EntityManager, enrollmentIds: readonly string[]): Promise<void> {
    const now = await databaseNow(tx);
    await enqueue(tx, [{ ...welcomeTo(enrollmentIds), runAt: new Date(now.getTime() + LATER) }]);
  }
}
