import pg from 'pg';

/**
 * What the server does by the clock, it never does there: it would go on with what specs left behind, while others
 * count that nothing was written. Who wants it asks for it.
 */
export async function stopClock(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // The queue runs what was last run before the minute that has come.
    await client.query(
      `CREATE FUNCTION never_due() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN NEW.last_execution := 'infinity'; RETURN NEW; END $$;
       CREATE TRIGGER never_due BEFORE INSERT ON graphile_worker._private_known_crontabs
       FOR EACH ROW EXECUTE FUNCTION never_due()`,
    );
  } finally {
    await client.end();
  }
}
