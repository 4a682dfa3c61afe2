import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../../support/database.js';
import { myPlace, newDatabase } from '../../support/place.js';
import { failedStart } from '../../support/server.js';

/** Where not even root may make a folder. */
const CLOSED = process.platform === 'linux' ? '/sys/odaq' : '/odaq';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'odaq-start-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('a start that cannot succeed says why in one line', () => {
  it('when the port is taken', async () => {
    const databaseUrl = await newDatabase();
    const { port } = new URL((await myPlace()).serverUrl);

    const { code, output } = await failedStart({ databaseUrl, env: { PORT: port } });

    expect(output).toBe(`Port ${port} is already in use: stop what uses it, or set PORT to another one.\n`);
    expect(code).toBe(1);
  });

  it('when the address is not of this machine', async () => {
    const databaseUrl = await newDatabase();

    const { code, output } = await failedStart({ databaseUrl, env: { HOST: '192.0.2.1' } });

    expect(output).toBe('HOST 192.0.2.1 is no address of this machine: set it to 127.0.0.1 or 0.0.0.0.\n');
    expect(code).toBe(1);
  });

  it('when the data folder is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');

    const { code, output } = await failedStart({ env: { ODAQ_DATA_DIR: file } });

    expect(output).toMatch(/^.*is not a folder.*\n$/);
    expect(output).toContain(file);
    expect(code).toBe(1);
  });

  it('when the data folder cannot be written', async () => {
    const { code, output } = await failedStart({ env: { ODAQ_DATA_DIR: CLOSED } });

    expect(output).toMatch(/^The data folder .* (cannot be written|is on a read-only disk).*\n$/);
    expect(output).toContain(CLOSED);
    expect(code).toBe(1);
  });

  it('when nobody answers at DATABASE_URL, without repeating the password', async () => {
    const port = await freePort();

    const { code, output } = await failedStart({ databaseUrl: `postgres://odaq:hush@127.0.0.1:${port}/odaq` });

    expect(output).toBe(
      `PostgreSQL at 127.0.0.1:${port} cannot be reached (ECONNREFUSED): start it, or correct DATABASE_URL, or unset it and Odaq runs its own.\n`,
    );
    expect(code).toBe(1);
  });

  it('when the user of DATABASE_URL is not let in, without repeating the password', async () => {
    const url = Object.assign(new URL((await myPlace()).databaseUrl), { username: 'stranger', password: 'hush' });

    const { code, output } = await failedStart({ databaseUrl: url.href });

    expect(output).toBe(`PostgreSQL at ${url.host} does not let stranger in: correct DATABASE_URL.\n`);
    expect(code).toBe(1);
  });

  it('when the database of DATABASE_URL does not exist', async () => {
    const url = Object.assign(new URL((await myPlace()).databaseUrl), { pathname: '/nowhere' });

    const { code, output } = await failedStart({ databaseUrl: url.href });

    expect(output).toBe(`PostgreSQL at ${url.host} has no database nowhere: create it, or correct DATABASE_URL.\n`);
    expect(code).toBe(1);
  });

  it('when the database is newer than the code, which it leaves as it is', async () => {
    const database = await freshDatabase();
    await database.query(
      `INSERT INTO migration (timestamp, name) VALUES (4102444800000, 'FromTheFuture4102444800000')`,
    );
    const { url = '' } = database.options as { url?: string };

    const { code, output } = await failedStart({ databaseUrl: url });

    expect(output).toBe(
      'The database is newer than this Odaq, which does not know its migration FromTheFuture4102444800000: start the newer version.\n',
    );
    expect(code).toBe(1);
  });

  it('with one line for each setting that is not usable', async () => {
    const { code, output } = await failedStart({ env: { PORT: 'http', DATABASE_POOL: '1' } });

    expect(output.split('\n')).toEqual([
      'PORT is not usable: expected TCP port of the API, 0 to 65535 (0 takes a free one)',
      'DATABASE_POOL is not usable: expected connections per process, 2 to 200',
      '',
    ]);
    expect(code).toBe(1);
  });
});

/** A port where nobody listens: it was just given back. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
