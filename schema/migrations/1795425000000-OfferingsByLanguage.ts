import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offerings in a language that few are taught in are found without going through all others. */
export class OfferingsByLanguage1795425000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX offering_by_status, offering_by_provider');
    await runner.query('CREATE INDEX offering_by_status ON offering (status, starts_at, id, mode)');
    await runner.query('CREATE INDEX offering_by_language ON offering (language, status, starts_at, id, mode)');
    await runner.query('CREATE INDEX offering_by_provider ON offering (provider_id, starts_at, id, status, language)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX offering_by_status, offering_by_provider, offering_by_language');
    await runner.query('CREATE INDEX offering_by_status ON offering (status, starts_at, id, mode, language)');
    await runner.query('CREATE INDEX offering_by_provider ON offering (provider_id, starts_at, id)');
  }
}
