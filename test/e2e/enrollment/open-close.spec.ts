import { type Asker, client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { DAY, world } from '../../support/enrollment.world.js';

const send = (mutation: 'openOffering' | 'closeOffering', offeringId: string, who: Asker, headers = {}) => {
  const Input = mutation === 'openOffering' ? 'OpenOfferingInput' : 'CloseOfferingInput';
  const document = `mutation ($input: ${Input}!) { ${mutation}(input: $input) {
    offering { id status seatsTaken waitlistLength }
    errors { __typename ... on UserError { message path ... on StatusDoesNotAllow { status } } } } }`;
  return client.as(who).send(document, { input: { offeringId } }, headers);
};

/** So many people in the queue of the offering, in this order. */
async function queue(offeringId: string, count: number): Promise<string[]> {
  const people = await world.people(count);
  const database = await workerDatabase();
  await database.query(
    `INSERT INTO enrollment (id, offering_id, person_id, approval, seat, payment, queue_number)
     SELECT gen_random_uuid(), $1, id, 'NOT_NEEDED', 'WAITLISTED', 'NOT_DUE', place
     FROM unnest($2::uuid[]) WITH ORDINALITY AS given (id, place)`,
    [offeringId, people.map(({ personId }) => personId)],
  );
  await database.query('UPDATE offering SET waiting = $2, last_queue_number = $2 WHERE id = $1', [offeringId, count]);
  return people.map(({ personId }) => personId);
}

async function seated(offeringId: string): Promise<string[]> {
  const database = await workerDatabase();
  const rows: { person_id: string }[] = await database.query(
    `SELECT person_id FROM enrollment WHERE offering_id = $1 AND seat = 'CONFIRMED' ORDER BY queue_number`,
    [offeringId],
  );
  return rows.map(({ person_id }) => person_id);
}

describe('openOffering', () => {
  it.each(['TENTATIVE', 'CLOSED'])('lets people enroll in an offering that is %s', async (status) => {
    const { id, admin } = await world.offering({ status });

    const answer = await send('openOffering', id, admin);

    expect(answer).toSucceed();
    expect(answer.data.openOffering.offering).toMatchObject({ id, status: 'OPEN' });
  });

  it('gives free seats to those who wait, in their order, at once', async () => {
    const { id, admin } = await world.offering({ status: 'CLOSED', capacity: 2 });
    const waiting = await queue(id, 3);

    const answer = await send('openOffering', id, admin);

    expect(answer.data.openOffering.offering).toMatchObject({ status: 'OPEN', seatsTaken: 2, waitlistLength: 1 });
    expect(await seated(id)).toEqual(waiting.slice(0, 2));
  });

  it('gives nobody a seat after the enrollment deadline', async () => {
    const [opensAt, closesAt] = [new Date(Date.now() - 2 * DAY), new Date(Date.now() - DAY)];
    const { id, admin } = await world.offering({ status: 'CLOSED', opensAt, closesAt });
    await queue(id, 1);

    const answer = await send('openOffering', id, admin);

    expect(answer.data.openOffering.offering).toMatchObject({ status: 'OPEN', seatsTaken: 0, waitlistLength: 1 });
    expect(await seated(id)).toEqual([]);
  });

  it.each(['OPEN', 'RUNNING', 'FINISHED', 'CANCELLED'])('refuses an offering that is %s', async (status) => {
    const { id, admin } = await world.offering({ status });

    const answer = await send('openOffering', id, admin);

    expect(answer).toBeRefusedWith('StatusDoesNotAllow');
    expect(answer.data.openOffering.errors[0]).toMatchObject({ status, path: ['offeringId'] });
  });
});

describe('closeOffering', () => {
  it('stops people from enrolling, and those who wait keep their places', async () => {
    const { id, admin } = await world.offering({ capacity: 1 });
    await queue(id, 2);

    const answer = await send('closeOffering', id, admin);

    expect(answer).toSucceed();
    expect(answer.data.closeOffering.offering).toEqual({ id, status: 'CLOSED', seatsTaken: 0, waitlistLength: 2 });
    expect(await seated(id)).toEqual([]);
  });

  it.each(['TENTATIVE', 'CLOSED', 'RUNNING', 'FINISHED', 'CANCELLED'])(
    'refuses an offering that is %s',
    async (status) => {
      const { id, admin } = await world.offering({ status });

      const answer = await send('closeOffering', id, admin);

      expect(answer).toBeRefusedWith('StatusDoesNotAllow');
      expect(answer.data.closeOffering.errors[0]).toMatchObject({ status });
    },
  );

  it('answers a request that is sent again with its key as before, though it is closed by now', async () => {
    const { id, admin } = await world.offering();
    const headers = { 'idempotency-key': `close-${id}` };

    expect(await send('closeOffering', id, admin, headers)).toSucceed();
    expect(await send('closeOffering', id, admin, headers)).toSucceed();
    expect(await send('closeOffering', id, admin)).toBeRefusedWith('StatusDoesNotAllow');
  });

  it('happens once when ten people press the button at once', async () => {
    const { id, admin } = await world.offering();

    const answers = await Promise.all(Array.from({ length: 10 }, () => send('closeOffering', id, admin)));

    expect(answers.filter(({ data }) => data.closeOffering.errors.length === 0)).toHaveLength(1);
  });
});

describe.each(['openOffering', 'closeOffering'] as const)('%s', (mutation) => {
  it('refuses whoever does not schedule for the provider, and changes nothing', async () => {
    const status = mutation === 'openOffering' ? 'CLOSED' : 'OPEN';
    const { id } = await world.offering({ status });

    expect(await send(mutation, id, null)).toBeRefusedWith('UNAUTHENTICATED');
    expect(await send(mutation, id, await world.person())).toBeRefusedWith('FORBIDDEN');
    expect(await send(mutation, id, await world.academyAdmin())).toBeRefusedWith('FORBIDDEN');
    const database = await workerDatabase();
    expect(await database.query('SELECT status FROM offering WHERE id = $1', [id])).toEqual([{ status }]);
  });

  it('refuses an offering that is not there', async () => {
    const admin = await world.academyAdmin();

    const answer = await send(mutation, '01900000-0000-7000-8000-000000000000', admin);

    expect(answer).toBeRefusedWith('OfferingNotFound');
    expect(await send(mutation, 'nonsense', admin)).toBeRefusedWith('BAD_USER_INPUT');
  });
});
