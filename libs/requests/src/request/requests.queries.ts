import { Injectable } from '@nestjs/common';
import { Brackets, DataSource, type SelectQueryBuilder } from 'typeorm';
import { foldQuery, isId, ofAnyLength, type Page, type PageArgs, paginate, type Viewer } from '#platform';
import { isNumber } from './number.js';
import { ProgramRequest } from './program-request.entity.js';
import { stagesOfTurn } from './request.rules.js';
import type { ProgramRequestFilter } from './requests.args.js';
import { type SideConditions, type Sides, sideConditions } from './sides.js';

/** Reading requests: always only those in which the viewer has a part. */
@Injectable()
export class ProgramRequests {
  constructor(private readonly database: DataSource) {}

  list(viewer: Viewer, filter: ProgramRequestFilter, page: PageArgs): Promise<Page<ProgramRequest>> {
    const sides = sideConditions(viewer, 'all');
    const rows = this.seen(sides);
    narrow(rows, filter, sides);
    return paginate(rows, page, {
      by: 'request.createdAt',
      type: 'timestamptz',
      tie: 'request.id',
      direction: 'DESC',
    });
  }

  /** By id, or by number as people write it. Null: there is none, or not for this viewer. */
  async find(viewer: Viewer, key: { id?: string | null; number?: string | null }): Promise<ProgramRequest | null> {
    const number = key.number?.trim().toUpperCase();
    if (key.id ? !isId(key.id) : !isNumber(number ?? '')) return null;
    const rows = this.seen(sideConditions(viewer, 'few'));
    return key.id
      ? rows.andWhere('request.id = :id', { id: key.id }).getOne()
      : rows.andWhere('request.number = :number', { number }).getOne();
  }

  async visible(viewer: Viewer | null, ids: readonly string[]): Promise<ProgramRequest[]> {
    if (!viewer) return [];
    return this.seen(sideConditions(viewer, 'few'))
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

  private seen(sides: SideConditions): SelectQueryBuilder<ProgramRequest> {
    return this.database
      .createQueryBuilder(ProgramRequest, 'request')
      .where(`(${sides.requester} OR ${sides.supporter} OR ${sides.academy})`)
      .setParameters(sides.parameters);
  }
}

function narrow(rows: SelectQueryBuilder<ProgramRequest>, filter: ProgramRequestFilter, sides: SideConditions): void {
  const { stages, sectorCodes, roleCodes, countryCodes, mine, toActOn, text } = filter;
  if (stages?.length) rows.andWhere('request.stage IN (:...stages)', { stages });
  if (sectorCodes?.length) rows.andWhere('request.sector_codes && CAST(:sectorCodes AS text[])', { sectorCodes });
  if (roleCodes?.length) rows.andWhere('request.role_codes && CAST(:roleCodes AS text[])', { roleCodes });
  if (countryCodes?.length) {
    rows.andWhere(
      `EXISTS (SELECT 1 FROM program_request_asker wanting JOIN program_request_people place ON place.asker_id = wanting.id
        WHERE wanting.request_id = request.id AND place.country_code IN (:...countryCodes))`,
      { countryCodes },
    );
  }
  if (mine) rows.andWhere(`(${sides.requester} OR ${sides.supporter})`);
  if (toActOn) {
    rows.andWhere(
      `((request.stage IN (:...askersTurn) AND ${sides.requester}) OR (request.stage IN (:...academysTurn) AND ${sides.academy}))`,
      { askersTurn: stagesOfTurn('requester'), academysTurn: stagesOfTurn('academy') },
    );
  }
  if (text) rows.andWhere(matching(text));
}

/** Every word must occur in one of its spellings, or something like it. A text without words finds nothing. */
function matching(text: string): Brackets {
  const words = foldQuery(text);
  return new Brackets((where) => {
    if (words.length === 0) where.where('false');
    words.forEach((spellings, place) => {
      const ways = spellings.map((word, way) => {
        const name = `word_${place}_${way}`;
        const contains = `request.words LIKE '%' || :${name} || '%'`;
        return isGuessable(word) ? `${contains} OR :${name} <% request.words` : contains;
      });
      const values = Object.fromEntries(spellings.map((word, way) => [`word_${place}_${way}`, word]));
      where.andWhere(`(${ways.join(' OR ')})`, values);
    });
  });
}

/** Numbers and short words are never guessed: 2026 is not 2027. */
function isGuessable(word: string): boolean {
  return word.length >= 4 && !/\d/.test(word);
}
