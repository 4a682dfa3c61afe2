import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { Enroll } from '../../../libs/enrollment/src/enrollment/enroll.service.js';
import { WhenFull } from '../../../libs/enrollment/src/enrollment/enrollment.enums.js';
import { Lanes } from '../../../libs/enrollment/src/enrollment/lanes.js';
import { Settlement } from '../../../libs/enrollment/src/enrollment/settlement.js';
import type { OfferingLocks } from '../../../libs/enrollment/src/offering/offering.locks.js';
import { PersonAccess } from '../../../libs/identity/src/index.js';
import type { Authority, RequestContext, Settings, Viewer } from '../../../libs/platform/src/index.js';
import { Jobs, Transactions } from '../../../libs/platform/src/index.js';
import type { Human } from '../../support/enrollment.world.js';

/** Enrolling as one server process does it; its gate knows nothing of the other’s. */
export function nodeWith(locks: OfferingLocks, database: DataSource): Enroll {
  const nobodyElse = { holdsIn: async () => false } as unknown as Authority;
  const persons = new PersonAccess(database);
  return new Enroll(
    database,
    new Transactions(database),
    nobodyElse,
    persons,
    locks,
    settlementWith(locks),
    new Lanes(),
    new Jobs(database),
  );
}

export const settlementWith = (locks: OfferingLocks) => new Settlement(locks, { seatOfferHours: 48 } as Settings);

export const viewer = ({ accountId, personId }: Human): Viewer => ({ accountId, personId, signInId: accountId });
export const input = (offeringId: string) => ({ offeringId, whenFull: WhenFull.DECLINE });

export function asked(person: Human): RequestContext {
  return { requestId: '', viewer: viewer(person), locales: [], idempotencyKey: null, remoteAddress: '' };
}
