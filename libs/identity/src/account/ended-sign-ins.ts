import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '#platform';

/** Kept a while after they end, for whoever looks into a misused account. */
const KEPT_DAYS = 90;
const NIGHTLY = '27 21 * * *';

/** Removes sign-ins that ended long ago, and counts of attempts that no longer matter. */
@Injectable()
export class EndedSignIns implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: DataSource,
  ) {}

  onModuleInit(): void {
    this.jobs.define('identity:remove-ended-sign-ins', () => this.remove(), NIGHTLY);
  }

  private async remove(): Promise<void> {
    await this.database.query(
      'DELETE FROM sign_in WHERE least(expires_at, ended_at) < now() - make_interval(days => $1)',
      [KEPT_DAYS],
    );
    await this.database.query('DELETE FROM attempt WHERE expire < extract(epoch FROM now()) * 1000');
  }
}
