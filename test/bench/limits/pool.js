import pg from 'pg';

/** As many connections as our server has. */
export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL),
  application_name: 'odaq-bench-limit',
});
