import { randomUUID } from 'node:crypto';
import { draftOf, newAcademy, publishedCourse } from '../../support/catalog.world.js';
import { newCurriculum, newModule, publishedCurriculum } from '../../support/curriculum.world.js';
import { world } from '../../support/enrollment.world.js';
import { readPage } from '../../support/page.js';

describe('the public catalog for search engines', () => {
  it('tells of a course, its dates, seats and price, and of the offering by itself', async () => {
    const academy = await newAcademy();
    const course = { ...(await publishedCourse(academy, { titles: { uz: 'Huquq', ru: 'Право' } })), academy };
    const offering = await world.offering({ course, capacity: 7, price: { amount: '100', currency: 'UZS' } });

    const page = await readPage(`/catalog/courses/${course.id}`);

    expect(page.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('public, max-age=300');
    const told = JSON.parse(page.text);
    expect(told).toMatchObject({
      '@type': 'Course',
      name: [{ '@language': 'uz', '@value': 'Huquq' }, { '@value': 'Право' }],
    });
    expect(told.hasCourseInstance).toEqual([
      expect.objectContaining({
        '@type': 'CourseInstance',
        courseMode: 'online',
        remainingAttendeeCapacity: 7,
        offers: expect.objectContaining({ price: '100.00', priceCurrency: 'UZS' }),
      }),
    ]);
    const alone = await readPage(`/catalog/offerings/${offering.id}`);
    expect(JSON.parse(alone.text)).toMatchObject({
      '@id': told.hasCourseInstance[0]['@id'],
      isPartOf: { '@id': told['@id'] },
    });
  });

  it('tells of a curriculum with the courses that deliver it', async () => {
    const academy = await newAcademy();
    const course = await publishedCourse(academy);
    const id = await publishedCurriculum(academy, { modules: [await newModule(academy, { courseIds: [course.id] })] });
    const told = JSON.parse((await readPage(`/catalog/curricula/${id}`)).text);
    expect(told['@type']).toBe('EducationalOccupationalProgram');
    expect(told.hasCourse.map((it: any) => new URL(it['@id']).pathname)).toEqual([`/catalog/courses/${course.id}`]);
  });

  it('knows nothing of drafts, also for their editors, and of what is not there', async () => {
    const academy = await newAcademy();
    const [course, curriculum] = [await draftOf(academy), await newCurriculum(academy)];
    const paths = [
      `/catalog/courses/${course.id}`,
      `/catalog/curricula/${curriculum}`,
      `/catalog/offerings/${randomUUID()}`,
      '/catalog/offerings/none',
    ];
    for (const path of paths) {
      for (const who of [null, academy.admin]) expect((await readPage(path, who)).status).toBe(404);
    }
  });
});
