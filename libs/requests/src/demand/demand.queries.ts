import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, encodeCursor, faults, type Page, type PageArgs, pageOf } from '#platform';
import { OPEN } from '../request/request.rules.js';
import { type DemandFilter, DemandGroup } from './demand.args.js';
import type { TrainingDemand } from './demand.type.js';

interface Grouping {
  /** Column of the answer. */
  column: string;
  /** What is summed by, over `request` and `place`. */
  value: string;
  /** Spreads a request over the codes it names; one that names none stays, under null. */
  join?: string;
}

const GROUPINGS: Record<DemandGroup, Grouping> = {
  [DemandGroup.SECTOR]: spread('"sectorCode"', 'sector', 'sector_codes'),
  [DemandGroup.ROLE]: spread('"roleCode"', 'role', 'role_codes'),
  [DemandGroup.COUNTRY]: { column: '"countryCode"', value: 'place.country_code' },
  [DemandGroup.REGION]: { column: '"subdivisionCode"', value: 'place.subdivision_code' },
  [DemandGroup.LANGUAGE]: spread('language', 'taught_in', 'languages'),
};

/** The stages as constants, so that PostgreSQL takes the index of open requests. */
const IS_OPEN = `request.stage IN (${OPEN.map((stage) => `'${stage}'`).join(', ')})`;

/**
 * Open need, summed when asked for.
 *
 * Not a counter table: sums over every choice of groups and filters would need a counter for each, and every change of
 * a request would queue for the same few rows. The index holds open requests only, so the cost follows what is open
 * now and not what ever was asked; and a sum cannot drift from what it is the sum of.
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
    join: `LEFT JOIN LATERAL unnest(request.${codes}) AS ${name} (code) ON true`,
  };
}

/** One row per group. People are counted once in each group they fall in, whatever else their request is spread over. */
function summed(groupBy: readonly DemandGroup[]): string {
  const wanted = new Set(groupBy);
  const groups = Object.values(DemandGroup).filter((group) => wanted.has(group));
  const chosen = groups.map((group) => GROUPINGS[group]);
  const columns = Object.values(DemandGroup).map((group) => {
    const { column, value } = GROUPINGS[group];
    return `${wanted.has(group) ? value : 'NULL::text'} AS ${column}`;
  });
  const values = chosen.map(({ value }) => value).join(', ');
  return `
    SELECT ${columns.join(', ')}, count(DISTINCT request.id)::int AS requests,
      coalesce(sum(place.people) FILTER (WHERE asker.is_requester), 0)::int AS "peopleWanted",
      coalesce(sum(place.people) FILTER (WHERE NOT asker.is_requester), 0)::int AS "peopleSupported",
      sum(place.people) AS people, to_json(ARRAY[${values}])::text COLLATE "C" AS key
    FROM program_request request
    JOIN program_request_asker asker ON asker.request_id = request.id AND asker.withdrawn_at IS NULL
    JOIN program_request_people place ON place.asker_id = asker.id
    ${chosen.flatMap(({ join }) => join ?? []).join('\n')}
    WHERE ${IS_OPEN} AND ($1::text[] IS NULL OR request.sector_codes && $1) AND ($2::text[] IS NULL OR request.role_codes && $2)
      AND ($3::text[] IS NULL OR place.country_code = ANY($3)) AND ($4::text[] IS NULL OR place.subdivision_code = ANY($4))
      AND ($5::text[] IS NULL OR request.languages && $5)
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
