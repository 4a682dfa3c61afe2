import type { EntityManager } from 'typeorm';

/** Advisory lock of the shape of the tree. Whoever adds a leaf shares it, whoever moves or closes has it alone. */
const TREE = 1_868_849_602;

/** Lets others add leaves meanwhile, but nobody move what the leaf hangs on. */
export async function shareTree(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [TREE]);
}

/** Two moves one after the other: each alone may be right, and both together a circle. */
export async function lockTree(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [TREE]);
}

/** Writes who stands above a new organization, whose parents are known to the tree. */
export async function addToTree(tx: EntityManager, id: string, parentIds: readonly (string | null)[]): Promise<void> {
  await tx.query(
    `INSERT INTO organization_closure (ancestor_id, descendant_id)
     SELECT $1::uuid, $1::uuid
     UNION SELECT ancestor_id, $1::uuid FROM organization_closure WHERE descendant_id = ANY($2::uuid[])`,
    [id, parentIds.filter(Boolean)],
  );
}

/**
 * Writes anew who stands above these organizations and above everybody below them, after their parents were changed.
 * Give it the locked tree. What stands below them was not changed, so the old closure still says who is affected.
 */
export async function rebuildAbove(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const rows: { id: string }[] = await tx.query(
    'SELECT DISTINCT descendant_id AS id FROM organization_closure WHERE ancestor_id = ANY($1::uuid[])',
    [ids],
  );
  const affected = rows.map(({ id }) => id);
  await tx.query('DELETE FROM organization_closure WHERE descendant_id = ANY($1::uuid[])', [affected]);
  await tx.query(
    `WITH RECURSIVE above (descendant_id, ancestor_id) AS (
       SELECT id, id FROM unnest($1::uuid[]) AS affected (id)
       UNION
       SELECT above.descendant_id, parent.id
       FROM above JOIN organization ON organization.id = above.ancestor_id
       CROSS JOIN LATERAL (VALUES (sectoral_parent_id), (territorial_parent_id)) AS parent (id)
       WHERE parent.id IS NOT NULL
     )
     INSERT INTO organization_closure (ancestor_id, descendant_id) SELECT ancestor_id, descendant_id FROM above`,
    [affected],
  );
}

/**
 * The circle that would close if `id` went below `parentId`: from `id` down to `parentId`, the shortest way.
 * Empty: there is none.
 */
export async function circleThrough(tx: EntityManager, id: string, parentId: string): Promise<string[]> {
  const [found]: { way: string[] }[] = await tx.query(
    `WITH RECURSIVE up (id, way) AS (
       SELECT $2::uuid, ARRAY[$2::uuid]
       UNION ALL
       SELECT parent.id, parent.id || up.way
       FROM up JOIN organization ON organization.id = up.id
       CROSS JOIN LATERAL (
         SELECT sectoral_parent_id AS id UNION SELECT territorial_parent_id
       ) AS parent
       JOIN organization_closure ON ancestor_id = $1 AND descendant_id = parent.id
       WHERE up.id <> $1
     )
     SELECT way FROM up WHERE id = $1 ORDER BY cardinality(way), way LIMIT 1`,
    [id, parentId],
  );
  return found?.way ?? [];
}
