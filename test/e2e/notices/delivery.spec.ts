import { NoticeKind, notify } from '#notices';
import { statementsIn } from '../../support/statements.js';
import { until } from '../../support/until.js';
import { openPostOffice, type PostOffice } from './post-office.js';
import { newReader, openWorld, reminder, seatConfirmed, tell, type World } from './world.js';

describe('a notice by mail', () => {
  let post: PostOffice;
  let world: World;
  beforeAll(async () => {
    post = await openPostOffice();
    world = await openWorld({ ODAQ_SMTP_URL: post.url });
  });

  const rowOf = async (accountId: string) => {
    const [row] = await world.database.query(
      `SELECT id, attempts, sent_at IS NOT NULL AS "isSent", failed_at IS NOT NULL AS "isFailed" FROM notice
       WHERE account_id = $1`,
      [accountId],
    );
    return row;
  };
  const lettersTo = (email: string) => post.letters.filter(({ to }) => to.includes(email));
  const settled = async (accountId: string) => {
    const sql = 'SELECT 1 FROM notice WHERE account_id = $1 AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)';
    await until(async () => (await world.database.query(sql, [accountId])).length > 0);
  };

  it('reaches its reader once, in the language they chose', async () => {
    const reader = await newReader(world.database, 'ru');

    await tell(world, [seatConfirmed(reader)]);
    await settled(reader.accountId);

    const [letter, ...more] = lettersTo(reader.email);
    const { id, ...row } = await rowOf(reader.accountId);
    expect(more).toEqual([]);
    expect(row).toEqual({ attempts: 1, isSent: true, isFailed: false });
    expect(letter?.headers).toMatchObject({
      subject: 'Место за вами: Коллективные переговоры',
      from: 'Odaq <odaq@example.org>',
      to: `Letter Test <${reader.email}>`,
      'message-id': `<${id}@example.org>`,
      'auto-submitted': 'auto-generated',
      'content-language': 'ru',
    });
    expect(letter?.headers['list-unsubscribe']).toBeUndefined();
    expect(letter?.text).toContain('Начало 22.09.2026, 10:00 (UTC+5), 2 занятия.');
  });

  it('about a program request goes to who is next, and cannot be unsubscribed from', async () => {
    const reader = await newReader(world.database, 'kk');
    const values = {
      number: 'PR-2026-000123',
      title: 'Охрана труда',
      provider: { texts: { ru: 'Академия' } },
      turn: 'ACCEPT' as const,
      note: 'Две недели',
    };

    const kind = NoticeKind.PROGRAM_REQUEST_TURN;
    await tell(world, [{ kind, personId: reader.personId, dedupeKey: reader.personId, values }]);
    await settled(reader.accountId);

    const [letter] = lettersTo(reader.email);
    expect(letter?.headers.subject).toBe('Сізге бағдарлама ұсынылды: Охрана труда (PR-2026-000123)');
    expect(letter?.headers['list-unsubscribe']).toBeUndefined();
    expect(letter?.text).toBe(
      'Академия бағдарлама ұсынды; оны қабылдаңыз немесе ескертпемен қайтарыңыз: Охрана труда, PR-2026-000123.\n\n' +
        'Пікір: Две недели\n\nАкадемия\nOdaq',
    );
  });

  it('is one notice however often the same thing is told', async () => {
    const reader = await newReader(world.database);
    const notice = seatConfirmed(reader);

    await tell(world, [notice]);
    await tell(world, [notice]);
    await Promise.all([tell(world, [notice]), tell(world, [notice])]);
    await settled(reader.accountId);

    expect(lettersTo(reader.email)).toHaveLength(1);
  });

  it('does not go out when what it tells of is rolled back', async () => {
    const reader = await newReader(world.database);
    const attempt = world.database.transaction(async (tx) => {
      await notify(tx, [seatConfirmed(reader)]);
      throw new Error('it did not happen');
    });
    await expect(attempt).rejects.toThrow('it did not happen');

    const next = await newReader(world.database);
    await tell(world, [seatConfirmed(next)]);
    await settled(next.accountId);

    expect(lettersTo(reader.email)).toEqual([]);
  });

  it('is tried again when the mail server says later', async () => {
    const reader = await newReader(world.database);
    post.refuseNext(1, 451);

    await tell(world, [seatConfirmed(reader)]);
    await settled(reader.accountId);

    expect(lettersTo(reader.email)).toHaveLength(1);
    expect(await rowOf(reader.accountId)).toMatchObject({ attempts: 2, isSent: true });
  });

  it('is given up when the mail server says never, and nobody’s address is kept with the failure', async () => {
    const reader = await newReader(world.database);
    post.refuseNext(1, 550);

    await tell(world, [seatConfirmed(reader)]);
    await settled(reader.accountId);

    expect(lettersTo(reader.email)).toEqual([]);
    expect(await rowOf(reader.accountId)).toMatchObject({ attempts: 1, isSent: false, isFailed: true });
    const errors = await world.database.query('SELECT last_error FROM graphile_worker.jobs WHERE last_error LIKE $1', [
      `%${reader.email}%`,
    ]);
    expect(errors).toEqual([]);
  });

  it('tells fifty people in as many statements as five', async () => {
    const statementsFor = async (count: number) => {
      const readers = await Promise.all(Array.from({ length: count }, () => newReader(world.database)));
      const notices = readers.map((reader) => seatConfirmed(reader));
      return world.database.transaction((tx) => statementsIn(tx, () => notify(tx, notices)));
    };

    expect(await statementsFor(5)).toBe(1);
    expect(await statementsFor(50)).toBe(1);
  });

  it('is not written for who has no account, or has muted it', async () => {
    const [muted, disabled] = [await newReader(world.database), await newReader(world.database)];
    await world.database.query(
      `INSERT INTO notice_preference (id, account_id, muted, unsubscribe_key)
       VALUES (gen_random_uuid(), $1, '{REMINDER}', gen_random_uuid())`,
      [muted.accountId],
    );
    await world.database.query('UPDATE account SET disabled_at = now() WHERE id = $1', [disabled.accountId]);
    const stranger = { ...muted, personId: '01890000-0000-7000-8000-000000000000' };

    await tell(world, [reminder(muted), reminder(disabled), reminder(stranger)]);

    const ids = [muted.accountId, disabled.accountId];
    expect(await world.database.query('SELECT 1 FROM notice WHERE account_id = ANY($1)', [ids])).toEqual([]);
  });
});
