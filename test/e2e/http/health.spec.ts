import { workerDatabase } from '../../support/database.js';
import { myPlace, newDatabase } from '../../support/place.js';
import { startServer } from '../../support/server.js';

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

  it('stays alive but not ready while its database lets nobody in', async () => {
    const url = await newDatabase();
    const server = await startServer({ databaseUrl: url });
    const name = new URL(url).pathname.slice(1);
    const elsewhere = await workerDatabase();
    await elsewhere.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await elsewhere.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);

    const live = await fetch(`${server.url}/health/live`);
    const ready = await fetch(`${server.url}/health/ready`);
    await server.kill();

    expect(live.status).toBe(200);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unavailable' });
  });
});
