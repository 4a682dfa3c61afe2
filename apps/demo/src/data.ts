import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CourseKind } from '#catalog';
import type { OrganizationKind } from '#identity';

export interface DemoOrganization {
  key: string;
  type: OrganizationKind;
  countryCode: string;
  subdivisionCode: string | null;
  timeZone: string;
  defaultLocale: string;
  sectoralParent: string | null;
  territorialParent: string | null;
  sectorCodes: string[];
  names: Record<string, string>;
  verification: string;
  source: string;
}

export interface DemoCourse {
  slug: string;
  kind: CourseKind;
  /** Key of an organization. */
  provider: string;
  firstLocale: string;
  academicHours: number;
  minutesPerAcademicHour: number;
  workloadSource: string | null;
  sectorCodes: string[];
  roleCodes: string[];
  countryCodes: string[];
  languages: string[];
  /** Slugs. */
  prerequisites: string[];
  translations: Record<string, { title: string; summary: string; description: string }>;
  outcomes: Record<string, string>[];
  /** Played by the story. */
  story?: boolean;
}

export const dataFolder = folderOf(import.meta.dirname);

export function readOrganizations(): DemoOrganization[] {
  return read<{ organizations: DemoOrganization[] }>(join(dataFolder, 'organizations.json')).organizations;
}

/** All courses, those that others build on first. */
export function readCourses(): DemoCourse[] {
  const courses = readdirSync(join(dataFolder, 'courses'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => read<DemoCourse>(join(dataFolder, 'courses', file)));
  return courses.sort((a, b) => a.prerequisites.length - b.prerequisites.length);
}

export function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The data stays where the sources are, whether this runs from them or compiled. */
function folderOf(from: string): string {
  return existsSync(join(from, 'package.json')) ? join(from, 'apps/demo/data') : folderOf(dirname(from));
}
