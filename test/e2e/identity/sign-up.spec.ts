import { randomUUID } from 'node:crypto';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import {
  forgetAttempts,
  newEmail,
  newSomeone,
  PASSWORD,
  rowCounts,
  signIn,
  signUp,
  viewerOf,
  written,
} from '../../support/identity.world.js';

beforeEach(forgetAttempts);

const accountsOf = async (email: string) =>
  (await workerDatabase()).query('SELECT id, disabled_at FROM account WHERE email = $1', [email]);

describe('somebody who signs up', () => {
  it('has an account and a person, and is signed in at once', async () => {
    const email = newEmail();
    const before = await rowCounts();

    const answer = await signUp({ email, familyName: 'Каримова', givenName: 'Нилуфар', patronymic: 'Бахтиёровна' });

    expect(answer).toSucceed();
    expect(written(before, await rowCounts())).toEqual({ account: 1, person: 1, sign_in: 1, audit_entry: 2 });
    const { token, viewer, expiresAt } = answer.data.signUp;
    expect(viewer).toMatchObject({ email, person: { fullName: 'Каримова Нилуфар Бахтиёровна' } });
    expect(await viewerOf(token)).toEqual({ accountId: viewer.accountId });
    const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(14);
  });

  it('needs no patronymic, and blanks and capitals of the mailbox do not matter', async () => {
    const email = newEmail();

    const answer = await signUp({ email: ` ${email.toUpperCase()} `, patronymic: null });
    const again = await signIn(email, PASSWORD);

    expect(answer).toSucceed();
    expect(answer.data.signUp.viewer).toMatchObject({ email, person: { patronymic: null } });
    expect(again).toSucceed();
  });

  it('is told when the mailbox has an account already, and nothing is written', async () => {
    const { email } = await newSomeone();
    const before = await rowCounts();

    const answer = await signUp({ email: email.toUpperCase() });

    expect(answer).toBeRefusedWith('EmailTaken');
    expect(answer.data.signUp.errors[0].path).toEqual(['email']);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it.each([
    ['en', 'There is an account with this e-mail address already. Sign in instead.'],
    ['ru', 'Учётная запись с этим адресом уже есть. Войдите в неё.'],
    ['uz', 'Bu manzil bilan hisob allaqachon bor. Hisobingizga kiring.'],
    ['kk', 'Бұл мекенжаймен тіркелгі бар. Жүйеге кіріңіз.'],
  ])('is told so in the language of the reader: %s', async (language, message) => {
    const { email } = await newSomeone();

    const answer = await signUp({ email }, { 'accept-language': language });

    expect(answer.data.signUp.errors[0].message).toBe(message);
  });

  it.each([
    ['email', 'nobody'],
    ['password', 'too short'],
    ['familyName', ' '],
    ['familyName', 'a'.repeat(101)],
    ['givenName', 'a\u0000b'],
    ['patronymic', '\u202eabc'],
  ])('is told what is wrong with %s', async (field, value) => {
    const before = await rowCounts();

    const answer = await signUp({ [field]: value });

    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
    expect(answer.errors[0]?.extensions.violations?.map(({ path }) => path.split('.').at(-1))).toEqual([field]);
    expect(written(before, await rowCounts())).toEqual({});
  });
});

describe('a sign-up that is sent twice', () => {
  it('makes one account when it carries one Idempotency-Key, and both answers sign in', async () => {
    const email = newEmail();
    const headers = { 'idempotency-key': randomUUID() };

    const first = await signUp({ email }, headers);
    const second = await signUp({ email }, headers);

    expect(first).toSucceed();
    expect(second).toSucceed();
    expect(second.data.signUp.viewer).toEqual(first.data.signUp.viewer);
    expect(await accountsOf(email)).toHaveLength(1);
    expect(await viewerOf(second.data.signUp.token)).not.toBeNull();
  });

  it('makes one account when both arrive at once', async () => {
    const email = newEmail();
    const headers = { 'idempotency-key': randomUUID() };

    const answers = await Promise.all([signUp({ email }, headers), signUp({ email }, headers)]);

    for (const answer of answers) expect(answer).toSucceed();
    expect(await accountsOf(email)).toHaveLength(1);
  });

  it('gives nobody the account of somebody else: the password must be the same', async () => {
    const email = newEmail();
    const headers = { 'idempotency-key': randomUUID() };
    await signUp({ email }, headers);

    const answer = await signUp({ email, password: 'another password' }, headers);

    expect(answer).toBeRefusedWith('EmailTaken');
    expect(answer.data.signUp.token).toBeNull();
  });

  it('does not open an account again that was disabled', async () => {
    const email = newEmail();
    const headers = { 'idempotency-key': randomUUID() };
    await signUp({ email }, headers);
    await (await workerDatabase()).query('UPDATE account SET disabled_at = now() WHERE email = $1', [email]);

    const answer = await signUp({ email }, headers);

    expect(answer).toBeRefusedWith('EmailTaken');
  });

  it('is two sign-ups when somebody signed in sends the same key for two mailboxes', async () => {
    const clerk = await newSomeone();
    const headers = { 'idempotency-key': randomUUID() };
    const emails = [newEmail(), newEmail()];

    for (const email of emails) {
      const answer = await signUp({ email }, headers, client.as(clerk));
      expect(answer.data.signUp.viewer.email).toBe(email);
    }
  });
});

describe('two people who sign up with one mailbox at the same time', () => {
  it('make one account: one has it, the other is told', async () => {
    const email = newEmail();
    const before = await rowCounts();

    const answers = await Promise.all(
      ['the first password', 'the other password'].map((password) => signUp({ email, password })),
    );

    const reasons = answers.flatMap(({ data }) => data.signUp.errors.map((reason: any) => reason.__typename));
    expect(reasons).toEqual(['EmailTaken']);
    expect(await accountsOf(email)).toHaveLength(1);
    expect(written(before, await rowCounts())).toEqual({ account: 1, person: 1, sign_in: 1, audit_entry: 2 });
  });
});
