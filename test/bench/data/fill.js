import { readFile } from 'node:fs/promises';
import { dropIndexes } from './indexes.js';
import { vocabulary } from './words.js';

/**
 * Fills a migrated database, the same way each time but for the dates, which lie around today. `reindex` has the
 * product write its catalog from the courses, beside the rest.
 */
export async function fill({ connect, sizes, reindex, say }) {
  const client = await connect();
  const indexes = await dropIndexes(client);
  const run = runnerOf(client, sizes);
  await run('people');
  await run('organizations');
  await run('courses');
  say(`${sizes.persons.toLocaleString('en')} persons and ${sizes.courses.toLocaleString('en')} courses written`);
  const indexed = reindex();
  indexed.catch(() => {});
  await run('offerings');
  await run('enrollments');
  await run('duties');
  await run('requests');
  say(`${sizes.enrollments.toLocaleString('en')} enrollments written`);
  await indexed;
  say('catalog written');
  for (const index of indexes) await client.query(index);
  await client.query('VACUUM (ANALYZE)');
  say('indexes built');
  await client.end();
}

function runnerOf(client, sizes) {
  const prepared = prepare(client);
  return async (part) => {
    await prepared;
    const sql = await readFile(new URL(`${part}.sql`, import.meta.url), 'utf8');
    // A name after one colon is a size; after two it is a type.
    await client.query(sql.replaceAll(/(?<!:):(\w+)\b/g, (_, name) => sizes[name]));
  };
}

/** What is written is right by itself, so no foreign key is looked up and no trigger runs. */
async function prepare(client) {
  await client.query(
    `SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'`,
  );
  await client.query(HELPERS);
  await client.query('SELECT setseed(0.42)');
  await client.query(
    'INSERT INTO vocabulary SELECT * FROM jsonb_to_recordset($1) AS w (locale text, rank int, word text)',
    [JSON.stringify(vocabulary())],
  );
}

/** Ids in the shape of ours, growing with their number. */
const HELPERS = `
  CREATE FUNCTION pg_temp.id(kind text, number int) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$
    SELECT (lpad(to_hex(1767225600000 + number), 12, '0') || '7' || left(md5(kind), 3) || '8' || left(md5(kind || number), 15))::uuid $$;
  CREATE FUNCTION pg_temp.capital(words text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
    SELECT upper(left(words, 1)) || substr(words, 2) $$;
  CREATE TEMP TABLE vocabulary (locale text, rank int, word text, PRIMARY KEY (locale, rank))`;
