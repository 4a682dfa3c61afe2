import type { DataSource } from 'typeorm';
import { Jobs, Transactions } from '#platform';
import { Reminders } from '../../../libs/enrollment/src/notices/reminders.service.js';
import { newId } from '../../../libs/platform/src/ids.js';
import { workerDatabase } from '../../support/database.js';
import { DAY, type Human, sessionOnDay, world } from '../../support/enrollment.world.js';

let database: DataSource;
let reminders: Reminders;
beforeAll(async () => {
  database = await workerDatabase();
  reminders = new Reminders(new Jobs(database), database, new Transactions(database));
});

/** Confirmed so many days ago in an offering that begins in so many days. */
async function seated({ personId }: Human, begins: number, confirmed: number, status = 'OPEN'): Promise<void> {
  const opensAt = new Date(Date.now() - 20 * DAY);
  const { id } = await world.offering({ sessions: [sessionOnDay(begins)], status, opensAt });
  await database.query(
    `INSERT INTO enrollment (id, offering_id, person_id, approval, seat, payment, confirmed_at)
     VALUES ($1, $2, $3, 'NOT_NEEDED', 'CONFIRMED', 'NOT_DUE', now() - make_interval(days => $4))`,
    [newId(), id, personId, confirmed],
  );
}

const remindersTo = async ({ accountId }: Human) => {
  const rows = await database.query(`SELECT "values" FROM notice WHERE account_id = $1 AND kind = 'REMINDER'`, [
    accountId,
  ]);
  return rows.length;
};

describe('a reminder', () => {
  it('goes once to who has a seat in what begins within three days', async () => {
    const person = await world.person();
    await seated(person, 2, 10);

    await reminders.remind();
    await reminders.remind();

    expect(await remindersTo(person)).toBe(1);
  });

  it('does not go to who got the seat only now, whose course is later, has begun, or is cancelled', async () => {
    const [late, early, begun, cancelled] = (await world.people(4)) as [Human, Human, Human, Human];
    await seated(late, 2, 0);
    await seated(early, 9, 10);
    await seated(begun, -1, 10, 'RUNNING');
    await seated(cancelled, 2, 10, 'CANCELLED');

    await reminders.remind();

    expect(await Promise.all([late, early, begun, cancelled].map(remindersTo))).toEqual([0, 0, 0, 0]);
  });

  it('goes to everybody of two nodes that remind at once, once', async () => {
    const people = await world.people(3);
    for (const person of people) await seated(person, 2, 10);

    await Promise.all([reminders.remind(), reminders.remind(), reminders.remind()]);

    expect(await Promise.all(people.map(remindersTo))).toEqual([1, 1, 1]);
  });
});
