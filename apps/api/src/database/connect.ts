import type { DataSource } from 'typeorm';
import { CannotStart } from '../cannot-start.js';

const OLDEST = 15;

/** Opens the pool. Refuses with CannotStart when there is no PostgreSQL 15 or newer that lets us in. */
export async function connect(database: DataSource, url: string): Promise<void> {
  try {
    await database.initialize();
  } catch (error) {
    throw asCannotStart(error, url);
  }
  const [{ version }] = await database.query(`SELECT current_setting('server_version_num')::int / 10000 AS version`);
  if (version < OLDEST) {
    throw new CannotStart(`DATABASE_URL leads to PostgreSQL ${version}: Odaq needs ${OLDEST} or newer.`);
  }
}

/** An error of the driver, told without the password. */
function asCannotStart(error: unknown, url: string): unknown {
  const { hostname, port, username, pathname } = new URL(url);
  const [first] = error instanceof AggregateError ? error.errors : [error];
  const { code = '', message } = first as Error & { code?: string };
  const at = `${hostname}:${port || 5432}`;
  if (code === '28P01' || code === '28000') {
    return new CannotStart(`PostgreSQL at ${at} does not let ${username || 'this user'} in: correct DATABASE_URL.`);
  }
  if (code === '3D000') {
    return new CannotStart(
      `PostgreSQL at ${at} has no database ${pathname.slice(1)}: create it, or correct DATABASE_URL.`,
    );
  }
  const isOfDriver = code !== '' || /timeout|terminated|SASL|SSL/i.test(message);
  if (!isOfDriver) return error;
  return new CannotStart(
    `PostgreSQL at ${at} cannot be reached (${code || message}): start it, or correct DATABASE_URL, or unset it and Odaq runs its own.`,
    { cause: error },
  );
}
