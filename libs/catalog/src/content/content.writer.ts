import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import type { CourseContent, OutcomeText, Translation, Workload } from './content.js';

type Writer<Part extends keyof CourseContent> = (
  tx: EntityManager,
  versionId: string,
  part: CourseContent[Part],
) => Promise<unknown>;

/** Writes the given parts of a draft, each in place of what it said before. Parts left out stay. */
export async function writeContent(tx: EntityManager, versionId: string, parts: Partial<CourseContent>): Promise<void> {
  for (const part of Object.keys(WRITERS) as (keyof CourseContent)[]) {
    const value = parts[part];
    if (value !== undefined) await (WRITERS[part] as Writer<typeof part>)(tx, versionId, value);
  }
}

const WRITERS: { [Part in keyof CourseContent]: Writer<Part> } = {
  kind: (tx, versionId, kind) => tx.query('UPDATE course_version SET kind = $2 WHERE id = $1', [versionId, kind]),
  workload: writeWorkload,
  translations: writeTranslations,
  outcomes: writeOutcomes,
  sectorCodes: codesInto('course_sector', 'sector_code'),
  roleCodes: codesInto('course_role', 'role_code'),
  countryCodes: codesInto('course_country', 'country_code'),
  languages: codesInto('course_language', 'locale'),
  prerequisiteIds: codesInto('course_prerequisite', 'required_course_id', 'uuid'),
};

function writeWorkload(tx: EntityManager, versionId: string, workload: Workload | null): Promise<unknown> {
  return tx.query(
    `UPDATE course_version SET academic_hours = $2, minutes_per_academic_hour = $3, workload_source = $4 WHERE id = $1`,
    [versionId, workload?.academicHours ?? null, workload?.minutesPerAcademicHour ?? null, workload?.source ?? null],
  );
}

async function writeTranslations(tx: EntityManager, versionId: string, texts: Translation[]): Promise<void> {
  await tx.query('DELETE FROM course_translation WHERE version_id = $1', [versionId]);
  await tx.query(
    `INSERT INTO course_translation (version_id, position, locale, title, summary, description)
     SELECT $1, position, locale, title, summary, description
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[])
       WITH ORDINALITY AS given (locale, title, summary, description, position)`,
    [
      versionId,
      texts.map(({ locale }) => locale),
      texts.map(({ title }) => title),
      texts.map(({ summary }) => summary),
      texts.map(({ description }) => description),
    ],
  );
}

async function writeOutcomes(tx: EntityManager, versionId: string, outcomes: OutcomeText[]): Promise<void> {
  await tx.query('DELETE FROM course_outcome WHERE version_id = $1', [versionId]);
  const ids = outcomes.map(() => newId());
  await tx.query(
    `INSERT INTO course_outcome (id, version_id, position)
     SELECT id, $1, position FROM unnest($2::uuid[]) WITH ORDINALITY AS given (id, position)`,
    [versionId, ids],
  );
  const texts = outcomes.flatMap(({ translations }, place) =>
    translations.map(({ locale, text }) => ({ id: ids[place], locale, text })),
  );
  await tx.query(
    `INSERT INTO course_outcome_translation (outcome_id, locale, text)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])`,
    [texts.map(({ id }) => id), texts.map(({ locale }) => locale), texts.map(({ text }) => text)],
  );
}

function codesInto(table: string, column: string, type: 'text' | 'uuid' = 'text') {
  return async (tx: EntityManager, versionId: string, codes: string[]): Promise<void> => {
    await tx.query(`DELETE FROM ${table} WHERE version_id = $1`, [versionId]);
    await tx.query(`INSERT INTO ${table} (version_id, ${column}) SELECT $1, unnest($2::${type}[])`, [versionId, codes]);
  };
}
