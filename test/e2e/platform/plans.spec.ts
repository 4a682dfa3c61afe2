import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';
import { runConsole } from '../../support/bed/run-console.js';
import { freshDatabase } from '../../support/database.js';

const FILL = 'test/bench/data/fill-one.js';

/** A new database with thousands of rows. */
async function filledDatabase(): Promise<DataSource> {
  const database = await freshDatabase();
  // Filling takes who may do everything; in our own server that is `postgres`, by the same password.
  const address = process.env.DATABASE_URL
    ? urlOf(database)
    : Object.assign(new URL(urlOf(database)), { username: 'postgres' }).href;
  await promisify(execFile)(process.execPath, [FILL, 'tiny'], { env: { ...process.env, DATABASE_URL: address } });
  await fillDuties(database);
  return database;
}

/** A rule of the federation for chairs, and every member a chair who is to keep it. */
async function fillDuties(database: DataSource): Promise<void> {
  await database.query(`
    INSERT INTO training_rule (id, organization_id, role_code, kinds, within_days, valid_from, basis, created_by_account_id)
    SELECT gen_random_uuid(), organization_id, 'PRIM_CHAIR', '{}', 90, '2020-01-01', 'OWN_CHOICE', account_id
    FROM role_grant WHERE role = 'FEDERATION_ADMIN' LIMIT 1`);
  await database.query(`
    INSERT INTO mandate (id, organization_id, person_id, role_code, basis, started_on)
    SELECT gen_random_uuid(), organization_id, person_id, 'PRIM_CHAIR', 'ELECTED', current_date - (random() * 300)::int
    FROM membership`);
  await database.query(`
    INSERT INTO training_duty (id, rule_id, mandate_id, person_id, organization_id, role_code, first_due_on, due_on, due_at)
    SELECT gen_random_uuid(), rule.id, mandate.id, person_id, mandate.organization_id, mandate.role_code,
      started_on + 90, started_on + 90, started_on + 91
    FROM mandate JOIN training_rule rule USING (role_code)`);
  await database.query('VACUUM ANALYZE mandate, training_duty, training_rule');
}

const urlOf = (database: DataSource) => (database.options as { url: string }).url;

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
