import { client } from '../../support/client.js';
import { until } from '../../support/until.js';
import { openPostOffice, type PostOffice } from './post-office.js';
import { newReader, openWorld, type Reader, reminder, seatConfirmed, tell, type World } from './world.js';

const SET = `mutation ($input: SetNoticePreferencesInput!) { setNoticePreferences(input: $input) {
  noticePreferences { locale muted mutable }
  errors { __typename ... on UserError { message path } ... on NoticeNotMutable { kind } } } }`;
const ASK = '{ viewer { noticePreferences { locale muted mutable } } }';

const REMINDERS = ['REMINDER', 'TRAINING_DUE', 'TRAINING_LATE', 'TRAINING_DIGEST'];
const MUTABLE = [...REMINDERS, 'PROGRAM_REQUEST_NEWS'];

describe('how people want their notices', () => {
  let post: PostOffice;
  let world: World;
  beforeAll(async () => {
    post = await openPostOffice();
    world = await openWorld({ ODAQ_SMTP_URL: post.url });
  });

  const as = (reader: Reader) => client.at(world.url).as(reader);
  const audited = (reader: Reader) =>
    world.database.query('SELECT act, details FROM audit_entry WHERE account_id = $1 ORDER BY id', [reader.accountId]);
  /** Sends a reminder and answers with its letter. */
  const reminded = async (reader: Reader) => {
    const count = post.letters.length + 1;
    await tell(world, [reminder(reader)]);
    await post.taken(count);
    return post.letters[count - 1];
  };
  const linkOf = async (reader: Reader) => {
    const letter = await reminded(reader);
    const link = /^<https:\/\/odaq\.example\.org(\/.+)>$/.exec(letter?.headers['list-unsubscribe'] ?? '')?.[1];
    return `${world.url}${link}`;
  };
  const oneClick = (link: string) =>
    fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });

  it('are all of them, in the language of the matter, until somebody says otherwise', async () => {
    const reader = await newReader(world.database);

    const answer = await as(reader).send(ASK);

    expect(answer).toSucceed();
    expect(answer.data.viewer.noticePreferences).toEqual({ locale: null, muted: [], mutable: MUTABLE });
  });

  it('are taken over, audited, and followed', async () => {
    const reader = await newReader(world.database);

    const answer = await as(reader).send(SET, { input: { locale: 'kk', muted: ['REMINDER', 'REMINDER'] } });
    await tell(world, [reminder(reader)]);
    const count = post.letters.length + 1;
    await tell(world, [seatConfirmed(reader)]);
    await post.taken(count);

    const wishes = { locale: 'kk', muted: ['REMINDER'] };
    expect(answer).toSucceed();
    expect(answer.data.setNoticePreferences.noticePreferences).toEqual({ ...wishes, mutable: MUTABLE });
    expect((await as(reader).send(ASK)).data.viewer.noticePreferences).toMatchObject(wishes);
    expect(await audited(reader)).toEqual([{ act: 'setNoticePreferences', details: wishes }]);
    expect(post.letters.filter(({ to }) => to.includes(reader.email)).map(({ headers }) => headers.subject)).toEqual([
      'Сізге орын берілді: Collective bargaining',
    ]);
  });

  it('cannot leave out what tells them of their place', async () => {
    const reader = await newReader(world.database);

    const answer = await as(reader).send(SET, { input: { muted: ['SEAT_OFFERED', 'REMINDER'] } });

    expect(answer).toBeRefusedWith('NoticeNotMutable');
    expect(answer.data.setNoticePreferences.errors).toMatchObject([{ kind: 'SEAT_OFFERED', path: ['muted'] }]);
    expect(await audited(reader)).toEqual([]);
  });

  it('are nobody’s to say who is not signed in', async () => {
    const answer = await client.at(world.url).send(SET, { input: { muted: [] } });

    expect(answer).toBeRefusedWith('UNAUTHENTICATED');
  });

  it('lose their reminders by one click in the mail program, without signing in', async () => {
    const reader = await newReader(world.database, 'ru');
    const letter = await reminded(reader);
    expect(letter?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const link = await linkOf(reader);

    const first = await oneClick(link);
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const again = await fetch(link, { method: 'POST', body: form });

    expect([first.status, again.status]).toEqual([200, 200]);
    expect((await as(reader).send(ASK)).data.viewer.noticePreferences).toMatchObject({
      locale: 'ru',
      muted: REMINDERS,
    });
    expect(await audited(reader)).toEqual([{ act: 'unsubscribe', details: {} }]);
  });

  it('lose nothing when a mail scanner follows the link', async () => {
    const reader = await newReader(world.database);
    const link = await linkOf(reader);

    const page = await fetch(link, { headers: { 'accept-language': 'uz' } });

    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<form method="post"><button>Eslatilmasin</button></form>');
    expect((await as(reader).send(ASK)).data.viewer.noticePreferences.muted).toEqual([]);
  });

  it('lose nothing by a link that somebody made up or turned to another account', async () => {
    const [reader, other] = [await newReader(world.database), await newReader(world.database)];
    const [own, foreign] = [await linkOf(reader), await linkOf(other)];
    const token = (link: string) => Buffer.from(link.split('/').at(-1) ?? '', 'base64url');
    const turned = Buffer.concat([token(own).subarray(0, 16), token(foreign).subarray(16)]).toString('base64url');
    const base = own.slice(0, own.lastIndexOf('/'));

    const answers = await Promise.all([oneClick(`${base}/${turned}`), oneClick(`${base}/x`), oneClick(`${own}A`)]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await as(reader).send(ASK)).data.viewer.noticePreferences.muted).toEqual([]);
  });

  it('are followed also when they were said after the notice was written', async () => {
    const reader = await newReader(world.database);
    post.refuseNext(1, 451);
    const tries = post.tries() + 1;
    await tell(world, [reminder(reader)]);
    await until(async () => post.tries() === tries);

    await as(reader).send(SET, { input: { muted: ['REMINDER'] } });
    await until(async () => (await world.database.query('SELECT 1 FROM graphile_worker.jobs')).length === 0);

    expect(post.letters.filter(({ to }) => to.includes(reader.email))).toEqual([]);
  });
});
