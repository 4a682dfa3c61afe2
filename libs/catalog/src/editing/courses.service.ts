import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Organization, OrganizationNotFound } from '#identity';
import { Acts, Authority, faults, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { ReferenceLists } from '#reference';
import { writeEntry } from '../catalog/entry.writer.js';
import type { CourseContent } from '../content/content.js';
import { contentOf } from '../content/content.queries.js';
import { writeContent } from '../content/content.writer.js';
import { Course } from '../course/course.entity.js';
import { CourseLoaders } from '../course/course.loaders.js';
import { CourseVersion } from '../course/course-version.entity.js';
import { HeldCatalog } from '../held/held-catalog.service.js';
import { repeatedTranslations } from './content.rules.js';
import type { CreateCourseInput, PublishCourseInput, RetireCourseInput, UpdateCourseInput } from './course.input.js';
import { draftOf, lockCourse } from './course.locks.js';
import { CourseNotFound, SlugTaken } from './course.reasons.js';
import { contentIn } from './given-content.js';
import { prerequisiteFaults, taughtAmong } from './prerequisites.js';
import { NothingToPublish } from './publish.reasons.js';
import { obstaclesToPublish } from './publish.rules.js';
import { slugOf } from './slug.js';

/** What editors and publishers do with courses. */
@Injectable()
export class Courses {
  constructor(
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly reference: ReferenceLists,
    private readonly loaders: CourseLoaders,
    private readonly held: HeldCatalog,
  ) {}

  /**
   * Begins a course as a draft.
   * Refuses with OrganizationNotFound, SlugTaken, TranslationRepeated, UnknownCode, PrerequisiteNotFound.
   */
  async create(asked: RequestContext, viewer: Viewer, input: CreateCourseInput): Promise<Course> {
    const mayEdit = await this.authority.holdsIn(viewer, 'course.edit', input.providerId);
    const act = { name: 'createCourse', input, details: { providerId: input.providerId, kind: input.kind } };
    return this.acts.perform(asked, act, async (tx) => {
      if (!(await tx.existsBy(Organization, { id: input.providerId }))) refuse(new OrganizationNotFound());
      if (!mayEdit) throw faults.forbidden();
      return this.begin(tx, input);
    });
  }

  /**
   * Begins a draft as part of another act, whose right to do so was decided there.
   * Refuses with SlugTaken, TranslationRepeated, UnknownCode, PrerequisiteNotFound.
   */
  async begin(tx: EntityManager, input: CreateCourseInput): Promise<Course> {
    const content = { ...NOTHING, ...contentIn(input), kind: input.kind };
    const course = tx.create(Course, {
      id: newId(),
      providerId: input.providerId,
      slug: input.slug ?? '',
      publishedVersionId: null,
      retiredAt: null,
      retiredReason: null,
      revision: 1,
      createdAt: new Date(),
    });
    await this.assertSound(tx, course, content);
    course.slug = await insertCourse(tx, course, content);
    await insertVersion(tx, course.id, 1, content);
    await writeEntry(tx, course.id);
    return course;
  }

  /**
   * Changes the draft; a published course gets the draft of its next version with the first change.
   * Refuses with CourseNotFound, CourseRetired, CourseChangedMeanwhile, TranslationRepeated, UnknownCode,
   * PrerequisiteNotFound, PrerequisiteLoop.
   */
  async update(asked: RequestContext, viewer: Viewer, input: UpdateCourseInput): Promise<Course> {
    await this.assertMay(asked, viewer, 'course.edit', input.courseId);
    const changes = contentIn(input);
    const act = { name: 'updateCourse', input, details: { changed: Object.keys(changes) } };
    return this.acts.perform(asked, act, async (tx) => {
      const course = await lockCourse(tx, input.courseId, input.expectedRevision);
      if (Object.keys(changes).length === 0) return course;
      await this.assertSound(tx, course, changes);
      await writeDraft(tx, course, changes);
      course.revision += 1;
      await tx.update(Course, { id: course.id }, { revision: course.revision });
      if (!course.publishedVersionId) await writeEntry(tx, course.id);
      return course;
    });
  }

  /**
   * Publishes the draft, which never changes again, and shows it in the catalog.
   * Refuses with CourseNotFound, CourseRetired, CourseChangedMeanwhile, NothingToPublish, or all that is missing at once.
   */
  async publish(asked: RequestContext, viewer: Viewer, input: PublishCourseInput): Promise<Course> {
    await this.assertMay(asked, viewer, 'course.publish', input.courseId);
    return this.acts.perform(asked, { name: 'publishCourse', input }, async (tx, after) => {
      const course = await lockCourse(tx, input.courseId, input.expectedRevision);
      const draft = await draftOf(tx, course.id);
      if (!draft) refuse(new NothingToPublish());

      const content = await contentOf(tx, draft.id);
      const obstacles = obstaclesToPublish(content, await taughtAmong(tx, content.prerequisiteIds));
      if (obstacles.length > 0) refuse(...obstacles);

      await tx.update(CourseVersion, { id: draft.id }, { publishedAt: () => 'clock_timestamp()' });
      course.publishedVersionId = draft.id;
      course.revision += 1;
      const { publishedVersionId, revision } = course;
      await tx.update(Course, { id: course.id }, { publishedVersionId, revision });
      await writeEntry(tx, course.id);
      after(() => this.held.expire());
      return course;
    });
  }

  /** Takes a course out of the catalog for good. Refuses with CourseNotFound, CourseRetired. */
  async retire(asked: RequestContext, viewer: Viewer, input: RetireCourseInput): Promise<Course> {
    await this.assertMay(asked, viewer, 'course.publish', input.courseId);
    return this.acts.perform(asked, { name: 'retireCourse', input }, async (tx, after) => {
      const course = await lockCourse(tx, input.courseId);
      course.retiredAt = new Date();
      course.retiredReason = input.reason ?? null;
      course.revision += 1;
      const { retiredAt, retiredReason, revision } = course;
      await tx.update(Course, { id: course.id }, { retiredAt, retiredReason, revision });
      await writeEntry(tx, course.id);
      after(() => this.held.expire());
      return course;
    });
  }

  /** What one may not see is not there; what one sees and may not change is forbidden. */
  private async assertMay(asked: RequestContext, viewer: Viewer, permission: string, courseId: string): Promise<void> {
    this.loaders.forget(asked);
    const course = await this.loaders.byId.of(asked).load(courseId.toLowerCase());
    if (!course) refuse(new CourseNotFound());
    if (!(await this.authority.holdsIn(viewer, permission, course.providerId))) throw faults.forbidden();
  }

  /** Tells all that is wrong with what was given. Codes that were there before are not asked again. */
  private async assertSound(tx: EntityManager, course: Course, given: Partial<CourseContent>): Promise<void> {
    const texts = [...(given.translations ?? []), ...(given.outcomes ?? []).flatMap((outcome) => outcome.translations)];
    const languages = { locales: given.languages };
    const written = { locales: texts.map(({ locale }) => locale) };
    const codes = { sectors: given.sectorCodes, roles: given.roleCodes, countries: given.countryCodes, ...languages };
    const faultsFound = [
      ...repeatedTranslations(given),
      ...(await this.reference.unknownCodes(tx, codes)),
      ...(await this.reference.unknownCodes(tx, written, { locales: ['translations'] })),
      ...(await prerequisiteFaults(tx, course, given.prerequisiteIds ?? [])),
    ];
    if (faultsFound.length > 0) refuse(...faultsFound);
  }
}

const NOTHING = {
  workload: null,
  translations: [],
  outcomes: [],
  sectorCodes: [],
  roleCodes: [],
  countryCodes: [],
  languages: [],
  prerequisiteIds: [],
};

/** Inserts the course under the slug that was asked for, or the first free one made from its title. */
async function insertCourse(tx: EntityManager, course: Course, content: CourseContent): Promise<string> {
  const { title = '', locale = '' } = content.translations[0] ?? {};
  const made = slugOf(title, locale, content.kind);
  const wishes = course.slug ? [course.slug] : [made, `${made}-2`, `${made}-3`, `${made}-${course.id.slice(-12)}`];
  for (const slug of wishes) {
    const inserted: unknown[] = await tx.query(
      `INSERT INTO course (id, provider_id, slug, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (slug) DO NOTHING RETURNING id`,
      [course.id, course.providerId, slug, course.createdAt],
    );
    if (inserted.length > 0) return slug;
  }
  refuse(new SlugTaken(course.slug));
}

async function insertVersion(tx: EntityManager, courseId: string, number: number, content: CourseContent) {
  const id = newId();
  await tx.query('INSERT INTO course_version (id, course_id, number, kind) VALUES ($1, $2, $3, $4)', [
    id,
    courseId,
    number,
    content.kind,
  ]);
  await writeContent(tx, id, content);
}

async function writeDraft(tx: EntityManager, course: Course, changes: Partial<CourseContent>): Promise<void> {
  const draft = await draftOf(tx, course.id);
  if (draft) return writeContent(tx, draft.id, changes);

  const versionId = course.publishedVersionId;
  if (!versionId) throw new Error(`course ${course.id} has no version`);
  const { number } = await tx.findOneByOrFail(CourseVersion, { id: versionId });
  await insertVersion(tx, course.id, number + 1, { ...(await contentOf(tx, versionId)), ...changes });
}
