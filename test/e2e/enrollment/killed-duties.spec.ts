import type { DataSource } from 'typeorm';
import { enqueue, newId, Transactions } from '#platform';
import { DutyJobs } from '../../../libs/enrollment/src/duty/duty.jobs.js';
import { freshDatabase } from '../../support/database.js';
import { killAtRow, succeed } from '../../support/doom.js';

const OFFICES = 4_500;
const RULE_CHANGED = 'enrollment:training-rule-changed';

/** A rule for so many chairs, whose duties nobody has worked out yet. */
async function newRule(database: DataSource): Promise<string> {
  const [organizationId, accountId, ruleId] = [newId(), newId(), newId()];
  await database.query(
    `INSERT INTO organization (id, kind, country_code, time_zone, default_locale)
     VALUES ($1, 'PRIMARY_ORGANIZATION', 'KZ', 'Asia/Almaty', 'kk')`,
    [organizationId],
  );
  await database.query('INSERT INTO organization_closure VALUES ($1, $1)', [organizationId]);
  await database.query(
    `INSERT INTO person (id, family_name, given_name)
     SELECT gen_random_uuid(), 'Chair', i::text FROM generate_series(1, $1::int) i`,
    [OFFICES],
  );
  await database.query(
    `INSERT INTO account (id, person_id, email, password_hash)
     SELECT $1, id, 'c@odaq.example', 'none' FROM person LIMIT 1`,
    [accountId],
  );
  await database.query(
    `INSERT INTO mandate (id, organization_id, person_id, role_code, basis, started_on)
     SELECT gen_random_uuid(), $1, id, 'PRIM_CHAIR', 'ELECTED', current_date - 10 FROM person WHERE family_name = 'Chair'`,
    [organizationId],
  );
  await database.query(
    `INSERT INTO training_rule (id, organization_id, role_code, kinds, within_days, valid_from, basis, created_by_account_id)
     VALUES ($1, $2, 'PRIM_CHAIR', '{}', 90, '2020-01-01', 'OWN_CHOICE', $3)`,
    [ruleId, organizationId, accountId],
  );
  return ruleId;
}

describe('a server that is killed while it works out what offices must learn', () => {
  it('leaves nothing half done, and another works out exactly what is missing', async () => {
    const database = await freshDatabase();
    const ruleId = await newRule(database);
    await enqueue(database.manager, [{ name: RULE_CHANGED, payload: { ruleId } }]);
    const counts = async () => {
      const [row] = await database.query(
        `SELECT count(*)::int AS duties, count(DISTINCT mandate_id)::int AS offices,
           count(*) FILTER (WHERE due_on = current_date + 80)::int AS due FROM training_duty`,
      );
      return row;
    };

    // In the middle of the second two thousand.
    const [{ id }] = await database.query('SELECT id FROM mandate ORDER BY id OFFSET 3000 LIMIT 1');
    await killAtRow(database, 'training_duty', `NEW.mandate_id = '${id}'`);
    expect(await counts()).toEqual({ duties: 2_000, offices: 2_000, due: 2_000 });

    await succeed(database, RULE_CHANGED, (jobs) =>
      new DutyJobs(jobs, database, new Transactions(database)).onModuleInit(),
    );

    expect(await counts()).toEqual({ duties: OFFICES, offices: OFFICES, due: OFFICES });
  }, 300_000);
});
