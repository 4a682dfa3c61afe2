import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who signed in, and what somebody has booked, is asked at every request and at every enrollment, each time of another
 * person, whose rows lie on pages that nobody else needed just now. The indexes tell it, so that only they are read.
 */
export class AnswerFromIndexes1795417300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, 'INDEX enrollment_by_person', 'enrollment (person_id, id) INCLUDE (offering_id, seat)');
    await replace(
      runner,
      'INDEX session_by_offering',
      'session (offering_id, starts_at) INCLUDE (ends_at, takes_place)',
    );
    await replace(
      runner,
      'UNIQUE INDEX sign_in_token',
      'sign_in (token_hash) INCLUDE (id, account_id, expires_at, ended_at)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, 'INDEX enrollment_by_person', 'enrollment (person_id, id)');
    await replace(runner, 'INDEX session_by_offering', 'session (offering_id, starts_at)');
    await replace(runner, 'UNIQUE INDEX sign_in_token', 'sign_in (token_hash)');
  }
}

async function replace(runner: QueryRunner, index: string, on: string): Promise<void> {
  await runner.query(`DROP INDEX ${index.split(' ').at(-1)}`);
  await runner.query(`CREATE ${index} ON ${on}`);
}
