import { broughtOrganization } from '#identity';
import {
  type Ahead,
  type AheadOf,
  type Binds,
  type Brings,
  forReader,
  type LookedAhead,
  type RequestContext,
  readingOrder,
  type Selection,
} from '#platform';
import type { CourseRow } from './course.rows.js';

/** Every list of courses has these: what they belong to, and what fields of other libs are found by. */
const KEY = `entry.course_id AS id, entry.version_id AS "versionId", entry.provider_id AS "providerId",
  provider.default_locale AS "providerLocale"`;

/** What each further property of a row is read from. */
const COLUMNS = {
  stage: 'entry.stage',
  slug: 'entry.slug',
  kind: 'entry.kind',
  versionNumber: 'entry.version_number',
  academicHours: 'entry.academic_hours::float8',
  minutesPerAcademicHour: 'entry.minutes_per_academic_hour',
  workloadSource: 'entry.workload_source',
  publishedAt: 'entry.published_at',
  // As JSON, which is read faster than arrays.
  sectorCodes: 'array_to_json(entry.sector_codes)',
  roleCodes: 'array_to_json(entry.role_codes)',
  countryCodes: 'array_to_json(entry.country_codes)',
  languages: 'array_to_json(entry.languages)',
  texts: 'entry.texts',
} as const satisfies Partial<Record<keyof CourseRow, string>>;

type Property = keyof typeof COLUMNS;

/** Properties a field is made of, where that is not the one of its name. */
const OF_FIELD: Readonly<Record<string, readonly Property[]>> = {
  workload: ['academicHours', 'minutesPerAcademicHour', 'workloadSource'],
  sectors: ['sectorCodes'],
  targetRoles: ['roleCodes'],
  countries: ['countryCodes'],
  description: ['texts'],
  descriptionLocale: ['texts'],
  translations: ['texts'],
};

const SHOWN_TEXTS = ['title', 'titleLocale', 'summary', 'summaryLocale'];

/** How a list of courses is read: columns of `catalog_entry entry`, `organization provider` and what `joins` adds. */
export interface CoursePlan {
  columns: string;
  joins: string;
  /** Columns that are whole answers to fields. */
  brought: ReadonlyMap<string, Ahead>;
  /** What other libs make of columns of theirs, by the field. */
  foreseen: ReadonlyMap<string, AheadOf>;
}

/** All that a course may be asked for, its texts in every language. */
export const ALL_COLUMNS = [KEY, ...Object.keys(COLUMNS).map((property) => columnOf(property as Property))].join(', ');

/** Reads what was selected and no more; texts and names in the reader’s language alone, where no other is asked for. */
export function planCourses({ selection, foreseen }: LookedAhead, asked: RequestContext, binds: Binds): CoursePlan {
  let bound: string | undefined;
  const order = () => {
    bound ??= binds.of(readingOrder(asked.locales));
    return bound;
  };
  const properties = new Set<Property>(selection.names.flatMap((field) => propertiesOf(field)));
  const brought = new Map<string, Ahead>();
  const texts = SHOWN_TEXTS.filter((field) => selection.has(field));
  const isOneLanguage = !properties.has('texts') && texts.every((field) => selection.isPlain(field));
  const joins = texts.length > 0 && isOneLanguage ? joinsOfTexts(selection, order) : '';
  if (joins) for (const field of texts) brought.set(field, { sql: OF_SHOWN[field] ?? 'NULL', read: asItIs });
  else if (texts.length > 0) properties.add('texts');

  const provider = broughtOrganization(selection.below('provider'), {
    id: 'entry.provider_id',
    locale: 'provider.default_locale',
    order,
  });
  if (provider) brought.set('provider', provider);
  const ahead = new Map<string, AheadOf>();
  for (const { field, plan } of foreseen) {
    const planned = plan({ asked, binds, id: 'entry.course_id' });
    if (planned) ahead.set(field, planned);
  }
  const answers = [...brought, ...ahead].map(([field, { sql }]) => `${sql} AS "${field}"`);
  const all = [KEY, ...[...properties].map(columnOf), ...answers];
  return { columns: all.join(', '), joins, brought, foreseen: ahead };
}

/** A row as it was read, with what it brings along set apart. */
export function courseOf(row: CourseRow, { brought, foreseen }: CoursePlan): CourseRow & Brings {
  const all = row as unknown as Record<string, unknown>;
  const answers: Record<string, unknown> = {};
  for (const [field, { read }] of brought) answers[field] = read(all[field]);
  const others: Record<string, unknown> = {};
  for (const [field, { read }] of foreseen) others[field] = read(all[field], row);
  return Object.assign(row, { brought: answers, foreseen: others });
}

const asItIs = (value: unknown) => value;

const OF_SHOWN: Readonly<Record<string, string>> = {
  title: 'shown.title',
  titleLocale: 'shown.locale',
  summary: 'coalesce(shown.summary, other.summary)',
  summaryLocale: 'CASE WHEN shown.summary IS NULL THEN other.locale ELSE shown.locale END',
};

/** The text for this reader, and where it lacks a summary, the one that has it. */
function joinsOfTexts(selection: Selection, order: () => string): string {
  const best = (condition: string) =>
    forReader({
      columns: 'text.locale, text.title, text.summary',
      from: `course_translation text WHERE text.version_id = entry.version_id AND ${condition}`,
      locale: 'text.locale',
      order: order(),
      fallback: 'provider.default_locale',
      last: 'text.position',
    });
  const shown = `LEFT JOIN LATERAL (${best('true')}) shown ON true`;
  if (!selection.has('summary', 'summaryLocale')) return shown;
  return `${shown} LEFT JOIN LATERAL (${best('shown.summary IS NULL AND text.summary IS NOT NULL')}) other ON true`;
}

function propertiesOf(field: string): readonly Property[] {
  return OF_FIELD[field] ?? (field in COLUMNS ? [field as Property] : []);
}

function columnOf(property: Property): string {
  return `${COLUMNS[property]} AS "${property}"`;
}
