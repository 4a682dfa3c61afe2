import { HOUR_KINDS, type ModuleContent } from './module.rows.js';

export enum DifferingPart {
  LECTURE_HOURS = 'LECTURE_HOURS',
  PRACTICE_HOURS = 'PRACTICE_HOURS',
  SELF_STUDY_HOURS = 'SELF_STUDY_HOURS',
  ASSESSMENT_HOURS = 'ASSESSMENT_HOURS',
  HOURS_SOURCE = 'HOURS_SOURCE',
  TITLE = 'TITLE',
  SUMMARY = 'SUMMARY',
  OUTCOME = 'OUTCOME',
  COURSES = 'COURSES',
}

/** One thing that two versions say differently. Null on a side: it says nothing there. */
export interface Difference {
  part: DifferingPart;
  /** Language of the texts; null: not a text. */
  locale: string | null;
  before: string | null;
  after: string | null;
}

const OF_HOURS = {
  lecture: DifferingPart.LECTURE_HOURS,
  practice: DifferingPart.PRACTICE_HOURS,
  selfStudy: DifferingPart.SELF_STUDY_HOURS,
  assessment: DifferingPart.ASSESSMENT_HOURS,
};

/** What changed from one version of a module to another, in the order of an editor’s form; empty: nothing. */
export function differences(before: ModuleContent, after: ModuleContent): Difference[] {
  const all = [
    ...HOUR_KINDS.map((kind) => plain(OF_HOURS[kind], before.hours[kind], after.hours[kind])),
    plain(DifferingPart.HOURS_SOURCE, before.hoursSource, after.hoursSource),
    ...inLanguages(DifferingPart.TITLE, textsOf(before, 'title'), textsOf(after, 'title')),
    ...inLanguages(DifferingPart.SUMMARY, textsOf(before, 'summary'), textsOf(after, 'summary')),
    ...outcomes(before, after),
    plain(DifferingPart.COURSES, before.courseIds.length, after.courseIds.length),
  ];
  const found = all.filter(({ before: old, after: fresh }) => old !== fresh);
  const sameNumber = before.courseIds.length === after.courseIds.length;
  const otherCourses = sameNumber && before.courseIds.some((id) => !after.courseIds.includes(id));
  return otherCourses
    ? [...found, plain(DifferingPart.COURSES, before.courseIds.length, after.courseIds.length)]
    : found;
}

type Value = string | number | null;

function plain(part: DifferingPart, before: Value, after: Value): Difference {
  return { part, locale: null, before: asText(before), after: asText(after) };
}

function asText(value: Value): string | null {
  return value === null ? null : String(value);
}

function textsOf(content: ModuleContent, field: 'title' | 'summary'): Record<string, string | null> {
  return Object.fromEntries(content.texts.map((text) => [text.locale, text[field]]));
}

function inLanguages(
  part: DifferingPart,
  before: Record<string, string | null>,
  after: Record<string, string | null>,
): Difference[] {
  const locales = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return locales.map((locale) => ({ part, locale, before: before[locale] ?? null, after: after[locale] ?? null }));
}

function outcomes(before: ModuleContent, after: ModuleContent): Difference[] {
  const [old, fresh] = [before, after].map(({ outcomes }) => new Map(outcomes.map(({ id, texts }) => [id, texts])));
  const ids = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])];
  return ids.flatMap((id) => inLanguages(DifferingPart.OUTCOME, old?.get(id) ?? {}, fresh?.get(id) ?? {}));
}
