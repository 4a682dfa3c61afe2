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

/** A migrated database of this spec’s own, for what would disturb others. Its address is in `options.url`. */
export function freshDatabase(entities: Entities = []): Promise<DataSource> {
  return open(newDatabase(), entities);
}

function open(address: Promise<string>, entities: Entities): Promise<DataSource> {
  const database = address.then((url) => createDataSource({ url, poolSize: 4, entities, migrations: [] }).initialize());
  opened.push(database);
  return database;
}
