import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '../jobs/jobs.service.js';

/** Longer than any client repeats a request, shorter than the table is a burden. */
const KEPT_DAYS = 7;
const NIGHTLY = '17 21 * * *';

/** Forgets idempotency keys that nobody repeats any more. */
@Injectable()
export class ForgottenKeys implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: DataSource,
  ) {}

  onModuleInit(): void {
    this.jobs.define('platform:forget-keys', () => this.forget(), NIGHTLY);
  }

  private async forget(): Promise<void> {
    await this.database.query('DELETE FROM idempotency_key WHERE created_at < now() - make_interval(days => $1)', [
      KEPT_DAYS,
    ]);
  }
}
