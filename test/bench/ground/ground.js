import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { readWorld } from '../data/world.js';
import { databasesIn } from './databases.js';
import { FOLDER, openPostgres, openPostgresForFilling } from './postgres.js';
import { spawnNode, startProgram } from './program.js';
import { readIntoMemory } from './read-into-memory.js';
import { openReplica } from './replica.js';
import { parentOf } from './usage.js';

const dist = (path) => import.meta.resolve(`../../../dist/${path}`);

/** What `npm start` runs, with its flags for V8. */
const SERVER = dist('server/main.js');
const SERVER_FLAGS = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** Connections of each program to PostgreSQL, ours and the limits alike. */
const POOL = '12';

/**
 * Filled databases and the programs over them; `over(size)` answers with the ground of one of the sizes. What is
 * written goes into copies, so that the next run finds the data as it was. Whatever was started is told to `ending`.
 */
export async function openGround({ sizes, writes, flags, say, ending }) {
  const folder = await mkdtemp(join(tmpdir(), 'odaq-bench-'));
  ending.add(() => rm(folder, { recursive: true, force: true }));
  // Mails land in the folder, and go with the rest.
  const common = { DATABASE_POOL: POOL, PORT: '0', ODAQ_DEMO: '0', ODAQ_DATA_DIR: folder, ODAQ_SECRET_KEYS: newKeys() };
  const databases = await openDatabases({ sizes, common, say, ending });

  const names = new Map();
  // All copies first: PostgreSQL copies only what nobody uses.
  for (const size of sizes) names.set(size, await (writes ? copied(size) : databases.kept(size)));
  async function copied(size) {
    const copy = await databases.copy(await databases.kept(size));
    ending.add(copy.drop);
    say(`${size} database copied, to be written into`);
    return copy.name;
  }

  const grounds = new Map();
  const over = (size) => {
    if (!grounds.has(size)) grounds.set(size, groundOver(names.get(size)));
    return grounds.get(size);
  };
  async function groundOver(name) {
    const env = { ...common, DATABASE_URL: databases.urlOf(name) };
    const client = await databases.connect(name);
    ending.add(() => client.end());
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_prewarm');
    await readIntoMemory(client);
    const programs = new Map();
    const start = (called, file, more, settings = {}) => {
      const all = { ...env, ...settings };
      if (!programs.has(file)) programs.set(file, startProgram({ name: called, file, env: all, flags: more, ending }));
      return programs.get(file);
    };
    return {
      client,
      folder,
      home: FOLDER,
      ending,
      world: await readWorld(client),
      postmaster: await parentOfBackend(client),
      limit: (file) => start('the limit', file),
      /** One more of ours, to be stopped by who asked for it. */
      another: (settings = {}) =>
        startProgram({
          name: 'another of ours',
          file: SERVER,
          env: { ...env, ...settings },
          flags: [...SERVER_FLAGS, ...flags],
          ending,
        }),
      replica: () => openReplica({ superuserUrl: databases.superuserUrl, database: name, ending }),
      peer: (name, file, settings) => start(name, file, [], settings),
      ours: () => start('ours', SERVER, [...SERVER_FLAGS, ...flags]),
    };
  }
  return { over };
}

/** Fills what is missing with a server that does not wait for the disk, and goes on with one that does. */
async function openDatabases({ sizes, common, say, ending }) {
  const tell = (command, env) =>
    runToEnd(dist('apps/console/src/main.js'), { env: { ...common, ...env }, args: [command] });
  const open = async (start) => {
    const opening = start();
    const undo = ending.add(async () => (await opening.catch(() => null))?.release());
    const postgres = await opening;
    const databases = databasesIn({ ...postgres, say, tell });
    const undoToo = ending.add(databases.close);
    const close = async () => {
      undoToo();
      undo();
      await databases.close();
      await postgres.stop();
    };
    return { databases, close };
  };
  const missing = async (databases) => {
    const lacking = [];
    // One after the other: they are asked over one connection.
    for (const size of sizes) if (!(await databases.kept(size))) lacking.push(size);
    return lacking;
  };

  const { databases, close } = await open(openPostgres);
  say('PostgreSQL started');
  const unfilled = await missing(databases);
  // A killed run may have left the hasty one.
  if (unfilled.length === 0 && (await databases.isDurable())) return databases;
  await close();
  const filling = await open(openPostgresForFilling);
  for (const size of unfilled) {
    say(`filling the ${size} database; later runs find it`);
    await filling.databases.make(size);
  }
  await filling.close();
  return (await open(openPostgres)).databases;
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
