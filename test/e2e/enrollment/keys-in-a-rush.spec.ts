import { randomUUID } from 'node:crypto';
import { workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn } from '../../support/enrollment.acts.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { myPlace } from '../../support/place.js';
import { seatBookOf } from '../../support/seat-book.js';
import { type RunningServer, startServer } from '../../support/server.js';
import { newcomersTold, toldTo } from '../../support/told.js';

let nodes: RunningServer[];

beforeAll(async () => {
  const { databaseUrl } = await myPlace();
  nodes = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
});

afterAll(() => Promise.all(nodes.map((node) => node.kill())));

const nodeFor = (place: number) => nodes[place % nodes.length]?.url;

/** Rows that one person’s acts left, once they were told: places, audit, keys with an answer, notices. */
async function tracesOf({ personId, accountId }: Human) {
  const database = await workerDatabase();
  await newcomersTold();
  const [traces] = await database.query(
    `SELECT (SELECT count(*)::int FROM enrollment WHERE person_id = $1) AS places,
       (SELECT count(*)::int FROM audit_entry WHERE account_id = $2 AND act = 'enroll') AS audited,
       (SELECT count(*)::int FROM idempotency_key WHERE account_id = $2 AND outcome IS NOT NULL) AS keys,
       (SELECT count(*)::int FROM notice WHERE account_id = $2) AS notices`,
    [personId, accountId],
  );
  return traces;
}

describe('people in a rush at two servers', () => {
  it('who each send the same request four times have one place and one answer', async () => {
    const offering = await world.offering({ capacity: 10 });
    const people = await world.people(20);

    const answers = await Promise.all(
      people.flatMap((person) =>
        [0, 1, 2, 3].map((place) => acts.enroll(person, offering.id, { at: nodeFor(place), key: person.personId })),
      ),
    );

    const ids = answers.map((answer) => enrollmentIn(answer).id);
    expect(new Set(ids).size).toBe(20);
    for (const [place] of people.entries()) expect(new Set(ids.slice(4 * place, 4 * place + 4)).size).toBe(1);
    const { rows, counters } = await seatBookOf(await workerDatabase(), offering.id);
    expect(rows).toMatchObject({ confirmed: 10, waiting: 10 });
    expect(counters).toEqual({ confirmed: 10, offered: 0, waiting: 10 });
    for (const person of people) {
      expect(await tracesOf(person)).toEqual({ places: 1, audited: 1, keys: 1, notices: 1 });
    }
  }, 180_000);

  it('who send one key for two offerings at the same moment have one place, and are told of the misuse', async () => {
    const [one, other] = [await world.offering({ capacity: 20 }), await world.offering({ capacity: 20 })];
    const people = await world.people(20);

    const answers = await Promise.all(
      people.map((person) =>
        Promise.all(
          [one, other].map(({ id }, place) => acts.enroll(person, id, { at: nodeFor(place), key: person.personId })),
        ),
      ),
    );

    for (const [place, person] of people.entries()) {
      const pair = answers[place] ?? [];
      expect(pair.filter(({ data }) => data?.enroll?.enrollment)).toHaveLength(1);
      expect(pair.find(({ data }) => !data?.enroll?.enrollment)).toBeRefusedWith('BAD_USER_INPUT');
      expect(await tracesOf(person)).toEqual({ places: 1, audited: 1, keys: 1, notices: 1 });
    }
  }, 180_000);

  it('do not suffer from those among them who are refused, and who hear the same when they ask again', async () => {
    const offering = await world.offering({ capacity: 30 });
    const people = await world.people(30);
    const twice = people.filter((_, place) => place % 3 === 0);
    for (const person of twice) await acts.enroll(person, offering.id, { at: nodeFor(0) });
    const ask = (person: Human, place: number) =>
      acts.enroll(person, offering.id, { at: nodeFor(place), key: person.personId });

    const answers = await Promise.all(people.map(ask));

    for (const [place, answer] of answers.entries()) {
      if (place % 3 === 0) expect(answer).toBeRefusedWith('AlreadyEnrolled');
      else expect(enrollmentIn(answer).seat).toBe('CONFIRMED');
    }
    expect((await Promise.all(people.map(ask))).map(({ data }) => data)).toEqual(answers.map(({ data }) => data));
    expect((await seatBookOf(await workerDatabase(), offering.id)).rows).toMatchObject({ confirmed: 30, waiting: 0 });
  }, 180_000);

  it('hear how many wait before them, whom somebody was put behind included', async () => {
    const offering = await world.offering({ capacity: 1 });
    const [seated, demoted, ...others] = (await world.people(12)) as [Human, Human, ...Human[]];
    await acts.enroll(seated, offering.id);
    const { id } = enrollmentIn(await acts.enroll(demoted, offering.id));
    await acts.prioritize(offering.admin, id, -1);

    const answers = await Promise.all(
      others.map((person) => acts.enroll(person, offering.id, { at: nodeFor(0), key: randomUUID() })),
    );

    for (const [place, person] of others.entries()) {
      const { queueNumber, waitlistPosition } = enrollmentIn(answers[place] as never);
      expect(waitlistPosition).toBe(Number(queueNumber) - 1);
      expect(await toldTo(person, 'ahead')).toEqual([`WAITLISTED ${Number(queueNumber) - 2}`]);
    }
  }, 180_000);
});
