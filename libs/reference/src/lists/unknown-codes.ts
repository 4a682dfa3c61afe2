import type { EntityManager } from 'typeorm';
import { CodeList, UnknownCode } from '../reference.reasons.js';

/** Codes somebody chose, by list; a list that is left out is not asked. Locales in canonical form. */
export interface Codes {
  sectors?: readonly string[];
  roles?: readonly string[];
  countries?: readonly string[];
  subdivisions?: readonly string[];
  locales?: readonly string[];
  timeZones?: readonly string[];
  currencies?: readonly string[];
}

/** Where in the input each list stands, when not under its usual name. */
export type CodePaths = Partial<Record<keyof Codes, string[]>>;

const LISTS: Record<keyof Codes, { list: CodeList; path: string[]; table: string; column: string }> = {
  sectors: { list: CodeList.SECTORS, path: ['sectorCodes'], table: 'sector', column: 'code' },
  roles: { list: CodeList.ROLES, path: ['roleCodes'], table: 'training_role', column: 'code' },
  countries: { list: CodeList.COUNTRIES, path: ['countryCodes'], table: 'country', column: 'code' },
  subdivisions: { list: CodeList.SUBDIVISIONS, path: ['subdivisionCode'], table: 'subdivision', column: 'code' },
  locales: { list: CodeList.LANGUAGES, path: ['languages'], table: 'language', column: 'tag' },
  timeZones: { list: CodeList.TIME_ZONES, path: ['timeZone'], table: 'country_time_zone', column: 'time_zone' },
  currencies: { list: CodeList.CURRENCIES, path: ['currency'], table: 'currency', column: 'code' },
};

const NAMES = Object.keys(LISTS) as (keyof Codes)[];

/** One query for all lists; each parameter is the codes sent for one of them. */
const SQL = NAMES.map((name, place) => {
  const { table, column } = LISTS[name];
  return `SELECT ${place} AS list, code, place FROM unnest($${place + 1}::text[]) WITH ORDINALITY AS sent (code, place)
    WHERE NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.${column} = sent.code AND retired_at IS NULL)`;
}).join(' UNION ALL ');

/** A reason for each code that is not in force, list by list, in the order they were sent, each code once. */
export async function unknownCodes(tx: EntityManager, codes: Codes, paths: CodePaths): Promise<UnknownCode[]> {
  const sent = NAMES.map((name) => [...new Set(codes[name])]);
  if (sent.every((list) => list.length === 0)) return [];
  const rows: { list: number; code: string }[] = await tx.query(`${SQL} ORDER BY list, place`, sent);
  return rows.map(({ list, code }) => {
    const name = NAMES[list] as keyof Codes;
    return new UnknownCode(LISTS[name].list, code, paths[name] ?? LISTS[name].path);
  });
}
