import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { entities } from '../../../apps/api/src/database/entities.js';
import { Admission } from '../../../libs/enrollment/src/enrollment/admission.js';
import { WhenFull } from '../../../libs/enrollment/src/enrollment/enrollment.enums.js';
import { Offering } from '../../../libs/enrollment/src/offering/offering.entity.js';
import { OfferingLocks } from '../../../libs/enrollment/src/offering/offering.locks.js';
import { Jobs, Transactions } from '../../../libs/platform/src/index.js';
import { workerDatabase } from '../../support/database.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { oneTo, seatBookOf } from '../../support/seat-book.js';
import { asked, input, nodeWith, settlementWith, viewer } from './node.js';

/** What the real locks would be if somebody forgot them: it reads, and dawdles as a busy server does. */
class NoLock extends OfferingLocks {
  override async lock(tx: EntityManager, id: string): Promise<Offering> {
    const offering = await tx.findOneOrFail(Offering, { where: { id } });
    await pause(100);
    return offering;
  }

  override lockFree(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Offering>> {
    return this.lockAll(tx, ids);
  }

  override async lockAll(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Offering>> {
    return new Map(await Promise.all(ids.map(async (id) => [id, await this.lock(tx, id)] as const)));
  }
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

describe('the lock of an offering', () => {
  it('is what keeps two servers from selling the same seat', async () => {
    expect(await rush(() => new OfferingLocks())).toEqual({ capacity: 10, confirmed: 10 });
  });

  it('is missed at once when it is gone: the same rush oversells', async () => {
    const { capacity, confirmed } = await rush(() => new NoLock());
    expect(confirmed).toBeGreaterThan(capacity);
  });
});

describe('the line of an offering', () => {
  async function lineOf(count: number) {
    const database = await workerDatabase(entities);
    const offering = await world.offering({ capacity: 1 });
    const people = await world.people(count);
    const node = nodeWith(new OfferingLocks(), database);
    const enroll = async (person: Human) => (await node.enroll(asked(person), viewer(person), toWait)).queueNumber;
    const toWait = { ...input(offering.id), whenFull: WhenFull.WAIT };
    return { database, offering, people, enterAll: () => Promise.all(people.map(enroll)) };
  }

  it('keeps the order in which people came, over several batches', async () => {
    const { enterAll } = await lineOf(130);
    expect(await enterAll()).toEqual([null, ...oneTo(129)]);
  });

  it('keeps it where the queue may have to move first', async () => {
    const { database, offering, enterAll } = await lineOf(130);
    await database.query('UPDATE offering SET capacity = 2, reserved = 1 WHERE id = $1', [offering.id]);
    expect(await enterAll()).toEqual([null, ...oneTo(129)]);
  });

  it('is not passed on by a batch that has to come again', async () => {
    const { database, offering, people } = await lineOf(2);
    const [busy] = people;
    const other = database.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [busy?.personId]);
    const locks = new OfferingLocks();
    const admission = new Admission(new Transactions(database), locks, settlementWith(locks), new Jobs(database));
    const requests = people.map((person) => ({
      asked: asked(person),
      viewer: viewer(person),
      personId: person.personId,
      whenFull: WhenFull.WAIT,
      input: input(offering.id),
    }));
    const passedOn = jest.fn();
    const decide = () => admission.decide([{ offeringId: offering.id, requests }], 'nobody', passedOn);

    expect(await decide()).toEqual([null]);
    expect(passedOn).not.toHaveBeenCalled();

    await other.commitTransaction();
    await other.release();
    expect(await decide()).toEqual([[{ answer: expect.anything() }, { answer: expect.anything() }]]);
    expect(passedOn).toHaveBeenCalledTimes(1);
  });
});
