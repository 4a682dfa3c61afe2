import type { DataSource } from 'typeorm';
import { writeEntries } from './entry.writer.js';

/** Courses of one transaction; their editors wait so long for it. */
const AT_ONCE = 100;
/** Of one transaction; who writes a course waits so long for it. */
const WORDS_AT_ONCE = 500;
const LONGEST_STATEMENT = '30min';

/**
 * Builds what the catalog shows and finds anew, for when the rules of search changed, or names of sectors, roles or
 * languages did. Readers and editors go on meanwhile. Answers with the number of courses.
 */
export async function reindexCatalog(database: DataSource): Promise<number> {
  let done = 0;
  for (let last: string | undefined = 'ffffffff-ffff-ffff-ffff-ffffffffffff'; last; ) {
    const ids = await reindexBefore(database, last);
    done += ids.length;
    last = ids[0];
  }
  await forgetUnusedWords(database);
  return done;
}

/**
 * The newest first. Courses are locked in the order of their ids and words come last, so that nobody waits in a
 * circle.
 */
function reindexBefore(database: DataSource, last: string): Promise<string[]> {
  return database.transaction(async (tx) => {
    const courses: { id: string }[] = await tx.query(
      `SELECT id FROM course WHERE id IN (SELECT id FROM course WHERE id < $1 ORDER BY id DESC LIMIT $2)
       ORDER BY id FOR NO KEY UPDATE`,
      [last, AT_ONCE],
    );
    const ids = courses.map(({ id }) => id);
    if (ids.length > 0) await writeEntries(tx, ids);
    return ids;
  });
}

/**
 * Which words nothing uses is found out without holding up anybody. Who writes a course holds the vocabulary until its
 * entry can be seen, and is waited for: a word it needs must stay.
 */
export async function forgetUnusedWords(database: DataSource): Promise<void> {
  const { words, snapshot } = await findUnusedWords(database);
  for (let from = 0; from < words.length; from += WORDS_AT_ONCE) {
    await database.transaction(async (tx) => {
      await tx.query('LOCK TABLE catalog_word IN SHARE ROW EXCLUSIVE MODE');
      await tx.query(
        // What was seen then is not read again, though an old transaction may be still under way.
        `WITH used AS MATERIALIZED (SELECT DISTINCT lexeme FROM catalog_entry, unnest(words)
           WHERE written >= pg_snapshot_xmin($2::pg_snapshot) AND NOT pg_visible_in_snapshot(written, $2::pg_snapshot))
         DELETE FROM catalog_word WHERE word = ANY($1) AND word NOT IN (SELECT lexeme FROM used)`,
        [words.slice(from, from + WORDS_AT_ONCE), snapshot],
      );
    });
  }
}

/** Reads every word of every course that is in the snapshot: a minute, where there are a hundred thousand. */
function findUnusedWords(database: DataSource): Promise<{ words: string[]; snapshot: string }> {
  return database.transaction('REPEATABLE READ', async (tx) => {
    await tx.query(`SET LOCAL statement_timeout = '${LONGEST_STATEMENT}'`);
    const rows: { word: string }[] = await tx.query(
      `SELECT word FROM catalog_word WHERE word NOT IN (SELECT word FROM ts_stat('SELECT words FROM catalog_entry'))`,
    );
    const [{ snapshot }]: [{ snapshot: string }] = await tx.query('SELECT pg_current_snapshot()::text AS snapshot');
    return { words: rows.map(({ word }) => word), snapshot };
  });
}
