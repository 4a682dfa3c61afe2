import type { DataSource } from 'typeorm';
import { readRows } from '#platform';
import { type DemandFilter, DemandGroup } from './demand.args.js';
import type { TrainingDemand } from './demand.type.js';

interface Grouping {
  /** Column of the answer. */
  column: string;
  /** What is summed by, over `need`. */
  value: string;
  /** Column of a place; absent: it is a code of the request. */
  place?: string;
  /** Spreads a need over the codes its request names; one that names none stays, under null. */
  join?: string;
}

const GROUPINGS: Record<DemandGroup, Grouping> = {
  [DemandGroup.SECTOR]: spread('"sectorCode"', 'sector', 'sector_codes'),
  [DemandGroup.ROLE]: spread('"roleCode"', 'role', 'role_codes'),
  [DemandGroup.COUNTRY]: { column: '"countryCode"', value: 'need.country_code', place: 'country_code' },
  [DemandGroup.REGION]: { column: '"subdivisionCode"', value: 'need.subdivision_code', place: 'subdivision_code' },
  [DemandGroup.LANGUAGE]: spread('language', 'taught_in', 'languages'),
};

/** What demand is asked for: the groups, and the values of the filter in their order. */
export interface Asked {
  groupBy: readonly DemandGroup[];
  values: readonly unknown[];
}

/** `people` sorts, `key` tells groups of the same size apart. The driver hands out as text what JSON has as a number. */
export type DemandRow = TrainingDemand & { people: number | string; key: string };

/** All sums of what was open at one moment: the largest groups, and how many there are. */
export interface Sums {
  version: string;
  largest: DemandRow[];
  count: number;
}

const LARGEST_FIRST = 'ORDER BY people DESC, key';

/** SQL: another one whenever any open demand changed. */
export const VERSION_OF_DEMAND = '(SELECT version FROM program_request_demand_version)';

/** In one statement, so that the version is that of what was summed. */
export async function readSums(database: DataSource, { groupBy, values }: Asked, most: number): Promise<Sums> {
  const [row] = await readRows<Sums>(
    database,
    `WITH demand AS MATERIALIZED (${summed(groupBy)})
     SELECT ${VERSION_OF_DEMAND} AS version,
       (SELECT count(*)::int FROM demand) AS count,
       (SELECT coalesce(json_agg(largest), '[]') FROM (SELECT * FROM demand ${LARGEST_FIRST} LIMIT ${most}) largest) AS largest`,
    [...values],
  );
  return row as Sums;
}

/** The groups after a place, of what is open now. */
export function readBeyond(
  database: DataSource,
  { groupBy, values }: Asked,
  [people, key]: readonly [number, string],
  count: number,
): Promise<DemandRow[]> {
  return readRows(
    database,
    `SELECT * FROM (${summed(groupBy)}) AS demand
     WHERE people < $6::bigint OR (people = $6::bigint AND key > $7::text COLLATE "C")
     ${LARGEST_FIRST} LIMIT $8`,
    [...values, people, key, count],
  );
}

function spread(column: string, name: string, codes: string): Grouping {
  return {
    column,
    value: `${name}.code`,
    join: `LEFT JOIN LATERAL unnest(need.${codes}) AS ${name} (code) ON true`,
  };
}

/**
 * One row per group. First each request is summed by the places that are asked for, then spread over the codes it
 * names: so its people count once in each group they fall in, and a request is a row there, counted without sorting.
 */
function summed(groupBy: readonly DemandGroup[]): string {
  const wanted = new Set(groupBy);
  const chosen = Object.values(DemandGroup)
    .filter((group) => wanted.has(group))
    .map((group) => GROUPINGS[group]);
  const columns = Object.values(DemandGroup).map((group) => {
    const { column, value } = GROUPINGS[group];
    return `${wanted.has(group) ? value : 'NULL::text'} AS ${column}`;
  });
  const values = chosen.map(({ value }) => value).join(', ');
  const places = chosen.flatMap(({ place }) => (place ? [`open.${place}`] : []));
  const ofNeed = ['open.request_id', ...places].join(', ');
  return `
    SELECT ${columns.join(', ')}, count(*)::int AS requests, sum(need.wanted)::int AS "peopleWanted",
      sum(need.supported)::int AS "peopleSupported", sum(need.wanted + need.supported) AS people,
      to_json(ARRAY[${values}])::text COLLATE "C" AS key
    FROM (
      SELECT ${ofNeed}, min(open.sector_codes) AS sector_codes, min(open.role_codes) AS role_codes,
        min(open.languages) AS languages, sum(open.wanted) AS wanted, sum(open.supported) AS supported
      FROM program_request_demand open
      WHERE ($1::text[] IS NULL OR open.sector_codes && $1) AND ($2::text[] IS NULL OR open.role_codes && $2)
        AND ($3::text[] IS NULL OR open.country_code = ANY($3))
        AND ($4::text[] IS NULL OR open.subdivision_code = ANY($4)) AND ($5::text[] IS NULL OR open.languages && $5)
      GROUP BY ${ofNeed}) AS need
    ${chosen.flatMap(({ join }) => join ?? []).join('\n')}
    GROUP BY ${values}`;
}

export function filterValues(filter: DemandFilter): unknown[] {
  const { sectorCodes, roleCodes, countryCodes, subdivisionCodes, languages } = filter;
  return [sectorCodes, roleCodes, countryCodes, subdivisionCodes, languages].map((codes) =>
    codes?.length ? codes : null,
  );
}
