import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { newId } from '../../libs/platform/src/ids.js';
import { type Answer, type Asker, client } from './client.js';
import { workerDatabase } from './database.js';

export interface Academy {
  id: string;
  /** Publishes its courses. */
  admin: Staff;
  /** Writes its courses, without publishing them. */
  editor: Staff;
}

export interface Staff {
  token: string;
  accountId: string;
}

export type Texts = Record<string, string>;

/** What a course says, as a test cares for it; the rest is filled in. */
export interface CourseWish {
  kind?: string;
  slug?: string | null;
  /** By locale, the first one first. */
  titles?: Texts;
  summaries?: Texts;
  descriptions?: Texts;
  outcomes?: Texts[];
  languages?: string[];
  sectorCodes?: string[];
  roleCodes?: string[];
  countryCodes?: string[];
  prerequisiteIds?: string[];
  workload?: { academicHours: number; minutesPerAcademicHour?: number; source?: string | null } | null;
}

export interface MadeCourse {
  id: string;
  slug: string;
  revision: number;
}

/** An academy whose people read this language, with its staff. Nothing is ever removed, so tests only see their own. */
export async function newAcademy(defaultLocale = 'uz', own?: DataSource): Promise<Academy> {
  const database = own ?? (await workerDatabase());
  const id = newId();
  await database.query(
    `INSERT INTO organization (id, kind, country_code, time_zone, default_locale)
     VALUES ($1, 'ACADEMY', 'UZ', 'Asia/Tashkent', $2)`,
    [id, defaultLocale],
  );
  await database.query('INSERT INTO organization_closure (ancestor_id, descendant_id) VALUES ($1, $1)', [id]);
  await database.query('INSERT INTO organization_name (organization_id, locale, name) VALUES ($1, $2, $3)', [
    id,
    defaultLocale,
    `Academy ${id.slice(-6)}`,
  ]);
  return { id, admin: await newStaff(id, 'ACADEMY_ADMIN', own), editor: await newStaff(id, 'COURSE_EDITOR', own) };
}

/** Somebody signed in, with a role in an organization or with none. */
export async function newStaff(organizationId?: string, role?: string, own?: DataSource): Promise<Staff> {
  const database = own ?? (await workerDatabase());
  const [personId, accountId, token] = [newId(), newId(), randomBytes(32).toString('base64url')];
  await database.query(`INSERT INTO person (id, family_name, given_name) VALUES ($1, 'Staff', 'Test')`, [personId]);
  await database.query(`INSERT INTO account (id, person_id, email, password_hash) VALUES ($1, $2, $3, 'none')`, [
    accountId,
    personId,
    `${accountId}@example.org`,
  ]);
  await database.query(
    `INSERT INTO sign_in (id, account_id, token_hash, expires_at) VALUES ($1, $2, $3, now() + interval '1 day')`,
    [newId(), accountId, createHash('sha256').update(token).digest()],
  );
  if (organizationId) {
    await database.query(
      `INSERT INTO role_grant (id, account_id, organization_id, role, scope) VALUES ($1, $2, $3, $4, 'SELF')`,
      [newId(), accountId, organizationId, role],
    );
  }
  return { token, accountId };
}

/** The input of `createCourse` for a course that could be published. */
export function courseInput(providerId: string, wish: CourseWish = {}) {
  const { titles = { en: 'Collective bargaining' }, summaries = {}, descriptions = {}, ...rest } = wish;
  const locales = Object.keys(titles);
  const { outcomes = [Object.fromEntries(locales.map((locale) => [locale, `Outcome ${locale}`]))], ...plain } = rest;
  return {
    providerId,
    kind: 'SEMINAR',
    languages: locales,
    workload: { academicHours: 36 },
    translations: locales.map((locale) => ({
      locale,
      title: titles[locale],
      summary: summaries[locale] ?? null,
      description: descriptions[locale] ?? null,
    })),
    outcomes: outcomes.map(localized),
    ...plain,
  };
}

export function localized(texts: Texts) {
  return { translations: Object.entries(texts).map(([locale, text]) => ({ locale, text })) };
}

/** On the interface, because a union takes no fragment on a reason it does not have. */
const REASONS = `errors { __typename ... on UserError { message path
  ... on UnknownCode { list code } ... on TranslationMissing { locale } ... on OutcomeTranslationMissing { position locale }
  ... on TranslationRepeated { locale } ... on CourseChangedMeanwhile { revision } ... on SlugTaken { slug }
  ... on PrerequisiteLoop { prerequisiteId } ... on PrerequisiteNotFound { prerequisiteId }
  ... on PrerequisiteNotPublished { prerequisiteId } } }`;
const MADE = 'course { id slug revision stage versionNumber publishedAt title titleLocale }';

/** Sends one course mutation, such as `createCourse`. */
export function sendCourse(
  who: Asker,
  mutation: 'createCourse' | 'updateCourse' | 'publishCourse' | 'retireCourse',
  input: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const Input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${Input}!) { ${mutation}(input: $input) { ${MADE} ${REASONS} } }`;
  return client.as(who).send(document, { input }, headers);
}

/** A draft of the academy, by its editor. */
export async function draftOf(academy: Academy, wish: CourseWish = {}): Promise<MadeCourse> {
  const answer = await sendCourse(academy.editor, 'createCourse', courseInput(academy.id, wish));
  expect(answer).toSucceed();
  return answer.data.createCourse.course;
}

/** A published course of the academy. */
export async function publishedCourse(academy: Academy, wish: CourseWish = {}): Promise<MadeCourse> {
  const { id } = await draftOf(academy, wish);
  const answer = await sendCourse(academy.admin, 'publishCourse', { courseId: id });
  expect(answer).toSucceed();
  return answer.data.publishCourse.course;
}

/** Ids of the courses of a list, in its order. */
export async function idsOf(filter: object, page: { orderBy?: string; first?: number } = {}, who: Asker = null) {
  const answer = await client.as(who).send(
    `query ($filter: CourseFilter, $orderBy: CourseOrder, $first: Int!) {
      courses(filter: $filter, orderBy: $orderBy, first: $first) { edges { node { id } } } }`,
    { filter, first: 100, ...page },
  );
  expect(answer).toSucceed();
  return answer.data.courses.edges.map(({ node }: { node: { id: string } }) => node.id) as string[];
}

export async function countOf(table: string, where = 'true', values: unknown[] = []): Promise<number> {
  const database = await workerDatabase();
  const [row] = await database.query(`SELECT count(*)::int AS count FROM ${table} WHERE ${where}`, values);
  return row.count;
}

/** A word nobody else uses, so that a search finds this test’s courses only. Letters, so that it may be misspelt. */
export function ownWord(): string {
  return Array.from(randomBytes(7), (byte) => 'bdfglmnprtvz'.charAt(byte % 12) + 'aeou'.charAt((byte >> 4) % 4))
    .join('')
    .slice(0, 14);
}

/** The course once more, many times, each a day older than the one before; what readers see of it, and no more. */
export async function copiesOf(id: string, academyId: string, slug: string, count: number): Promise<void> {
  await (await workerDatabase()).transaction(async (tx) => {
    await tx.query(
      `CREATE TEMP TABLE copy ON COMMIT DROP AS
       SELECT gen_random_uuid() AS id, i, timestamptz '2020-01-01Z' - i * interval '1 day' AS shown_at
       FROM generate_series(1, $1::int) i`,
      [count],
    );
    await tx.query(`INSERT INTO course (id, provider_id, slug) SELECT id, $1, $2 || i FROM copy`, [
      academyId,
      `${slug}-`,
    ]);
    await tx.query(`INSERT INTO course_version (id, course_id, number, kind) SELECT id, id, 1, 'SEMINAR' FROM copy`);
    await tx.query(
      `INSERT INTO catalog_entry (course_id, version_id, stage, slug, provider_id, kind, version_number, published_at,
         shown_at, sector_codes, role_codes, country_codes, languages, texts, words)
       SELECT copy.id, copy.id, stage, $1 || i, provider_id, kind, 1, copy.shown_at, copy.shown_at, sector_codes,
         role_codes, country_codes, languages, texts, words
       FROM copy, catalog_entry WHERE course_id = $2`,
      [`${slug}-`, id],
    );
  });
}
