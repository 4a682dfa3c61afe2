import {
  type Academy,
  countOf,
  draftOf,
  idsOf,
  newAcademy,
  newStaff,
  publishedCourse,
  sendCourse,
} from '../../support/catalog.world.js';
import { client } from '../../support/client.js';

let academy: Academy;
beforeAll(async () => {
  academy = await newAcademy();
});

const publish = (courseId: string, who = academy.admin) => sendCourse(who, 'publishCourse', { courseId });

describe('publishing a course', () => {
  it('shows it to everybody', async () => {
    const { id, slug } = await draftOf(academy);

    const answer = await publish(id);

    expect(answer).toSucceed();
    expect(answer.data.publishCourse.course).toMatchObject({ stage: 'PUBLISHED', versionNumber: 1, revision: 2 });
    const { data } = await client.send(
      `query ($id: ID!, $slug: String!) { course(slug: $slug) { id publishedAt viewerCanEdit } node(id: $id) { __typename id } }`,
      { id, slug },
    );
    expect(data).toEqual({
      course: { id, publishedAt: answer.data.publishCourse.course.publishedAt, viewerCanEdit: false },
      node: { __typename: 'Course', id },
    });
    expect(await idsOf({ providerId: academy.id })).toContain(id);
    expect(await countOf('audit_entry', `act = 'publishCourse' AND subject_id = $1`, [id])).toBe(1);
  });

  it('tells all that a reader would miss, at once', async () => {
    const later = await draftOf(academy);
    const { id } = await draftOf(academy, {
      titles: { en: 'Only in English' },
      languages: ['en', 'ru', 'uz'],
      workload: null,
      outcomes: [{ en: 'Do it', ru: 'Делать' }],
      prerequisiteIds: [later.id],
    });

    const { data } = await publish(id);

    expect(data.publishCourse.course).toBeNull();
    expect(data.publishCourse.errors.map(({ message: _, ...reason }: { message: string }) => reason)).toEqual([
      { __typename: 'TranslationMissing', path: ['translations'], locale: 'ru' },
      { __typename: 'TranslationMissing', path: ['translations'], locale: 'uz' },
      { __typename: 'WorkloadMissing', path: ['workload'] },
      { __typename: 'OutcomeTranslationMissing', path: ['outcomes', '0'], position: 1, locale: 'uz' },
      { __typename: 'PrerequisiteNotPublished', path: ['prerequisiteIds'], prerequisiteId: later.id },
    ]);
    expect(await countOf('course_version', 'course_id = $1 AND published_at IS NOT NULL', [id])).toBe(0);
  });

  it.each([
    ['en', 'Say how many academic hours the course takes.'],
    ['ru', 'Укажите, сколько академических часов занимает курс.'],
    ['uz', 'Kurs necha akademik soat davom etishini koʻrsating.'],
    ['kk', 'Курс неше академиялық сағатқа созылатынын көрсетіңіз.'],
  ])('tells it in %s', async (language, message) => {
    const { id } = await draftOf(academy, { workload: null });

    const { data } = await sendCourse(
      academy.admin,
      'publishCourse',
      { courseId: id },
      { 'accept-language': language },
    );

    expect(data.publishCourse.errors).toEqual([{ __typename: 'WorkloadMissing', message, path: ['workload'] }]);
  });

  it('happens once when ten people press the button', async () => {
    const { id } = await draftOf(academy);

    const answers = await Promise.all(Array.from({ length: 10 }, () => publish(id)));

    const names = answers.map(({ data }) => data.publishCourse.errors[0]?.__typename ?? 'done').sort();
    expect(names).toEqual([...Array.from({ length: 9 }, () => 'NothingToPublish'), 'done']);
    expect(await countOf('course_version', 'course_id = $1', [id])).toBe(1);
  });

  it('is refused when the draft is not the one that was read', async () => {
    const { id } = await draftOf(academy);
    expect(await sendCourse(academy.editor, 'updateCourse', { courseId: id, kind: 'SCHOOL' })).toSucceed();

    const answer = await sendCourse(academy.admin, 'publishCourse', { courseId: id, expectedRevision: 1 });

    expect(answer).toBeRefusedWith('CourseChangedMeanwhile');
  });

  it.each([
    ['to nobody in particular', async () => null, 'UNAUTHENTICATED'],
    ['to somebody without a role', async () => newStaff(), 'FORBIDDEN'],
    ['to the editor, who may not publish', async () => academy.editor, 'FORBIDDEN'],
    ['to the admin of another academy', async () => (await newAcademy()).admin, 'CourseNotFound'],
  ])('is refused %s', async (_, who, refusal) => {
    const { id } = await draftOf(academy);

    expect(await sendCourse(await who(), 'publishCourse', { courseId: id })).toBeRefusedWith(refusal);
    expect(await countOf('course_version', 'course_id = $1 AND published_at IS NULL', [id])).toBe(1);
  });
});

describe('retiring a course', () => {
  it('takes it out of the catalog, and tells why to those who still find it', async () => {
    const { id } = await publishedCourse(academy);

    const answer = await sendCourse(academy.admin, 'retireCourse', { courseId: id, reason: 'The law has changed.' });

    expect(answer).toSucceed();
    expect(await idsOf({ providerId: academy.id })).not.toContain(id);
    expect(await idsOf({ providerId: academy.id, stages: ['RETIRED'] }, {}, academy.editor)).toContain(id);
    expect(await idsOf({ providerId: academy.id, stages: ['RETIRED'] })).toEqual([]);
    const { data } = await client.send('query ($id: ID!) { course(id: $id) { stage title retiredAt retiredReason } }', {
      id,
    });
    expect(data.course).toEqual({
      stage: 'RETIRED',
      title: 'Collective bargaining',
      retiredAt: expect.any(String),
      retiredReason: 'The law has changed.',
    });
  });

  it('keeps a draft that was never published from everybody, as before', async () => {
    const { id } = await draftOf(academy);
    expect(await sendCourse(academy.admin, 'retireCourse', { courseId: id })).toSucceed();

    expect((await client.send('query ($id: ID!) { course(id: $id) { id } }', { id })).data.course).toBeNull();
  });

  it('happens once; after it nothing can be published', async () => {
    const { id } = await publishedCourse(academy);
    expect(await sendCourse(academy.admin, 'retireCourse', { courseId: id })).toSucceed();

    expect(await sendCourse(academy.admin, 'retireCourse', { courseId: id })).toBeRefusedWith('CourseRetired');
    expect(await publish(id)).toBeRefusedWith('CourseRetired');
  });

  it.each([
    ['to nobody in particular', async () => null, 'UNAUTHENTICATED'],
    ['to the editor, who may not publish', async () => academy.editor, 'FORBIDDEN'],
    ['to the admin of another academy', async () => (await newAcademy()).admin, 'FORBIDDEN'],
  ])('is refused %s', async (_, who, refusal) => {
    const { id } = await publishedCourse(academy);

    expect(await sendCourse(await who(), 'retireCourse', { courseId: id })).toBeRefusedWith(refusal);
    expect(await countOf('course', 'id = $1 AND retired_at IS NULL', [id])).toBe(1);
  });
});
