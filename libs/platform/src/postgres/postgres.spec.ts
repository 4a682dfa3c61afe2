import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { clusterIn } from './cluster.js';
import { PostgresUnavailable, startEmbeddedPostgres } from './index.js';
import { runningServer, stopServer } from './running-server.js';

/** A power cut is not among these tests, so nothing needs to reach the disk. */
const SETTINGS = { fsync: 'off', shared_buffers: '16MB' };
const homes: string[] = [];
const programs: ChildProcess[] = [];

/** Generous, for a busy machine: most of these make a database and run real processes. */
const PATIENCE_MS = 30_000;
const story = (title: string, tell: () => Promise<void>) => it(title, tell, PATIENCE_MS);

/** A data folder of its own, in a folder that everyone may enter. */
async function newHome(mode = 0o755): Promise<string> {
  const home = await mkdtemp(join(await realpath(tmpdir()), 'odaq-postgres-'));
  homes.push(home);
  await chmod(home, mode);
  return join(home, 'data');
}

/** The outline of a cluster: enough to be refused. */
async function homeOfVersion(version: string): Promise<string> {
  const dataDir = await newHome();
  await mkdir(join(dataDir, 'postgres'), { recursive: true, mode: 0o700 });
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), `${version}\n`);
  return dataDir;
}

const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, settings: SETTINGS });
const serverOf = async (dataDir: string) => runningServer(await clusterIn(dataDir));

async function refusalOf(dataDir: string, settings: Record<string, string> = SETTINGS): Promise<string> {
  const error = await startEmbeddedPostgres({ dataDir, settings }).catch((refusal) => refusal);
  expect(error).toBeInstanceOf(PostgresUnavailable);
  expect(error.message).not.toContain('\n');
  return error.message;
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'odaq spec' });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = await connect(url);
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

/** Another process of ours that starts PostgreSQL, prints the port and then stays. */
async function startElsewhere(dataDir: string): Promise<{ port: number; kill(): Promise<void> }> {
  const program = `
    import { registerHooks } from 'node:module';
    const asTypeScript = (name, from) => (from?.endsWith('.ts') ? name.replace(/^(\\..*)\\.js$/, '$1.ts') : name);
    registerHooks({ resolve: (name, context, next) => next(asTypeScript(name, context.parentURL), context) });
    const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./start.ts', import.meta.url))});
    const postgres = await startEmbeddedPostgres(${JSON.stringify({ dataDir, settings: SETTINGS })});
    setInterval(() => {}, 60_000);
    console.log(postgres.port);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  programs.push(child);
  const [line] = await once(child.stdout, 'data');
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { port: Number(line), kill };
}

afterEach(async () => {
  for (const program of programs.splice(0)) program.kill('SIGKILL');
  for (const home of homes.splice(0)) {
    const dataDir = join(home, 'data');
    if ((await stat(dataDir).catch(() => null))?.isDirectory()) {
      const server = await serverOf(dataDir);
      if (server) await stopServer(await clusterIn(dataDir), server);
    }
    await rm(home, { recursive: true, force: true });
  }
}, PATIENCE_MS);

describe('the PostgreSQL that comes with npm', () => {
  story('greets someone who has installed nothing', async () => {
    const dataDir = await newHome();
    await mkdir(join(dataDir, 'postgres.new-4194999-half/cluster'), { recursive: true });
    const postgres = await start(dataDir);

    const [facts] = await ask(
      postgres.url,
      `SELECT current_database() AS database, current_setting('server_encoding') AS encoding,
        current_setting('timezone') AS zone, lower('ҚАЗАҚ') AS lower,
        (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super`,
    );
    expect(facts).toEqual({ database: 'odaq', encoding: 'UTF8', zone: 'UTC', lower: 'қазақ', super: false });
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);

    // A database in plain C sees no letters in Cyrillic, and so no likeness.
    await ask(postgres.url, 'CREATE EXTENSION pg_trgm');
    const [found] = await ask(postgres.url, `SELECT similarity('кәсіподақ', 'кәсиподақ') > 0.3 AS alike`);
    expect(found).toEqual({ alike: true });
  });

  story('keeps the password to its owner and out of the log', async () => {
    const dataDir = await newHome();
    const postgres = await start(dataDir);
    await expect(ask(postgres.superuserUrl, 'SELECT nonsense')).rejects.toThrow('column "nonsense" does not exist');
    const password = (await readFile(join(dataDir, 'postgres.password'), 'utf8')).trim();

    expect(password).toHaveLength(32);
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain(password);
    await expect(connect(postgres.url.replace(password, 'guess'))).rejects.toThrow('password authentication failed');
  });

  story('outlives the program that started it, and the next start joins it', async () => {
    const dataDir = await newHome();
    const first = await startElsewhere(dataDir);
    const url = (await start(dataDir)).url;
    await ask(url, `CREATE TABLE course AS SELECT 'Labor protection' AS title`);

    await first.kill();
    const next = await start(dataDir);

    expect(next.port).toBe(first.port);
    expect(await ask(next.url, 'SELECT title FROM course')).toEqual([{ title: 'Labor protection' }]);
    await next.stop();
    expect(await serverOf(dataDir)).toBeNull();
  });

  story('comes back with its data, and a small log, after it was killed itself', async () => {
    const dataDir = await newHome();
    const postgres = await start(dataDir);
    await ask(postgres.url, `CREATE TABLE course AS SELECT 'Labor protection' AS title`);
    process.kill((await serverOf(dataDir))?.pid ?? Number.NaN, 'SIGKILL');
    await truncate(join(dataDir, 'postgres.log'), 11 * 1024 * 1024);

    const next = await start(dataDir);

    expect(await ask(next.url, 'SELECT title FROM course')).toEqual([{ title: 'Labor protection' }]);
    expect((await stat(join(dataDir, 'postgres.log'))).size).toBeLessThan(100_000);
  });

  story('is one server for two programs that start at the same moment', async () => {
    const dataDir = await newHome();

    const [one, other] = await Promise.all([startElsewhere(dataDir), startElsewhere(dataDir)]);

    expect(one.port).toBe(other.port);
    expect((await serverOf(dataDir))?.port).toBe(one.port);
    await Promise.all([one.kill(), other.kill()]);
  });

  story('stays while someone still works with it, and goes with the last one', async () => {
    const dataDir = await newHome();
    const [first, second, third] = [await start(dataDir), await start(dataDir), await start(dataDir)];
    await first.release();
    expect(await serverOf(dataDir)).not.toBeNull();

    const colleague = await connect(second.url);
    await second.release();
    await third.release();
    expect((await colleague.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);

    const last = await start(dataDir);
    await colleague.end();
    await last.release();
    expect(await serverOf(dataDir)).toBeNull();
  });

  story('works in a folder that only its owner may enter', async () => {
    const dataDir = await newHome(0o700);
    const postgres = await start(dataDir);

    expect(await ask(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const owner = (await stat(join(dataDir, 'postgres'))).uid;
    // PostgreSQL refuses root, so for root the folder belongs to someone else, who may not enter the one above.
    expect(owner === process.getuid?.()).toBe(process.getuid?.() !== 0);
  });
});

describe('a PostgreSQL that cannot start says in one line', () => {
  it('that a file stands where the data folder should be', async () => {
    const dataDir = await newHome();
    await writeFile(dataDir, '');

    expect(await refusalOf(join(dataDir, 'below'))).toMatch(/is not a folder: .* ODAQ_DATA_DIR .* DATABASE_URL/);
  });

  it('that the data were made by another version', async () => {
    const dataDir = await homeOfVersion('17');
    await writeFile(join(dataDir, 'postgres.password'), 'secret\n');

    expect(await refusalOf(dataDir)).toContain('was made by PostgreSQL 17 and this is 18: dump it with version 17');
  });

  it('that the password of existing data is missing', async () => {
    const dataDir = await homeOfVersion('18');

    expect(await refusalOf(dataDir)).toContain('postgres.password is missing: put it back');
  });

  it('what PostgreSQL itself complained about', async () => {
    const dataDir = await homeOfVersion('18');
    await writeFile(join(dataDir, 'postgres.password'), 'secret\n');

    expect(await refusalOf(dataDir, { max_connections: 'many' })).toContain(
      'PostgreSQL did not start (invalid value for parameter "max_connections": "many")',
    );
  });
});
