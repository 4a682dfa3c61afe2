import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  asRow,
  Binds,
  columnsOf,
  isId,
  Keyset,
  Nodes,
  ofAnyLength,
  type Page,
  type PageAhead,
  type PageArgs,
  type RequestContext,
  readPlannedPage,
  readRows,
} from '#platform';
import { type OfferingFilter, UPCOMING } from './offering.args.js';
import { Offering } from './offering.entity.js';
import type { OfferingStatus } from './offering.enums.js';
import { planOfferings } from './offering.plan.js';
import { OfferingCounts } from './offering-counts.js';

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
    private readonly counts: OfferingCounts,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Offering', (id) => this.find(id));
  }

  /** Null: there is none. */
  async find(id: string): Promise<Offering | null> {
    if (!isId(id)) return null;
    const [row] = await readRows(
      this.database,
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
      from: isOfFew(filter) ? allOf(filter, binds) : firstOfEachStatus(filter, page, binds),
      order: BY_START,
      plan: planOfferings(selection),
      count: () => this.count(filter),
    };
    return readPlannedPage(this.database, { ...list, asked, binds, needs }, page);
  }

  private count(filter: OfferingFilter): Promise<number> {
    const count = async () => {
      const binds = new Binds();
      const [row]: { count: number }[] = await readRows(
        this.database,
        `SELECT count(*)::int AS count FROM ${allOf(filter, binds)}`,
        binds.values,
      );
      return row?.count ?? 0;
    };
    // Few are soon counted.
    return isOfFew(filter) ? count() : this.counts.of(filter, count);
  }
}

/** Of one course or academy, which an index of its own finds. */
function isOfFew({ courseId, providerId }: OfferingFilter): boolean {
  return Boolean(courseId || providerId);
}

function allOf(filter: OfferingFilter, binds: Binds): string {
  return `offering WHERE offering.status = ANY(${binds.of(statusesOf(filter))}::offering_status[]) AND ${conditions(filter, binds)}`;
}

/**
 * The first of each status, and of each language where some are asked for, in the order of an index: what is over grows
 * from year to year, and would be gone through before what is to come; so would all languages for a rare one.
 */
function firstOfEachStatus(filter: OfferingFilter, { first, after }: PageArgs, binds: Binds): string {
  const { languages, ...others } = filter;
  const taught = languages?.length
    ? `CROSS JOIN unnest(${ofAnyLength(binds.of([...new Set(languages)]), 'text')}) AS taught (language)`
    : '';
  return `unnest(${ofAnyLength(binds.of(statusesOf(filter)), 'offering_status')}) AS wanted (status) ${taught} CROSS JOIN LATERAL (
    SELECT offering.* FROM offering WHERE offering.status = wanted.status ${taught && 'AND offering.language = taught.language'}
      AND ${conditions(others, binds)} AND ${BY_START.beyond(after, binds)}
    ORDER BY ${BY_START.orderBy} LIMIT ${binds.count(first + 1)}) offering WHERE true`;
}

function statusesOf({ statuses }: OfferingFilter): readonly OfferingStatus[] {
  return statuses?.length ? [...new Set(statuses)] : UPCOMING;
}

/** Seats that are nobody else’s to have. */
const TAKEN = 'offering.confirmed + offering.offered + offering.reserved + offering.held';

function conditions(filter: OfferingFilter, { of }: Binds): string {
  const { courseId, providerId, languages, mode, startsFrom, startsTo, hasSeats } = filter;
  const all = [
    courseId && `offering.course_id = ${of(courseId)}`,
    providerId && `offering.provider_id = ${of(providerId)}`,
    languages?.length && `offering.language = ANY(${of(languages)}::text[])`,
    mode && `offering.mode = ${of(mode)}::delivery_mode`,
    startsFrom && `offering.starts_at >= ${of(startsFrom)}`,
    startsTo && `offering.starts_at <= ${of(startsTo)}`,
    typeof hasSeats === 'boolean' && `(${TAKEN} < offering.capacity) = ${of(hasSeats)}`,
  ];
  return all.filter((condition) => typeof condition === 'string' && condition).join(' AND ') || 'true';
}
