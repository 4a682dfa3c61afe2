import { randomBytes } from 'node:crypto';
import { client } from '../../support/client.js';
import { newDatabase } from '../../support/place.js';
import { type RunningServer, startServer } from '../../support/server.js';

let server: RunningServer;

/** Production does not start without keys of its own. */
const key = () => randomBytes(32).toString('base64');
const KEYS = { ODAQ_SECRET_KEYS: `lookup:${key()},1:${key()}` };

beforeAll(async () => {
  server = await startServer({ databaseUrl: await newDatabase(), env: { NODE_ENV: 'production', ...KEYS } });
});

describe('a server in production', () => {
  it('answers people', async () => {
    expect(await client.at(server.url).send('{ countries { code } }')).toSucceed();
  });

  it('does not tell a stranger its shape', async () => {
    const answer = await client.at(server.url).send('{ __schema { types { name } } }');

    expect(answer.status).toBe(400);
    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
  });

  it('does not help a stranger to guess', async () => {
    const { errors } = await client.at(server.url).send('{ country { code } }');

    expect(errors.map(({ message }) => message).join()).not.toContain('countries');
  });

  it('has no GraphiQL', async () => {
    expect((await fetch(`${server.url}/graphiql/`)).status).toBe(404);
    expect(server.output()).not.toContain('graphiql');
  });
});
