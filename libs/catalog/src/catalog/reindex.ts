import type { DataSource } from 'typeorm';
import { writeEntry } from './entry.writer.js';

const AT_ONCE = 50;

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

function reindexAfter(database: DataSource, last: string): Promise<string[]> {
  return database.transaction(async (tx) => {
    // Locked as every change locks it, and in order: an entry is then never older than its course.
    const courses: { id: string }[] = await tx.query(
      'SELECT id FROM course WHERE id > $1 ORDER BY id LIMIT $2 FOR NO KEY UPDATE',
      [last, AT_ONCE],
    );
    for (const { id } of courses) await writeEntry(tx, id);
    return courses.map(({ id }) => id);
  });
}

/** Words added by a change that is not committed yet are not seen here, so they stay. */
const FORGET_UNUSED_WORDS = `
  DELETE FROM catalog_word WHERE word NOT IN (SELECT word FROM ts_stat('SELECT words FROM catalog_entry'))`;
