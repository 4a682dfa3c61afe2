import pg from 'pg';
import { fill } from '../data/fill.js';
import { fingerprint } from '../data/fingerprint.js';
import { SIZES } from '../data/sizes.js';

/** Days for which dates around the day of making still lie around today. */
const FRESH_DAYS = 5;

/**
 * The databases of one server: those filled once and kept, named by size, fingerprint and day, and copies that are
 * written into and thrown away.
 */
export function databasesIn({ url, superuserUrl, say, tell }) {
  const at = (name, base) => Object.assign(new URL(base), { pathname: `/${name}` }).href;
  const connect = async (name) => {
    const client = new pg.Client({ connectionString: at(name, superuserUrl), application_name: 'odaq-bench' });
    // Its end is that of PostgreSQL.
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const asking = connect('postgres');
  const ask = async (sql, values) => (await (await asking).query(sql, values)).rows;
  const named = async (pattern) =>
    (await ask('SELECT datname FROM pg_database WHERE datname ~ $1 ORDER BY datname DESC', [pattern])).map(
      ({ datname }) => datname,
    );
  const drop = (name) => ask(`DROP DATABASE "${name}" WITH (FORCE)`);

  /** Name of the filled database of a size that is fit for today; null when it must be made. */
  async function kept(size) {
    const found = await named(`^${size}_${fingerprint()}_\\d{8}$`);
    return found.find((name) => ageOf(name) < FRESH_DAYS) ?? null;
  }

  /** Takes its name when it is whole, so that what a killed run left is never taken for data. */
  async function make(size) {
    for (const name of await named(`^(${size}|filling)_`)) await drop(name);
    await ask(`CREATE DATABASE "filling_${size}" OWNER odaq`);
    const env = { DATABASE_URL: at(`filling_${size}`, url) };
    await tell('migrate', env);
    const reindex = () => tell('reindex', env);
    await fill({ connect: () => connect(`filling_${size}`), sizes: SIZES[size], reindex, say });
    await ask(`ALTER DATABASE "filling_${size}" RENAME TO "${size}_${fingerprint()}_${today()}"`);
  }

  /** A copy for this process; those of processes that are gone go too. */
  async function copy(name) {
    for (const left of await named('^copy_')) if (!isAlive(Number(/\d+/.exec(left)?.[0]))) await drop(left);
    const own = `copy_${process.pid}_${name}`;
    await ask(`CREATE DATABASE "${own}" OWNER odaq TEMPLATE "${name}" STRATEGY file_copy`);
    return { name: own, drop: () => drop(own) };
  }

  const isDurable = async () => (await ask('SHOW fsync'))[0].fsync === 'on';

  return {
    kept,
    make,
    copy,
    isDurable,
    connect,
    superuserUrl,
    urlOf: (name) => at(name, url),
    close: async () => (await asking).end(),
  };
}

const today = () => Temporal.Now.plainDateISO().toString().replaceAll('-', '');
const ageOf = (name) => Temporal.PlainDate.from(name.slice(-8)).until(Temporal.Now.plainDateISO()).days;

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
