import { isDeepStrictEqual } from 'node:util';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { DAY, type MadeOffering, sessionOnDay, type TaughtCourse, world } from '../../support/enrollment.world.js';
import { statementsOf } from '../../support/query-count.js';
import { until } from '../../support/until.js';

const LIST = `query ($filter: OfferingFilter, $first: Int! = 20, $after: String) {
  offerings(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id status startsAt } } } }`;
const ONE = `query ($id: ID!) { offering(id: $id) { id status capacity seatsTaken seatsLeft waitlistLength cancelReason } }`;
const OF_COURSE = `query ($id: ID!, $first: Int! = 20, $after: String, $statuses: [OfferingStatus!]) { course(id: $id) {
  offerings(first: $first, after: $after, statuses: $statuses) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } }`;

let course: TaughtCourse;

beforeAll(async () => {
  course = await world.course(['en', 'uz', 'ru']);
});

/** Ids in the order of the list, of one course that no other test uses. */
async function listed(filter: object, page: object = {}) {
  const answer = await client.send(LIST, { filter, ...page });
  expect(answer).toSucceed();
  const { edges, totalCount, pageInfo } = answer.data.offerings;
  return { ids: edges.map(({ node }: { node: { id: string } }) => node.id) as string[], totalCount, pageInfo };
}

const startingOn = (days: number) => ({ course, sessions: [sessionOnDay(days)] });
const idsOf = (offerings: MadeOffering[]) => offerings.map(({ id }) => id);

describe('offerings', () => {
  it('shows a visitor what is not over, the earliest start first', async () => {
    const own = await world.course();
    const at = (days: number, status: string) =>
      world.offering({ course: own, status, sessions: [sessionOnDay(days)] });
    const late = await at(43, 'OPEN');
    const early = await at(41, 'TENTATIVE');
    const closed = await at(42, 'CLOSED');
    const running = await at(44, 'RUNNING');
    await at(40, 'CANCELLED');
    await at(40, 'FINISHED');

    const { ids, totalCount } = await listed({ courseId: own.id });

    expect(ids).toEqual(idsOf([early, closed, late, running]));
    expect(totalCount).toBe(4);
  });

  it('shows what was cancelled or is over to whoever asks for it', async () => {
    const own = await world.course();
    const cancelled = await world.offering({ course: own, status: 'CANCELLED' });
    const finished = await world.offering({ course: own, status: 'FINISHED' });
    await world.offering({ course: own });

    const { ids } = await listed({ courseId: own.id, statuses: ['CANCELLED', 'FINISHED'] });

    expect(ids).toEqual(idsOf([cancelled, finished]));
  });

  it('is narrowed by provider, language, mode, time and seats', async () => {
    const own = await world.course(['en', 'uz', 'ru']);
    const english = await world.offering({ course: own, language: 'en', mode: 'ON_SITE', capacity: 1 });
    const uzbek = await world.offering({ course: own, language: 'uz', mode: 'ONLINE' });
    const russian = await world.offering({ course: own, language: 'ru', mode: 'ONLINE' });
    const database = await workerDatabase();
    await database.query('UPDATE offering SET confirmed = 1 WHERE id = $1', [english.id]);
    const provided = { providerId: own.academy.id };

    expect((await listed(provided)).ids).toEqual(idsOf([english, uzbek, russian]));
    expect((await listed({ ...provided, languages: ['uz', 'ru'] })).ids).toEqual(idsOf([uzbek, russian]));
    expect((await listed({ ...provided, languages: ['uz-Latn-UZ'] })).ids).toEqual(idsOf([uzbek]));
    expect((await listed({ ...provided, mode: 'ON_SITE' })).ids).toEqual(idsOf([english]));
    expect((await listed({ ...provided, hasSeats: true })).ids).toEqual(idsOf([uzbek, russian]));
    expect((await listed({ ...provided, hasSeats: false })).ids).toEqual(idsOf([english]));
    const startsFrom = uzbek.startsAt.toISOString();
    expect((await listed({ ...provided, startsFrom })).ids).toEqual(idsOf([uzbek, russian]));
    expect((await listed({ ...provided, startsTo: startsFrom })).ids).toEqual(idsOf([english, uzbek]));
    expect((await listed({ ...provided, languages: [], statuses: [] })).ids).toHaveLength(3);
  });

  it('gives every offering once over its pages, also those that begin at one moment', async () => {
    const own = await world.course();
    const all = [];
    for (let place = 0; place < 7; place += 1) {
      all.push(await world.offering({ course: own, sessions: [sessionOnDay(50 + Math.floor(place / 3))] }));
    }

    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { ids, pageInfo, totalCount } = await listed({ courseId: own.id }, { first: 3, after });
      seen.push(...ids);
      after = pageInfo.endCursor;
      expect(totalCount).toBe(7);
      expect(pageInfo.hasNextPage).toBe(page < 2);
    }

    const inOrder = all.sort((one, other) => +one.startsAt - +other.startsAt || (one.id < other.id ? -1 : 1));
    expect(seen).toEqual(idsOf(inOrder));
  });

  /** A stretch of days in which no other test schedules anything. */
  const within = (from: number, to: number) => ({
    startsFrom: sessionOnDay(from).startsAt.toISOString(),
    startsTo: sessionOnDay(to).startsAt.toISOString(),
  });

  it('puts offerings of several statuses into one order, over the pages of the whole calendar', async () => {
    const at = (days: number, status: string) => world.offering({ ...startingOn(days), status });
    const all = [
      await at(7001, 'OPEN'),
      await at(7002, 'CANCELLED'),
      await at(7003, 'OPEN'),
      await at(7004, 'FINISHED'),
    ];
    await at(7000, 'RUNNING');
    const filter = { ...within(7000, 7005), statuses: ['FINISHED', 'OPEN', 'CANCELLED', 'OPEN'] };

    const first = await listed(filter, { first: 3 });
    const rest = await listed(filter, { first: 3, after: first.pageInfo.endCursor });

    expect([...first.ids, ...rest.ids]).toEqual(idsOf(all));
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(first.totalCount).toBe(4);
  });

  it('counts the whole calendar anew once another was scheduled', async () => {
    const counted = async () => (await listed(within(7010, 7015))).totalCount;
    await world.offering(startingOn(7011));
    await until(async () => (await counted()) === 1);

    await world.offering(startingOn(7012));

    await until(async () => (await counted()) === 2);
  });

  it.each(['x', 'W10', Buffer.from('["2026-01-01","x"]').toString('base64url')])(
    'refuses the cursor %s',
    async (after) => {
      expect(await client.send(LIST, { after })).toBeRefusedWith('BAD_USER_INPUT');
      expect(await client.send(OF_COURSE, { id: course.id, after })).toBeRefusedWith('BAD_USER_INPUT');
    },
  );

  it.each([{ first: 0 }, { first: 101 }, { filter: { courseId: 'bargaining' } }])('refuses %j', async (variables) => {
    expect(await client.send(LIST, variables)).toBeRefusedWith('BAD_USER_INPUT');
  });
});

describe('offering', () => {
  it('tells a visitor how many seats are left and how many wait', async () => {
    const { id } = await world.offering({ capacity: 5 });
    const database = await workerDatabase();
    await database.query('UPDATE offering SET confirmed = 3, offered = 2, waiting = 4 WHERE id = $1', [id]);

    const answer = await client.send(ONE, { id });

    expect(answer.data.offering).toEqual({
      id,
      status: 'OPEN',
      capacity: 5,
      seatsTaken: 5,
      seatsLeft: 0,
      waitlistLength: 4,
      cancelReason: null,
    });
  });

  it('says who must agree, one after the other', async () => {
    const approvalLayers = ['REGIONAL_BRANCH', 'PROVIDER'];
    const own = await world.course();
    const { id } = await world.offering({ course: own, approvalLayers });

    const alone = await client.send('query ($id: ID!) { offering(id: $id) { approvalLayers } }', { id });
    const listed = await client.send(
      'query ($id: ID!) { offerings(filter: { courseId: $id }) { edges { node { approvalLayers } } } }',
      { id: own.id },
    );

    expect(alone.data.offering).toEqual({ approvalLayers });
    expect(listed.data.offerings.edges).toEqual([{ node: { approvalLayers } }]);
  });

  it('is found by its id as any other thing', async () => {
    const { id } = await world.offering();

    const answer = await client.send('query ($id: ID!) { node(id: $id) { __typename id } }', { id });

    expect(answer.data.node).toEqual({ __typename: 'Offering', id });
  });

  it.each(['01900000-0000-7000-8000-000000000000', 'nonsense'])('is null for %s', async (id) => {
    const answer = await client.send(ONE, { id });

    expect(answer).toSucceed();
    expect(answer.data.offering).toBeNull();
  });
});

describe('Course.offerings', () => {
  it('gives each course its own, in pages', async () => {
    const own = await world.course();
    const [first, second, third] = [
      await world.offering({ course: own }),
      await world.offering({ course: own }),
      await world.offering({ course: own, status: 'CLOSED' }),
    ];
    await world.offering({ course: own, status: 'CANCELLED' });

    const page = (await client.send(OF_COURSE, { id: own.id, first: 2 })).data.course.offerings;
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(page.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(idsOf([first, second]));

    const rest = (await client.send(OF_COURSE, { id: own.id, first: 2, after: page.pageInfo.endCursor })).data.course;
    expect(rest.offerings).toMatchObject({ pageInfo: { hasNextPage: false }, edges: [{ node: { id: third.id } }] });

    const closed = (await client.send(OF_COURSE, { id: own.id, statuses: ['CLOSED'] })).data.course;
    expect(closed.offerings).toMatchObject({ totalCount: 1, edges: [{ node: { id: third.id } }] });
  });

  it('is empty for a course that was never scheduled', async () => {
    const own = await world.course();

    const answer = await client.send(OF_COURSE, { id: own.id });

    expect(answer.data.course.offerings).toEqual({
      totalCount: 0,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: [],
    });
  });
});

describe('a long list costs as many statements as a short one', () => {
  const EVERYTHING = `query ($providerId: ID!, $first: Int!) { offerings(filter: { providerId: $providerId }, first: $first) {
    totalCount edges { node { id courseVersionNumber course { id title } provider { id name } venue { id name rooms { id } }
      instructors { id fullName } price { amount }
      sessions { id startsAt room { id name } instructors { id fullName } } } } } }`;
  const ENROLL = 'mutation ($id: ID!) { enroll(input: { offeringId: $id }) { enrollment { id } } }';
  const COURSES = `query ($providerId: ID!, $first: Int!) { courses(filter: { providerId: $providerId }, first: $first) {
    edges { node { id offerings(first: 2) { totalCount edges { node { id sessions { id } } } } } } } }`;

  it('for 1 and for 50 offerings with everything that hangs on them', async () => {
    const { academy } = course;
    const venue = await world.venue(academy.id, [{ name: 'big' }]);
    const instructor = await world.instructor(academy.id);
    for (let place = 0; place < 50; place += 1) {
      const session = sessionOnDay(200 + place);
      const taught = { ...session, roomId: venue.roomIds[0], instructorIds: [instructor] };
      await world.offering({ ...startingOn(place), venueId: venue.id, sessions: [taught] });
    }

    const one = await client.send(EVERYTHING, { providerId: academy.id, first: 1 });
    const fifty = await client.send(EVERYTHING, { providerId: academy.id, first: 50 });

    expect(one.data.offerings.edges).toHaveLength(1);
    expect(fifty.data.offerings.edges).toHaveLength(50);
    expect(fifty.data.offerings.edges[49].node.sessions[0].instructors).toEqual([
      { id: instructor, fullName: 'Teacher Test' },
    ]);
    // The first may have read the venue and the instructor, which the second then knows.
    expect(statementsOf(fifty)).toBeLessThanOrEqual(statementsOf(one));
  });

  it('and a page of the calendar is one, whatever is shown of course, provider and place', async () => {
    const own = await world.course(['en', 'ru']);
    await world.offering({ course: own });
    const ask = () =>
      client.send(
        `query ($id: ID!) { offerings(filter: { courseId: $id }) { edges { node { startsAt seatsLeft
          course { title titleLocale publishedAt sectors { code } provider { name } } provider { name nameLocale }
          venue { name } instructors { fullName } } } } }`,
        { id: own.id },
        { 'accept-language': 'ru' },
      );

    await ask();
    const answer = await ask();

    const byCourse = await client.send(
      'query ($id: ID!) { course(id: $id) { title titleLocale publishedAt sectors { code } provider { name nameLocale } } }',
      { id: own.id },
      { 'accept-language': 'ru' },
    );
    const { nameLocale, ...provider } = byCourse.data.course.provider;
    expect(answer.data.offerings.edges[0].node).toMatchObject({
      course: { ...byCourse.data.course, provider },
      provider: { ...provider, nameLocale },
    });
    expect(statementsOf(answer)).toBe(1);
  });

  it('and shows a place and a teacher, known from before, under their new names within a second', async () => {
    const { academy } = course;
    const own = await world.course();
    const venue = await world.venue(academy.id, [{ name: 'big' }]);
    const instructor = await world.instructor(academy.id);
    const taught = { ...sessionOnDay(400), roomId: venue.roomIds[0], instructorIds: [instructor] };
    await world.offering({ ...startingOn(1), course: own, venueId: venue.id, sessions: [taught] });
    const shown = async () => {
      const { data } = await client.send(
        'query ($id: ID!) { offerings(filter: { courseId: $id }) { edges { node { venue { name } instructors { fullName } } } } }',
        { id: own.id },
      );
      const [{ node }] = data.offerings.edges;
      return [node.venue.name, ...node.instructors.map(({ fullName }: { fullName: string }) => fullName)];
    };
    expect(await shown()).toEqual([expect.any(String), 'Teacher Test']);
    const database = await workerDatabase();

    await database.query(`UPDATE venue SET name = 'Palace of Labor' WHERE id = $1`, [venue.id]);
    await database.query(
      `UPDATE person SET family_name = 'Renamed' FROM instructor WHERE instructor.id = $1 AND person.id = person_id`,
      [instructor],
    );

    await until(async () => isDeepStrictEqual(await shown(), ['Palace of Labor', 'Renamed Test']), 1);
  });

  it('and one’s places are one, beside who one is, with their offerings and courses', async () => {
    const person = await world.person();
    const { id } = await world.offering();
    await client.as(person).send(ENROLL, { id });

    const mine = () =>
      client
        .as(person)
        .send(
          '{ viewer { enrollments { edges { node { seat offering { id course { title } provider { name } } } } } } }',
        );
    await mine();
    const answer = await mine();

    expect(answer.data.viewer.enrollments.edges).toEqual([
      {
        node: {
          seat: 'CONFIRMED',
          offering: { id, course: { title: expect.any(String) }, provider: { name: expect.any(String) } },
        },
      },
    ]);
    expect(statementsOf(answer)).toBe(2);
  });

  it('for 1 and for 6 offerings with who is in them, and their counts', async () => {
    const own = await world.course(['en']);
    const people = await world.people(2);
    for (let place = 0; place < 6; place += 1) {
      const { id } = await world.offering({ ...startingOn(800 + place), course: own });
      for (const person of people) await client.as(person).send(ENROLL, { id });
    }
    const ask = (first: number) =>
      client.as(own.academy.admin).send(
        `query ($id: ID!, $first: Int!) { offerings(filter: { courseId: $id }, first: $first) { edges { node {
          enrollments(first: 1, filter: { seats: [CONFIRMED] }) { totalCount pageInfo { hasNextPage } edges { node { person { id } offering { id } } } } } } } }`,
        { id: own.id, first },
      );

    const [one, six] = [await ask(1), await ask(6)];

    expect(six.data.offerings.edges.map(({ node }: any) => node.enrollments)).toEqual(
      Array(6).fill({
        totalCount: 2,
        pageInfo: { hasNextPage: true },
        edges: [{ node: { person: { id: people[0]?.personId }, offering: { id: expect.any(String) } } }],
      }),
    );
    expect(statementsOf(six)).toBe(statementsOf(one));
  });

  it('for 1 and for 6 courses with their offerings, counts and sessions', async () => {
    const courses = [await world.course()];
    const [{ academy }] = courses as [TaughtCourse];
    const database = await workerDatabase();
    for (let place = 0; place < 5; place += 1) {
      const other = await world.course();
      await database.query('UPDATE course SET provider_id = $2 WHERE id = $1', [other.id, academy.id]);
      await database.query('UPDATE catalog_entry SET provider_id = $2 WHERE course_id = $1', [other.id, academy.id]);
      courses.push(other);
    }
    for (const each of courses) {
      for (let place = 0; place < 3; place += 1) await world.offering({ course: each });
    }

    const ask = (first: number) => client.send(COURSES, { providerId: academy.id, first });
    // Who comes first also reads the catalog, venues and instructors, which are remembered, and what changed meanwhile.
    const fewest = async (first: number) => {
      const costs: number[] = [];
      for (let time = 0; time < 4; time += 1) costs.push(statementsOf(await ask(first)));
      return Math.min(...costs);
    };

    const six = await ask(6);

    expect(six.data.courses.edges).toHaveLength(6);
    for (const { node } of six.data.courses.edges) {
      expect(node.offerings).toMatchObject({ totalCount: 3 });
      expect(node.offerings.edges).toHaveLength(2);
    }
    expect(await fewest(6)).toBe(await fewest(1));
  });
});

describe('the enrollment world', () => {
  it('puts offerings of one file on days of their own', async () => {
    const [one, other] = [await world.offering(), await world.offering()];

    expect(other.startsAt.getTime() - one.startsAt.getTime()).toBe(DAY);
  });
});
