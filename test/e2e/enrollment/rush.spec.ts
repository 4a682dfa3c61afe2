import { workerDatabase } from '../../support/database.js';
import { acts, type Enrolled, enrollmentIn } from '../../support/enrollment.acts.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { myPlace } from '../../support/place.js';
import { oneTo, seatBookOf } from '../../support/seat-book.js';
import { type RunningServer, startServer } from '../../support/server.js';

let nodes: RunningServer[];

beforeAll(async () => {
  const { databaseUrl } = await myPlace();
  nodes = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
});

afterAll(() => Promise.all(nodes.map((node) => node.kill())));

const nodeFor = (place: number) => nodes[place % nodes.length]?.url;

describe('a thousand people who press enroll at once, at two servers', () => {
  it('get the hundred seats and the numbers 1 to 900; when two hundred cancel, nobody is skipped', async () => {
    const offering = await world.offering({ capacity: 100 });
    const people = await world.people(1000);
    const database = await workerDatabase();

    const answers = await Promise.all(
      people.map((person, place) => acts.enroll(person, offering.id, { at: nodeFor(place), key: person.personId })),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const enrolled = answers.map(enrollmentIn);
    expect(enrolled.filter(({ seat }) => seat === 'CONFIRMED')).toHaveLength(100);
    expect(numbersOf(enrolled)).toEqual(oneTo(900));
    const full = await seatBookOf(database, offering.id);
    expect(full.counters).toEqual({ confirmed: 100, offered: 0, waiting: 900 });
    expect(full.rows).toEqual({ confirmed: 100, offered: 0, waiting: 900, requested: 0, released: 0 });

    const leaving = people
      .map((person, place) => ({ ...(enrolled[place] as Enrolled), person }))
      .filter(({ seat, queueNumber }) => seat === 'CONFIRMED' || (queueNumber ?? 0) > 800);
    const cancelled = await Promise.all(
      leaving.map(({ person, id }, place) => acts.cancel(person, id, { at: nodeFor(place) })),
    );

    expect(leaving).toHaveLength(200);
    expect(cancelled.map((answer) => enrollmentIn(answer).seat)).toEqual(Array(200).fill('RELEASED'));
    const after = await seatBookOf(database, offering.id);
    expect(after.counters).toEqual({ confirmed: 100, offered: 0, waiting: 700 });
    expect(after.rows).toEqual({ confirmed: 100, offered: 0, waiting: 700, requested: 0, released: 200 });
    expect(after.queue).toEqual(oneTo(800).slice(100));
  }, 180_000);

  it('hold up nobody who asks for another offering', async () => {
    const [hot, quiet] = [await world.offering({ capacity: 10 }), await world.offering({ capacity: 10 })];
    const people = await world.people(300);
    const bystander = await world.person();

    const rush = Promise.all(people.map((person) => acts.enroll(person, hot.id, { at: nodeFor(0) })));
    const meanwhile = await acts.enroll(bystander, quiet.id, { at: nodeFor(0) });

    expect(enrollmentIn(meanwhile).seat).toBe('CONFIRMED');
    expect((await rush).filter(({ data }) => data?.enroll.enrollment)).toHaveLength(300);
  }, 180_000);
});

function numbersOf(enrolled: readonly Enrolled[]): number[] {
  return enrolled
    .filter(({ queueNumber }) => queueNumber !== null)
    .map(({ queueNumber }) => Number(queueNumber))
    .sort((a, b) => a - b);
}

describe('a server killed in the middle of a rush', () => {
  it('loses nothing it acknowledged and leaves nothing half done', async () => {
    const { databaseUrl } = await myPlace();
    const victim = await startServer({ databaseUrl });
    const offering = await world.offering({ capacity: 50 });
    const people = (await world.people(400)) as Human[];
    const database = await workerDatabase();

    let answered = 0;
    const asking = people.map(async (person) => {
      const answer = await acts.enroll(person, offering.id, { at: victim.url, key: person.personId }).catch(() => null);
      answered += 1;
      if (answered === 120) victim.process.kill('SIGKILL');
      return { person, answer };
    });
    const outcomes = await Promise.all(asking);
    await victim.kill('SIGKILL');

    const acknowledged = outcomes.filter(({ answer }) => answer?.data?.enroll?.enrollment);
    expect(acknowledged.length).toBeLessThan(400);
    for (const { answer } of acknowledged) await expectKept(enrollmentIn(answer as never));
    await expectSound(offering.id);

    // Whoever was left without an answer sends the same again, and everybody ends with one place.
    const again = await Promise.all(
      outcomes.map(({ person }) => acts.enroll(person, offering.id, { at: nodeFor(0), key: person.personId })),
    );
    expect(new Set(again.map((answer) => enrollmentIn(answer).id)).size).toBe(400);
    for (const { person, answer } of acknowledged) {
      const same = again[people.indexOf(person)];
      expect(enrollmentIn(same as never).id).toBe(enrollmentIn(answer as never).id);
    }
    expect((await seatBookOf(database, offering.id)).rows).toMatchObject({ confirmed: 50, waiting: 350 });
  }, 180_000);

  async function expectKept({ id, queueNumber }: Enrolled): Promise<void> {
    const database = await workerDatabase();
    const [row] = await database.query('SELECT queue_number AS "queueNumber" FROM enrollment WHERE id = $1', [id]);
    expect(row).toEqual({ queueNumber });
  }

  async function expectSound(offeringId: string): Promise<void> {
    const database = await workerDatabase();
    const { counters, rows, queue } = await seatBookOf(database, offeringId);
    expect(counters).toEqual({ confirmed: rows.confirmed, offered: rows.offered, waiting: rows.waiting });
    expect(queue).toEqual(oneTo(rows.waiting));
    const [{ audited }] = await database.query(
      `SELECT count(*)::int AS audited FROM audit_entry
       WHERE act = 'enroll' AND subject_id IN (SELECT id FROM enrollment WHERE offering_id = $1)`,
      [offeringId],
    );
    expect(audited).toBe(rows.confirmed + rows.waiting);
  }
});
