import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People call a curriculum by a short code: a base by its number, a variant by that of its base and its country. */
export class NameCurricula1795411001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE curriculum_number');
    await runner.query('ALTER TABLE curriculum ADD COLUMN code text');
    await runner.query(`
      WITH numbered AS (
        SELECT id, nextval('curriculum_number') AS number
        FROM (SELECT id FROM curriculum WHERE base_id IS NULL ORDER BY created_at, id) bases)
      UPDATE curriculum SET code = 'C-' || number || coalesce('-' || country_code, '')
      FROM numbered WHERE numbered.id = coalesce(base_id, curriculum.id)`);
    await runner.query('ALTER TABLE curriculum ALTER COLUMN code SET NOT NULL');
    await runner.query('CREATE UNIQUE INDEX curriculum_code ON curriculum (code)');
    await runner.query(`
      CREATE FUNCTION give_curriculum_code() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.code := CASE
          WHEN NEW.base_id IS NULL THEN 'C-' || nextval('curriculum_number')
          ELSE (SELECT code FROM curriculum WHERE id = NEW.base_id) || '-' || NEW.country_code
        END;
        RETURN NEW;
      END $$`);
    await runner.query(`CREATE TRIGGER curriculum_has_a_code BEFORE INSERT ON curriculum
      FOR EACH ROW EXECUTE FUNCTION give_curriculum_code()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER curriculum_has_a_code ON curriculum');
    await runner.query('DROP FUNCTION give_curriculum_code()');
    await runner.query('ALTER TABLE curriculum DROP COLUMN code');
    await runner.query('DROP SEQUENCE curriculum_number');
  }
}
