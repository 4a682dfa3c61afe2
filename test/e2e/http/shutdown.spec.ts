import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { newDatabase } from '../../support/place.js';
import { compiledFolder, environmentOf, startServer } from '../../support/server.js';

/** Sessions that still hold the database. */
async function sessionsAt(databaseUrl: string): Promise<number> {
  const database = await workerDatabase();
  const name = new URL(databaseUrl).pathname.slice(1);
  const [{ count }] = await database.query('SELECT count(*)::int FROM pg_stat_activity WHERE datname = $1', [name]);
  return count;
}

describe('a server that is told to end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s leaves in good order, with no session open', async (signal) => {
    const databaseUrl = await newDatabase();
    const server = await startServer({ databaseUrl });
    expect(await client.at(server.url).send('{ countries { code } }')).toSucceed();

    const code = await server.kill(signal);

    expect(code).toBe(0);
    expect(await sessionsAt(databaseUrl)).toBe(0);
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  });

  it('still answers the person it was busy with', async () => {
    const databaseUrl = await newDatabase();
    const server = await startServer({ databaseUrl });
    const { hostname, port } = new URL(server.url);
    const body = JSON.stringify({ query: '{ __typename }' });
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    // The request has begun when the server is told to end, and is whole only afterwards.
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: odaq\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
    );
    await once(socket, 'data');
    const gone = server.kill('SIGTERM');
    await untilRefused(server.url);
    socket.write(body);
    const answer = await text(socket);

    expect(answer).toContain('HTTP/1.1 200 OK');
    expect(answer).toContain('{"data":{"__typename":"Query"}}');
    expect(await gone).toBe(0);
  });

  it('ends too when only the shell was told, as npm does it', async () => {
    const databaseUrl = await newDatabase();
    const main = join(compiledFolder, 'server/main.js');
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${main}"; true`], {
      env: environmentOf({ DATABASE_URL: databaseUrl, npm_lifecycle_event: 'start' }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = await once(shell.stdout.setEncoding('utf8'), 'data');
    const url = /Odaq listens at (\S+)/.exec(printed)?.[1] ?? '';
    expect((await fetch(`${url}/nothing`)).status).toBe(404);

    shell.kill('SIGTERM');
    // The stream ends when the last process that could write to it is gone.
    await once(shell.stdout, 'close');

    expect(await sessionsAt(databaseUrl)).toBe(0);
  });

  it('ends at once when it is told twice, and a third start finds the database whole', async () => {
    const databaseUrl = await newDatabase();
    const server = await startServer({ databaseUrl });
    const { hostname, port } = new URL(server.url);
    const slow = connect(Number(port), hostname);
    slow.on('error', () => {});
    slow.write('POST /graphql HTTP/1.1\r\nHost: odaq\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{');
    await once(slow, 'connect');
    await fetch(`${server.url}/health/live`);
    const gone = server.kill('SIGINT');
    await untilRefused(server.url);

    const code = await Promise.race([server.kill('SIGINT'), gone]);
    slow.destroy();

    expect(code).toBe(130);
    const next = await startServer({ databaseUrl });
    expect(await client.at(next.url).send('{ countries { code } }')).toSucceed();
  });
});

async function untilRefused(url: string): Promise<void> {
  for (;;) {
    const isRefused = await fetch(`${url}/health/live`).then(
      () => false,
      () => true,
    );
    if (isRefused) return;
  }
}
