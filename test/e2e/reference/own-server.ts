import type { DataSource, DataSourceOptions } from 'typeorm';
import { referenceEntities } from '#reference';
import { client } from '../../support/client.js';
import { freshDatabase } from '../../support/database.js';
import { type RunningServer, startServer } from '../../support/server.js';

type Entities = NonNullable<DataSourceOptions['entities']>;

const servers: RunningServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.kill())));

/** A server over a database of its own, for a test that changes the lists: others count on the shipped ones. */
export async function ownServer(
  entities: Entities = referenceEntities,
): Promise<{ database: DataSource; anybody: typeof client }> {
  const database = await freshDatabase(entities);
  const server = await startServer({ databaseUrl: (database.options as { url: string }).url });
  servers.push(server);
  return { database, anybody: client.at(server.url) };
}
