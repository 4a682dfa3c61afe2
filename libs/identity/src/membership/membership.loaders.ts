import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  BatchLoader,
  type Binds,
  grouped,
  isId,
  Keyset,
  NestedList,
  Nodes,
  ofAnyLength,
  type Page,
  type PageUnder,
  type RequestContext,
  readRows,
} from '#platform';
import { readSeen } from '../person/read-seen.js';
import { Membership } from './membership.entity.js';

export interface MembersUnder extends PageUnder {
  includeEnded: boolean;
}

const BY_NAME = new Keyset([
  { column: 'membership.sort_name', type: 'text' },
  { column: 'membership.id', type: 'uuid' },
]);

/** Another one whenever anybody came or went, or the tree changed. */
const VERSION = '(SELECT sum(version) FROM membership_version)';

/** Below who has so many organizations, members are first looked for among all there are. */
const MANY_ORGANIZATIONS = 500;
/** So many of all members, for each row of the page, are asked whether they belong there before its organizations are. */
const MOST_ASKED = 20;
/** But at least so many. */
const LEAST_ASKED = 1_000;

/** Lists of members, by name. Who may read them is asked before. */
@Injectable()
export class MembershipLoaders implements OnModuleInit {
  private readonly direct: NestedList<Membership, MembersUnder>;
  private readonly below: NestedList<Membership, MembersUnder>;

  constructor(
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {
    const list = { row: Membership, alias: 'membership', order: BY_NAME };
    this.direct = new NestedList(database, {
      ...list,
      from: (wish) => `membership WHERE membership.organization_id = parent.id AND ${inForce(wish)}`,
    });
    this.below = new NestedList(database, { ...list, from: firstBelow, countFrom: allBelow, version: VERSION });
  }

  onModuleInit(): void {
    this.nodes.register('Membership', (id, asked) => this.find(id, asked));
  }

  /** The memberships of persons that this reader may see: one’s own, and those in organizations whose members one reads. */
  readonly ofPerson = new BatchLoader<string, Membership[]>(
    async (personIds, asked) =>
      grouped(await readSeen(this.database, Membership, 'person_id', personIds, asked), ({ personId }) => personId),
    () => [],
  );

  /** Ids of the organizations somebody belongs to now; says nothing of who may know. */
  readonly organizationIdsOf = new BatchLoader<string, string[]>(
    async (personIds) => {
      const rows: { personId: string; ids: string[] }[] = await readRows(
        this.database,
        `SELECT person_id AS "personId", array_agg(organization_id ORDER BY id) AS ids FROM membership
         WHERE person_id = ANY(${ofAnyLength('$1')}) AND ended_on IS NULL GROUP BY person_id`,
        [personIds],
      );
      return new Map(rows.map(({ personId, ids }) => [personId, ids]));
    },
    () => [],
  );

  members(asked: RequestContext, wish: MembersUnder, includeBelow: boolean): Promise<Page<Membership>> {
    return (includeBelow ? this.below : this.direct).pages.of(asked).load(wish);
  }

  private async find(id: string, asked: RequestContext): Promise<Membership | null> {
    if (!isId(id)) return null;
    const [membership] = await readSeen(this.database, Membership, 'id', [id], asked);
    return membership ?? null;
  }
}

function inForce({ includeEnded }: MembersUnder): string {
  return includeEnded ? 'true' : 'membership.ended_on IS NULL';
}

/**
 * Those below who has much of the movement come soon in the order of all names, however large it is. Where they do not
 * fill the page in time, or there are few organizations, it is gathered from the first of each.
 */
function firstBelow(wish: MembersUnder, binds: Binds): string {
  const rows = binds.count(wish.first + 1);
  const isFull = `(SELECT count(*) FROM met) = ${rows}`;
  return `(
    WITH met AS (
      SELECT membership.* FROM (
        SELECT * FROM membership WHERE ${inForce(wish)} AND ${IS_WIDE} AND ${BY_NAME.beyond(wish.after, binds)}
        ORDER BY ${BY_NAME.orderBy} LIMIT ${binds.count(Math.max(LEAST_ASKED, MOST_ASKED * (wish.first + 1)))}
      ) membership WHERE ${BELONGS} LIMIT ${rows}
    )
    SELECT * FROM met WHERE ${isFull}
    UNION ALL SELECT membership.* FROM ${firstOfEach(wish, binds)} AND NOT ${isFull}
  ) membership WHERE true`;
}

/** Limits keep the planner from counting or asking of all at first. */
const IS_WIDE = `(SELECT count(*) FROM (
  SELECT FROM organization_closure WHERE ancestor_id = parent.id LIMIT ${MANY_ORGANIZATIONS}) found) = ${MANY_ORGANIZATIONS}`;
const BELONGS = `(SELECT true FROM organization_closure below
  WHERE below.ancestor_id = parent.id AND below.descendant_id = membership.organization_id LIMIT 1)`;

/**
 * A page comes from no more organizations than it has rows: those whose own first members come first. So of all others
 * one entry of an index is read, and of these none beyond the last of those first members. Rows are read of the page alone.
 */
function firstOfEach(wish: MembersUnder, binds: Binds): string {
  const rows = binds.count(wish.first + 1);
  const firstIn = (organization: string, count: string, also = 'true') => `LATERAL (
    SELECT membership.organization_id, membership.sort_name, membership.id FROM membership
    WHERE membership.organization_id = ${organization} AND ${inForce(wish)} AND ${BY_NAME.beyond(wish.after, binds)} AND ${also}
    ORDER BY ${BY_NAME.orderBy} LIMIT ${count}) membership`;
  const first = (from: string) => `SELECT membership.* FROM ${from} ORDER BY ${BY_NAME.orderBy} LIMIT ${rows}`;
  const ofOthers = `organization_closure below CROSS JOIN ${firstIn('below.descendant_id', '1')} WHERE below.ancestor_id = parent.id`;
  const foremost = `(
    SELECT organization_id, CASE WHEN count(*) OVER () = ${rows} THEN max(sort_name) OVER ()
      ELSE (SELECT max(sort_name) FROM membership) END AS last_name
    FROM (${first(ofOthers)}) found) foremost`;
  const ofThese = `${foremost} CROSS JOIN ${firstIn('foremost.organization_id', rows, 'membership.sort_name <= foremost.last_name')}`;
  return `(${first(ofThese)}) chosen
    CROSS JOIN LATERAL (SELECT * FROM membership WHERE membership.id = chosen.id LIMIT 1) membership WHERE true`;
}

function allBelow(wish: MembersUnder): string {
  return `membership WHERE ${inForce(wish)} AND EXISTS (SELECT FROM organization_closure below
    WHERE below.ancestor_id = parent.id AND below.descendant_id = membership.organization_id)`;
}
