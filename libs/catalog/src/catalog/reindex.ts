import type { DataSource } from 'typeorm';
import { writeEntries } from './entry.writer.js';

/** Courses of one transaction; their editors wait so long for it. */
const AT_ONCE = 100;

/**
 * Builds what the catalog shows and finds anew, for when the rules of search changed, or names of sectors, roles or
 * languages did. Readers and editors go on meanwhile. Answers with the number of courses.
 */
export async function reindexCatalog(database: DataSource): Promise<number> {
  let done = 0;
  for (let last: string | undefined = '00000000-0000-0000-0000-000000000000'; last; ) {
    const ids = await reindexAfter(database, last);
    done += ids.length;
    last = ids.at(-1);
  }
  await database.query(FORGET_UNUSED_WORDS);
  return done;
}

/** Courses are locked in the order of their ids and words come last, so that nobody waits in a circle. */
function reindexAfter(database: DataSource, last: string): Promise<string[]> {
  return database.transaction(async (tx) => {
    const courses: { id: string }[] = await tx.query(
      'SELECT id FROM course WHERE id > $1 ORDER BY id LIMIT $2 FOR NO KEY UPDATE',
      [last, AT_ONCE],
    );
    const ids = courses.map(({ id }) => id);
    if (ids.length > 0) await writeEntries(tx, ids);
    return ids;
  });
}

/** Words added by a change that is not committed yet are not seen here, so they stay. */
const FORGET_UNUSED_WORDS = `
  DELETE FROM catalog_word WHERE word NOT IN (SELECT word FROM ts_stat('SELECT words FROM catalog_entry'))`;
