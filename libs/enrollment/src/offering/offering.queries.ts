import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  asRow,
  Binds,
  columnsOf,
  isId,
  Keyset,
  Nodes,
  type Page,
  type PageAhead,
  type PageArgs,
  type RequestContext,
  readPlannedPage,
} from '#platform';
import { type OfferingFilter, UPCOMING } from './offering.args.js';
import { Offering } from './offering.entity.js';
import { planOfferings } from './offering.plan.js';

/** Those that begin first come first. */
export const BY_START = new Keyset([
  { column: 'offering.starts_at', type: 'timestamptz' },
  { column: 'offering.id', type: 'uuid' },
]);

/** Offerings are public: whoever reads the catalog sees when and where its courses are taught. */
@Injectable()
export class OfferingQueries implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Offering', (id) => this.find(id));
  }

  /** Null: there is none. */
  async find(id: string): Promise<Offering | null> {
    if (!isId(id)) return null;
    const [row] = await this.database.query(
      `SELECT ${columnsOf(this.database, Offering, 'offering')} FROM offering WHERE id = $1`,
      [id],
    );
    return row ? asRow(Offering, row) : null;
  }

  async list(
    asked: RequestContext,
    filter: OfferingFilter,
    page: PageArgs,
    { selection, needs }: PageAhead,
  ): Promise<Page<Offering>> {
    const binds = new Binds();
    const list = {
      row: Offering,
      alias: 'offering',
      from: `offering WHERE ${conditions(filter, binds)}`,
      order: BY_START,
      plan: planOfferings(selection),
      count: () => this.count(filter),
    };
    return readPlannedPage(this.database, { ...list, asked, binds, needs }, page);
  }

  private async count(filter: OfferingFilter): Promise<number> {
    const binds = new Binds();
    const [row]: { count: number }[] = await this.database.query(
      `SELECT count(*)::int AS count FROM offering WHERE ${conditions(filter, binds)}`,
      binds.values,
    );
    return row?.count ?? 0;
  }
}

/** Seats that are nobody else’s to have. */
const TAKEN = 'offering.confirmed + offering.offered + offering.reserved + offering.held';

function conditions(filter: OfferingFilter, { of }: Binds): string {
  const { courseId, providerId, languages, mode, statuses, startsFrom, startsTo, hasSeats } = filter;
  const wanted = statuses?.length ? statuses : UPCOMING;
  return [
    `offering.status = ANY(${of(wanted)}::offering_status[])`,
    courseId && `offering.course_id = ${of(courseId)}`,
    providerId && `offering.provider_id = ${of(providerId)}`,
    languages?.length && `offering.language = ANY(${of(languages)}::text[])`,
    mode && `offering.mode = ${of(mode)}::delivery_mode`,
    startsFrom && `offering.starts_at >= ${of(startsFrom)}`,
    startsTo && `offering.starts_at <= ${of(startsTo)}`,
    typeof hasSeats === 'boolean' && `(${TAKEN} < offering.capacity) = ${of(hasSeats)}`,
  ]
    .filter((condition) => typeof condition === 'string')
    .join(' AND ');
}
