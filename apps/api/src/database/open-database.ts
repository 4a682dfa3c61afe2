import type { DataSource } from 'typeorm';
import { beginLegalRegister } from '#curriculum';
import { createDataSource, type Settings, startEmbeddedPostgres } from '#platform';
import { refreshReference } from '#reference';
import { bringUpToDate } from './bring-up-to-date.js';
import { connect } from './connect.js';
import { entities } from './entities.js';

export interface OpenDatabase {
  database: DataSource;
  /** Holds the password: never log it. */
  url: string;
  /** Migrations that this start had to do, oldest first. */
  migrated: string[];
  /** Closes the pool, and lets go of the embedded PostgreSQL. */
  close(): Promise<void>;
}

/**
 * The database of these settings, reachable and up to date: of DATABASE_URL, or of the embedded PostgreSQL.
 * Refuses with CannotStart or PostgresUnavailable.
 */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const embedded = settings.databaseUrl ? null : await startEmbeddedPostgres({ dataDir: settings.dataDir });
  const url = settings.databaseUrl ?? embedded?.url ?? '';
  const database = createDataSource({ url, poolSize: settings.databasePool, entities, migrations: [] });
  const close = async () => {
    if (database.isInitialized) await database.destroy();
    await embedded?.release();
  };
  try {
    await connect(database, url);
    const migrated = await bringUpToDate(database, url);
    await refreshReference(database);
    await beginLegalRegister(database);
    return { database, url, migrated, close };
  } catch (error) {
    await close();
    throw error;
  }
}
