import { newId } from '../../../libs/platform/src/ids.js';
import {
  type Academy,
  countOf,
  courseInput,
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
  academy = await newAcademy('ru');
});

const coursesOf = (providerId: string) => countOf('course', 'provider_id = $1', [providerId]);

describe('beginning a course', () => {
  it('gives an editor a draft with all that was said', async () => {
    const before = await draftOf(academy);
    const input = courseInput(academy.id, {
      kind: 'MASTER_CLASS',
      titles: { uz: 'Jamoa shartnomasi', ru: 'Коллективный договор' },
      summaries: { ru: 'О договоре' },
      outcomes: [
        { uz: 'Tuza oladi', ru: 'Составить' },
        { uz: 'Himoya qiladi', ru: 'Защитить' },
      ],
      workload: { academicHours: 7.5, minutesPerAcademicHour: 40, source: 'Labor Code' },
      sectorCodes: ['ENRG', 'COAL', 'ENRG'],
      roleCodes: ['PRIM_CHAIR'],
      countryCodes: ['UZ', 'KZ'],
      languages: ['ru', 'uz-Latn-UZ'],
      prerequisiteIds: [before.id],
    });

    const answer = await sendCourse(academy.editor, 'createCourse', input);

    expect(answer).toSucceed();
    const { id } = answer.data.createCourse.course;
    const { data } = await client.as(academy.editor).send(
      `query ($id: ID!) { course(id: $id) { stage kind slug versionNumber publishedAt revision viewerCanEdit
        provider { id } title titleLocale summary summaryLocale description
        translations { locale title summary } outcomes { text textLocale }
        workload { academicHours minutesPerAcademicHour source } sectors { code } targetRoles { code } countries { code }
        languages prerequisites { id } draft { number title } versions { number publishedAt } } }`,
      { id },
      { 'accept-language': 'ru' },
    );
    expect(data.course).toEqual({
      stage: 'DRAFT',
      kind: 'MASTER_CLASS',
      slug: expect.stringMatching(/^jamoa-shartnomasi/),
      versionNumber: 1,
      publishedAt: null,
      revision: 1,
      viewerCanEdit: true,
      provider: { id: academy.id },
      title: 'Коллективный договор',
      titleLocale: 'ru',
      summary: 'О договоре',
      summaryLocale: 'ru',
      description: null,
      translations: [
        { locale: 'uz', title: 'Jamoa shartnomasi', summary: null },
        { locale: 'ru', title: 'Коллективный договор', summary: 'О договоре' },
      ],
      outcomes: [
        { text: 'Составить', textLocale: 'ru' },
        { text: 'Защитить', textLocale: 'ru' },
      ],
      workload: { academicHours: 7.5, minutesPerAcademicHour: 40, source: 'Labor Code' },
      sectors: [{ code: 'COAL' }, { code: 'ENRG' }],
      targetRoles: [{ code: 'PRIM_CHAIR' }],
      countries: [{ code: 'KZ' }, { code: 'UZ' }],
      languages: ['ru', 'uz'],
      prerequisites: [{ id: before.id }],
      draft: { number: 1, title: 'Коллективный договор' },
      versions: [{ number: 1, publishedAt: null }],
    });
    expect(
      await countOf('audit_entry', `act = 'createCourse' AND subject_id = $1 AND account_id = $2`, [
        id,
        academy.editor.accountId,
      ]),
    ).toBe(1);
  });

  it('hides the draft from everybody but its editors', async () => {
    const { id, slug } = await draftOf(academy);
    const other = await newAcademy();

    for (const who of [null, await newStaff(), other.admin]) {
      const { data } = await client
        .as(who)
        .send(
          `query ($id: ID!, $slug: String!) { byId: course(id: $id) { id } bySlug: course(slug: $slug) { id } node(id: $id) { id } }`,
          { id, slug },
        );
      expect(data).toEqual({ byId: null, bySlug: null, node: null });
      expect(await idsOf({ providerId: academy.id, stages: ['DRAFT', 'PUBLISHED', 'RETIRED'] }, {}, who)).not.toContain(
        id,
      );
    }
    expect(await idsOf({ providerId: academy.id })).not.toContain(id);
    expect(await idsOf({ providerId: academy.id, stages: ['DRAFT'] }, {}, academy.editor)).toContain(id);
  });

  it('makes the slug from the title, and another one for the next course with that title', async () => {
    const { slug } = await draftOf(academy, { titles: { ru: `Охрана труда ${academy.id.slice(-12)}` } });
    const { slug: next } = await draftOf(academy, { titles: { ru: `Охрана труда ${academy.id.slice(-12)}` } });

    expect(slug).toBe(`ohrana-truda-${academy.id.slice(-12)}`);
    expect(next).toBe(`ohrana-truda-${academy.id.slice(-12)}-2`);
  });

  it('gives one of two people who ask for the same slug at the same time', async () => {
    const slug = `slug-${academy.id.slice(-12)}`;
    const ask = () => sendCourse(academy.editor, 'createCourse', courseInput(academy.id, { slug }));

    const answers = await Promise.all([ask(), ask(), ask()]);

    const names = answers.map(({ data }) => data.createCourse.errors[0]?.__typename ?? 'made').sort();
    expect(names).toEqual(['SlugTaken', 'SlugTaken', 'made']);
    expect(await countOf('course', 'slug = $1', [slug])).toBe(1);
  });

  it('happens once for a request that is sent again', async () => {
    const own = await newAcademy();
    const key = { 'idempotency-key': newId() };
    const input = courseInput(own.id);

    const [one, other] = [
      await sendCourse(own.editor, 'createCourse', input, key),
      await sendCourse(own.editor, 'createCourse', input, key),
    ];

    expect(other.data).toEqual(one.data);
    expect(await coursesOf(own.id)).toBe(1);
  });
});

describe('beginning a course is refused, and nothing is written,', () => {
  it.each([
    ['to nobody in particular', async () => null, 'UNAUTHENTICATED'],
    ['to somebody without a role', async () => newStaff(), 'FORBIDDEN'],
    ['to the admin of another academy', async () => (await newAcademy()).admin, 'FORBIDDEN'],
    ['to one who only decides on enrollments', async (id: string) => newStaff(id, 'ENROLLMENT_OFFICER'), 'FORBIDDEN'],
  ])('%s', async (_, who, code) => {
    const own = await newAcademy();

    expect(await sendCourse(await who(own.id), 'createCourse', courseInput(own.id))).toBeRefusedWith(code);
    expect(await coursesOf(own.id)).toBe(0);
  });

  it('for an organization that is not there', async () => {
    const answer = await sendCourse(academy.editor, 'createCourse', courseInput(newId()));

    expect(answer).toBeRefusedWith('OrganizationNotFound');
  });

  it('with every unknown code and repeated language told at once', async () => {
    const own = await newAcademy();
    const input = {
      ...courseInput(own.id, {
        sectorCodes: ['ENRG', 'NOPE'],
        roleCodes: ['KING'],
        countryCodes: ['XX'],
        languages: ['en', 'fr'],
      }),
      translations: [
        { locale: 'en', title: 'One' },
        { locale: 'en-GB', title: 'Two' },
        { locale: 'de', title: 'Drei' },
      ],
    };

    const { data } = await sendCourse(own.editor, 'createCourse', input);

    expect(data.createCourse.course).toBeNull();
    const told = data.createCourse.errors.map((error: any) => [
      error.__typename,
      error.code ?? error.locale,
      ...error.path,
    ]);
    expect(told).toEqual([
      ['TranslationRepeated', 'en', 'translations'],
      ['UnknownCode', 'NOPE', 'sectorCodes'],
      ['UnknownCode', 'KING', 'roleCodes'],
      ['UnknownCode', 'XX', 'countryCodes'],
      ['UnknownCode', 'fr', 'languages'],
      ['UnknownCode', 'de', 'translations'],
    ]);
    expect(await coursesOf(own.id)).toBe(0);
  });

  const text = (change: object) => ({ translations: [{ locale: 'en', title: 'A title', ...change }] });
  const many = <T>(count: number, item: T) => Array.from({ length: count }, () => item);
  const outcome = { translations: [{ locale: 'en', text: 'Can do it' }] };
  it.each<[string, object]>([
    ['a title of 10,000 characters', text({ title: 'x'.repeat(10_000) })],
    ['a title of 201 characters', text({ title: 'x'.repeat(201) })],
    ['a blank title', text({ title: '   ' })],
    ['a title with NUL', text({ title: 'a\u0000b' })],
    ['a title with an escape sequence', text({ title: 'a\u001b[31mb' })],
    ['a title that turns its direction round', text({ title: 'a\u202eb' })],
    ['a title with half a character', text({ title: 'a\ud800b' })],
    ['a summary of 2,001 characters', text({ summary: 'x'.repeat(2_001) })],
    ['a description of 20,001 characters', text({ description: 'x'.repeat(20_001) })],
    ['no translation', { translations: [] }],
    ['21 translations', { translations: many(21, { locale: 'en', title: 'A' }) }],
    ['51 outcomes', { outcomes: many(51, outcome) }],
    ['an outcome in no language', { outcomes: [{ translations: [] }] }],
    ['an outcome of 501 characters', { outcomes: [{ translations: [{ locale: 'en', text: 'x'.repeat(501) }] }] }],
    ['a quarter of an hour', { workload: { academicHours: 0.25 } }],
    ['10,001 hours', { workload: { academicHours: 10_001 } }],
    ['hours with three digits after the point', { workload: { academicHours: 1.125 } }],
    ['an academic hour of 29 minutes', { workload: { academicHours: 1, minutesPerAcademicHour: 29 } }],
    ['an academic hour of 91 minutes', { workload: { academicHours: 1, minutesPerAcademicHour: 91 } }],
    ['a slug in capital letters', { slug: 'Slug-Slug' }],
    ['a slug with two hyphens', { slug: 'slug--slug' }],
    ['a slug of two characters', { slug: 'ab' }],
    ['a slug of 81 characters', { slug: 'a'.repeat(81) }],
    ['a kind that is none', { kind: 'PARTY' }],
    ['no kind', { kind: null }],
    ['a provider that is no id', { providerId: 'academy' }],
    ['a prerequisite that is no id', { prerequisiteIds: ['course'] }],
    ['a sector code with NUL', { sectorCodes: ['EN\u0000RG'] }],
    ['a language that is none', { languages: ['klingon!'] }],
    ['a field nobody knows', { color: 'red' }],
  ])('for %s', async (_, change) => {
    const before = await coursesOf(academy.id);

    const answer = await sendCourse(academy.editor, 'createCourse', { ...courseInput(academy.id), ...change });

    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
    expect(await coursesOf(academy.id)).toBe(before);
  });

  it.each([
    ['that is not there', async () => newId()],
    ['of somebody else that is a draft', async () => (await draftOf(await newAcademy())).id],
  ])('for a prerequisite %s', async (_, prerequisite) => {
    const prerequisiteIds = [await prerequisite()];

    const answer = await sendCourse(academy.editor, 'createCourse', courseInput(academy.id, { prerequisiteIds }));

    expect(answer).toBeRefusedWith('PrerequisiteNotFound');
  });

  it('but not for a published prerequisite of somebody else', async () => {
    const prerequisiteIds = [(await publishedCourse(await newAcademy())).id];

    expect(await sendCourse(academy.editor, 'createCourse', courseInput(academy.id, { prerequisiteIds }))).toSucceed();
  });
});
