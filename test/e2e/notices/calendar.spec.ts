import { type NewNotice, NoticeKind } from '#notices';
import { newId } from '#platform';
import { openPostOffice, type PostOffice } from './post-office.js';
import { ABOUT, newReader, openWorld, type Reader, seatConfirmed, tell, type World } from './world.js';

describe('the sessions of an offering', () => {
  let post: PostOffice;
  let world: World;
  beforeAll(async () => {
    post = await openPostOffice();
    world = await openWorld({ ODAQ_SMTP_URL: post.url });
  });

  const sessions = [
    { id: newId(), startsAt: '2026-09-22T05:00:00Z', endsAt: '2026-09-22T10:00:00Z' },
    { id: newId(), startsAt: '2026-09-23T05:00:00Z', endsAt: '2026-09-23T10:00:00Z' },
  ];
  const calendarOf = (
    subjectId: string,
    method: 'REQUEST' | 'CANCEL',
    title = 'Labor law; basics, “one”\nand two',
  ) => ({
    method,
    subjectId,
    title: { texts: { en: title } },
    place: 'Tashkent, room 4',
    events: sessions,
  });
  const released = ({ personId }: Reader, calendar: NewNotice['calendar']): NewNotice => ({
    kind: NoticeKind.PLACE_RELEASED,
    personId,
    dedupeKey: newId(),
    values: { ...ABOUT, reason: 'OFFERING_CANCELLED', note: 'The teacher is ill.' },
    calendar,
  });
  /** Tells one thing and answers with the calendar of its letter. */
  const sent = async (notice: NewNotice) => {
    const count = post.letters.length + 1;
    await tell(world, [notice]);
    await post.taken(count);
    return post.letters[count - 1]?.calendar ?? null;
  };

  it('are forgotten with the account of whoever was told, and with no other', async () => {
    const [leaving, staying] = [await newReader(world.database), await newReader(world.database)];
    const calendar = calendarOf(newId(), 'REQUEST');
    for (const reader of [leaving, staying]) await sent(seatConfirmed(reader, { calendar }));
    const keptOf = async ({ accountId }: Reader) => {
      const [kept] = await world.database.query(
        `SELECT (SELECT count(*)::int FROM notice WHERE account_id = $1) AS notices,
           (SELECT count(*)::int FROM calendar_sequence WHERE account_id = $1) AS calendars`,
        [accountId],
      );
      return kept;
    };
    expect(await keptOf(leaving)).toEqual({ notices: 1, calendars: 1 });

    await world.database.query('DELETE FROM account WHERE id = $1', [leaving.accountId]);

    expect(await keptOf(leaving)).toEqual({ notices: 0, calendars: 0 });
    expect(await keptOf(staying)).toEqual({ notices: 1, calendars: 1 });
  });

  it('go into the calendar, change there, and are taken out again', async () => {
    const reader = await newReader(world.database);
    const offering = newId();

    const first = await sent(seatConfirmed(reader, { calendar: calendarOf(offering, 'REQUEST') }));
    const changed = await sent(seatConfirmed(reader, { calendar: calendarOf(offering, 'REQUEST', 'Labor law') }));
    const ended = await sent(released(reader, calendarOf(offering, 'CANCEL')));

    expect(first?.method).toBe('REQUEST');
    expect(first?.events).toMatchObject([
      {
        UID: sessions[0]?.id,
        SEQUENCE: '0',
        DTSTART: '20260922T050000Z',
        DTEND: '20260922T100000Z',
        STATUS: 'CONFIRMED',
        SUMMARY: 'Labor law\\; basics\\, “one” and two',
        LOCATION: 'Tashkent\\, room 4',
        ATTENDEE: `MAILTO:${reader.email}`,
        ORGANIZER: 'mailto:odaq@example.org',
      },
      { UID: sessions[1]?.id, SEQUENCE: '0', DTSTART: '20260923T050000Z' },
    ]);
    expect(changed?.method).toBe('REQUEST');
    expect(changed?.events.map(({ UID, SEQUENCE, SUMMARY }) => [UID, SEQUENCE, SUMMARY])).toEqual([
      [sessions[0]?.id, '1', 'Labor law'],
      [sessions[1]?.id, '1', 'Labor law'],
    ]);
    expect(ended?.method).toBe('CANCEL');
    expect(ended?.events.map(({ UID, SEQUENCE, STATUS }) => [UID, SEQUENCE, STATUS])).toEqual([
      [sessions[0]?.id, '2', 'CANCELLED'],
      [sessions[1]?.id, '2', 'CANCELLED'],
    ]);
  });

  it('are numbered for each reader and offering apart', async () => {
    const [one, other] = [await newReader(world.database), await newReader(world.database)];
    const [offering, elsewhere] = [newId(), newId()];
    await sent(seatConfirmed(one, { calendar: calendarOf(offering, 'REQUEST') }));
    await sent(seatConfirmed(one, { calendar: calendarOf(offering, 'REQUEST') }));

    const others = await sent(seatConfirmed(other, { calendar: calendarOf(offering, 'REQUEST') }));
    const ownElsewhere = await sent(seatConfirmed(one, { calendar: calendarOf(elsewhere, 'REQUEST') }));

    expect(others?.events[0]?.SEQUENCE).toBe('0');
    expect(ownElsewhere?.events[0]?.SEQUENCE).toBe('0');
  });

  it('are not taken out of a calendar they never were in', async () => {
    const reader = await newReader(world.database);

    expect(await sent(released(reader, calendarOf(newId(), 'CANCEL')))).toBeNull();
  });

  it('are also a file that any program opens', async () => {
    const reader = await newReader(world.database);
    await sent(seatConfirmed(reader, { calendar: calendarOf(newId(), 'REQUEST') }));

    const source = post.letters.at(-1)?.source ?? '';
    expect(source).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(source).toMatch(/Content-Type: application\/ics; name=sessions\.ics/i);
  });
});
