import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';
import { runConsole } from '../../support/bed/run-console.js';
import { freshDatabase, urlOf } from '../../support/database.js';

const FILL = 'test/bench/data/fill-one.js';

/** A new database with thousands of rows. */
async function filledDatabase(): Promise<DataSource> {
  const database = await freshDatabase();
  // Filling takes who may do everything; in our own server that is `postgres`, by the same password.
  const address = process.env.DATABASE_URL
    ? urlOf(database)
    : Object.assign(new URL(urlOf(database)), { username: 'postgres' }).href;
  await promisify(execFile)(process.execPath, [FILL, 'tiny'], { env: { ...process.env, DATABASE_URL: address } });
  return database;
}

/** What `console plans` prints, whether it fails or not. */
const plansOf = (database: DataSource) =>
  runConsole(['plans'], { DATABASE_URL: urlOf(database) }).catch(({ stdout }: { stdout: string }) => stdout);

describe('the plans of the hottest operations', () => {
  it('read no large table from end to end, and a lost index is noticed', async () => {
    const database = await filledDatabase();

    const sound = await plansOf(database);

    expect(sound.match(/SCANS .*/g)).toBeNull();
    expect(sound).toMatch(/\d+ statements, of which 0 scan a large table\.\n$/);
    expect(sound.match(/^\S.*: \d+ statements$/gm)).toHaveLength(13);

    await database.query('DROP INDEX offering_by_course');
    const broken = await plansOf(database);

    expect(broken.match(/SCANS .*/g)).toEqual(expect.arrayContaining(['SCANS offering']));
  }, 900_000);
});
