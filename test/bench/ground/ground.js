import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import pg from 'pg';
import { fill, readWorld } from '../data/fill.js';
import { openPostgres } from './postgres.js';
import { spawnNode, startProgram } from './program.js';
import { parentOf } from './usage.js';

const dist = (path) => import.meta.resolve(`../../../dist/${path}`);

/** Connections of each program to PostgreSQL, ours and the limits alike. */
const POOL = '12';

/**
 * A filled database and the programs over it. `limit(file)` starts a limit once, `ours()` our
 * server in production mode. Whatever was started is told to `ending`.
 */
export async function openGround({ sizes, flags, say, ending }) {
  const opening = openPostgres();
  ending.add(async () => (await opening.catch(() => null))?.close());
  const { url, superuserUrl, folder } = await opening;
  say('PostgreSQL started');

  const env = {
    DATABASE_URL: url,
    DATABASE_POOL: POOL,
    PORT: '0',
    ODAQ_DEMO: '0',
    // Mails land here, and go with the rest.
    ODAQ_DATA_DIR: folder,
    ODAQ_SECRET_KEYS: newKeys(),
  };
  const tell = (command) => runToEnd(dist('apps/console/src/main.js'), { env, args: [command] });
  await tell('migrate');
  const client = new pg.Client({ connectionString: superuserUrl, application_name: 'odaq-bench' });
  // Its end is that of PostgreSQL.
  client.on('error', () => {});
  await client.connect();
  await fill(client, sizes, () => tell('reindex'));
  say('data written');

  const programs = new Map();
  const start = (name, file, more) => {
    if (!programs.has(file)) programs.set(file, startProgram({ name, file, env, flags: more, ending }));
    return programs.get(file);
  };
  return {
    client,
    folder,
    ending,
    world: await readWorld(client),
    postmaster: await parentOfBackend(client),
    limit: (file) => start('the limit', file),
    ours: () => start('ours', dist('apps/api/src/main.js'), flags),
  };
}

function newKeys() {
  const key = () => randomBytes(32).toString('base64');
  return `lookup:${key()},1:${key()}`;
}

async function runToEnd(file, options) {
  const child = spawnNode(file, options);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${options.args.join(' ')} failed:\n${printed}`);
}

/** Number of the PostgreSQL process that starts all others; null where there is no /proc. */
async function parentOfBackend(client) {
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  return parentOf(rows[0].pid);
}
