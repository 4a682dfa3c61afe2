import { workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn } from '../../support/enrollment.acts.js';
import { type Human, sessionOnDay, world } from '../../support/enrollment.world.js';
import { until } from '../../support/until.js';

/** An offering that asks for acceptance, one seat in it just freed and offered to the first of two who wait. */
async function offeredSeat() {
  const offering = await world.offering({ capacity: 1, asksAcceptance: true });
  const people = (await world.people(3)) as [Human, Human, Human];
  const ids = [];
  for (const person of people) ids.push(enrollmentIn(await acts.enroll(person, offering.id)).id);
  await acts.cancel(people[0], ids[0] as string);
  return { offering, first: people[1], second: people[2], firstId: ids[1] as string, secondId: ids[2] as string };
}

async function row(id: string) {
  const database = await workerDatabase();
  const [found] = await database.query(
    `SELECT seat, release_reason AS reason, round(extract(epoch FROM offer_expires_at - now()) / 3600)::int AS hours
     FROM enrollment WHERE id = $1`,
    [id],
  );
  return found;
}

async function expire(id: string): Promise<void> {
  const database = await workerDatabase();
  await database.query(`UPDATE enrollment SET offer_expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
}

describe('a freed seat where acceptance is asked', () => {
  it('is offered to the first in the queue for two days and held for them', async () => {
    const { offering, firstId, secondId } = await offeredSeat();

    expect(await row(firstId)).toEqual({ seat: 'OFFERED', reason: null, hours: 48 });
    expect((await row(secondId)).seat).toBe('WAITLISTED');
    expect(enrollmentIn(await acts.enroll(await world.person(), offering.id)).seat).toBe('WAITLISTED');
  });

  it('is theirs when they accept, and accepting twice is no error', async () => {
    const { first, firstId } = await offeredSeat();

    expect(enrollmentIn(await acts.accept(first, firstId))).toMatchObject({ seat: 'CONFIRMED', offerExpiresAt: null });
    expect(enrollmentIn(await acts.accept(first, firstId)).seat).toBe('CONFIRMED');
  });

  it('goes to the next when they decline', async () => {
    const { first, firstId, secondId } = await offeredSeat();

    expect(enrollmentIn(await acts.decline(first, firstId))).toMatchObject({ releaseReason: 'OFFER_DECLINED' });
    expect((await row(secondId)).seat).toBe('OFFERED');
  });

  it('cannot be accepted after its end, and goes to the next', async () => {
    const { first, firstId, secondId, second } = await offeredSeat();
    await expire(firstId);

    expect(await acts.accept(first, firstId)).toBeRefusedWith('SeatOfferExpired');
    expect(enrollmentIn(await acts.cancel(first, firstId)).seat).toBe('RELEASED');
    expect((await row(secondId)).seat).toBe('OFFERED');
    expect(enrollmentIn(await acts.accept(second, secondId)).seat).toBe('CONFIRMED');
  });

  it('ends on the clock of the database when its job runs, without anybody asking', async () => {
    const { offering, firstId, secondId } = await offeredSeat();
    await expire(firstId);
    const database = await workerDatabase();
    await database.query(
      `SELECT graphile_worker.add_job('enrollment:settle', json_build_object('offeringId', $1::text))`,
      [offering.id],
    );

    await until(async () => (await row(firstId)).seat === 'RELEASED');

    expect(await row(firstId)).toMatchObject({ reason: 'OFFER_EXPIRED' });
    expect((await row(secondId)).seat).toBe('OFFERED');
  });

  it('has its job planned for the moment it ends', async () => {
    const { offering, firstId } = await offeredSeat();
    const database = await workerDatabase();
    const jobs = await database.query(
      `SELECT run_at = (SELECT offer_expires_at FROM enrollment WHERE id = $2) AS "atItsEnd"
       FROM graphile_worker._private_jobs WHERE payload ->> 'offeringId' = $1`,
      [offering.id, firstId],
    );
    expect(jobs).toEqual([{ atItsEnd: true }]);
  });

  it('is not for somebody else to accept, the academy included', async () => {
    const { offering, firstId, second } = await offeredSeat();

    for (const who of [second, offering.admin]) {
      expect(await acts.accept(who, firstId)).toBeRefusedWith('EnrollmentNotFound');
      expect(await acts.decline(who, firstId)).toBeRefusedWith('EnrollmentNotFound');
    }
    expect((await row(firstId)).seat).toBe('OFFERED');
  });

  it('is not offered to who still waits', async () => {
    const { second, secondId } = await offeredSeat();
    expect(await acts.accept(second, secondId)).toBeRefusedWith('NoSeatOffered');
  });
});

describe('a freed seat for somebody who meanwhile sits elsewhere at that time', () => {
  it('is offered rather than passed on, and theirs once they have given up the other', async () => {
    const session = sessionOnDay(500);
    const [wanted, other] = [
      await world.offering({ capacity: 1, sessions: [session] }),
      await world.offering({ sessions: [session] }),
    ];
    const [holder, waiting] = (await world.people(2)) as [Human, Human];
    const held = enrollmentIn(await acts.enroll(holder, wanted.id));
    const waits = enrollmentIn(await acts.enroll(waiting, wanted.id));
    const elsewhere = enrollmentIn(await acts.enroll(waiting, other.id));
    await acts.cancel(holder, held.id);

    expect((await row(waits.id)).seat).toBe('OFFERED');
    expect(await acts.accept(waiting, waits.id)).toBeRefusedWith('ClashesWithOwnSession');
    await acts.cancel(waiting, elsewhere.id);
    expect(enrollmentIn(await acts.accept(waiting, waits.id)).seat).toBe('CONFIRMED');
  });
});
