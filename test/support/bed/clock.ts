import { Client } from 'pg';

/**
 * Over this database no server does anything by the clock any more: it would go on with what one spec left behind
 * while another counts that nothing was written. Specs about it ask for it themselves, or have a database of their own.
 */
export async function stopClock(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // The queue takes for due what was last run before the minute that has come.
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
