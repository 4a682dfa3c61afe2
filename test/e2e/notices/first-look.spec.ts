import { enqueue, Jobs } from '#platform';
import { freshDatabase } from '../../support/database.js';

/** The queue is there, and the first who ask which jobs it knows are thrown out. */
const THROWN_OUT = `
  CREATE SEQUENCE asked;
  CREATE FUNCTION throw_out() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF nextval('asked') = 1 THEN RAISE 'thrown out' USING ERRCODE = '57P01'; END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER throw_out BEFORE INSERT ON graphile_worker._private_tasks FOR EACH STATEMENT EXECUTE FUNCTION throw_out()`;

describe('a worker that is thrown out at its first look at the queue', () => {
  it('begins anew and does what is asked', async () => {
    const database = await freshDatabase();
    const { url } = database.options as { url: string };
    await database.query(THROWN_OUT);
    const jobs = new Jobs(database);
    const done = new Promise<void>((resolve) => jobs.define('errand', async () => resolve()));

    await jobs.start(url);
    try {
      await enqueue(database.manager, [{ name: 'errand', payload: {} }]);
      await done;
    } finally {
      await jobs.stop();
    }

    const [{ asked }] = await database.query('SELECT last_value::int AS asked FROM asked');
    expect(asked).toBeGreaterThan(1);
  }, 60_000);
});
