import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import type { CurriculumModule } from './curriculum-module.entity.js';
import type { ModuleContent, Outcome } from './module.rows.js';

/** Writes a version of the module, seals it, and makes it the newest. Answers with its id. */
export async function writeModuleVersion(
  tx: EntityManager,
  module: CurriculumModule,
  number: number,
  content: ModuleContent,
): Promise<string> {
  const id = newId();
  const { lecture, practice, selfStudy, assessment } = content.hours;
  await tx.query(
    `INSERT INTO curriculum_module_version
       (id, module_id, number, lecture_hours, practice_hours, self_study_hours, assessment_hours, hours_source)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, module.id, number, lecture, practice, selfStudy, assessment, content.hoursSource],
  );
  await tx.query(
    `INSERT INTO curriculum_module_translation (version_id, position, locale, title, summary)
     SELECT $1, position, locale, title, summary FROM unnest($2::text[], $3::text[], $4::text[])
       WITH ORDINALITY AS given (locale, title, summary, position)`,
    [
      id,
      content.texts.map(({ locale }) => locale),
      content.texts.map(({ title }) => title),
      content.texts.map(({ summary }) => summary),
    ],
  );
  await writeOutcomes(tx, module.id, id, content.outcomes);
  await tx.query('INSERT INTO curriculum_module_course (version_id, course_id) SELECT $1, unnest($2::uuid[])', [
    id,
    content.courseIds,
  ]);
  // From here on the database refuses any change of it.
  await tx.query('UPDATE curriculum_module_version SET published_at = now() WHERE id = $1', [id]);
  await tx.query('UPDATE curriculum_module SET newest_version_id = $2 WHERE id = $1', [module.id, id]);
  return id;
}

async function writeOutcomes(
  tx: EntityManager,
  moduleId: string,
  versionId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  await tx.query(
    'INSERT INTO curriculum_outcome (id, module_id) SELECT unnest($1::uuid[]), $2 ON CONFLICT (id) DO NOTHING',
    [outcomes.map(({ id }) => id), moduleId],
  );
  const texts = outcomes.flatMap(({ id, texts }, place) =>
    Object.entries(texts).map(([locale, text]) => ({ id, position: place + 1, locale, text })),
  );
  await tx.query(
    `INSERT INTO curriculum_module_outcome (version_id, outcome_id, position, locale, text)
     SELECT $1, * FROM unnest($2::uuid[], $3::smallint[], $4::text[], $5::text[])`,
    [
      versionId,
      texts.map(({ id }) => id),
      texts.map(({ position }) => position),
      texts.map(({ locale }) => locale),
      texts.map(({ text }) => text),
    ],
  );
}
