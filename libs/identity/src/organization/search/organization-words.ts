import type { EntityManager } from 'typeorm';
import { foldForIndex } from '#platform';

/** Writes by which words an organization is found: those of its names in all languages. */
export async function writeWords(
  tx: EntityManager,
  organizationId: string,
  names: Record<string, string>,
): Promise<void> {
  const folded = Object.entries(names).flatMap(([locale, name]) => foldForIndex(name, locale).split(' '));
  const words = [...new Set(folded)].filter((word) => word !== '').sort();
  await tx.query(
    `INSERT INTO organization_search (organization_id, words) VALUES ($1, array_to_tsvector($2::text[]))
     ON CONFLICT (organization_id) DO UPDATE SET words = excluded.words`,
    [organizationId, words],
  );
  // In alphabetical order, so that two writers never wait for each other.
  await tx.query('INSERT INTO organization_word (word) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
    words.filter(isGuessable),
  ]);
}

/** Whether a word is one that a misspelling may stand for. */
export function isGuessable(word: string): boolean {
  return word.length >= 4 && !/\d/.test(word);
}
