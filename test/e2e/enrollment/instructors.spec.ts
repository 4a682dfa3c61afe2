import { type Asker, client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { world } from '../../support/enrollment.world.js';
import { statementsOf } from '../../support/query-count.js';

const ADD = `mutation ($input: AddInstructorInput!) { addInstructor(input: $input) {
  instructor { id fullName } errors { __typename ... on UserError { message path } } } }`;
const INSTRUCTORS = `query ($id: ID!, $first: Int! = 20, $after: String) { organization(id: $id) {
  instructors(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id fullName } } } } }`;

let admin: Awaited<ReturnType<typeof world.academyAdmin>>;

beforeAll(async () => {
  admin = await world.academyAdmin();
});

const add = (given: object, who: Asker = admin) =>
  client.as(who).send(ADD, { input: { organizationId: admin.academy.id, ...given } });

describe('addInstructor', () => {
  it('enters somebody by name', async () => {
    const answer = await add({ familyName: 'Yusupova ', givenName: 'Test', patronymic: 'Rustamovna' });

    expect(answer).toSucceed();
    expect(answer.data.addInstructor.instructor.fullName).toBe('Yusupova Test Rustamovna');
  });

  it('enters somebody without a patronymic', async () => {
    const answer = await add({ familyName: 'Serikov', givenName: 'Nurlan' });

    expect(answer.data.addInstructor.instructor.fullName).toBe('Serikov Nurlan');
  });

  it('enters a person who is here already, once per organization', async () => {
    const { personId } = await world.person();
    const other = await world.academyAdmin();

    expect(await add({ personId })).toSucceed();
    expect(await add({ personId })).toBeRefusedWith('AlreadyInstructor');
    expect(await add({ personId, organizationId: other.academy.id }, other)).toSucceed();
  });

  it('gives the same instructor to a request that is sent again with its key', async () => {
    const headers = { 'idempotency-key': `instructor-${admin.academy.id}` };
    const input = { organizationId: admin.academy.id, familyName: 'Azimov', givenName: 'Sherzod' };

    const first = await client.as(admin).send(ADD, { input }, headers);
    const again = await client.as(admin).send(ADD, { input }, headers);

    expect(again.data.addInstructor.instructor).toEqual(first.data.addInstructor.instructor);
  });

  it('refuses when it is not clear who is meant', async () => {
    const { personId } = await world.person();

    expect(await add({})).toBeRefusedWith('InstructorUnclear');
    expect(await add({ familyName: 'Teacher' })).toBeRefusedWith('InstructorUnclear');
    expect(await add({ personId, familyName: 'Teacher', givenName: 'Test' })).toBeRefusedWith('InstructorUnclear');
    expect(await add({ personId: '01900000-0000-7000-8000-000000000000' })).toBeRefusedWith('PersonNotFound');
    expect(await add({ familyName: ' ', givenName: 'Test' })).toBeRefusedWith('BAD_USER_INPUT');
  });

  it('refuses whoever does not schedule there, and writes nobody', async () => {
    const name = { familyName: 'Teacher', givenName: `Of ${admin.academy.id}` };

    expect(await add(name, null)).toBeRefusedWith('UNAUTHENTICATED');
    expect(await add(name, await world.person())).toBeRefusedWith('FORBIDDEN');
    expect(await add(name, admin.academy.editor)).toBeRefusedWith('FORBIDDEN');
    expect(await add(name, await world.academyAdmin())).toBeRefusedWith('FORBIDDEN');
    const database = await workerDatabase();
    const rows = await database.query('SELECT 1 FROM person WHERE given_name = $1', [name.givenName]);
    expect(rows).toEqual([]);
  });
});

describe('Organization.instructors', () => {
  it('shows those who schedule there everybody who teaches, in pages', async () => {
    const own = await world.academyAdmin();
    const ids = [await world.instructor(own.academy.id), await world.instructor(own.academy.id)].sort();

    const first = await client.as(own).send(INSTRUCTORS, { id: own.academy.id, first: 1 });
    const page = first.data.organization.instructors;
    const rest = await client.as(own).send(INSTRUCTORS, { id: own.academy.id, after: page.pageInfo.endCursor });

    expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: { id: ids[0] } }] });
    expect(rest.data.organization.instructors.edges).toEqual([{ node: { id: ids[1], fullName: 'Teacher Test' } }]);
  });

  it('is null for everybody else', async () => {
    for (const who of [null, await world.person(), admin.academy.editor, await world.academyAdmin()]) {
      const answer = await client.as(who).send(INSTRUCTORS, { id: admin.academy.id });
      expect(answer).toSucceed();
      expect(answer.data.organization).toEqual({ instructors: null });
    }
  });

  it('costs as many statements for 20 as for one', async () => {
    const own = await world.academyAdmin();
    for (let place = 0; place < 20; place += 1) await world.instructor(own.academy.id);

    const one = await client.as(own).send(INSTRUCTORS, { id: own.academy.id, first: 1 });
    const twenty = await client.as(own).send(INSTRUCTORS, { id: own.academy.id, first: 20 });

    expect(twenty.data.organization.instructors.edges).toHaveLength(20);
    expect(statementsOf(twenty)).toBe(statementsOf(one));
  });
});
