import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Predicate } from '#identity';
import {
  Binds,
  foldQuery,
  isId,
  Keyset,
  ofAnyLength,
  type Page,
  type PageArgs,
  type PageNeeds,
  type RequestContext,
  type RowPlan,
  readPlannedPage,
  readRows,
  type Viewer,
} from '#platform';
import { isNumber } from './number.js';
import { ProgramRequest } from './program-request.entity.js';
import { stagesOfTurn } from './request.rules.js';
import type { ProgramRequestFilter } from './requests.args.js';
import { isWide, type SideConditions, type Sides, sideConditions, sidesOfAll } from './sides.js';

const NEWEST_FIRST = new Keyset(
  [
    { column: 'request.created_at', type: 'timestamptz' },
    { column: 'request.id', type: 'uuid' },
  ],
  'DESC',
);

/** Who asks and answers is found by loaders, which what hangs on the requests asks too. */
const WHOLE: RowPlan = { columns: null, brought: () => new Map(), key: '' };

/** So many times the rows of a page are its first. */
const NEARBY = 4;

/** Reading requests: always only those in which the viewer has a part. */
@Injectable()
export class ProgramRequests {
  constructor(private readonly database: DataSource) {}

  list(
    asked: RequestContext,
    viewer: Viewer,
    filter: ProgramRequestFilter,
    page: PageArgs,
    needs: PageNeeds,
  ): Promise<Page<ProgramRequest>> {
    const binds = new Binds();
    const among = conditions(filter, binds);
    const list = {
      row: ProgramRequest,
      alias: 'request',
      from: among ? `${reckoned(viewer, filter, binds)} AND ${among}` : firstSeen(viewer, filter, page, binds),
      order: NEWEST_FIRST,
      plan: WHOLE,
      count: () => this.count(viewer, filter),
    };
    return readPlannedPage(this.database, { ...list, asked, binds, needs }, among ? page : { ...page, after: null });
  }

  private async count(viewer: Viewer, filter: ProgramRequestFilter): Promise<number> {
    const binds = new Binds();
    const among = conditions(filter, binds);
    const counted = among
      ? `(SELECT count(*) FROM ${reckoned(viewer, filter, binds)} AND ${among})`
      : `CASE WHEN ${binds.predicate(isWide(viewer))} THEN (SELECT count(*) FROM ${reckoned(viewer, filter, binds)})
           ELSE (SELECT count(*) FROM ${gathered(viewer, filter, binds)}) END`;
    const [row]: { count: number }[] = await readRows(this.database, `SELECT ${counted}::int AS count`, binds.values);
    return row?.count ?? 0;
  }

  /** By id, or by number as people write it. Null: there is none, or not for this viewer. */
  async find(viewer: Viewer, key: { id?: string | null; number?: string | null }): Promise<ProgramRequest | null> {
    const number = key.number?.trim().toUpperCase();
    if (key.id ? !isId(key.id) : !isNumber(number ?? '')) return null;
    const rows = this.among(sideConditions(viewer, 'few'));
    return key.id
      ? rows.andWhere('request.id = :id', { id: key.id }).getOne()
      : rows.andWhere('request.number = :number', { number }).getOne();
  }

  async visible(viewer: Viewer | null, ids: readonly string[]): Promise<ProgramRequest[]> {
    if (!viewer) return [];
    return this.among(sideConditions(viewer, 'few'))
      .andWhere(`request.id = ANY(${ofAnyLength(':ids')})`, { ids })
      .getMany();
  }

  /** Which parts the viewer has in each of these. */
  async sides(viewer: Viewer | null, ids: readonly string[]): Promise<Map<string, Sides>> {
    if (!viewer) return new Map();
    const { requester, supporter, academy, parameters } = sideConditions(viewer, 'few');
    const rows = await this.database
      .createQueryBuilder(ProgramRequest, 'request')
      .select('request.id', 'id')
      .addSelect(requester, 'requester')
      .addSelect(supporter, 'supporter')
      .addSelect(`coalesce(${academy}, false)`, 'academy')
      .where(`request.id = ANY(${ofAnyLength(':ids')})`, { ids })
      .setParameters(parameters)
      .getRawMany<Sides & { id: string }>();
    return new Map(rows.map((row) => [row.id, row]));
  }

  private among(sides: SideConditions): SelectQueryBuilder<ProgramRequest> {
    return this.database
      .createQueryBuilder(ProgramRequest, 'request')
      .where(`(${sides.requester} OR ${sides.supporter} OR ${sides.academy})`)
      .setParameters(sides.parameters);
  }
}

/**
 * What follows FROM. Of the first that there are, each is looked up by itself: they fill the page of who sees most of
 * them, a federation say. Only where they do not, those of all organizations of the viewer are gathered.
 */
function firstSeen(viewer: Viewer, filter: ProgramRequestFilter, { first, after }: PageArgs, binds: Binds): string {
  const beyond = () => `${NEWEST_FIRST.beyond(after, { of: binds.unseen })} AND ${stagesOf(filter)}`;
  const many = binds.count(NEARBY * (first + 1));
  return `(
    WITH nearby AS MATERIALIZED (
      SELECT request.* FROM program_request request WHERE ${beyond()} ORDER BY ${NEWEST_FIRST.orderBy} LIMIT ${many}
    ), filling AS MATERIALIZED (
      SELECT request.* FROM nearby request WHERE ${binds.predicate(seen(sideConditions(viewer, 'few'), filter))}
    )
    SELECT * FROM filling
    UNION ALL
    SELECT request.* FROM ${gathered(viewer, filter, binds)} AND ${beyond()}
      AND (request.created_at, request.id) < (SELECT created_at, id FROM nearby ORDER BY created_at, id LIMIT 1)
      AND (SELECT count(*) FROM nearby) = ${many} AND (SELECT count(*) FROM filling) <= ${binds.count(first)}
  ) request WHERE true`;
}

/** What follows FROM, for all that the viewer sees, found by the viewer’s organizations. */
function gathered(viewer: Viewer, filter: ProgramRequestFilter, binds: Binds): string {
  return `${binds.predicate(sidesOfAll(viewer))} part JOIN program_request request ON request.id = part.id
    WHERE ${seen(OF_PART, filter).sql}`;
}

/** The same, for what is narrowed otherwise, or is nearly all there are. */
function reckoned(viewer: Viewer, filter: ProgramRequestFilter, binds: Binds): string {
  return `program_request request WHERE ${stagesOf(filter)} AND ${binds.predicate(seen(sideConditions(viewer, 'all'), filter))}`;
}

const OF_PART: SideConditions = {
  requester: 'part.requester',
  supporter: 'part.supporter',
  academy: 'part.academy',
  parameters: {},
};

/** Those in which the viewer has the part that is asked for; who has a part sees it. */
function seen(
  { requester, supporter, academy, parameters }: SideConditions,
  { mine, toActOn }: ProgramRequestFilter,
): Predicate {
  const parts = [
    ...(mine ? [`(${requester} OR ${supporter})`] : []),
    ...(toActOn ? [`(${isTurnOf('requester')} AND ${requester} OR ${isTurnOf('academy')} AND ${academy})`] : []),
  ];
  return {
    sql: parts.length > 0 ? `(${parts.join(' AND ')})` : `(${requester} OR ${supporter} OR ${academy})`,
    parameters,
  };
}

function isTurnOf(party: 'requester' | 'academy'): string {
  return `request.stage IN (${stagesOfTurn(party)
    .map((stage) => `'${stage}'`)
    .join(', ')})`;
}

/** Those in which it can be the turn of anybody; lets PostgreSQL pass over the others soon. */
function stagesOf({ toActOn }: ProgramRequestFilter): string {
  return toActOn ? `(${isTurnOf('requester')} OR ${isTurnOf('academy')})` : 'true';
}

/** What the filter narrows by, beside the parts of the viewer; empty: nothing. */
function conditions(
  { stages, sectorCodes, roleCodes, countryCodes, text }: ProgramRequestFilter,
  { of }: Binds,
): string {
  const all = [
    ...(stages?.length ? [`request.stage = ANY(${of(stages)}::program_request_stage[])`] : []),
    ...(sectorCodes?.length ? [`request.sector_codes && ${of(sectorCodes)}::text[]`] : []),
    ...(roleCodes?.length ? [`request.role_codes && ${of(roleCodes)}::text[]`] : []),
    ...(countryCodes?.length
      ? [
          `EXISTS (SELECT 1 FROM program_request_asker wanting JOIN program_request_people place ON place.asker_id = wanting.id
            WHERE wanting.request_id = request.id AND place.country_code = ANY(${of(countryCodes)}::text[]))`,
        ]
      : []),
    ...(text ? [matching(text, of)] : []),
  ];
  return all.join(' AND ');
}

/** Every word must occur in one of its spellings, or something like it. A text without words finds nothing. */
function matching(text: string, of: Binds['of']): string {
  const words = foldQuery(text).map((spellings) => {
    const ways = spellings.map((word) => {
      const bound = `${of(word)}::text`;
      const contains = `request.words LIKE '%' || ${bound} || '%'`;
      return isGuessable(word) ? `${contains} OR ${bound} <% request.words` : contains;
    });
    return `(${ways.join(' OR ')})`;
  });
  return words.join(' AND ') || 'false';
}

/** Numbers and short words are never guessed: 2026 is not 2027. */
function isGuessable(word: string): boolean {
  return word.length >= 4 && !/\d/.test(word);
}
