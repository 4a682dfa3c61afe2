import { readFile } from 'node:fs/promises';
import { pool } from './pool.js';
import { serve } from './serve.js';

// POST /?offering=…&person=…&account=…[&key=…]: with a key the whole act, without it the place alone.
await pool.query(await readFile(new URL('enroll.sql', import.meta.url), 'utf8'));

const BARE = { name: 'bare', text: 'SELECT bench_enroll_bare($1, $2, $3)::text AS answer' };
const WHOLE = { name: 'whole', text: 'SELECT bench_enroll_whole($1, $2, $3, $4)::text AS answer' };

serve(async (query) => {
  const values = ['offering', 'person', 'account'].map((name) => query.get(name));
  const key = query.get('key');
  const { rows } = await pool.query(key ? { ...WHOLE, values: [...values, key] } : { ...BARE, values });
  return `{"data":{"enroll":${rows[0].answer}}}`;
});
