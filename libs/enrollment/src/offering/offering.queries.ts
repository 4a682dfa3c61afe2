import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { encodeCursor, isId, Nodes, type Page, type PageArgs, pageOf } from '#platform';
import { Keyset } from './keyset.js';
import { type OfferingFilter, UPCOMING } from './offering.args.js';
import { Offering } from './offering.entity.js';
import { asRow, columnsOf, Parameters } from './rows.js';

/** Those that begin first come first. */
export const BY_START = new Keyset([
  { column: 'starts_at', type: 'timestamptz' },
  { column: 'id', type: 'uuid' },
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

  async list(filter: OfferingFilter, { first, after }: PageArgs): Promise<Page<Offering>> {
    const parameters = new Parameters();
    const where = `${conditions(filter, parameters)} AND ${BY_START.beyond('offering', after, parameters)}`;
    const rows: { position: string[] }[] = await this.database.query(
      `SELECT ${columnsOf(this.database, Offering, 'offering')}, ${BY_START.position('offering')} AS position
       FROM offering WHERE ${where}
       ORDER BY ${BY_START.orderBy('offering')} LIMIT ${parameters.bind(first + 1)}`,
      parameters.values,
    );
    const edges = rows.map(({ position, ...row }) => ({ node: asRow(Offering, row), cursor: encodeCursor(position) }));
    return pageOf(edges, first, () => this.count(filter));
  }

  private async count(filter: OfferingFilter): Promise<number> {
    const parameters = new Parameters();
    const [row]: { count: number }[] = await this.database.query(
      `SELECT count(*)::int AS count FROM offering WHERE ${conditions(filter, parameters)}`,
      parameters.values,
    );
    return row?.count ?? 0;
  }
}

/** Seats that are nobody else’s to have. */
const TAKEN = 'offering.confirmed + offering.offered + offering.reserved + offering.held';

function conditions(filter: OfferingFilter, { bind }: Parameters): string {
  const { courseId, providerId, languages, mode, statuses, startsFrom, startsTo, hasSeats } = filter;
  const wanted = statuses?.length ? statuses : UPCOMING;
  return [
    `offering.status = ANY(${bind(wanted)}::offering_status[])`,
    courseId && `offering.course_id = ${bind(courseId)}`,
    providerId && `offering.provider_id = ${bind(providerId)}`,
    languages?.length && `offering.language = ANY(${bind(languages)}::text[])`,
    mode && `offering.mode = ${bind(mode)}::delivery_mode`,
    startsFrom && `offering.starts_at >= ${bind(startsFrom)}`,
    startsTo && `offering.starts_at <= ${bind(startsTo)}`,
    typeof hasSeats === 'boolean' && `(${TAKEN} < offering.capacity) = ${bind(hasSeats)}`,
  ]
    .filter((condition) => typeof condition === 'string')
    .join(' AND ');
}
