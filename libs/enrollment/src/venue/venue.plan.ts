import { type Ahead, jsonRow, type Selection } from '#platform';

const COLUMNS: Readonly<Record<string, string>> = {
  name: 'name',
  locality: 'locality',
  address: 'address',
  timeZone: 'time_zone',
};

/** Known by what every venue brings. */
const BY_KEY = new Set(['__typename', 'id', 'country', 'rooms']);

/** A venue, in a statement that has its id in this column. Null: not selected, or the loader must read it. */
export function broughtVenue(selection: Selection, idColumn: string): Ahead | null {
  const { names } = selection;
  if (names.length === 0 || !names.every((field) => field in COLUMNS || BY_KEY.has(field))) return null;
  const columns: Record<string, string> = { id: 'venue.id', countryCode: 'venue.country_code' };
  for (const field of names) if (field in COLUMNS) columns[field] = `venue.${COLUMNS[field]}`;
  const row = jsonRow(columns);
  return {
    sql: `CASE WHEN venue.id IS NOT NULL THEN ${row.sql} END`,
    join: `LEFT JOIN venue ON venue.id = ${idColumn}`,
    read: (values) => values && row.read(values as unknown[]),
  };
}
