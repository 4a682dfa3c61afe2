import { HOUR_KINDS, type Hours, totalOf } from '../module/module.rows.js';

/** What learners of one country meet. */
export interface CountryProgram {
  countryCode: string;
  modules: readonly { moduleId: string; hours: Hours }[];
}

export interface Unification {
  /** Hours that learners of every country have in common. */
  commonHours: number;
  /** Hours of all that is taught in any of them. */
  widestHours: number;
  /** 0 to 1: common of widest. */
  share: number;
  countries: { countryCode: string; hours: number; commonHours: number }[];
}

/**
 * What the countries have in common: of each module that all of them teach, the fewest hours of each kind that any of
 * them gives it. Null without a country.
 */
export function unify(programs: readonly CountryProgram[]): Unification | null {
  if (programs.length === 0) return null;
  const byCountry = programs.map(({ modules }) => new Map(modules.map(({ moduleId, hours }) => [moduleId, hours])));
  const moduleIds = [...new Set(byCountry.flatMap((modules) => [...modules.keys()]))];
  const given = (moduleId: string) => byCountry.map((modules) => modules.get(moduleId) ?? NONE);
  const total = (pick: (...hours: number[]) => number) =>
    rounded(
      moduleIds.reduce((sum, moduleId) => {
        const hours = given(moduleId);
        return sum + HOUR_KINDS.reduce((part, kind) => part + pick(...hours.map((it) => it[kind])), 0);
      }, 0),
    );
  const commonHours = total(Math.min);
  const widestHours = total(Math.max);
  const countries = programs.map(({ countryCode, modules }) => ({
    countryCode,
    hours: rounded(modules.reduce((sum, { hours }) => sum + totalOf(hours), 0)),
    commonHours,
  }));
  return { commonHours, widestHours, share: widestHours === 0 ? 1 : commonHours / widestHours, countries };
}

const NONE: Hours = { lecture: 0, practice: 0, selfStudy: 0, assessment: 0 };

/** Hours have two digits after the point; sums of them must not grow others. */
function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}
