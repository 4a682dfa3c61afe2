import type { DataSource, DataSourceOptions } from 'typeorm';
import { createDataSource } from '../../libs/platform/src/database/data-source.js';
import { myPlace, newDatabase } from './place.js';

type Entities = NonNullable<DataSourceOptions['entities']>;

const opened: Promise<DataSource>[] = [];
let shared: Promise<DataSource> | undefined;

// Whoever imports this file needs not close anything.
afterAll(async () => {
  for (const database of opened) await (await database).destroy();
});

/** The database behind this worker’s server, for building worlds and counting rows. Without entities it takes SQL. */
export function workerDatabase(entities?: Entities): Promise<DataSource> {
  if (entities)
    return open(
      myPlace().then(({ databaseUrl }) => databaseUrl),
      entities,
    );
  shared ??= open(
    myPlace().then(({ databaseUrl }) => databaseUrl),
    [],
  );
  return shared;
}

/** A migrated database of this spec’s own, for what would disturb others. `urlOf` tells its address. */
export function freshDatabase(entities: Entities = []): Promise<DataSource> {
  return open(newDatabase(), entities);
}

export const urlOf = (database: DataSource) => (database.options as { url: string }).url;

/** Throws everybody out of a database, and lets nobody in until what it answers with is called. */
export async function letNobodyIn(url: string): Promise<() => Promise<unknown>> {
  const elsewhere = await workerDatabase();
  const name = new URL(url).pathname.slice(1);
  await elsewhere.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await elsewhere.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  return () => elsewhere.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
}

function open(address: Promise<string>, entities: Entities): Promise<DataSource> {
  const database = address.then((url) => createDataSource({ url, poolSize: 4, entities, migrations: [] }).initialize());
  opened.push(database);
  return database;
}
