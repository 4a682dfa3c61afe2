import type { Selection } from '#platform';

const COLUMNS: Readonly<Record<string, string>> = {
  name: 'name',
  locality: 'locality',
  address: 'address',
  timeZone: 'time_zone',
};

/** Known by what every venue brings. */
const BY_KEY = new Set(['__typename', 'id', 'country', 'rooms']);

/** A venue as JSON, in a statement that has its id in this column. Null: not selected, or the loader must read it. */
export function broughtVenue(selection: Selection, idColumn: string): string | null {
  const { names } = selection;
  if (names.length === 0 || !names.every((field) => field in COLUMNS || BY_KEY.has(field))) return null;
  const columns = names.filter((field) => field in COLUMNS).map((field) => `, '${field}', venue.${COLUMNS[field]}`);
  return `(SELECT json_build_object('id', venue.id, 'countryCode', venue.country_code${columns.join('')})
    FROM venue WHERE venue.id = ${idColumn})`;
}
