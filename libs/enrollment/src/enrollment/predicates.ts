import type { Predicate } from '#identity';

/** The same condition under parameter names of its own, so that it can stand beside one for another permission. */
export function apart({ sql, parameters }: Predicate, name: string): Predicate {
  const renamed = Object.entries(parameters).map(([key, value]) => [`${key}_${name}`, value]);
  return { sql: sql.replaceAll(/(?<!:):(\w+)/g, `:$1_${name}`), parameters: Object.fromEntries(renamed) };
}
