import { type Asker, client } from '../../support/client.js';
import { world } from '../../support/enrollment.world.js';
import { statementsOf } from '../../support/query-count.js';

const CREATE = `mutation ($input: CreateVenueInput!) { createVenue(input: $input) {
  venue { id name locality address timeZone country { code } rooms { id name seats } }
  errors { __typename ... on UserError { message path ... on UnknownCode { list code } ... on RoomNameTaken { name } } } } }`;
const ADD = `mutation ($input: AddRoomInput!) { addRoom(input: $input) {
  room { id name seats } errors { __typename ... on UserError { message path ... on RoomNameTaken { name } } } } }`;
const VENUES = `query ($id: ID!, $first: Int! = 20, $after: String) { organization(id: $id) {
  venues(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id name rooms { name } } } } } }`;

type Admin = Awaited<ReturnType<typeof world.academyAdmin>>;
let admin: Admin;

beforeAll(async () => {
  admin = await world.academyAdmin();
});

function wish(given: object = {}) {
  return {
    organizationId: admin.academy.id,
    name: ' House of Unions ',
    locality: 'Tashkent',
    countryCode: 'UZ',
    timeZone: 'Asia/Tashkent',
    ...given,
  };
}

const create = (given: object = {}, who: Asker = admin) => client.as(who).send(CREATE, { input: wish(given) });
const add = (input: object, who: Asker = admin) => client.as(who).send(ADD, { input });

describe('createVenue', () => {
  it('enters a place with its rooms, which are then listed by name', async () => {
    const answer = await create({
      address: 'Bukhara street 24',
      rooms: [{ name: '204', seats: 30 }, { name: ' 101 ' }],
    });

    expect(answer).toSucceed();
    expect(answer.data.createVenue.venue).toMatchObject({
      name: 'House of Unions',
      locality: 'Tashkent',
      address: 'Bukhara street 24',
      timeZone: 'Asia/Tashkent',
      country: { code: 'UZ' },
      rooms: [
        { name: '101', seats: null },
        { name: '204', seats: 30 },
      ],
    });
  });

  it('enters a place without rooms', async () => {
    const answer = await create();

    expect(answer).toSucceed();
    expect(answer.data.createVenue.venue.rooms).toEqual([]);
  });

  it('refuses a country and a time zone that are not in their lists, and two rooms of one name, at once', async () => {
    const answer = await create({
      countryCode: 'XX',
      timeZone: 'Mars/Olympus',
      rooms: [{ name: '1' }, { name: '2' }, { name: ' 1' }],
    });

    expect(answer.data.createVenue).toMatchObject({
      venue: null,
      errors: [
        { __typename: 'UnknownCode', list: 'COUNTRIES', code: 'XX', path: ['countryCode'] },
        { __typename: 'UnknownCode', list: 'TIME_ZONES', code: 'Mars/Olympus', path: ['timeZone'] },
        { __typename: 'RoomNameTaken', name: '1', path: ['rooms', '2', 'name'] },
      ],
    });
  });

  it('refuses whoever does not schedule there', async () => {
    expect(await create({}, null)).toBeRefusedWith('UNAUTHENTICATED');
    expect(await create({}, await world.person())).toBeRefusedWith('FORBIDDEN');
    expect(await create({}, admin.academy.editor)).toBeRefusedWith('FORBIDDEN');
    expect(await create({}, await world.academyAdmin())).toBeRefusedWith('FORBIDDEN');
    const nowhere = { organizationId: '01900000-0000-7000-8000-000000000000' };
    expect(await create(nowhere)).toBeRefusedWith('OrganizationNotFound');
  });

  it.each([
    ['a blank name', { name: '  ' }],
    ['a name that is too long', { name: 'x'.repeat(201) }],
    ['a control character', { locality: 'Tash\u0000kent' }],
    ['a room for nobody', { rooms: [{ name: '1', seats: 0 }] }],
    ['201 rooms', { rooms: Array.from({ length: 201 }, (_, place) => ({ name: `${place}` })) }],
  ])('refuses %s as badly formed', async (_, given) => {
    expect(await create(given)).toBeRefusedWith('BAD_USER_INPUT');
  });
});

describe('addRoom', () => {
  it('adds a room to a venue', async () => {
    const venue = await world.venue(admin.academy.id, []);

    const answer = await add({ venueId: venue.id, name: '305', seats: 12 });

    expect(answer).toSucceed();
    expect(answer.data.addRoom.room).toMatchObject({ name: '305', seats: 12 });
  });

  it('refuses a second room of one name in a venue, and lets another venue have it', async () => {
    const [here, there] = [await world.venue(admin.academy.id), await world.venue(admin.academy.id, [])];

    const answer = await add({ venueId: here.id, name: '101 ' });

    expect(answer).toBeRefusedWith('RoomNameTaken');
    expect(answer.data.addRoom.errors[0]).toMatchObject({
      name: '101',
      path: ['name'],
      message: 'The venue has a room named “101” already.',
    });
    expect(await add({ venueId: there.id, name: '101' })).toSucceed();
  });

  it('takes the venue of another organization for one that is not there', async () => {
    const venue = await world.venue(admin.academy.id);
    const room = { venueId: venue.id, name: '7' };

    expect(await add(room, await world.academyAdmin())).toBeRefusedWith('VenueNotFound');
    expect(await add({ ...room, venueId: '01900000-0000-7000-8000-000000000000' })).toBeRefusedWith('VenueNotFound');
    expect(await add(room, await world.person())).toBeRefusedWith('FORBIDDEN');
    expect(await add(room, null)).toBeRefusedWith('UNAUTHENTICATED');
  });
});

describe('Organization.venues', () => {
  it('shows those who schedule there all venues, in pages', async () => {
    const own = await world.academyAdmin();
    const venues = [
      await world.venue(own.academy.id),
      await world.venue(own.academy.id),
      await world.venue(own.academy.id),
    ];

    const first = await client.as(own).send(VENUES, { id: own.academy.id, first: 2 });
    const { totalCount, edges, pageInfo } = first.data.organization.venues;
    const rest = await client.as(own).send(VENUES, { id: own.academy.id, first: 2, after: pageInfo.endCursor });

    expect(totalCount).toBe(3);
    expect(pageInfo.hasNextPage).toBe(true);
    const seen = [...edges, ...rest.data.organization.venues.edges].map(
      ({ node }: { node: { id: string } }) => node.id,
    );
    expect(seen).toEqual(venues.map(({ id }) => id).sort());
  });

  it('is null for everybody else', async () => {
    const id = admin.academy.id;

    for (const who of [null, await world.person(), admin.academy.editor, await world.academyAdmin()]) {
      const answer = await client.as(who).send(VENUES, { id });
      expect(answer).toSucceed();
      expect(answer.data.organization).toEqual({ venues: null });
    }
  });

  it('costs as many statements for 50 venues as for one', async () => {
    const own = await world.academyAdmin();
    for (let place = 0; place < 50; place += 1) await world.venue(own.academy.id);

    const one = await client.as(own).send(VENUES, { id: own.academy.id, first: 1 });
    const fifty = await client.as(own).send(VENUES, { id: own.academy.id, first: 50 });

    expect(fifty.data.organization.venues.edges).toHaveLength(50);
    expect(statementsOf(fifty)).toBe(statementsOf(one));
  });
});
