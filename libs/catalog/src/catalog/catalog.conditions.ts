import { type Binds, type Viewer } from '#platform';
import { CourseStage } from '../course/course-stage.js';
import { ofEditableProvider } from '../course/visibility.js';
import type { CourseFilter } from './courses.args.js';
import { forgivingQuery, isFindable, type SoughtWord } from './text-query.js';

/** The parts of a filter that facets count; a facet leaves out its own part. */
export type Facet = 'kinds' | 'sectors' | 'languages' | 'countries';

export const PUBLISHED = "entry.stage = 'PUBLISHED'";

/** Whether the list holds published courses alone. */
export function isOfPublished({ stages }: CourseFilter): boolean {
  return !stages?.length || stages.every((stage) => stage === CourseStage.PUBLISHED);
}

/** Whether the list holds drafts and retired courses alone, which are few. */
export function isOfOthers({ stages }: CourseFilter): boolean {
  return Boolean(stages?.length) && !stages?.includes(CourseStage.PUBLISHED);
}

/** Whether a filter, but for its text, leaves out nothing of the published catalog. */
export function isOfAll(filter: CourseFilter): boolean {
  const { kinds, sectorCodes, roleCodes, countryCodes, languages, providerId } = filter;
  const lists = [kinds, sectorCodes, roleCodes, countryCodes, languages];
  return isOfPublished(filter) && !providerId && lists.every((list) => !list?.length);
}

/**
 * The lists that one of several stages is made of: published courses, which are many and held in memory, and those
 * beside them, which are few.
 */
export function partsOf(filter: CourseFilter): [CourseFilter, ...CourseFilter[]] {
  const others = filter.stages?.filter((stage) => stage !== CourseStage.PUBLISHED) ?? [];
  const isMixed = others.length > 0 && others.length < (filter.stages?.length ?? 0);
  return isMixed
    ? [
        { ...filter, stages: null },
        { ...filter, stages: others },
      ]
    : [filter];
}

/** The same list, told shorter: to who has not signed in, drafts and retired courses are not there. */
export function filterFor(viewer: Viewer | null, filter: CourseFilter): CourseFilter {
  return !viewer && filter.stages?.includes(CourseStage.PUBLISHED) ? { ...filter, stages: null } : filter;
}

/**
 * What the viewer may list, before anything else: everybody the catalog, editors their drafts and retired courses. These
 * are few, and have an index of their own.
 */
export function listedFor(viewer: Viewer | null, filter: CourseFilter, binds: Binds): string {
  if (isOfPublished(filter)) return PUBLISHED;

  const isWanted = `entry.stage = ANY(${binds.of([...new Set(filter.stages)])}::course_stage[])`;
  const others = `(NOT ${PUBLISHED} AND ${isWanted} AND ${ofEditableProvider(viewer, binds)})`;
  return filter.stages?.includes(CourseStage.PUBLISHED) ? `(${PUBLISHED} OR ${others})` : others;
}

/** The parts of the filter that facets show, but for one, as conditions on `catalog_entry entry`. */
export function facetConditions(filter: CourseFilter, binds: Binds, except?: Facet): string[] {
  const { kinds, sectorCodes, languages, countryCodes } = filter;
  const any = (facet: Facet, column: string, codes?: string[] | null) =>
    facet !== except && codes?.length ? [`entry.${column} && ${binds.of(codes)}::text[]`] : [];
  return [
    ...(except !== 'kinds' && kinds?.length ? [`entry.kind = ANY(${binds.of(kinds)}::course_kind[])`] : []),
    ...any('sectors', 'sector_codes', sectorCodes),
    ...any('languages', 'languages', languages),
    ...any('countries', 'country_codes', countryCodes),
  ];
}

/** The parts no facet shows. */
export function otherConditions(filter: CourseFilter, binds: Binds): string[] {
  return [
    ...(filter.roleCodes?.length ? [`entry.role_codes && ${binds.of(filter.roleCodes)}::text[]`] : []),
    ...(filter.providerId ? [`entry.provider_id = ${binds.of(filter.providerId)}`] : []),
  ];
}

/** The whole filter without its text; visibility first. */
export function conditions(viewer: Viewer | null, filter: CourseFilter, binds: Binds): string {
  const parts = [...otherConditions(filter, binds), ...facetConditions(filter, binds)];
  return [listedFor(viewer, filter, binds), ...parts].join(' AND ');
}

/** The text part of a filter; null: it has none. A text without a single letter or digit finds nothing. */
export function found(words: readonly SoughtWord[] | null, binds: Binds): string {
  if (words === null) return 'true';
  return isFindable(words) ? `entry.words @@ ${binds.of(forgivingQuery(words))}::tsquery` : 'false';
}

/** The same for the index of words, whatever the planner would think of it if it knew the query. */
export function holding(words: readonly SoughtWord[], binds: Binds): string {
  return isFindable(words) ? `entry.words @@ (SELECT ${binds.of(forgivingQuery(words))}::tsquery)` : 'false';
}
