import { readFile } from 'node:fs/promises';
import { vocabulary } from './words.js';

export const SIZES = {
  usual: { academies: 60, courses: 2_000, offerings: 8_000, persons: 50_000, enrollments: 100_000 },
  large: { academies: 60, courses: 10_000, offerings: 40_000, persons: 300_000, enrollments: 1_000_000 },
};

/**
 * Fills a migrated database, the same way each time but for the dates, which lie around today. `reindex` has the
 * product write its catalog from the courses, while offerings and enrollments are written.
 */
export async function fill(client, sizes, reindex) {
  await client.query(HELPERS);
  await client.query('SELECT setseed(0.42)');
  await client.query(
    'INSERT INTO vocabulary SELECT * FROM jsonb_to_recordset($1) AS w (locale text, rank int, word text)',
    [JSON.stringify(vocabulary())],
  );
  const run = async (part) => {
    const sql = await readFile(new URL(`${part}.sql`, import.meta.url), 'utf8');
    // A name after one colon is a size; after two it is a type.
    await client.query(sql.replaceAll(/(?<!:):(\w+)\b/g, (_, name) => sizes[name]));
  };
  await run('people');
  await run('courses');
  const indexed = reindex();
  indexed.catch(() => {});
  await run('offerings');
  await run('enrollments');
  await indexed;
  await client.query('DISCARD TEMP');
  await client.query('VACUUM ANALYZE');
}

/** Ids in the shape of ours, growing with their number. */
const HELPERS = `
  CREATE FUNCTION pg_temp.id(kind text, number int) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$
    SELECT (lpad(to_hex(1767225600000 + number), 12, '0') || '7' || left(md5(kind), 3) || '8' || left(md5(kind || number), 15))::uuid $$;
  CREATE FUNCTION pg_temp.capital(words text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
    SELECT upper(left(words, 1)) || substr(words, 2) $$;
  CREATE TEMP TABLE vocabulary (locale text, rank int, word text, PRIMARY KEY (locale, rank))`;

/** What requests are made of. Tokens are those of people.sql. */
export async function readWorld(client) {
  const rows = (sql) => client.query(sql).then((result) => result.rows);
  const persons = await rows(
    `SELECT person_id AS "personId", account.id AS "accountId", 'bench-token-' || substring(email FROM '\\d+') AS token
     FROM account WHERE email LIKE '%@bench.example' ORDER BY account.id`,
  );
  const offerings = await rows(`SELECT id, capacity, mode FROM offering WHERE status = 'OPEN' ORDER BY id`);
  const ids = (kind) => offerings.filter(kind).map(({ id }) => id);
  const isSpecial = ({ mode }) => mode === 'ONLINE';
  return {
    persons,
    offerings: ids((offering) => !isSpecial(offering)),
    hot: ids((offering) => isSpecial(offering) && offering.capacity > 2),
    small: ids((offering) => isSpecial(offering) && offering.capacity === 2),
  };
}
