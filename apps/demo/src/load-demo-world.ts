import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Courses } from '#catalog';
import { Organization } from '#identity';
import { recordActs, Transactions } from '#platform';
import { actingFor } from './acting.js';
import { createCourseInput } from './courses.js';
import { readCourses, readOrganizations } from './data.js';
import { OfferingPlan } from './offering-plan.js';
import { organizationId, writeAccounts, writeOrganizations } from './people.js';
import { loadSectorPrograms } from './programs/load-sector-programs.js';

const ACT = 'loadDemoWorld';
const PROGRAMS_ACT = 'loadSectorPrograms';
const ONE_AT_A_TIME = 7_308_200_111;

/**
 * Loads organizations, accounts, courses, offerings and sector programs into an empty database, once.
 *
 * Courses, offerings and programs go the way of any other, through the services that people’s requests reach. A load that was
 * interrupted goes on at the next start; two nodes that start together load it once. Answers whether the demo world
 * is there.
 */
export async function loadDemoWorld(app: INestApplicationContext): Promise<boolean> {
  const database = app.get(DataSource);
  const guard = database.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [ONE_AT_A_TIME]);
    const state = await stateOf(database);
    if (state === 'foreign') return false;
    if (state === 'empty') await writePeople(app);
    if (state !== 'loaded') await writeCourses(app);
    // Noted by itself: a demo world that was loaded before there were sector programs gets them too. They come before
    // the offerings, which know the law that the programs rely on.
    if (!(await isNoted(database, PROGRAMS_ACT))) await writePrograms(app);
    if (state !== 'loaded') await writeOfferings(app);
    return true;
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [ONE_AT_A_TIME]);
    await guard.release();
  }
}

async function stateOf(database: DataSource): Promise<'empty' | 'begun' | 'loaded' | 'foreign'> {
  const [state] = await database.query(
    `SELECT EXISTS (SELECT 1 FROM organization) AS "hasAny",
       EXISTS (SELECT 1 FROM organization WHERE id = $1) AS "hasOurs"`,
    [organizationId('academy-tashkent')],
  );
  if (await isNoted(database, ACT)) return 'loaded';
  if (state.hasOurs) return 'begun';
  return state.hasAny ? 'foreign' : 'empty';
}

async function writePeople(app: INestApplicationContext): Promise<void> {
  await app.get(Transactions).run(async (tx) => {
    await writeOrganizations(tx, readOrganizations());
    await writeAccounts(tx);
  });
}

async function writeCourses(app: INestApplicationContext): Promise<void> {
  const database = app.get(DataSource);
  const courses = app.get(Courses, { strict: false });
  for (const course of readCourses()) {
    const { asked, viewer } = actingFor(course.provider);
    const prerequisiteIds = await idsBySlug(database, course.prerequisites);
    const providerId = organizationId(course.provider);
    const input = createCourseInput(course, { providerId, prerequisiteIds, slug: course.slug });
    const [known] = await idsBySlug(database, [course.slug]);
    const courseId = known ?? (await courses.create(asked, viewer, input)).id;
    if (!(await isPublished(database, courseId))) await courses.publish(asked, viewer, { courseId });
  }
}

async function writePrograms(app: INestApplicationContext): Promise<void> {
  await loadSectorPrograms(app);
  await note(app, PROGRAMS_ACT);
}

async function writeOfferings(app: INestApplicationContext): Promise<void> {
  const plan = new OfferingPlan(app);
  for (const course of readCourses()) {
    const { asked, viewer } = actingFor(course.provider);
    const [courseId = ''] = await idsBySlug(app.get(DataSource), [course.slug]);
    await plan.schedule(asked, viewer, course, courseId);
  }
  await note(app, ACT);
}

async function note(app: INestApplicationContext, name: string): Promise<void> {
  await app.get(Transactions).run(async (tx) => {
    const subject = Object.assign(new Organization(), { id: organizationId('academy-tashkent') });
    await recordActs(tx, [{ accountId: null, act: { name }, subject }]);
  });
}

async function isNoted(database: DataSource, name: string): Promise<boolean> {
  const [row] = await database.query(
    `SELECT 1 FROM audit_entry WHERE act = $2 AND subject_type = 'Organization' AND subject_id = $1`,
    [organizationId('academy-tashkent'), name],
  );
  return row !== undefined;
}

async function idsBySlug(database: DataSource, slugs: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await database.query('SELECT id FROM course WHERE slug = ANY($1)', [slugs]);
  return rows.map(({ id }) => id);
}

async function isPublished(database: DataSource, courseId: string): Promise<boolean> {
  const [row] = await database.query('SELECT published_version_id IS NOT NULL AS published FROM course WHERE id = $1', [
    courseId,
  ]);
  return row.published;
}
