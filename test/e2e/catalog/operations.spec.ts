import { readFile } from 'node:fs/promises';
import { newAcademy, publishedCourse } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';

const documentOf = (name: string) => readFile(`schema/operations/${name}.graphql`, 'utf8');
const variablesOf = async (name: string) =>
  JSON.parse(await readFile(`schema/operations/${name}.variables.json`, 'utf8'));

describe('the documents that people start from', () => {
  it('begin a course, publish it, find it and show it', async () => {
    const academy = await newAcademy('uz');
    const { input } = await variablesOf('create-course');

    const created = await client
      .as(academy.editor)
      .send(await documentOf('create-course'), { input: { ...input, providerId: academy.id } });
    expect(created).toSucceed();
    const { id, slug } = created.data.createCourse.course;

    const published = await client
      .as(academy.admin)
      .send(await documentOf('publish-course'), { input: { courseId: id } });
    expect(published).toSucceed();

    const filter = { text: 'жамоа шартномаси', providerId: academy.id };
    const found = await client.send(await documentOf('find-courses'), { filter }, { 'accept-language': 'uz' });
    expect(found.data.courses.edges).toEqual([
      expect.objectContaining({ node: expect.objectContaining({ id, title: 'Jamoa shartnomasini tuzish' }) }),
    ]);

    const shown = await client.send(await documentOf('show-course'), { slug }, { 'accept-language': 'ru' });
    expect(shown.data.course).toMatchObject({
      title: 'Как заключить коллективный договор',
      outcomes: [{ text: 'Подготовить проект коллективного договора', textLocale: 'ru' }],
      workload: { academicHours: 8, minutesPerAcademicHour: 45, source: null },
    });
  });

  it('search and show with the values they come with', async () => {
    await publishedCourse(await newAcademy());

    for (const name of ['find-courses', 'show-course']) {
      expect((await client.send(await documentOf(name), await variablesOf(name))).errors).toEqual([]);
    }
  });
});
