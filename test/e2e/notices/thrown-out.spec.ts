import { enqueue, Jobs } from '#platform';
import { freshDatabase, workerDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

describe('a worker whose database throws everybody out', () => {
  it('comes back and does what is asked then', async () => {
    const database = await freshDatabase();
    const { url } = database.options as { url: string };
    const jobs = new Jobs(database, 1);
    const done = new Promise<void>((resolve) => jobs.define('errand', async () => resolve()));
    await jobs.start(url);

    const elsewhere = await workerDatabase();
    await elsewhere.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = current_user',
      [new URL(url).pathname.slice(1)],
    );
    try {
      // Our own connections were thrown out too; whoever asks meanwhile is told, and asks again.
      await until(async () => {
        const asked = enqueue(database.manager, [{ name: 'errand', payload: {} }]);
        return asked.then(
          () => true,
          () => false,
        );
      });
      await done;
    } finally {
      await jobs.stop();
    }
    // Beside the heaviest specs a database of its own alone takes long.
  }, 120_000);
});
