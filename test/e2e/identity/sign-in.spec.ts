import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import {
  forgetAttempts,
  newEmail,
  PASSWORD,
  rowCounts,
  signIn,
  signUp,
  viewerOf,
  written,
} from '../../support/identity.world.js';

beforeEach(forgetAttempts);

const member = async () => {
  const email = newEmail();
  const { data } = await signUp({ email });
  return { email, accountId: data.signUp.viewer.accountId as string };
};

/** So many attempts as aliases of one request. */
const attemptsInOneRequest = (email: string, count: number) =>
  client.send(
    `mutation ($input: SignInInput!) { ${Array.from(
      { length: count },
      (_, place) => `a${place}: signIn(input: $input) { token errors { __typename } }`,
    ).join(' ')} }`,
    { input: { email, password: 'wrong password' } },
  );

describe('somebody who signs in', () => {
  it('gets a token that is theirs', async () => {
    const { email, accountId } = await member();
    const before = await rowCounts();

    const answer = await signIn(email, PASSWORD);

    expect(answer).toSucceed();
    expect(await viewerOf(answer.data.signIn.token)).toEqual({ accountId });
    expect(written(before, await rowCounts())).toEqual({ sign_in: 1, audit_entry: 1 });
  });

  it('may write the mailbox in capitals, and the password in another form of the same letters', async () => {
    const email = newEmail();
    await signUp({ email, password: 'пароль с й'.normalize('NFC') });

    expect(await signIn(email.toUpperCase(), 'пароль с й'.normalize('NFD'))).toSucceed();
  });

  it('is told the same for a wrong password, an unknown mailbox and a disabled account', async () => {
    const [known, disabled] = [await member(), await member()];
    await (await workerDatabase()).query('UPDATE account SET disabled_at = now() WHERE id = $1', [disabled.accountId]);
    const before = await rowCounts();

    const answers = [
      await signIn(known.email, 'wrong password'),
      await signIn(newEmail(), PASSWORD),
      await signIn(disabled.email, PASSWORD),
      await signIn('no mailbox at all', PASSWORD),
    ];

    for (const answer of answers) {
      expect(answer).toBeRefusedWith('SignInFailed');
      expect({ status: answer.status, data: answer.data }).toEqual({
        status: 200,
        data: {
          signIn: {
            token: null,
            expiresAt: null,
            viewer: null,
            errors: [
              {
                __typename: 'SignInFailed',
                message: 'The e-mail address or the password is not right.',
                path: [],
              },
            ],
          },
        },
      });
    }
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is refused as anybody is when the mailbox holds what no mailbox can', async () => {
    expect(await signIn('a\u0000b@odaq.example', PASSWORD)).toBeRefusedWith('BAD_USER_INPUT');
  });
});

describe('somebody who guesses passwords', () => {
  it('has ten attempts at a mailbox; then even the right one has to wait', async () => {
    const { email } = await member();
    await forgetAttempts();
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect(await signIn(email, 'wrong password')).toBeRefusedWith('SignInFailed');
    }

    const eleventh = await signIn(email, 'wrong password');
    const right = await signIn(email, PASSWORD);

    expect(eleventh).toBeRefusedWith('RATE_LIMITED');
    expect(right).toBeRefusedWith('RATE_LIMITED');
    expect(eleventh.errors[0]?.extensions.retryAfterSeconds).toBeGreaterThan(880);
    expect(eleventh.errors[0]?.extensions.retryAfterSeconds).toBeLessThanOrEqual(900);
  });

  it('has them counted one by one when they are aliases of one request', async () => {
    const { email } = await member();
    await forgetAttempts();

    const six = await attemptsInOneRequest(email, 6);
    const sixMore = await attemptsInOneRequest(email, 6);
    const right = await signIn(email, PASSWORD);

    expect(six.errors).toEqual([]);
    expect(Object.values(six.data).map((answer: any) => answer.errors[0].__typename)).toEqual(
      Array(6).fill('SignInFailed'),
    );
    expect(sixMore).toBeRefusedWith('RATE_LIMITED');
    expect(sixMore.errors[0]?.path).toEqual(['a4']);
    expect(right).toBeRefusedWith('RATE_LIMITED');
  });

  it('is limited at an unknown mailbox in the same way', async () => {
    const email = newEmail();
    for (let attempt = 1; attempt <= 10; attempt += 1) await signIn(email, PASSWORD);

    expect(await signIn(email, PASSWORD)).toBeRefusedWith('RATE_LIMITED');
  });

  it('does not lock the others out: each mailbox counts for itself, and a success starts it anew', async () => {
    const [guessed, other] = [await member(), await member()];
    for (let attempt = 1; attempt <= 10; attempt += 1) await signIn(guessed.email, 'wrong password');
    for (let attempt = 1; attempt <= 8; attempt += 1) await signIn(other.email, 'wrong password');

    const success = await signIn(other.email, PASSWORD);
    for (let attempt = 1; attempt <= 9; attempt += 1) await signIn(other.email, 'wrong password');

    expect(success).toSucceed();
    expect(await signIn(other.email, PASSWORD)).toSucceed();
  });

  it('is stopped after too many attempts from one address, over all mailboxes', async () => {
    const database = await workerDatabase();
    await database.query(
      `INSERT INTO attempt (key, points, expire) VALUES ('address:127.0.0.1', 1000000, $1)
       ON CONFLICT (key) DO UPDATE SET points = excluded.points, expire = excluded.expire`,
      [Date.now() + 600_000],
    );
    try {
      expect(await signIn(newEmail(), PASSWORD)).toBeRefusedWith('RATE_LIMITED');
    } finally {
      // Every other spec of this worker comes from the same address.
      await database.query(`DELETE FROM attempt WHERE key = 'address:127.0.0.1'`);
    }
  });
});
