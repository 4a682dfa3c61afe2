import { readSettings } from '#platform';
import { type OpenDatabase, openDatabase } from '../../../api/src/database/open-database.js';

/** Opens the database of the settings, brings it up to date, and closes it whatever happens. */
export async function withDatabase<T>(work: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const open = await openDatabase(readSettings());
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}
