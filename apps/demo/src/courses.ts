import type { CreateCourseInput } from '#catalog';
import type { DemoCourse } from './data.js';

/** A course of the demo data as `createCourse` takes it. */
export function createCourseInput(
  course: DemoCourse,
  { providerId, prerequisiteIds, slug }: { providerId: string; prerequisiteIds: string[]; slug: string },
): CreateCourseInput {
  const locales = Object.keys(course.translations).sort((a, b) => rank(course, a) - rank(course, b));
  return {
    providerId,
    slug,
    kind: course.kind,
    translations: locales.map((locale) => ({ locale, ...(course.translations[locale] as Text) })),
    workload: {
      academicHours: course.academicHours,
      minutesPerAcademicHour: course.minutesPerAcademicHour,
      source: course.workloadSource,
    },
    outcomes: course.outcomes.map((outcome) => ({
      translations: Object.entries(outcome).map(([locale, text]) => ({ locale, text })),
    })),
    sectorCodes: course.sectorCodes,
    roleCodes: course.roleCodes,
    countryCodes: course.countryCodes,
    languages: course.languages,
    prerequisiteIds,
  };
}

type Text = DemoCourse['translations'][string];

/** The first language first, the others as they stand. */
const rank = ({ firstLocale }: DemoCourse, locale: string) => (locale === firstLocale ? 0 : 1);
