import type { EntityManager } from 'typeorm';
import { foldForIndex, pickLocale } from '#platform';
import type { CourseContent, Translation } from '../content/content.js';
import { contentsOf } from '../content/content.queries.js';
import { CourseStage } from '../course/course-stage.js';
import { OF_TITLE } from './text-query.js';

/** A course and its version that readers see: the published one, else the draft. */
interface Shown {
  courseId: string;
  versionId: string;
  stage: CourseStage;
  /** The language of the provider’s people. */
  providerLocale: string;
}

interface ShownCourse extends Shown {
  content: CourseContent;
}

/**
 * Writes what the catalog shows and finds of a course, in the transaction that changed it, while its row is locked.
 * Lists are then read from one table, whatever a course consists of.
 */
export function writeEntry(tx: EntityManager, courseId: string): Promise<void> {
  return writeEntries(tx, [courseId]);
}

/** The same for several courses, whose rows are all locked. */
export async function writeEntries(tx: EntityManager, courseIds: readonly string[]): Promise<void> {
  const courses = await shownCourses(tx, courseIds);
  const words = await wordsOf(tx, courses);
  await tx.query(ENTRIES, [JSON.stringify(courses.map((course, place) => entryOf(course, words[place] ?? NO_WORDS)))]);
  await writeTitles(tx, courses);
  await addToVocabulary(
    tx,
    words.flatMap(({ anywhere }) => anywhere),
  );
}

async function shownCourses(tx: EntityManager, courseIds: readonly string[]): Promise<ShownCourse[]> {
  const shown: Shown[] = await tx.query(SHOWN, [courseIds]);
  if (shown.length < courseIds.length) throw new Error(`of ${courseIds.join(', ')} some have no version to show`);
  const contents = await contentsOf(
    tx,
    shown.map(({ versionId }) => versionId),
  );
  return shown.map((course, place) => ({ ...course, content: contents[place] as CourseContent }));
}

function entryOf({ courseId, versionId, stage, content }: ShownCourse, words: Words) {
  return {
    course_id: courseId,
    version_id: versionId,
    stage,
    sector_codes: content.sectorCodes,
    role_codes: content.roleCodes,
    country_codes: content.countryCodes,
    languages: content.languages,
    texts: content.translations.map(asText),
    words: [...words.anywhere, ...words.inTitles.map((word) => OF_TITLE + word)],
  };
}

/** What lists show of a translation. The description is long and read one by one, so only its being there is noted. */
function asText({ locale, title, summary, description }: Translation) {
  return { locale, title, summary, isDescribed: description !== null };
}

/** Folded words of a course, those of its titles once more. */
interface Words {
  anywhere: string[];
  inTitles: string[];
}

const NO_WORDS: Words = { anywhere: [], inTitles: [] };

async function wordsOf(tx: EntityManager, courses: readonly ShownCourse[]): Promise<Words[]> {
  const ofSectors = await wordsByCode(tx, 'sector', new Set(courses.flatMap(({ content }) => content.sectorCodes)));
  const ofRoles = await wordsByCode(tx, 'training_role', new Set(courses.flatMap(({ content }) => content.roleCodes)));
  return courses.map(({ content: { translations, outcomes, sectorCodes, roleCodes } }) => {
    const titles = translations.map(({ locale, title }) => ({ locale, text: title }));
    const summaries = translations.map(({ locale, summary }) => ({ locale, text: summary ?? '' }));
    const inTitles = folded(titles);
    const others = folded([...summaries, ...outcomes.flatMap((outcome) => outcome.translations)]);
    const names = [
      ...sectorCodes.flatMap((code) => ofSectors.get(code) ?? []),
      ...roleCodes.flatMap((code) => ofRoles.get(code) ?? []),
    ];
    return { inTitles, anywhere: [...new Set([...inTitles, ...others, ...names])] };
  });
}

/** Folded words of the names of sectors or roles, in all languages. */
async function wordsByCode(tx: EntityManager, table: 'sector' | 'training_role', codes: ReadonlySet<string>) {
  const rows: { code: string; names: Record<string, string> }[] = await tx.query(
    `SELECT code, names FROM ${table} WHERE code = ANY($1)`,
    [[...codes]],
  );
  return new Map(
    rows.map(({ code, names }) => [code, folded(Object.entries(names).map(([locale, text]) => ({ locale, text })))]),
  );
}

function folded(texts: readonly { locale: string; text: string }[]): string[] {
  const words = texts.flatMap(({ locale, text }) => foldForIndex(text, locale).split(' '));
  return [...new Set(words)].filter((word) => word !== '');
}

/** A row for each course and language of the lists: the title that its readers see, so that they can have the list by title. */
async function writeTitles(tx: EntityManager, courses: readonly ShownCourse[]) {
  const languages: { tag: string }[] = await tx.query('SELECT tag FROM language');
  const titles = courses.flatMap(({ courseId, providerLocale, content: { translations } }) => {
    const locales = translations.map(({ locale }) => locale);
    if (locales.length === 0) return [];
    return languages.map(({ tag }) => {
      const shown = pickLocale([tag], locales, [providerLocale]);
      return { courseId, tag, key: sortable(translations.find(({ locale }) => locale === shown)?.title ?? '') };
    });
  });
  await tx.query('DELETE FROM catalog_title WHERE course_id = ANY($1)', [courses.map(({ courseId }) => courseId)]);
  await tx.query(
    'INSERT INTO catalog_title (course_id, locale, title_key) SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])',
    [titles.map(({ courseId }) => courseId), titles.map(({ tag }) => tag), titles.map(({ key }) => key)],
  );
}

/** Without the quotes and dashes in front, which would sort before every letter. */
function sortable(title: string): string {
  return title.replace(/^[^\p{L}\p{N}]+/u, '') || title;
}

/** In alphabetical order, so that two publishers never wait for each other. */
async function addToVocabulary(tx: EntityManager, words: readonly string[]): Promise<void> {
  await tx.query('INSERT INTO catalog_word (word) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
    [...new Set(words)].sort(),
  ]);
}

const SHOWN = `
  SELECT course.id AS "courseId", version.id AS "versionId", organization.default_locale AS "providerLocale",
    CASE WHEN course.retired_at IS NOT NULL THEN 'RETIRED'
         WHEN course.published_version_id IS NOT NULL THEN 'PUBLISHED' ELSE 'DRAFT' END AS stage
  FROM course
  JOIN organization ON organization.id = course.provider_id
  JOIN course_version version ON version.course_id = course.id
    AND CASE WHEN course.published_version_id IS NULL THEN version.published_at IS NULL
             ELSE version.id = course.published_version_id END
  WHERE course.id = ANY($1) ORDER BY course.id`;

const ENTRIES = `
  INSERT INTO catalog_entry (
    course_id, version_id, stage, slug, provider_id, kind, version_number, academic_hours, minutes_per_academic_hour,
    workload_source, published_at, shown_at, sector_codes, role_codes, country_codes, languages, texts,
    words)
  SELECT course.id, version.id, given.stage, course.slug, course.provider_id, version.kind, version.number,
    version.academic_hours, version.minutes_per_academic_hour, version.workload_source, version.published_at,
    coalesce(version.published_at, course.created_at), given.sector_codes, given.role_codes, given.country_codes,
    given.languages, given.texts, array_to_tsvector(given.words)
  FROM jsonb_to_recordset($1) AS given (course_id uuid, version_id uuid, stage course_stage, sector_codes text[],
    role_codes text[], country_codes text[], languages text[], texts jsonb, words text[])
  JOIN course ON course.id = given.course_id
  JOIN course_version version ON version.id = given.version_id
  ON CONFLICT (course_id) DO UPDATE SET
    version_id = excluded.version_id, stage = excluded.stage, slug = excluded.slug, kind = excluded.kind,
    version_number = excluded.version_number, academic_hours = excluded.academic_hours,
    minutes_per_academic_hour = excluded.minutes_per_academic_hour, workload_source = excluded.workload_source,
    published_at = excluded.published_at, shown_at = excluded.shown_at, sector_codes = excluded.sector_codes,
    role_codes = excluded.role_codes, country_codes = excluded.country_codes, languages = excluded.languages,
    texts = excluded.texts, words = excluded.words`;
