import type { EntityManager } from 'typeorm';
import { foldForIndex, stemsOf } from '#platform';

const TEXTS = `
  SELECT locale, title || ' ' || coalesce(summary, '') AS text FROM curriculum_translation WHERE version_id = $1
  UNION ALL
  SELECT said.locale, said.title FROM curriculum_placement placement
  JOIN curriculum_module_translation said ON said.version_id = placement.module_version_id WHERE placement.version_id = $1
  UNION ALL
  SELECT outcome.locale, outcome.text FROM curriculum_placement placement
  JOIN curriculum_module_outcome outcome ON outcome.version_id = placement.module_version_id
  WHERE placement.version_id = $1`;

/** Notes by which words a base is found, in all its languages: those of the version that is published now. */
export async function writeStems(tx: EntityManager, curriculumId: string, versionId: string): Promise<void> {
  const texts: { locale: string; text: string }[] = await tx.query(TEXTS, [versionId]);
  const words = texts.flatMap(({ locale, text }) => foldForIndex(text, locale).split(' '));
  await tx.query(
    `INSERT INTO curriculum_stems (curriculum_id, stems) VALUES ($1, $2)
     ON CONFLICT (curriculum_id) DO UPDATE SET stems = excluded.stems`,
    [curriculumId, stemsOf(words).sort()],
  );
}
