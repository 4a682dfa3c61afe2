import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Job, Jobs, Transactions } from '#platform';
import { OfferingLocks } from '../offering/offering.locks.js';
import { tell } from './announce.js';
import { findPlaces } from './told.queries.js';

const WELCOME = 'enrollment:welcome';

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
    this.jobs.define(WELCOME, (payload) => this.welcome(idsOf(payload)), null, 'outside');
  }

  /** As the places stand now. Who changes one tells of it, in the same transaction: the lock lets neither overtake the other. */
  async welcome(enrollmentIds: readonly string[]): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.locks.lockPlaces(tx, enrollmentIds);
      await tell(tx, await findPlaces(tx, enrollmentIds));
    });
  }
}
