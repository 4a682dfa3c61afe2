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

async function reindexAfter(database: DataSource, last: string): Promise<string[]> {
  const courses: { id: string }[] = await database.query('SELECT id FROM course WHERE id > $1 ORDER BY id LIMIT $2', [
    last,
    AT_ONCE,
  ]);
  for (const { id } of courses) await reindexCourse(database, id);
  return courses.map(({ id }) => id);
}

/** Alone in its transaction: words of several courses are in no order, and publishers would wait in a circle. */
function reindexCourse(database: DataSource, id: string): Promise<void> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT 1 FROM course WHERE id = $1 FOR NO KEY UPDATE', [id]);
    await writeEntry(tx, id);
  });
}

/** Words added by a change that is not committed yet are not seen here, so they stay. */
const FORGET_UNUSED_WORDS = `
  DELETE FROM catalog_word WHERE word NOT IN (SELECT word FROM ts_stat('SELECT words FROM catalog_entry'))`;
