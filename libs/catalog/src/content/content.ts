import type { CourseKind } from '../course/course-kind.js';

export interface Workload {
  academicHours: number;
  minutesPerAcademicHour: number;
  /** What prescribes the hours; null: the provider’s own choice. */
  source: string | null;
}

export interface Translation {
  locale: string;
  title: string;
  summary: string | null;
  description: string | null;
}

export interface LocalText {
  locale: string;
  text: string;
}

/** A learning outcome as it is given and copied: its text in each language. */
export interface OutcomeText {
  translations: LocalText[];
}

/** All that one version of a course says. Lists are in the editors’ order, codes alphabetical. */
export interface CourseContent {
  kind: CourseKind;
  /** Null: not yet said. */
  workload: Workload | null;
  /** Never empty; the first is the course’s first language. */
  translations: Translation[];
  outcomes: OutcomeText[];
  sectorCodes: string[];
  roleCodes: string[];
  countryCodes: string[];
  /** Languages it can be taught in. */
  languages: string[];
  prerequisiteIds: string[];
}
