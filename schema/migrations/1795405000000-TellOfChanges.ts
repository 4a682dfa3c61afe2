import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What everybody may read, and changes seldom. */
const TABLES = [
  'alignment',
  'catalog_entry',
  'convention_ratification',
  'course',
  'curriculum',
  'curriculum_module',
  'curriculum_module_version',
  'curriculum_override',
  'curriculum_placement',
  'curriculum_version',
  'ilo_convention',
  'instructor',
  'legal_act',
  'legal_act_edition',
  'legal_requirement',
  'member_count',
  'organization',
  'organization_contact',
  'organization_language',
  'organization_name',
  'organization_sector',
  'reference_version',
  'room',
  'session',
  'session_instructor',
  'venue',
];

/** Of an offering all but the counters of seats: those change in every commit of a rush, and each node tells of them. */
const OF_OFFERING =
  'status, mode, language, time_zone, venue_id, starts_at, ends_at, opens_at, closes_at, capacity, minimum, waitlist_limit, price_amount, price_currency, cancel_reason';

/** Whoever keeps answers for everybody hears, when a change is committed, that they may be out of date. */
export class TellOfChanges1795405000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('odaq_changed', '');
        RETURN NULL;
      END $$`);
    for (const table of TABLES) await runner.query(trigger('INSERT OR UPDATE OR DELETE', table));
    await runner.query(trigger(`INSERT OR DELETE OR UPDATE OF ${OF_OFFERING}`, 'offering'));
    await runner.query(trigger('UPDATE OF family_name, given_name, patronymic', 'person'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES, 'offering', 'person'])
      await runner.query(`DROP TRIGGER tell_of_change ON ${table}`);
    await runner.query('DROP FUNCTION tell_of_change()');
  }
}

function trigger(events: string, table: string): string {
  return `CREATE TRIGGER tell_of_change AFTER ${events} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change()`;
}
