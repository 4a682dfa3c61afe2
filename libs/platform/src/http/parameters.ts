import { canonicalLocale } from '../text/index.js';
import { BadParameter } from './bad-parameter.js';

export type QueryParameters = Record<string, unknown>;

/** The language of `?language=`, in canonical form; null: not given. */
export function languageIn(query: QueryParameters): string | null {
  const given = textIn(query, 'language');
  if (given === null) return null;
  const locale = canonicalLocale(given);
  if (!locale) throw new BadParameter('language', 'give a language tag such as ru or uz');
  return locale;
}

/** The day of `?on=`; null: not given. */
export function dayIn(query: QueryParameters): string | null {
  const given = textIn(query, 'on');
  if (given === null) return null;
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(given)) return Temporal.PlainDate.from(given, { overflow: 'reject' }).toString();
  } catch {
    // Falls through: a day that is in no calendar is as wrong as no day at all.
  }
  throw new BadParameter('on', 'give a day as YYYY-MM-DD');
}

/** The country code of `?country=`; null: not given. Whether there is such a country is asked elsewhere. */
export function countryIn(query: QueryParameters): string | null {
  const given = textIn(query, 'country');
  if (given !== null && !/^[A-Z]{2}$/.test(given)) {
    throw new BadParameter('country', 'give a country by two capital letters (ISO 3166-1)');
  }
  return given;
}

/** A whole number from 1 that stands in the path. */
export function numberIn(name: string, given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new BadParameter(name, 'give a whole number from 1');
  return Number(given);
}

function textIn(query: QueryParameters, name: string): string | null {
  const given = query[name];
  if (given === undefined) return null;
  if (typeof given !== 'string') throw new BadParameter(name, 'give it once');
  return given;
}
