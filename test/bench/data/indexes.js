/**
 * Takes away what costs time while much is written: indexes other than keys, and exclusions. Answers with the
 * statements that bring them back; building an index over rows that stand is several times faster than growing it.
 */
export async function dropIndexes(client) {
  const { rows } = await client.query(DROPPABLE);
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ restore }) => restore);
}

const DROPPABLE = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS restore
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'x'
  UNION ALL
  SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
  WHERE relnamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`;
