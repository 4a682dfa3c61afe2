import type { DataSource } from 'typeorm';
import { announce } from '../../../libs/enrollment/src/notices/announce.js';
import { newId } from '../../../libs/platform/src/ids.js';
import { newStaff } from '../../support/catalog.world.js';
import { workerDatabase } from '../../support/database.js';
import { world } from '../../support/enrollment.world.js';
import { statementsIn } from '../../support/statements.js';
import { placeOf } from './place-of.js';

let database: DataSource;
beforeAll(async () => {
  database = await workerDatabase();
});

async function stepFor(enrollmentId: string, organizationId: string): Promise<void> {
  await database.query(
    `INSERT INTO approval_step (id, enrollment_id, position, layer, organization_id, state)
     VALUES ($1, $2, 1, 'PROVIDER', $3, 'WAITING')`,
    [newId(), enrollmentId, organizationId],
  );
}

const tell = (ids: readonly string[]) => database.transaction((tx) => announce(tx, ids));

function noticesTo(accountId: string) {
  return database.query(
    `SELECT kind, locales, "values", calendar, calendar_sequence AS sequence FROM notice WHERE account_id = $1 ORDER BY id`,
    [accountId],
  );
}

describe('how a place stands', () => {
  it('is told to the person, with the sessions for their calendar, however often it is announced', async () => {
    const offering = await world.offering();
    const person = await world.person();
    const id = await placeOf(offering, person);

    await tell([id]);
    await tell([id, id]);

    const titles = { en: 'Collective bargaining en', uz: 'Collective bargaining uz' };
    expect(await noticesTo(person.accountId)).toMatchObject([
      {
        kind: 'SEAT_CONFIRMED',
        locales: ['en', 'uz'],
        values: {
          course: { texts: titles },
          startsAt: { at: offering.startsAt.toISOString(), timeZone: 'Asia/Tashkent' },
          sessions: 1,
          place: null,
        },
        calendar: { method: 'REQUEST', subjectId: offering.id, events: [{ id: offering.sessionIds[0] }] },
        sequence: 0,
      },
    ]);
  });

  it('is told with the place in the queue, by priority and then by number', async () => {
    const offering = await world.offering();
    const people = await world.people(4);
    const ids = await Promise.all(
      people.map((person, place) =>
        placeOf(offering, person, { seat: 'WAITLISTED', queueNumber: place + 1, priority: place === 3 ? 5 : 0 }),
      ),
    );

    await tell(ids.slice(1, 3));
    await tell(ids);

    const ahead = await Promise.all(people.map(async ({ accountId }) => (await noticesTo(accountId))[0].values.ahead));
    expect(ahead).toEqual([1, 2, 3, 0]);
  });

  it('is told with the end of an offer, and by the clocks of the offering', async () => {
    const offering = await world.offering();
    const person = await world.person();

    await tell([await placeOf(offering, person, { seat: 'OFFERED' })]);

    expect(await noticesTo(person.accountId)).toMatchObject([
      {
        kind: 'SEAT_OFFERED',
        values: { until: { at: '2026-09-24T05:00:00.000Z', timeZone: 'Asia/Tashkent' } },
        calendar: null,
      },
    ]);
  });

  it('is told with the reason when it ends, and the calendar forgets it', async () => {
    const offering = await world.offering();
    const person = await world.person();
    const id = await placeOf(offering, person);
    await tell([id]);

    await database.query(
      `UPDATE enrollment SET seat = 'RELEASED', release_reason = 'OFFERING_CANCELLED', note = 'The teacher is ill.'
       WHERE id = $1`,
      [id],
    );
    await tell([id]);

    expect((await noticesTo(person.accountId))[1]).toMatchObject({
      kind: 'PLACE_RELEASED',
      values: { reason: 'OFFERING_CANCELLED', note: 'The teacher is ill.' },
      calendar: { method: 'CANCEL', events: [{ id: offering.sessionIds[0] }] },
      sequence: 1,
    });
  });
});

describe('those who decide', () => {
  it('are asked once for all who ask together, and never about themselves', async () => {
    const offering = await world.offering({ asksApproval: true });
    const decider = await newStaff(offering.providerId, 'ENROLLMENT_OFFICER');
    const [{ person_id: deciderPerson }] = await database.query('SELECT person_id FROM account WHERE id = $1', [
      decider.accountId,
    ]);
    const people = [...(await world.people(3)), { ...decider, personId: deciderPerson }];
    const ids = await Promise.all(
      people.map((person, place) =>
        placeOf(offering, person, { seat: 'REQUESTED', approval: 'PENDING', queueNumber: place + 1 }),
      ),
    );
    await Promise.all(ids.map((id) => stepFor(id, offering.providerId)));

    await database.transaction(async (tx) => {
      await tx.query(
        `UPDATE approval_step SET state = 'PENDING', asked_at = clock_timestamp() WHERE enrollment_id = ANY($1)`,
        [ids],
      );
      await announce(tx, ids);
    });
    // Nothing new was asked of them.
    await tell(ids);

    expect(await noticesTo(decider.accountId)).toMatchObject([{ kind: 'APPROVAL_REQUESTED', values: { people: 3 } }]);
    expect(await noticesTo(offering.admin.accountId)).toMatchObject([
      { kind: 'APPROVAL_REQUESTED', values: { people: 4 } },
    ]);
    expect(await noticesTo(people[0]?.accountId ?? '')).toEqual([]);
  });

  it('hear of it when somebody they named withdraws', async () => {
    const offering = await world.offering();
    const { academy: union, accountId: officer } = await world.academyAdmin();
    const person = await world.person();
    const wish = { seat: 'RELEASED', releaseReason: 'NOMINATION_DECLINED', recommendedById: union.id };

    await tell([await placeOf(offering, person, wish)]);

    expect(await noticesTo(officer)).toMatchObject([
      { kind: 'NOMINEE_WITHDREW', values: { person: 'Member Number 1' } },
    ]);
    expect(await noticesTo(person.accountId)).toEqual([]);
  });
});

describe('fifty people', () => {
  it('cost as many statements as one', async () => {
    const offering = await world.offering({ capacity: 60 });
    const statementsFor = async (count: number) => {
      const people = await world.people(count);
      const ids = await Promise.all(people.map((person) => placeOf(offering, person)));
      return database.transaction((tx) => statementsIn(tx, () => announce(tx, ids)));
    };

    expect(await statementsFor(1)).toBe(4);
    expect(await statementsFor(50)).toBe(4);
  });
});
