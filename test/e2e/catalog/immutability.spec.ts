import { draftOf, newAcademy, publishedCourse } from '../../support/catalog.world.js';
import { workerDatabase } from '../../support/database.js';

const WISH = {
  titles: { en: 'Collective bargaining' },
  sectorCodes: ['ENRG'],
  roleCodes: ['PRIM_CHAIR'],
  countryCodes: ['UZ'],
  workload: { academicHours: 36, source: 'Labor Code' },
};

/** Each tries to change the version $1. */
const CHANGES: [string, string][] = [
  ['its hours', 'UPDATE course_version SET academic_hours = 40 WHERE id = $1'],
  ['its being published', 'UPDATE course_version SET published_at = NULL WHERE id = $1'],
  ['its moment of publishing', `UPDATE course_version SET published_at = now() WHERE id = $1`],
  ['a title', `UPDATE course_translation SET title = 'Other' WHERE version_id = $1`],
  ['a translation, by removing it', 'DELETE FROM course_translation WHERE version_id = $1'],
  [
    'its translations, by adding one',
    `INSERT INTO course_translation (version_id, locale, position, title) VALUES ($1, 'ru', 9, 'Другой')`,
  ],
  ['an outcome, by removing it', 'DELETE FROM course_outcome WHERE version_id = $1'],
  [
    'its outcomes, by adding one',
    'INSERT INTO course_outcome (id, version_id, position) VALUES (gen_random_uuid(), $1, 9)',
  ],
  [
    'the text of an outcome',
    `UPDATE course_outcome_translation SET text = 'Other' WHERE outcome_id IN (SELECT id FROM course_outcome WHERE version_id = $1)`,
  ],
  ['its sectors', 'DELETE FROM course_sector WHERE version_id = $1'],
  ['its roles', 'DELETE FROM course_role WHERE version_id = $1'],
  ['its countries', `INSERT INTO course_country (version_id, country_code) VALUES ($1, 'KZ')`],
  ['its languages', `UPDATE course_language SET locale = 'ru' WHERE version_id = $1`],
  ['its prerequisites', 'DELETE FROM course_prerequisite WHERE version_id = $1'],
];

describe('a published version', () => {
  it.each(CHANGES)('refuses to have changed: %s', async (_, sql) => {
    const database = await workerDatabase();
    const academy = await newAcademy();
    const before = await publishedCourse(academy);
    const { id } = await publishedCourse(academy, { ...WISH, prerequisiteIds: [before.id] });
    const [{ published_version_id: versionId }] = await database.query(
      'SELECT published_version_id FROM course WHERE id = $1',
      [id],
    );

    await expect(database.query(sql, [versionId])).rejects.toMatchObject({
      code: '23001',
      constraint: 'published_version_is_immutable',
    });
  });

  it('is not deleted', async () => {
    const database = await workerDatabase();
    const { id } = await publishedCourse(await newAcademy());

    await expect(
      database.transaction(async (tx) => {
        await tx.query('UPDATE course SET published_version_id = NULL WHERE id = $1', [id]);
        await tx.query('DELETE FROM course_version WHERE course_id = $1', [id]);
      }),
    ).rejects.toMatchObject({ constraint: 'published_version_is_immutable' });
  });
});

describe('a draft', () => {
  it.each(CHANGES.filter(([what]) => what.startsWith('a title') || what.startsWith('its hours')))(
    'may have changed: %s',
    async (_, sql) => {
      const database = await workerDatabase();
      const { id } = await draftOf(await newAcademy(), WISH);
      const [version] = await database.query('SELECT id FROM course_version WHERE course_id = $1', [id]);

      const [, changed] = await database.query(sql, [version.id]);

      expect(changed).toBe(1);
    },
  );

  it('is one for each course, and never its own prerequisite', async () => {
    const database = await workerDatabase();
    const { id } = await draftOf(await newAcademy());
    const [version] = await database.query('SELECT id FROM course_version WHERE course_id = $1', [id]);

    await expect(
      database.query(
        `INSERT INTO course_version (id, course_id, number, kind) VALUES (gen_random_uuid(), $1, 2, 'SCHOOL')`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'one_draft_per_course' });
    await expect(
      database.query('INSERT INTO course_prerequisite (version_id, required_course_id) VALUES ($1, $2)', [
        version.id,
        id,
      ]),
    ).rejects.toMatchObject({ constraint: 'course_is_not_its_own_prerequisite' });
  });
});
