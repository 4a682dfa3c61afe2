import { broughtOrganization } from '#identity';
import {
  type Ahead,
  type Binds,
  type Brings,
  byReader,
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
  sectorCodes: 'entry.sector_codes',
  roleCodes: 'entry.role_codes',
  countryCodes: 'entry.country_codes',
  languages: 'entry.languages',
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
  brought: readonly string[];
  /** What other libs make of columns of theirs, by the field. */
  foreseen: ReadonlyMap<string, Ahead>;
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
  const columns: string[] = [];
  const brought: string[] = [];
  const bring = (field: string, sql: string) => {
    columns.push(`${sql} AS "${field}"`);
    brought.push(field);
  };
  const texts = SHOWN_TEXTS.filter((field) => selection.has(field));
  const isOneLanguage = !properties.has('texts') && texts.every((field) => selection.isPlain(field));
  const joins = texts.length > 0 && isOneLanguage ? joinsOfTexts(selection, order) : '';
  if (joins) for (const field of texts) bring(field, OF_SHOWN[field] ?? 'NULL');
  else if (texts.length > 0) properties.add('texts');

  const provider = broughtOrganization(selection.below('provider'), {
    id: 'entry.provider_id',
    locale: 'provider.default_locale',
    order,
  });
  if (provider) bring('provider', provider);
  const ahead = new Map<string, Ahead>();
  for (const { field, plan } of foreseen) {
    const planned = plan({ asked, binds, id: 'entry.course_id' });
    if (planned) ahead.set(field, planned);
  }
  const others = [...ahead].map(([field, { sql }]) => `${sql} AS "${field}"`);
  const all = [KEY, ...[...properties].map(columnOf), ...columns, ...others];
  return { columns: all.join(', '), joins, brought, foreseen: ahead };
}

/** A row as it was read, with what it brings along set apart. */
export function courseOf(row: CourseRow, { brought, foreseen }: CoursePlan): CourseRow & Brings {
  const all = row as unknown as Record<string, unknown>;
  const answers = [...foreseen].map(([field, { read }]) => [field, read(all[field], row)]);
  return Object.assign(row, {
    brought: Object.fromEntries(brought.map((field) => [field, all[field]])),
    foreseen: Object.fromEntries(answers),
  });
}

const OF_SHOWN: Readonly<Record<string, string>> = {
  title: 'shown.title',
  titleLocale: 'shown.locale',
  summary: 'coalesce(shown.summary, other.summary)',
  summaryLocale: 'CASE WHEN shown.summary IS NULL THEN other.locale ELSE shown.locale END',
};

/** The text for this reader, and where it lacks a summary, the one that has it. */
function joinsOfTexts(selection: Selection, order: () => string): string {
  const best = (condition: string) => `(
    SELECT text.locale, text.title, text.summary FROM course_translation text
    WHERE text.version_id = entry.version_id AND ${condition}
    ORDER BY ${byReader('text.locale', order(), 'provider.default_locale')}, text.position LIMIT 1)`;
  const shown = `LEFT JOIN LATERAL ${best('true')} shown ON true`;
  if (!selection.has('summary', 'summaryLocale')) return shown;
  return `${shown} LEFT JOIN LATERAL ${best('shown.summary IS NULL AND text.summary IS NOT NULL')} other ON true`;
}

function propertiesOf(field: string): readonly Property[] {
  return OF_FIELD[field] ?? (field in COLUMNS ? [field as Property] : []);
}

function columnOf(property: Property): string {
  return `${COLUMNS[property]} AS "${property}"`;
}
