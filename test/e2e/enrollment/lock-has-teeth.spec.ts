import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { entities } from '../../../apps/api/src/database/entities.js';
import { Enroll } from '../../../libs/enrollment/src/enrollment/enroll.service.js';
import { WhenFull } from '../../../libs/enrollment/src/enrollment/enrollment.enums.js';
import { Lanes } from '../../../libs/enrollment/src/enrollment/lanes.js';
import { Settlement } from '../../../libs/enrollment/src/enrollment/settlement.js';
import { Offering } from '../../../libs/enrollment/src/offering/offering.entity.js';
import { OfferingLocks } from '../../../libs/enrollment/src/offering/offering.locks.js';
import { PersonAccess } from '../../../libs/identity/src/index.js';
import type { Authority, RequestContext, Settings, Viewer } from '../../../libs/platform/src/index.js';
import { Transactions } from '../../../libs/platform/src/index.js';
import { workerDatabase } from '../../support/database.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { seatBookOf } from '../../support/seat-book.js';

/** What the real locks would be if somebody forgot them: it reads, and dawdles as a busy server does. */
class NoLock extends OfferingLocks {
  override async lock(tx: EntityManager, id: string): Promise<Offering> {
    const offering = await tx.findOneOrFail(Offering, { where: { id } });
    await pause(20);
    return offering;
  }

  override async lockFree(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Offering>> {
    return new Map(await Promise.all(ids.map(async (id) => [id, await this.lock(tx, id)] as const)));
  }
}

/** Enrolling as one server process does it; its gate knows nothing of the other’s. */
function nodeWith(locks: OfferingLocks, database: DataSource): Enroll {
  const settlement = new Settlement(locks, { seatOfferHours: 48 } as Settings);
  const nobodyElse = { holdsIn: async () => false } as unknown as Authority;
  const persons = new PersonAccess(database);
  return new Enroll(database, new Transactions(database), nobodyElse, persons, locks, settlement, new Lanes());
}

async function rush(locks: () => OfferingLocks): Promise<{ capacity: number; confirmed: number }> {
  const database = await workerDatabase(entities);
  const nodes = [nodeWith(locks(), database), nodeWith(locks(), database)];
  const offering = await world.offering({ capacity: 10 });
  const people = await world.people(40);
  await Promise.allSettled(
    people.map((person, place) => nodes[place % 2]?.enroll(asked(person), viewer(person), input(offering.id))),
  );
  const { capacity, rows } = await seatBookOf(database, offering.id);
  return { capacity, confirmed: rows.confirmed };
}

const viewer = ({ accountId, personId }: Human): Viewer => ({ accountId, personId, signInId: accountId });
const input = (offeringId: string) => ({ offeringId, whenFull: WhenFull.DECLINE });

function asked(person: Human): RequestContext {
  return { requestId: '', viewer: viewer(person), locales: [], idempotencyKey: null, remoteAddress: '' };
}

describe('the lock of an offering', () => {
  it('is what keeps two servers from selling the same seat', async () => {
    expect(await rush(() => new OfferingLocks())).toEqual({ capacity: 10, confirmed: 10 });
  });

  it('is missed at once when it is gone: the same rush oversells', async () => {
    const { capacity, confirmed } = await rush(() => new NoLock());
    expect(confirmed).toBeGreaterThan(capacity);
  });
});
