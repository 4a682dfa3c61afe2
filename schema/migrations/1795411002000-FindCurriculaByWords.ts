import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldForIndex, stemsOf } from '#platform';

/** Published bases are found by the words of their titles, modules and outcomes, and by their sectors and roles. */
export class FindCurriculaByWords1795411002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE curriculum_stems (
        curriculum_id uuid PRIMARY KEY REFERENCES curriculum (id) ON DELETE CASCADE,
        stems text[] NOT NULL
      )`);
    const bases: { id: string; texts: { locale: string; text: string }[] }[] = await runner.query(PUBLISHED);
    for (const { id, texts } of bases) {
      const words = texts.flatMap(({ locale, text }) => foldForIndex(text, locale).split(' '));
      await runner.query('INSERT INTO curriculum_stems (curriculum_id, stems) VALUES ($1, $2)', [
        id,
        stemsOf(words).sort(),
      ]);
    }
    await runner.query('CREATE INDEX curriculum_by_stem ON curriculum_stems USING gin (stems)');
    await runner.query('CREATE INDEX curriculum_version_by_sector ON curriculum_sector (sector_code, version_id)');
    await runner.query('CREATE INDEX curriculum_version_by_role ON curriculum_role (role_code, version_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX curriculum_version_by_role');
    await runner.query('DROP INDEX curriculum_version_by_sector');
    await runner.query('DROP TABLE curriculum_stems');
  }
}

const PUBLISHED = `
  SELECT curriculum.id, (
    SELECT coalesce(json_agg(json_build_object('locale', said.locale, 'text', said.text)), '[]') FROM (
      SELECT locale, title || ' ' || coalesce(summary, '') AS text FROM curriculum_translation
      WHERE version_id = published_version_id
      UNION ALL
      SELECT module.locale, module.title FROM curriculum_placement placement
      JOIN curriculum_module_translation module ON module.version_id = placement.module_version_id
      WHERE placement.version_id = published_version_id
      UNION ALL
      SELECT outcome.locale, outcome.text FROM curriculum_placement placement
      JOIN curriculum_module_outcome outcome ON outcome.version_id = placement.module_version_id
      WHERE placement.version_id = published_version_id) said) AS texts
  FROM curriculum WHERE base_id IS NULL AND published_version_id IS NOT NULL`;
