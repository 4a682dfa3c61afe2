import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offerings in a language that few are taught in are found without going through all others. Indexes are built before
 * those they replace go, so that readers are not locked out meanwhile.
 */
export class OfferingsByLanguage1795425000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX offering_by_language ON offering (language, status, starts_at, id, mode)');
    await replace(runner, {
      offering_by_status: 'status, starts_at, id, mode',
      offering_by_provider: 'provider_id, starts_at, id, status, language',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, {
      offering_by_status: 'status, starts_at, id, mode, language',
      offering_by_provider: 'provider_id, starts_at, id',
    });
    await runner.query('DROP INDEX offering_by_language');
  }
}

async function replace(runner: QueryRunner, indexes: Record<string, string>): Promise<void> {
  for (const [name, columns] of Object.entries(indexes)) {
    await runner.query(`CREATE INDEX ${name}_new ON offering (${columns})`);
  }
  for (const name of Object.keys(indexes)) {
    await runner.query(`DROP INDEX ${name}`);
    await runner.query(`ALTER INDEX ${name}_new RENAME TO ${name}`);
  }
}
