import { createDataSource, Jobs } from '#platform';

// Takes a job and never ends it; its spec kills it in the middle of the work. Runs compiled, as a process of its own.
// Arguments: address of the database, lease in seconds.
const [url, lease] = process.argv.slice(2);
const database = await createDataSource({ url, poolSize: 2, entities: [], migrations: [] }).initialize();

const jobs = new Jobs(database, Number(lease));
jobs.define('errand', ({ errand }) => {
  console.log(`began ${errand}`);
  return new Promise(() => {});
});
await jobs.start(url);
