import type { EntityManager } from 'typeorm';
import { foldForIndex, pickLocale } from '#platform';
import type { CourseContent, Translation } from '../content/content.js';
import { contentOf } from '../content/content.queries.js';
import { CourseStage } from '../course/course-stage.js';
import { OF_TITLE } from './text-query.js';
import { isGuessable } from './vocabulary.js';

/** The version that readers of a course see: the published one, else the draft. */
interface Shown {
  versionId: string;
  stage: CourseStage;
  /** The language of the provider’s people. */
  providerLocale: string;
}

/**
 * Writes what the catalog shows and finds of a course, in the transaction that changed it, while its row is locked.
 * Lists are then read from one table, whatever a course consists of.
 */
export async function writeEntry(tx: EntityManager, courseId: string): Promise<void> {
  const shown = await shownVersion(tx, courseId);
  const content = await contentOf(tx, shown.versionId);
  const { words, titleWords } = await wordsOf(tx, content);
  await tx.query(ENTRY, [
    courseId,
    shown.versionId,
    shown.stage,
    content.sectorCodes,
    content.roleCodes,
    content.countryCodes,
    content.languages,
    JSON.stringify(content.translations.map(asText)),
    [...words, ...titleWords.map((word) => OF_TITLE + word)],
  ]);
  await writeTitles(tx, courseId, content.translations, shown.providerLocale);
  await addToVocabulary(tx, words);
}

async function shownVersion(tx: EntityManager, courseId: string): Promise<Shown> {
  const [shown]: Shown[] = await tx.query(SHOWN, [courseId]);
  if (!shown) throw new Error(`course ${courseId} has no version to show`);
  return shown;
}

/** What lists show of a translation. The description is long and read one by one, so only its being there is noted. */
function asText({ locale, title, summary, description }: Translation) {
  return { locale, title, summary, isDescribed: description !== null };
}

async function wordsOf(tx: EntityManager, { translations, outcomes, sectorCodes, roleCodes }: CourseContent) {
  const names: { locale: string; text: string }[] = await tx.query(NAMES, [sectorCodes, roleCodes]);
  const titles = translations.map(({ locale, title }) => ({ locale, text: title }));
  const summaries = translations.map(({ locale, summary }) => ({ locale, text: summary ?? '' }));
  const titleWords = folded(titles);
  const others = folded([...summaries, ...outcomes.flatMap((outcome) => outcome.translations), ...names]);
  return { titleWords, words: [...new Set([...titleWords, ...others])] };
}

function folded(texts: readonly { locale: string; text: string }[]): string[] {
  const words = texts.flatMap(({ locale, text }) => foldForIndex(text, locale).split(' '));
  return [...new Set(words)].filter((word) => word !== '');
}

/** A row for each language of the lists: the title that its readers see, so that they can have the list by title. */
async function writeTitles(tx: EntityManager, courseId: string, texts: readonly Translation[], providerLocale: string) {
  const locales = texts.map(({ locale }) => locale);
  const languages: { tag: string }[] = await tx.query('SELECT tag FROM language');
  const titles = languages.map(({ tag }) => {
    const shown = pickLocale([tag], locales, [providerLocale]);
    return sortable(texts.find(({ locale }) => locale === shown)?.title ?? '');
  });
  await tx.query('DELETE FROM catalog_title WHERE course_id = $1', [courseId]);
  await tx.query(
    `INSERT INTO catalog_title (course_id, locale, title_key) SELECT $1, * FROM unnest($2::text[], $3::text[])`,
    [courseId, languages.map(({ tag }) => tag), titles],
  );
}

/** Without the quotes and dashes in front, which would sort before every letter. */
function sortable(title: string): string {
  return title.replace(/^[^\p{L}\p{N}]+/u, '') || title;
}

/** In alphabetical order, so that two publishers never wait for each other. */
async function addToVocabulary(tx: EntityManager, words: readonly string[]): Promise<void> {
  await tx.query('INSERT INTO catalog_word (word) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
    words.filter(isGuessable).sort(),
  ]);
}

const SHOWN = `
  SELECT version.id AS "versionId", organization.default_locale AS "providerLocale",
    CASE WHEN course.retired_at IS NOT NULL THEN 'RETIRED'
         WHEN course.published_version_id IS NOT NULL THEN 'PUBLISHED' ELSE 'DRAFT' END AS stage
  FROM course
  JOIN organization ON organization.id = course.provider_id
  JOIN course_version version ON version.course_id = course.id
    AND CASE WHEN course.published_version_id IS NULL THEN version.published_at IS NULL
             ELSE version.id = course.published_version_id END
  WHERE course.id = $1`;

const NAMES = `
  SELECT name.key AS locale, name.value AS text
  FROM (SELECT names FROM sector WHERE code = ANY($1) UNION ALL SELECT names FROM training_role WHERE code = ANY($2)) named,
    jsonb_each_text(named.names) name`;

const ENTRY = `
  INSERT INTO catalog_entry (
    course_id, version_id, stage, slug, provider_id, kind, version_number, academic_hours, minutes_per_academic_hour,
    workload_source, published_at, shown_at, sector_codes, role_codes, country_codes, languages, texts,
    words)
  SELECT course.id, version.id, $3::course_stage, course.slug, course.provider_id, version.kind, version.number,
    version.academic_hours, version.minutes_per_academic_hour, version.workload_source, version.published_at,
    coalesce(version.published_at, course.created_at), $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb,
    array_to_tsvector($9::text[])
  FROM course, course_version version WHERE course.id = $1 AND version.id = $2
  ON CONFLICT (course_id) DO UPDATE SET
    version_id = excluded.version_id, stage = excluded.stage, slug = excluded.slug, kind = excluded.kind,
    version_number = excluded.version_number, academic_hours = excluded.academic_hours,
    minutes_per_academic_hour = excluded.minutes_per_academic_hour, workload_source = excluded.workload_source,
    published_at = excluded.published_at, shown_at = excluded.shown_at, sector_codes = excluded.sector_codes,
    role_codes = excluded.role_codes, country_codes = excluded.country_codes, languages = excluded.languages,
    texts = excluded.texts, words = excluded.words`;
