import { Client } from 'pg';
import { client } from '../../support/client.js';
import { letNobodyIn } from '../../support/database.js';
import { myPlace, newDatabase } from '../../support/place.js';
import { startServer } from '../../support/server.js';
import { until } from '../../support/until.js';

describe('health', () => {
  it.each(['/health/live', '/health/ready'])(
    'tells a load balancer at %s that it may send people here',
    async (path) => {
      const { serverUrl } = await myPlace();

      const answer = await fetch(serverUrl + path);

      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ status: 'ok' });
    },
  );

  it('stays alive but not ready while its database lets nobody in, and goes on with its jobs once it does', async () => {
    const url = await newDatabase();
    const server = await startServer({ databaseUrl: url });
    const letIn = await letNobodyIn(url);

    const live = await fetch(`${server.url}/health/live`);
    const ready = await fetch(`${server.url}/health/ready`);
    const refused = await client.at(server.url).send('{ courses(first: 1) { edges { node { id } } } }');
    expect(live.status).toBe(200);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unavailable' });
    expect(refused).toBeRefusedWith('UNAVAILABLE');

    await letIn();
    await until(async () => (await fetch(`${server.url}/health/ready`)).status === 200);
    const inside = new Client({ connectionString: url });
    await inside.connect();
    await inside.query(`SELECT graphile_worker.add_job('notices:deliver', '{"noticeId": "none"}')`);
    await until(async () => {
      const { rows } = await inside.query('SELECT FROM graphile_worker.jobs WHERE last_error IS NOT NULL');
      return rows.length === 1;
    });
    await inside.end();
    expect(await server.kill()).toBe(0);
  }, 60_000);
});
