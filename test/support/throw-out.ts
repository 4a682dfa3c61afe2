import type { DataSource } from 'typeorm';

/** Whoever does this to such a row for the first time is thrown out, as by a database that shuts down. */
export async function throwOutOnce(
  database: DataSource,
  act: 'DELETE' | 'UPDATE',
  table: string,
  condition = 'true',
): Promise<void> {
  await database.query(`
    CREATE SEQUENCE thrown_out;
    CREATE FUNCTION throw_out() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('thrown_out') = 1 THEN RAISE 'thrown out' USING ERRCODE = '57P01'; END IF;
      RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$;
    CREATE TRIGGER throw_out BEFORE ${act} ON ${table} FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION throw_out()`);
}

export async function countThrownOut(database: DataSource): Promise<number> {
  const [row] = await database.query('SELECT last_value::int AS count FROM thrown_out WHERE is_called');
  return row?.count ?? 0;
}
