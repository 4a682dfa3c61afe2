import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, encodeCursor, faults, type Page, type PageArgs, pageOf } from '#platform';
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

/**
 * Open need, summed when asked for, over a table that holds what is open and nothing else.
 *
 * Not a counter for every sum: each choice of groups and filters would need counters of its own, a request for several
 * sectors and roles would touch hundreds of them, and all changes would queue for the few rows that everybody shares.
 */
@Injectable()
export class Demand {
  constructor(private readonly database: DataSource) {}

  /** The largest first; groups of the same size by their codes. */
  async sums(
    groupBy: readonly DemandGroup[],
    filter: DemandFilter,
    { first, after }: PageArgs,
  ): Promise<Page<TrainingDemand>> {
    const values = filterValues(filter);
    const [people, key] = after ? positionIn(after) : [null, null];
    const rows: (TrainingDemand & { key: string; people: string })[] = await this.database.query(
      `SELECT * FROM (${summed(groupBy)}) AS demand
       WHERE $6::bigint IS NULL OR people < $6::bigint OR (people = $6::bigint AND key > $7::text COLLATE "C")
       ORDER BY people DESC, key LIMIT $8`,
      [...values, people, key, first + 1],
    );
    const edges = rows.map(({ key: place, people: size, ...node }) => ({
      node,
      cursor: encodeCursor([String(size), place]),
    }));
    return pageOf<TrainingDemand>(edges, first, async () => {
      const [row] = await this.database.query(
        `SELECT count(*)::int AS count FROM (${summed(groupBy)}) AS demand`,
        values,
      );
      return row.count;
    });
  }
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

function filterValues({ sectorCodes, roleCodes, countryCodes, subdivisionCodes, languages }: DemandFilter): unknown[] {
  return [sectorCodes, roleCodes, countryCodes, subdivisionCodes, languages].map((codes) =>
    codes?.length ? codes : null,
  );
}

function positionIn(after: string): [string, string] {
  const [people = '', key = ''] = decodeCursor(after, 2);
  if (!/^\d{1,15}$/.test(people) || key.includes('\0')) throw faults.badInput('This cursor is not one of this list.');
  return [people, key];
}
