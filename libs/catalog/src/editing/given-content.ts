import type { CourseContent } from '../content/content.js';
import type { CreateCourseInput, UpdateCourseInput } from './course.input.js';

/** The parts of a course that an input speaks of: null clears a part, what is left out is not in the answer. */
export function contentIn(input: CreateCourseInput | UpdateCourseInput): Partial<CourseContent> {
  const given: Partial<CourseContent> = {
    kind: input.kind,
    workload: input.workload && { ...input.workload, source: input.workload.source ?? null },
    translations: input.translations?.map(({ locale, title, summary, description }) => ({
      locale,
      title,
      summary: summary ?? null,
      description: description ?? null,
    })),
    outcomes: cleared(input.outcomes),
    sectorCodes: once(input.sectorCodes),
    roleCodes: once(input.roleCodes),
    countryCodes: once(input.countryCodes),
    languages: once(input.languages),
    prerequisiteIds: once(input.prerequisiteIds?.map((id) => id.toLowerCase())),
  };
  return Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined));
}

function cleared<Item>(list: Item[] | null | undefined): Item[] | undefined {
  return list === null ? [] : list;
}

/** A code named twice is named once. */
function once(codes: string[] | null | undefined): string[] | undefined {
  const given = cleared(codes);
  return given && [...new Set(given)];
}
