import { draftOf, newAcademy } from '../../support/catalog.world.js';
import { type Answer, type Asker, client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { DAY, HOUR, sessionOnDay, type TaughtCourse, world } from '../../support/enrollment.world.js';

const SCHEDULE = `mutation ($input: ScheduleOfferingInput!) { scheduleOffering(input: $input) {
  offering { id status mode language timeZone courseVersionNumber startsAt endsAt opensAt closesAt capacity minimum
    seatsTaken seatsLeft waitlistLength waitlistLimit asksApproval asksAcceptance cancelReason
    course { id } provider { id } venue { id name } price { amount currency } instructors { id fullName }
    sessions { startsAt endsAt room { id name seats } instructors { id fullName } } }
  errors { __typename ... on UserError { message path
    ... on LanguageNotTaught { languages } ... on UnknownCode { list code } ... on SessionEndsBeforeStart { session }
    ... on SessionTooLong { session mostHours } ... on SessionsOverlap { first second } ... on StartsInPast { session }
    ... on MinimumAboveCapacity { capacity } ... on PriceInvalid { decimals } ... on RoomNotFound { session }
    ... on RoomTooSmall { session seats } ... on InstructorNotFound { session instructorId }
    ... on RoomTaken { session roomId from until } ... on InstructorTaken { session instructorId from until } } } } }`;

let course: TaughtCourse;
let day = 100;

beforeAll(async () => {
  course = await world.course(['en', 'uz']);
});

/** A session on a day that no other test of this file has. */
function freeSession() {
  day += 1;
  return asSent(sessionOnDay(day));
}

function asSent({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

function wish(given: object = {}) {
  return {
    courseId: course.id,
    mode: 'ON_SITE',
    language: 'uz',
    timeZone: 'Asia/Tashkent',
    capacity: 20,
    sessions: [freeSession()],
    ...given,
  };
}

function schedule(given: object, who: Asker = course.academy.admin, headers = {}): Promise<Answer> {
  return client.as(who).send(SCHEDULE, { input: wish(given) }, headers);
}

async function offeringsOf(courseId: string): Promise<number> {
  const database = await workerDatabase();
  const [row] = await database.query('SELECT count(*)::int AS count FROM offering WHERE course_id = $1', [courseId]);
  return row.count;
}

describe('scheduleOffering', () => {
  it('puts a course on the calendar with its rooms and instructors', async () => {
    const venue = await world.venue(course.academy.id, [
      { name: '101', seats: 30 },
      { name: '102', seats: 20 },
    ]);
    const teachers = [await world.instructor(course.academy.id), await world.instructor(course.academy.id)];
    const [first, second] = [freeSession(), freeSession()];

    const answer = await schedule({
      venueId: venue.id,
      sessions: [
        { ...second, roomId: venue.roomIds[1], instructorIds: [teachers[1]] },
        { ...first, roomId: venue.roomIds[0], instructorIds: [teachers[0], teachers[1], teachers[0]] },
      ],
      minimum: 5,
      waitlistLimit: 3,
      opensAt: new Date(Date.now() + DAY).toISOString(),
      closesAt: second.endsAt,
      asksApproval: true,
      asksAcceptance: true,
      price: { amount: '1250000', currency: 'UZS' },
    });

    expect(answer).toSucceed();
    expect(answer.data.scheduleOffering.offering).toMatchObject({
      status: 'OPEN',
      mode: 'ON_SITE',
      language: 'uz',
      timeZone: 'Asia/Tashkent',
      courseVersionNumber: 1,
      startsAt: first.startsAt,
      endsAt: second.endsAt,
      closesAt: second.endsAt,
      capacity: 20,
      minimum: 5,
      seatsTaken: 0,
      seatsLeft: 20,
      waitlistLength: 0,
      waitlistLimit: 3,
      asksApproval: true,
      asksAcceptance: true,
      cancelReason: null,
      course: { id: course.id },
      provider: { id: course.academy.id },
      venue: { id: venue.id, name: 'House of Unions' },
      price: { amount: '1250000.00', currency: 'UZS' },
      sessions: [
        { ...first, room: { id: venue.roomIds[0], name: '101', seats: 30 } },
        { ...second, room: { id: venue.roomIds[1], name: '102', seats: 20 } },
      ],
    });
    const { instructors, sessions } = answer.data.scheduleOffering.offering;
    const idsOf = (list: { id: string }[]) => list.map(({ id }) => id).sort();
    expect(idsOf(instructors)).toEqual([...teachers].sort());
    expect(idsOf(sessions[0].instructors)).toEqual([...teachers].sort());
    expect(sessions[1].instructors).toEqual([{ id: teachers[1], fullName: 'Teacher Test' }]);
  });

  it('lets people enroll from now until the first session begins, if nobody says otherwise', async () => {
    const before = Date.now();
    const session = freeSession();

    const answer = await schedule({ sessions: [session] });

    const { offering } = answer.data.scheduleOffering;
    expect(offering.closesAt).toBe(session.startsAt);
    expect(Math.abs(new Date(offering.opensAt).getTime() - before)).toBeLessThan(60_000);
    expect(offering).toMatchObject({ minimum: 0, waitlistLimit: null, asksApproval: false, price: null, venue: null });
  });

  it('may begin as a plan nobody can enroll in', async () => {
    const answer = await schedule({ status: 'TENTATIVE' });

    expect(answer.data.scheduleOffering.offering.status).toBe('TENTATIVE');
  });

  it('takes a price of nothing for free of charge', async () => {
    const answer = await schedule({ price: { amount: '0.00', currency: 'UZS' } });

    expect(answer).toSucceed();
    expect(answer.data.scheduleOffering.offering.price).toBeNull();
  });

  it('writes one audit row, by whom and about what', async () => {
    const answer = await schedule({});

    const database = await workerDatabase();
    const rows = await database.query(
      'SELECT act, account_id, subject_type, details FROM audit_entry WHERE subject_id = $1',
      [answer.data.scheduleOffering.offering.id],
    );
    expect(rows).toEqual([
      {
        act: 'scheduleOffering',
        account_id: course.academy.admin.accountId,
        subject_type: 'Offering',
        details: { courseId: course.id, capacity: 20, status: 'OPEN' },
      },
    ]);
  });

  it('makes one offering of a request that is sent twice with the same key', async () => {
    const own = await world.course();
    const input = { courseId: own.id, sessions: [freeSession()] };
    const headers = { 'idempotency-key': `twice-${own.id}` };

    const first = await schedule(input, own.academy.admin, headers);
    const again = await schedule(input, own.academy.admin, headers);

    expect(again.data.scheduleOffering.offering).toEqual(first.data.scheduleOffering.offering);
    expect(await offeringsOf(own.id)).toBe(1);
  });

  it('makes one offering of a request that is sent ten times at once with the same key', async () => {
    const own = await world.course();
    const input = { courseId: own.id, sessions: [freeSession()] };
    const headers = { 'idempotency-key': `ten-${own.id}` };

    const answers = await Promise.all(Array.from({ length: 10 }, () => schedule(input, own.academy.admin, headers)));

    const ids = answers.map(({ data }) => data.scheduleOffering.offering.id);
    expect(new Set(ids).size).toBe(1);
    expect(await offeringsOf(own.id)).toBe(1);
  });
});

describe('scheduleOffering refuses', () => {
  it('somebody who is not signed in', async () => {
    expect(await schedule({}, null)).toBeRefusedWith('UNAUTHENTICATED');
  });

  it('a person without a role', async () => {
    expect(await schedule({}, await world.person())).toBeRefusedWith('FORBIDDEN');
  });

  it('the editor of the course, who writes it but does not schedule', async () => {
    expect(await schedule({}, course.academy.editor)).toBeRefusedWith('FORBIDDEN');
  });

  it('the admin of another academy, and writes nothing', async () => {
    const own = await world.course();

    expect(await schedule({ courseId: own.id }, await world.academyAdmin())).toBeRefusedWith('FORBIDDEN');
    expect(await offeringsOf(own.id)).toBe(0);
  });

  it('a course that is not there', async () => {
    const answer = await schedule({ courseId: '01900000-0000-7000-8000-000000000000' });

    expect(answer).toBeRefusedWith('CourseNotFound');
  });

  it('the draft of another academy as if it were not there, and one’s own as not published', async () => {
    const academy = await newAcademy();
    const draft = await draftOf(academy);

    expect(await schedule({ courseId: draft.id })).toBeRefusedWith('CourseNotFound');
    expect(await schedule({ courseId: draft.id }, academy.admin)).toBeRefusedWith('CourseNotPublished');
  });

  it('a language the course is not taught in, naming those it is', async () => {
    const answer = await schedule({ language: 'ru' });

    expect(answer).toBeRefusedWith('LanguageNotTaught');
    expect(answer.data.scheduleOffering.errors[0]).toMatchObject({
      message: 'The course is not taught in this language.',
      path: ['language'],
      languages: ['en', 'uz'],
    });
  });

  it('a time zone and a currency that are not in their lists', async () => {
    const answer = await schedule({ timeZone: 'Asia/Nowhere', price: { amount: '1', currency: 'XXX' } });

    expect(answer.data.scheduleOffering.errors).toMatchObject([
      { __typename: 'UnknownCode', list: 'TIME_ZONES', code: 'Asia/Nowhere', path: ['timeZone'] },
      { __typename: 'UnknownCode', list: 'CURRENCIES', code: 'XXX', path: ['price', 'currency'] },
    ]);
  });

  it('everything that is wrong with a plan at once', async () => {
    const session = freeSession();
    const answer = await schedule({
      sessions: [
        session,
        session,
        { startsAt: session.endsAt, endsAt: session.startsAt },
        { startsAt: '2020-01-01T09:00:00Z', endsAt: '2020-01-03T09:00:00Z' },
      ],
      minimum: 21,
      price: { amount: '-1', currency: 'UZS' },
    });

    expect(answer.data.scheduleOffering.errors).toMatchObject([
      { __typename: 'SessionEndsBeforeStart', session: 3, message: 'Session 3 ends before it begins.' },
      { __typename: 'SessionTooLong', session: 4, mostHours: 24 },
      { __typename: 'SessionsOverlap', first: 1, second: 2, message: 'Sessions 1 and 2 are at the same time.' },
      { __typename: 'StartsInPast', session: 4, path: ['sessions', '3', 'startsAt'] },
      { __typename: 'MinimumAboveCapacity', capacity: 20 },
      { __typename: 'PriceInvalid', decimals: 2 },
    ]);
    expect(answer.data.scheduleOffering.offering).toBeNull();
  });

  it('an enrollment window that ends after the last session', async () => {
    const session = freeSession();
    const closesAt = new Date(new Date(session.endsAt).getTime() + 1).toISOString();

    expect(await schedule({ sessions: [session], closesAt })).toBeRefusedWith('WindowInvalid');
  });

  it('the venue and the instructor of another organization', async () => {
    const other = await world.academyAdmin();
    const venue = await world.venue(other.academy.id);
    const instructor = await world.instructor(other.academy.id);

    expect(await schedule({ venueId: venue.id })).toBeRefusedWith('VenueNotFound');
    const answer = await schedule({ sessions: [{ ...freeSession(), instructorIds: [instructor] }] });
    expect(answer).toBeRefusedWith('InstructorNotFound');
    expect(answer.data.scheduleOffering.errors[0]).toMatchObject({ session: 1, instructorId: instructor });
  });

  it('a room of another venue, and one without a venue', async () => {
    const [here, there] = [await world.venue(course.academy.id), await world.venue(course.academy.id)];
    const sessions = [{ ...freeSession(), roomId: there.roomIds[0] }];

    expect(await schedule({ venueId: here.id, sessions })).toBeRefusedWith('RoomNotFound');
    expect(await schedule({ sessions })).toBeRefusedWith('RoomNotFound');
  });

  it('more seats than fit into the room', async () => {
    const venue = await world.venue(course.academy.id, [{ name: 'small', seats: 19 }, { name: 'unmeasured' }]);
    const [small, unmeasured] = venue.roomIds;

    const answer = await schedule({ venueId: venue.id, sessions: [{ ...freeSession(), roomId: small }] });
    expect(answer).toBeRefusedWith('RoomTooSmall');
    expect(answer.data.scheduleOffering.errors[0]).toMatchObject({ session: 1, seats: 19 });
    expect(await schedule({ venueId: venue.id, sessions: [{ ...freeSession(), roomId: unmeasured }] })).toSucceed();
  });

  it('a room and an instructor that are in another session, and says which and until when', async () => {
    const venue = await world.venue(course.academy.id);
    const [roomId] = venue.roomIds;
    const instructor = await world.instructor(course.academy.id);
    const busy = freeSession();
    expect(
      await schedule({ venueId: venue.id, sessions: [{ ...busy, roomId, instructorIds: [instructor] }] }),
    ).toSucceed();

    const late = { startsAt: shifted(busy.startsAt, HOUR), endsAt: shifted(busy.endsAt, HOUR) };
    const answer = await schedule({
      venueId: venue.id,
      sessions: [freeSession(), { ...late, roomId, instructorIds: [instructor] }],
    });

    expect(answer.data.scheduleOffering.errors).toMatchObject([
      { __typename: 'RoomTaken', session: 2, roomId, from: busy.startsAt, until: busy.endsAt },
      { __typename: 'InstructorTaken', session: 2, instructorId: instructor, from: busy.startsAt, until: busy.endsAt },
    ]);
    const next = { startsAt: busy.endsAt, endsAt: shifted(busy.endsAt, HOUR) };
    expect(
      await schedule({ venueId: venue.id, sessions: [{ ...next, roomId, instructorIds: [instructor] }] }),
    ).toSucceed();
  });

  it.each([
    ['no session', { sessions: [] }],
    ['201 sessions', { sessions: Array.from({ length: 201 }, () => asSent(sessionOnDay(90))) }],
    ['no seat', { capacity: 0 }],
    ['too many seats', { capacity: 100_001 }],
    ['a status that is no beginning', { status: 'RUNNING' }],
    ['a negative minimum', { minimum: -1 }],
    ['a course that is no identifier', { courseId: 'bargaining' }],
  ])('%s as badly formed', async (_, given) => {
    expect(await schedule(given)).toBeRefusedWith('BAD_USER_INPUT');
  });

  it('in the language of the reader', async () => {
    const answer = await schedule({ minimum: 21 }, course.academy.admin, { 'accept-language': 'uz' });

    expect(answer.data.scheduleOffering.errors[0].message).toBe(
      'Eng kam ishtirokchilar soni oʻrinlar sonidan (20) koʻp.',
    );
  });
});

describe('many schedulers at once', () => {
  it('get a room for one of them only, and the others are told it is taken', async () => {
    const venue = await world.venue(course.academy.id);
    const session = { ...freeSession(), roomId: venue.roomIds[0] };

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => schedule({ venueId: venue.id, sessions: [session] })),
    );

    const names = answers.map(({ data }) => data.scheduleOffering.errors[0]?.__typename ?? 'scheduled').sort();
    expect(names).toEqual([...Array(7).fill('RoomTaken'), 'scheduled']);
  });

  it('get an instructor for one of them only', async () => {
    const instructor = await world.instructor(course.academy.id);
    const session = { ...freeSession(), instructorIds: [instructor] };

    const answers = await Promise.all(Array.from({ length: 8 }, () => schedule({ sessions: [session] })));

    const names = answers.map(({ data }) => data.scheduleOffering.errors[0]?.__typename ?? 'scheduled').sort();
    expect(names).toEqual([...Array(7).fill('InstructorTaken'), 'scheduled']);
  });

  it('who want the same rooms in different order neither wait for each other forever nor share one', async () => {
    const venue = await world.venue(course.academy.id, [{ name: 'a' }, { name: 'b' }]);
    const [one, other] = [freeSession(), freeSession()];
    const [a, b] = venue.roomIds;
    const plans = [
      [
        { ...one, roomId: a },
        { ...other, roomId: b },
      ],
      [
        { ...other, roomId: b },
        { ...one, roomId: a },
      ],
    ];

    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, place) => schedule({ venueId: venue.id, sessions: plans[place % 2] })),
    );

    expect(answers.filter(({ data }) => data?.scheduleOffering.offering).length).toBe(1);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  });
});

function shifted(instant: string, milliseconds: number): string {
  return new Date(new Date(instant).getTime() + milliseconds).toISOString();
}
