import type { EntityManager } from 'typeorm';

/** Published entries that are kept once more at least, the newest; it may be twice as many. */
const KEPT = 8_192;

/** Condition on `catalog_recent entry`: of entries so new, each is there. */
export const IS_RECENT = 'entry.shown_at >= (SELECT shown_at FROM catalog_horizon)';

/**
 * Writes the newest entries once more: small, with their words in the row. The horizon only ever rises, so who writes
 * by an older one writes more than is asked for, and nobody waits. Entries of these courses are written already.
 */
export async function writeRecent(tx: EntityManager, courseIds: readonly string[], kept = KEPT): Promise<void> {
  await tx.query('DELETE FROM catalog_recent WHERE course_id = ANY($1)', [courseIds]);
  await tx.query(COPY, [courseIds]);
  const [excess] = await tx.query(NTH, [2 * kept]);
  if (excess) await tx.query(FORGET, [kept]);
}

// Words made anew: as they are copied, they would stay beside the row.
const COPY = `
  INSERT INTO catalog_recent (course_id, stage, shown_at, kind, provider_id, sector_codes, role_codes, country_codes,
    languages, words)
  SELECT course_id, stage, shown_at, kind, provider_id, sector_codes, role_codes, country_codes, languages,
    array_to_tsvector(tsvector_to_array(words))
  FROM catalog_entry entry WHERE course_id = ANY($1) AND stage = 'PUBLISHED' AND ${IS_RECENT}`;

const NTH = 'SELECT shown_at FROM catalog_recent ORDER BY shown_at DESC OFFSET $1 LIMIT 1';

/** Who finds another at it leaves it to that one. */
const FORGET = `
  WITH horizon AS (SELECT is_only FROM catalog_horizon FOR UPDATE SKIP LOCKED),
  risen AS (
    UPDATE catalog_horizon SET shown_at = greatest(catalog_horizon.shown_at,
      (SELECT shown_at FROM catalog_recent ORDER BY shown_at DESC OFFSET $1 - 1 LIMIT 1))
    FROM horizon WHERE catalog_horizon.is_only = horizon.is_only RETURNING catalog_horizon.shown_at)
  DELETE FROM catalog_recent USING risen WHERE catalog_recent.shown_at < risen.shown_at`;
