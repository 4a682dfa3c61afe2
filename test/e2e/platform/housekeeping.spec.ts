import { randomUUID } from 'node:crypto';
import { workerDatabase } from '../../support/database.js';
import { world } from '../../support/enrollment.world.js';
import { until } from '../../support/until.js';

const count = async (sql: string, id: string): Promise<number> => {
  const database = await workerDatabase();
  const [row] = await database.query(sql, [id]);
  return row.count;
};

describe('what nobody needs any more', () => {
  it('idempotency keys are forgotten after a week, and not before', async () => {
    const [database, person] = [await workerDatabase(), await world.person()];
    for (const days of [6, 8]) {
      await database.query(
        `INSERT INTO idempotency_key (account_id, key, act, fingerprint, created_at)
         VALUES ($1, $2, 'enroll', 'x', now() - make_interval(days => $3))`,
        [person.accountId, randomUUID(), days],
      );
    }
    await database.query(`SELECT graphile_worker.add_job('platform:forget-keys')`);

    const keys = 'SELECT count(*)::int FROM idempotency_key WHERE account_id = $1';
    await until(async () => (await count(keys, person.accountId)) === 1);
  });

  it('sign-ins are removed long after they ended, and live ones never', async () => {
    const [database, person] = [await workerDatabase(), await world.person()];
    await database.query(
      `INSERT INTO sign_in (id, account_id, token_hash, created_at, expires_at)
       VALUES ($1, $2, $3, now() - interval '200 days', now() - interval '91 days')`,
      [randomUUID(), person.accountId, Buffer.from(randomUUID())],
    );
    await database.query(`SELECT graphile_worker.add_job('identity:remove-ended-sign-ins')`);

    const signIns = 'SELECT count(*)::int FROM sign_in WHERE account_id = $1';
    await until(async () => (await count(signIns, person.accountId)) === 1);
  });
});
