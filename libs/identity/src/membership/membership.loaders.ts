import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import {
  BatchLoader,
  type Binds,
  grouped,
  isId,
  Keyset,
  NestedList,
  Nodes,
  type Page,
  type PageUnder,
  type RequestContext,
} from '#platform';
import { eachAllowedIn } from '../access/grants.js';
import { Membership } from './membership.entity.js';

type Reading = 'FIRST_OF_EACH' | 'ALL' | 'BY_NAME';

export interface MembersUnder extends PageUnder {
  includeEnded: boolean;
}

const BY_NAME = new Keyset([
  { column: 'membership.sort_name', type: 'text' },
  { column: 'membership.id', type: 'uuid' },
]);

/**
 * Up to so many organizations the first of each are read, and the first of those taken: a union whose members have names
 * of their own would have the names of all others gone through first.
 */
const MANY_ORGANIZATIONS = 2_000;
/** Up to so many members of many organizations all are read and sorted; of more, all names are gone through in order. */
const MANY_MEMBERS = 5_000;

/** Lists of members, by name. Who may read them is asked before. */
@Injectable()
export class MembershipLoaders implements OnModuleInit {
  private readonly direct: NestedList<Membership, MembersUnder>;
  private readonly below: Record<Reading, NestedList<Membership, MembersUnder>>;

  constructor(
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {
    const list = { row: Membership, alias: 'membership', order: BY_NAME };
    this.direct = new NestedList(database, {
      ...list,
      from: (wish) => `membership WHERE membership.organization_id = parent.id AND ${inForce(wish)}`,
    });
    this.below = {
      FIRST_OF_EACH: new NestedList(database, { ...list, from: firstOfEach, countFrom: allBelow }),
      ALL: new NestedList(database, { ...list, from: allBelow }),
      BY_NAME: new NestedList(database, { ...list, from: byName, countFrom: allBelow }),
    };
  }

  onModuleInit(): void {
    this.nodes.register('Membership', (id, asked) => this.find(id, asked));
  }

  /** The memberships of persons that this reader may see: one’s own, and those in organizations whose members one reads. */
  readonly ofPerson = new BatchLoader<string, Membership[]>(
    async (personIds, asked) => grouped(await this.visible('personId', personIds, asked), ({ personId }) => personId),
    () => [],
  );

  /** Ids of the organizations somebody belongs to now; says nothing of who may know. */
  readonly organizationIdsOf = new BatchLoader<string, string[]>(
    async (personIds) => {
      const rows: { personId: string; ids: string[] }[] = await this.database.query(
        `SELECT person_id AS "personId", array_agg(organization_id ORDER BY id) AS ids FROM membership
         WHERE person_id = ANY($1::uuid[]) AND ended_on IS NULL GROUP BY person_id`,
        [personIds],
      );
      return new Map(rows.map(({ personId, ids }) => [personId, ids]));
    },
    () => [],
  );

  /** How the members below each are read fastest; both counts stop where they have told enough. */
  private readonly readings = new BatchLoader<string, Reading>(
    async (ids) => {
      const rows: { id: string; isWide: boolean; isFull: boolean }[] = await this.database.query(
        `SELECT parent.id, wide.is_wide AS "isWide", wide.is_wide AND (SELECT count(*) = ${MANY_MEMBERS} FROM (
           SELECT FROM organization_closure below
           JOIN membership ON membership.organization_id = below.descendant_id AND membership.ended_on IS NULL
           WHERE below.ancestor_id = parent.id LIMIT ${MANY_MEMBERS}) AS found) AS "isFull"
         FROM unnest($1::uuid[]) AS parent (id) CROSS JOIN LATERAL (
           SELECT count(*) = ${MANY_ORGANIZATIONS} AS is_wide FROM (
             SELECT FROM organization_closure WHERE ancestor_id = parent.id LIMIT ${MANY_ORGANIZATIONS}) AS found) AS wide`,
        [ids],
      );
      return new Map(
        rows.map(({ id, isWide, isFull }) => [id, isFull ? 'BY_NAME' : isWide ? 'ALL' : 'FIRST_OF_EACH'] as const),
      );
    },
    () => 'ALL',
  );

  async members(asked: RequestContext, wish: MembersUnder, includeBelow: boolean): Promise<Page<Membership>> {
    if (!includeBelow) return this.direct.pages.of(asked).load(wish);
    const reading = await this.readings.of(asked).load(wish.parentId);
    return this.below[reading].pages.of(asked).load(wish);
  }

  private async find(id: string, asked: RequestContext): Promise<Membership | null> {
    if (!isId(id)) return null;
    const [membership] = await this.visible('id', [id], asked);
    return membership ?? null;
  }

  private async visible(
    by: 'id' | 'personId',
    ids: readonly string[],
    { viewer }: RequestContext,
  ): Promise<Membership[]> {
    if (!viewer) return [];
    const readable = eachAllowedIn('membership.organization_id', viewer, 'member.read');
    return this.database
      .createQueryBuilder(Membership, 'membership')
      .where({ [by]: In([...ids]) })
      .andWhere(`(membership.personId = :ownPerson OR ${readable.sql})`, {
        ...readable.parameters,
        ownPerson: viewer.personId,
      })
      .orderBy('membership.startedOn', 'DESC')
      .addOrderBy('membership.id', 'DESC')
      .getMany();
  }
}

function inForce({ includeEnded }: MembersUnder): string {
  return includeEnded ? 'true' : 'membership.ended_on IS NULL';
}

/**
 * A page comes from no more organizations than it has rows: those whose own first members come first. So of all others
 * one row is read, from an index.
 */
function firstOfEach(wish: MembersUnder, binds: Binds): string {
  const rows = binds.of(wish.first + 1);
  const firstIn = (organization: string, count: string) => `LATERAL (
    SELECT membership.* FROM membership
    WHERE membership.organization_id = ${organization} AND ${inForce(wish)} AND ${BY_NAME.beyond(wish.after, binds)}
    ORDER BY ${BY_NAME.orderBy} LIMIT ${count}) membership`;
  return `(
    SELECT membership.organization_id FROM organization_closure below CROSS JOIN ${firstIn('below.descendant_id', '1')}
    WHERE below.ancestor_id = parent.id ORDER BY ${BY_NAME.orderBy} LIMIT ${rows}
  ) foremost CROSS JOIN ${firstIn('foremost.organization_id', rows)} WHERE true`;
}

function allBelow(wish: MembersUnder): string {
  return `membership WHERE ${inForce(wish)} AND EXISTS (SELECT FROM organization_closure below
    WHERE below.ancestor_id = parent.id AND below.descendant_id = membership.organization_id)`;
}

/** In the order of the index, asking of each whether it belongs: LIMIT keeps the planner from asking of all at first. */
function byName(wish: MembersUnder): string {
  return `membership WHERE ${inForce(wish)} AND (SELECT true FROM organization_closure below
    WHERE below.ancestor_id = parent.id AND below.descendant_id = membership.organization_id LIMIT 1)`;
}
