import pg from 'pg';
import { workerDatabase } from '../../support/database.js';
import { world } from '../../support/enrollment.world.js';
import { myPlace } from '../../support/place.js';
import { until } from '../../support/until.js';

/** What the server does by itself once a minute. */
async function sweep(): Promise<void> {
  const database = await workerDatabase();
  const [{ id }] = await database.query(`SELECT id FROM graphile_worker.add_job('enrollment:sweep')`);
  await until(async () => (await database.query('SELECT FROM graphile_worker.jobs WHERE id = $1', [id])).length === 0);
}

describe('the sweep of each minute', () => {
  it('tells of a change when an offering began, and of none when nothing moved', async () => {
    const { id } = await world.offering({});
    const database = await workerDatabase();
    await database.query(
      `UPDATE offering SET opens_at = now() - interval '3 days', closes_at = now() - interval '2 days',
         starts_at = now() - interval '1 day', ends_at = now() + interval '1 day' WHERE id = $1`,
      [id],
    );
    const listener = new pg.Client({ connectionString: (await myPlace()).databaseUrl });
    await listener.connect();
    let changes = 0;
    listener.on('notification', ({ payload }) => {
      if (!payload) changes += 1;
    });
    try {
      await listener.query('LISTEN odaq_changed');
      await sweep();
      await until(async () => changes > 0);
      expect(await database.query('SELECT status FROM offering WHERE id = $1', [id])).toEqual([{ status: 'RUNNING' }]);

      changes = 0;
      await sweep();
      // Notices come before the answer to what is asked after them.
      await listener.query('SELECT 1');
      expect(changes).toBe(0);
    } finally {
      await listener.end();
    }
  });
});
