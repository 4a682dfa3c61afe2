import { newId } from '../../../libs/platform/src/ids.js';
import {
  type Academy,
  draftOf,
  localized,
  newAcademy,
  newStaff,
  publishedCourse,
  sendCourse,
} from '../../support/catalog.world.js';
import { client } from '../../support/client.js';

let academy: Academy;
beforeAll(async () => {
  academy = await newAcademy('en');
});

const SHOWN = `kind title summary languages workload { academicHours } outcomes { text } sectors { code } countries { code }`;
const read = async (id: string, fields = `revision stage ${SHOWN} draft { number ${SHOWN} }`) => {
  const { data } = await client.as(academy.editor).send(`query ($id: ID!) { course(id: $id) { ${fields} } }`, { id });
  return data.course;
};
const update = (courseId: string, change: object, who = academy.editor) =>
  sendCourse(who, 'updateCourse', { courseId, ...change });

describe('changing a draft', () => {
  it('leaves what was left out, and clears what is null', async () => {
    const { id } = await draftOf(academy, {
      titles: { en: 'Before' },
      summaries: { en: 'About it' },
      sectorCodes: ['ENRG'],
      countryCodes: ['UZ'],
    });

    expect(await update(id, { kind: 'SCHOOL', sectorCodes: null, outcomes: [localized({ en: 'Lead' })] })).toSucceed();
    expect(await read(id)).toMatchObject({
      revision: 2,
      stage: 'DRAFT',
      kind: 'SCHOOL',
      title: 'Before',
      summary: 'About it',
      languages: ['en'],
      workload: { academicHours: 36 },
      outcomes: [{ text: 'Lead' }],
      sectors: [],
      countries: [{ code: 'UZ' }],
    });

    expect(await update(id, { workload: null, outcomes: null, languages: null, countryCodes: [] })).toSucceed();
    expect(await read(id)).toMatchObject({ revision: 3, workload: null, outcomes: [], languages: [], countries: [] });
  });

  it('does nothing when nothing is asked', async () => {
    const { id } = await publishedCourse(academy);

    expect(await update(id, {})).toSucceed();
    expect(await read(id, 'revision draft { number }')).toEqual({ revision: 2, draft: null });
  });

  it.each([
    ['the kind', { kind: null }],
    ['the translations', { translations: null }],
    ['the translations, by an empty list', { translations: [] }],
  ])('cannot clear %s', async (_, change) => {
    const { id } = await draftOf(academy);

    expect(await update(id, change)).toBeRefusedWith('BAD_USER_INPUT');
    expect((await read(id)).revision).toBe(1);
  });
});

describe('changing a published course', () => {
  it('makes the next version, which only editors see until it is published', async () => {
    const { id } = await publishedCourse(academy, { titles: { en: 'First edition' } });
    const title = { translations: [{ locale: 'en', title: 'Second edition' }] };

    expect(await update(id, { ...title, workload: { academicHours: 72 } })).toSucceed();
    expect(await update(id, { kind: 'SCHOOL' })).toSucceed();

    expect(await read(id)).toMatchObject({
      stage: 'PUBLISHED',
      kind: 'SEMINAR',
      title: 'First edition',
      workload: { academicHours: 36 },
      draft: {
        number: 2,
        kind: 'SCHOOL',
        title: 'Second edition',
        workload: { academicHours: 72 },
        outcomes: [{ text: 'Outcome en' }],
      },
    });
    const { data } = await client.send(
      'query ($id: ID!) { course(id: $id) { title draft { number } versions { number } } }',
      { id },
    );
    expect(data.course).toEqual({ title: 'First edition', draft: null, versions: [{ number: 1 }] });

    expect(await sendCourse(academy.admin, 'publishCourse', { courseId: id })).toSucceed();
    const after = await client.send(
      'query ($id: ID!) { course(id: $id) { title kind versionNumber draft { number } versions { number title kind } } }',
      { id },
    );
    expect(after.data.course).toEqual({
      title: 'Second edition',
      kind: 'SCHOOL',
      versionNumber: 2,
      draft: null,
      versions: [
        { number: 2, title: 'Second edition', kind: 'SCHOOL' },
        { number: 1, title: 'First edition', kind: 'SEMINAR' },
      ],
    });
  });

  it('shows the change in the answer of the mutation itself, whatever was read before', async () => {
    const { id } = await draftOf(academy);
    const one = (
      title: string,
    ) => `updateCourse(input: { courseId: "${id}", translations: [{ locale: "en", title: "${title}" }] })
      { course { revision title draft { title } } }`;

    const { data } = await client.as(academy.editor).send(`mutation { a: ${one('One')} b: ${one('Two')} }`);

    expect(data).toEqual({
      a: { course: { revision: 2, title: 'One', draft: { title: 'One' } } },
      b: { course: { revision: 3, title: 'Two', draft: { title: 'Two' } } },
    });
  });
});

describe('two editors', () => {
  it('do not overwrite each other: the second is told', async () => {
    const { id } = await draftOf(academy);
    expect(await update(id, { kind: 'SCHOOL', expectedRevision: 1 })).toSucceed();

    const late = await update(id, { kind: 'SEMINAR', expectedRevision: 1 });

    expect(late).toBeRefusedWith('CourseChangedMeanwhile');
    expect(late.data.updateCourse.errors[0].revision).toBe(2);
    expect((await read(id)).kind).toBe('SCHOOL');
  });

  it('at the same moment: exactly one is heard', async () => {
    const { id } = await draftOf(academy);

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, place) =>
        update(id, { workload: { academicHours: place + 1 }, expectedRevision: 1 }),
      ),
    );

    const names = answers.map(({ data }) => data.updateCourse.errors[0]?.__typename ?? 'done').sort();
    expect(names).toEqual([...Array.from({ length: 9 }, () => 'CourseChangedMeanwhile'), 'done']);
    expect((await read(id)).revision).toBe(2);
  });
});

describe('a course to be taken before', () => {
  it('is never the course itself', async () => {
    const { id } = await draftOf(academy);

    expect(await update(id, { prerequisiteIds: [id] })).toBeRefusedWith('PrerequisiteLoop');
  });

  it('never leads back to it over others', async () => {
    const last = await draftOf(academy);
    const middle = await draftOf(academy, { prerequisiteIds: [last.id] });
    const first = await draftOf(academy, { prerequisiteIds: [middle.id] });

    const answer = await update(last.id, { prerequisiteIds: [first.id] });

    expect(answer).toBeRefusedWith('PrerequisiteLoop');
    expect(answer.data.updateCourse.errors[0].prerequisiteId).toBe(first.id);
  });

  it('closes no loop when two editors ask for each other’s course at the same moment', async () => {
    const [one, other] = [await draftOf(academy), await draftOf(academy)];

    const answers = await Promise.all([
      update(one.id, { prerequisiteIds: [other.id] }),
      update(other.id, { prerequisiteIds: [one.id] }),
    ]);

    const names = answers.map(({ data }) => data.updateCourse.errors[0]?.__typename ?? 'done').sort();
    expect(names).toEqual(['PrerequisiteLoop', 'done']);
  });
});

describe('changing a course is refused, and changes nothing,', () => {
  it.each([
    ['to nobody in particular', async () => null, 'UNAUTHENTICATED'],
    ['to somebody without a role', async () => newStaff(), 'FORBIDDEN'],
    [
      'to the admin of another academy, for whom a draft is not there',
      async () => (await newAcademy()).admin,
      'CourseNotFound',
    ],
  ])('%s', async (_, who, refusal) => {
    const { id } = await draftOf(academy);

    expect(await sendCourse(await who(), 'updateCourse', { courseId: id, kind: 'SCHOOL' })).toBeRefusedWith(refusal);
    expect(await read(id)).toMatchObject({ revision: 1, kind: 'SEMINAR' });
  });

  it('to the admin of another academy, for whom a published course is there', async () => {
    const { id } = await publishedCourse(academy);
    const { admin } = await newAcademy();

    expect(await sendCourse(admin, 'updateCourse', { courseId: id, kind: 'SCHOOL' })).toBeRefusedWith('FORBIDDEN');
    expect(await read(id)).toMatchObject({ revision: 2, draft: null });
  });

  it('for a course that is not there', async () => {
    expect(await update(newId(), { kind: 'SCHOOL' })).toBeRefusedWith('CourseNotFound');
  });

  it('for a retired course', async () => {
    const { id } = await publishedCourse(academy);
    expect(await sendCourse(academy.admin, 'retireCourse', { courseId: id })).toSucceed();

    expect(await update(id, { kind: 'SCHOOL' })).toBeRefusedWith('CourseRetired');
  });
});
