import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notify, notYetTold } from '#notices';
import { Jobs, Transactions } from '#platform';
import { findOfferings, findPlaces } from './told.queries.js';
import { reminderTo } from './write-notices.js';

const FOUR_TIMES_AN_HOUR = '7,22,37,52 * * * *';
const AT_ONCE = 500;
const DAYS_BEFORE = 3;

/** Reminds people three days before the first session, unless they got their seat after that. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: DataSource,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.define('enrollment:remind', () => this.remind(), FOUR_TIMES_AN_HOUR);
  }

  /** Reminds everybody whose time has come; a second time reminds nobody. */
  async remind(): Promise<void> {
    for (let last: string | null = null; ; ) {
      const due: string[] = await this.dueAfter(last);
      if (due.length === 0) return;
      await this.transactions.run(async (tx) => {
        const places = await findPlaces(tx, due);
        const offerings = await findOfferings(tx, [...new Set(places.map(({ offeringId }) => offeringId))]);
        await notify(
          tx,
          places.flatMap((place) => {
            const offering = offerings.get(place.offeringId);
            return offering && place.seat === 'CONFIRMED' ? [reminderTo(place, offering)] : [];
          }),
        );
      });
      last = due.at(-1) ?? null;
    }
  }

  private async dueAfter(last: string | null): Promise<string[]> {
    const rows: { id: string }[] = await this.database.query(
      `SELECT enrollment.id FROM enrollment JOIN offering ON offering.id = enrollment.offering_id
       WHERE enrollment.seat = 'CONFIRMED' AND offering.status IN ('OPEN', 'CLOSED')
         AND offering.starts_at > now() AND offering.starts_at <= now() + make_interval(days => $1)
         AND enrollment.confirmed_at < offering.starts_at - make_interval(days => $1)
         AND ${notYetTold(`enrollment.id || ':REMINDER'`)} AND ($2::uuid IS NULL OR enrollment.id > $2)
       ORDER BY enrollment.id LIMIT $3`,
      [DAYS_BEFORE, last, AT_ONCE],
    );
    return rows.map(({ id }) => id);
  }
}
