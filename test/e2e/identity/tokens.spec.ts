import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import {
  act,
  forgetAttempts,
  newEmail,
  newSignIn,
  newSomeone,
  PASSWORD,
  rowCounts,
  signUp,
  viewerOf,
  written,
} from '../../support/identity.world.js';

beforeEach(forgetAttempts);

describe('a token', () => {
  it('is kept as its hash only, and so is the password', async () => {
    const { data } = await signUp({ email: newEmail() });
    const { token, viewer } = data.signUp;
    const database = await workerDatabase();
    const [account] = await database.query('SELECT password_hash FROM account WHERE id = $1', [viewer.accountId]);

    const [{ dump }] = await database.query(
      `SELECT (SELECT json_agg(sign_in) FROM sign_in)::text || (SELECT json_agg(account) FROM account)::text
         || (SELECT json_agg(audit_entry) FROM audit_entry)::text AS dump`,
    );

    expect(account.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    expect(dump).not.toContain(PASSWORD);
  });

  it.each([
    ['was ended', (accountId: string) => [`UPDATE sign_in SET ended_at = now() WHERE account_id = $1`, [accountId]]],
    ['ran out', (accountId: string) => [`UPDATE sign_in SET expires_at = now() WHERE account_id = $1`, [accountId]]],
    [
      'is of a disabled account',
      (accountId: string) => ['UPDATE account SET disabled_at = now() WHERE id = $1', [accountId]],
    ],
  ] as [string, (accountId: string) => [string, string[]]][])('that %s is nobody’s', async (_, change) => {
    const someone = await newSomeone();
    expect(await viewerOf(someone.token)).toEqual({ accountId: someone.accountId });

    await (await workerDatabase()).query(...change(someone.accountId));

    expect(await viewerOf(someone.token)).toBeNull();
    expect(await act(someone, 'signOut', {}, 'signedOutAt')).toBeRefusedWith('UNAUTHENTICATED');
  });

  it.each(['', 'x', 'a'.repeat(43), 'a'.repeat(300), 'ключ', `${'a'.repeat(20)}\u00e9`])(
    'that was made up is nobody’s: %s',
    async (token) => {
      const answer = await client.send(
        '{ viewer { accountId } }',
        {},
        {
          authorization: `Bearer ${encodeURI(token)}`,
        },
      );

      expect(answer.data).toEqual({ viewer: null });
    },
  );
});

describe('signing out', () => {
  it('ends this token at once and leaves the others', async () => {
    const someone = await newSomeone();
    const phone = await newSignIn(someone.accountId);
    const before = await rowCounts();

    const answer = await act(someone, 'signOut', {}, 'signedOutAt');

    expect(answer).toSucceed();
    expect(Math.abs(Date.parse(answer.data.signOut.signedOutAt) - Date.now())).toBeLessThan(10_000);
    expect(await viewerOf(someone.token)).toBeNull();
    expect(await viewerOf(phone.token)).toEqual({ accountId: someone.accountId });
    expect(written(before, await rowCounts())).toEqual({ audit_entry: 1 });
  });

  it('ends all tokens of the account when a phone was lost, and nobody else’s', async () => {
    const [someone, other] = [await newSomeone(), await newSomeone()];
    const phone = await newSignIn(someone.accountId);

    await act(someone, 'signOut', { everywhere: true }, 'signedOutAt');

    expect(await viewerOf(someone.token)).toBeNull();
    expect(await viewerOf(phone.token)).toBeNull();
    expect(await viewerOf(other.token)).toEqual({ accountId: other.accountId });
  });

  it('needs no input', async () => {
    const someone = await newSomeone();

    const answer = await client.as(someone).send('mutation { signOut { signedOutAt errors { __typename } } }');

    expect(answer).toSucceed();
    expect(await viewerOf(someone.token)).toBeNull();
  });

  it('refuses who is not signed in', async () => {
    const before = await rowCounts();

    expect(await act(null, 'signOut', {}, 'signedOutAt')).toBeRefusedWith('UNAUTHENTICATED');
    expect(written(before, await rowCounts())).toEqual({});
  });
});

describe('the viewer', () => {
  it('is nobody for who is not signed in', async () => {
    expect((await client.send('{ viewer { accountId } }')).data).toEqual({ viewer: null });
  });

  it('sees their own mailbox and name', async () => {
    const someone = await newSomeone({ familyName: 'Сапарова', givenName: 'Айгүл', patronymic: 'Ерланқызы' });

    const { data } = await client
      .as(someone)
      .send('{ viewer { accountId email person { id fullName } roleGrants { id } } }');

    expect(data.viewer).toEqual({
      accountId: someone.accountId,
      email: someone.email,
      person: { id: someone.personId, fullName: 'Сапарова Айгүл Ерланқызы' },
      roleGrants: [],
    });
  });
});
