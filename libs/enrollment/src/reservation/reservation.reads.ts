import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Any, DataSource, type SelectQueryBuilder } from 'typeorm';
import { allowedIn, apart } from '#identity';
import {
  BatchLoader,
  decodeCursor,
  encodeCursor,
  faults,
  grouped,
  isId,
  Nodes,
  ofAnyLength,
  type Page,
  type PageArgs,
  pageOf,
  type RequestContext,
  readRows,
  type Viewer,
} from '#platform';
import { SeatReservation } from './seat-reservation.entity.js';

type Wish = PageArgs & { offeringId: string };
type Placed = { id: string; offeringId: string };

const keyOf = ({ offeringId, first, after = null }: Wish) => JSON.stringify([offeringId, first, after]);

/** Reading reservations: a provider sees all in its offerings, a holder its own and what became of them below. */
@Injectable()
export class ReservationReads implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('SeatReservation', (id, { viewer }) => this.find(id, viewer));
  }

  /** Pages of the reservations of offerings, oldest first; two statements for a whole list of offerings, and one for all counts. */
  readonly pages = new BatchLoader<Wish, Page<SeatReservation>>(
    async (wishes, asked) => {
      const { viewer } = asked;
      const pages = new Map<string, Page<SeatReservation>>();
      if (!viewer) return pages;
      for (const alike of grouped(wishes, (wish) => keyOf({ ...wish, offeringId: '' })).values()) {
        for (const [key, page] of await this.read(alike, viewer, asked)) pages.set(key, page);
      }
      return pages;
    },
    () => pageOf<SeatReservation>([], 0, () => Promise.resolve(0)),
    keyOf,
  );

  private readonly counts = new BatchLoader<string, number>(
    async (offeringIds, { viewer }) => {
      if (!viewer) return new Map();
      const rows = await this.visible(viewer)
        .andWhere(`reservation.offeringId = ANY(${ofAnyLength(':offeringIds')})`, { offeringIds })
        .select('reservation.offering_id', 'offeringId')
        .addSelect('count(*)::int', 'count')
        .groupBy('reservation.offering_id')
        .getRawMany<{ offeringId: string; count: number }>();
      return new Map(rows.map(({ offeringId, count }) => [offeringId, count]));
    },
    () => 0,
  );

  private async find(id: string, viewer: Viewer | null): Promise<SeatReservation | null> {
    if (!viewer || !isId(id)) return null;
    return this.visible(viewer).andWhere('reservation.id = :id', { id }).getOne();
  }

  /** Wishes that differ by their offering alone. */
  private async read(
    wishes: readonly Wish[],
    viewer: Viewer,
    asked: RequestContext,
  ): Promise<[string, Page<SeatReservation>][]> {
    const [like] = wishes as [Wish];
    const offeringIds = wishes.map(({ offeringId }) => offeringId);
    const listed = this.visible(viewer)
      .andWhere(`reservation.offeringId = ANY(${ofAnyLength(':offeringIds')})`, { offeringIds })
      .select(['reservation.id AS id', 'reservation.offering_id AS "offeringId"'])
      .addSelect('row_number() OVER (PARTITION BY reservation.offering_id ORDER BY reservation.id)', 'place');
    if (like.after) listed.andWhere('reservation.id > :after', { after: idIn(like.after) });
    const [sql, parameters] = listed.getQueryAndParameters();
    const placed: Placed[] = await readRows(
      this.database,
      `SELECT id, "offeringId" FROM (${sql}) listed WHERE place <= ${like.first + 1} ORDER BY "offeringId", place`,
      parameters,
    );
    const rows = await this.database.manager.find(SeatReservation, { where: { id: Any(placed.map(({ id }) => id)) } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const lists = grouped(placed, ({ offeringId }) => offeringId);
    return wishes.map((wish) => {
      const edges = (lists.get(wish.offeringId) ?? []).map(({ id }) => ({
        node: byId.get(id) as SeatReservation,
        cursor: encodeCursor([id]),
      }));
      return [keyOf(wish), pageOf(edges, like.first, () => this.counts.of(asked).load(wish.offeringId))];
    });
  }

  private visible(viewer: Viewer): SelectQueryBuilder<SeatReservation> {
    const ofProvider = apart(allowedIn('offering.provider_id', viewer, 'enrollment.read'), 'provider');
    const ofHolder = apart(allowedIn('above.organization_id', viewer, 'enrollment.nominate'), 'holder');
    const isBelow = `EXISTS (SELECT FROM seat_reservation above
      WHERE above.id = ANY(reservation.path) AND ${ofHolder.sql})`;
    return this.database
      .createQueryBuilder(SeatReservation, 'reservation')
      .innerJoin('reservation.offering', 'offering')
      .where(`(${ofProvider.sql} OR ${isBelow})`)
      .setParameters({ ...ofProvider.parameters, ...ofHolder.parameters });
  }
}

/** Ids are drawn in the order of time, so they are the order of the list. */
function idIn(cursor: string): string {
  const [id = ''] = decodeCursor(cursor, 1);
  if (!isId(id)) throw faults.badInput('This cursor is not one of this list.');
  return id;
}
