import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asRow, BatchLoader, columnsOf, grouped, readRows } from '#platform';
import { Offering } from '../offering/offering.entity.js';

/** What would let a learner take a module. */
export interface NextOfferingsWish {
  courseIds: readonly string[];
  /** Empty: in any language. */
  languages: readonly string[];
  /** Null: anywhere. */
  countryCode: string | null;
  /** ISO instants; null: from now on, and without an end. */
  startsFrom: string | null;
  startsTo: string | null;
  first: number;
}

/** Offerings one can still enroll in, for however many modules of however many learners in one query. */
@Injectable()
export class NextOfferings {
  constructor(private readonly database: DataSource) {}

  readonly of = new BatchLoader<NextOfferingsWish, Offering[]>(
    async (wishes) => {
      const rows: { wish: string }[] = await readRows(
        this.database,
        `SELECT wished.wish, found.* FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (wish, place)
         CROSS JOIN LATERAL (SELECT given.wish ->> 'key' AS wish) wished
         CROSS JOIN LATERAL (${this.fitting()}) found ORDER BY given.place, found."startsAt", found.id`,
        [JSON.stringify(wishes.map((wish) => ({ ...wish, key: keyOf(wish) })))],
      );
      const groups = grouped(rows, ({ wish }) => wish);
      return new Map([...groups].map(([key, group]) => [key, group.map(({ wish, ...row }) => asRow(Offering, row))]));
    },
    () => [],
    keyOf,
  );

  /** A country has what is taught in it and what is taught online; without a place yet, that of the provider counts. */
  private fitting(): string {
    return `SELECT ${columnsOf(this.database, Offering, 'offering')}
      FROM jsonb_array_elements_text(given.wish -> 'courseIds') AS course (id)
      JOIN offering ON offering.course_id = course.id::uuid
      JOIN organization provider ON provider.id = offering.provider_id
      LEFT JOIN venue ON venue.id = offering.venue_id
      WHERE offering.status IN ('TENTATIVE', 'OPEN')
        AND offering.closes_at > now()
        AND offering.starts_at >= coalesce((given.wish ->> 'startsFrom')::timestamptz, now())
        AND offering.starts_at <= coalesce((given.wish ->> 'startsTo')::timestamptz, 'infinity')
        AND (given.wish -> 'languages' = '[]' OR given.wish -> 'languages' ? offering.language)
        AND (given.wish ->> 'countryCode' IS NULL OR offering.mode = 'ONLINE'
          OR coalesce(venue.country_code, provider.country_code) = given.wish ->> 'countryCode')
      ORDER BY offering.starts_at, offering.id LIMIT (given.wish ->> 'first')::int`;
  }
}

function keyOf(wish: NextOfferingsWish): string {
  return JSON.stringify(wish);
}
