import {
  type Academy,
  countOf,
  newAcademy,
  newStaff,
  publishedCourse,
  type Staff,
} from '../../support/catalog.world.js';
import { type Asker, client } from '../../support/client.js';
import {
  type CurriculumWish,
  curriculumInput,
  newCurriculum,
  newModule,
  publish,
  publishedCurriculum,
  reviseModule,
  send,
} from '../../support/curriculum.world.js';
import { workerDatabase } from '../../support/database.js';
import { statementsOf } from '../../support/query-count.js';

let academy: Academy;
beforeAll(async () => {
  academy = await newAcademy('uz');
});

const VERSION = `number publishedAt title titleLocale repeatMonths sectors { code } targetRoles { code }
  modules { moduleId position isElective requiredModuleIds
    version { number title hours { lecture practice selfStudy assessment } outcomes { text textLocale } courses { id } } }`;

async function read(id: string, who: Asker = null, headers = {}) {
  const answer = await client
    .as(who)
    .send(
      `query ($id: ID!) { curriculum(id: $id) { id revision title version { ${VERSION} } draft { ${VERSION} } } }`,
      { id },
      headers,
    );
  expect(answer).toSucceed();
  return answer.data.curriculum;
}

const create = (who: Staff | null, wish: CurriculumWish) =>
  send(who, 'createCurriculum', curriculumInput(academy, wish), 'curriculum { id }');

describe('a curriculum', () => {
  it('is built from modules in order, with hours by kind, outcomes, courses and what comes first', async () => {
    const course = await publishedCourse(academy);
    const law = await newModule(academy, {
      titles: { ru: 'Трудовое право', uz: 'Mehnat huquqi' },
      hours: { lecture: 6, practice: 1.5 },
      outcomes: [{ ru: 'Читать договор' }],
      courseIds: [course.id],
    });
    const safety = await newModule(academy, { titles: { uz: 'Mehnat muhofazasi' } });

    const id = await newCurriculum(academy, {
      titles: { uz: 'Dastur', ru: 'Программа' },
      modules: [law, { moduleId: safety, isElective: true, requiredModuleIds: [law] }],
      roleCodes: ['TECH_INSP'],
      repeatMonths: 36,
    });
    await publish(academy, id);

    const { title, version, draft } = await read(id, null, { 'accept-language': 'ru' });
    expect(title).toBe('Программа');
    expect(draft).toBeNull();
    expect(version).toMatchObject({
      number: 1,
      titleLocale: 'ru',
      repeatMonths: 36,
      sectors: [],
      targetRoles: [{ code: 'TECH_INSP' }],
    });
    expect(version.modules).toEqual([
      {
        moduleId: law,
        position: 1,
        isElective: false,
        requiredModuleIds: [],
        version: {
          number: 1,
          title: 'Трудовое право',
          hours: { lecture: 6, practice: 1.5, selfStudy: 0, assessment: 0 },
          outcomes: [{ text: 'Читать договор', textLocale: 'ru' }],
          courses: [{ id: course.id }],
        },
      },
      expect.objectContaining({ moduleId: safety, position: 2, isElective: true, requiredModuleIds: [law] }),
    ]);
  });

  it('keeps what was published while its next version is written', async () => {
    const [law, safety] = [await newModule(academy), await newModule(academy)];
    const id = await publishedCurriculum(academy, { modules: [law] });

    const input = { curriculumId: id, modules: [{ moduleId: law }, { moduleId: safety }], expectedRevision: 2 };
    expect(await send(academy.admin, 'updateCurriculum', input, 'curriculum { revision }')).toSucceed();

    const asEditor = await read(id, academy.admin);
    expect(asEditor.version.modules).toHaveLength(1);
    expect(asEditor.draft).toMatchObject({ number: 2, publishedAt: null });
    expect(asEditor.draft.modules).toHaveLength(2);
    expect((await read(id)).draft).toBeNull();
  });

  it('cannot be changed in the database once it is published', async () => {
    const id = await publishedCurriculum(academy);
    const database = await workerDatabase();
    const change = database.query(
      `UPDATE curriculum_placement SET is_elective = true
       WHERE version_id = (SELECT published_version_id FROM curriculum WHERE id = $1)`,
      [id],
    );
    await expect(change).rejects.toThrow('immutable');
  });

  it.each([
    ['a module twice', 'ModuleRepeated', (law: string) => [law, law]],
    ['a module that is not there', 'ModuleNotFound', () => ['01a00000-0000-7000-8000-000000000000']],
    [
      'a prerequisite it does not hold',
      'RequiredModuleMissing',
      (law: string, safety: string) => [{ moduleId: law, requiredModuleIds: [safety] }],
    ],
    [
      'modules that wait for each other',
      'ModuleCircle',
      (law: string, safety: string) => [
        { moduleId: law, requiredModuleIds: [safety] },
        { moduleId: safety, requiredModuleIds: [law] },
      ],
    ],
  ])('is refused with %s, and nothing is written', async (_, reason, modules) => {
    const [law, safety] = [await newModule(academy), await newModule(academy)];
    const curricula = () => countOf('curriculum', 'owner_id = $1', [academy.id]);
    const before = await curricula();
    expect(await create(academy.admin, { modules: modules(law, safety) })).toBeRefusedWith(reason);
    expect(await curricula()).toBe(before);
  });

  it('is not published empty, nor twice without a change', async () => {
    const empty = await newCurriculum(academy);
    const sent = (curriculumId: string) =>
      send(academy.admin, 'publishCurriculum', { curriculumId }, 'curriculum { id }');
    expect(await sent(empty)).toBeRefusedWith('CurriculumHasNoModules');
    expect(await sent(await publishedCurriculum(academy))).toBeRefusedWith('CurriculumUnchanged');
  });

  it('is not overwritten by an editor who read it before another changed it', async () => {
    const id = await newCurriculum(academy);
    const input = { curriculumId: id, repeatMonths: 12, expectedRevision: 1 };
    expect(await send(academy.admin, 'updateCurriculum', input, 'curriculum { id }')).toSucceed();
    expect(await send(academy.admin, 'updateCurriculum', input, 'curriculum { id }')).toBeRefusedWith(
      'CurriculumChangedMeanwhile',
    );
  });

  it.each([
    ['nobody', async () => null, 'UNAUTHENTICATED'],
    ['a person without a role', () => newStaff(), 'FORBIDDEN'],
    ['the admin of another academy', async () => (await newAcademy()).admin, 'FORBIDDEN'],
  ])('is not begun by %s', async (_, who: () => Promise<Staff | null>, code) => {
    const before = await countOf('curriculum', 'owner_id = $1', [academy.id]);
    expect(await create(await who(), {})).toBeRefusedWith(code);
    expect(await countOf('curriculum', 'owner_id = $1', [academy.id])).toBe(before);
  });

  it('is not there for the admin of another academy while it is a draft', async () => {
    const id = await newCurriculum(academy);
    const stranger = (await newAcademy()).admin;
    expect(await read(id, stranger)).toBeNull();
    expect(await read(id)).toBeNull();
    expect(await send(stranger, 'updateCurriculum', { curriculumId: id }, 'curriculum { id }')).toBeRefusedWith(
      'CurriculumNotFound',
    );
  });

  it('is listed with its modules in as many statements for one as for five', async () => {
    const own = await newAcademy();
    const law = await newModule(own);
    const list = (first: number) =>
      client.send(
        `query ($ownerId: ID!, $first: Int!) { curricula(filter: { ownerId: $ownerId, sectorCodes: ["CNST"] }, first: $first) {
          edges { node { id title version { ${VERSION} } moduleOffers { moduleId } } } } }`,
        { ownerId: own.id, first },
      );
    for (let count = 0; count < 5; count += 1)
      await publishedCurriculum(own, { modules: [law], roleCodes: ['OSH_SPEC'] });

    const [one, five] = [await list(1), await list(5)];

    expect(five.data.curricula.edges).toHaveLength(5);
    expect(statementsOf(five)).toBe(statementsOf(one));
  });
});

describe('a shared module that moved on', () => {
  it('is offered to each curriculum that holds it, with what changed, and changes none by itself', async () => {
    const law = await newModule(academy, { hours: { lecture: 8 } });
    const [energy, building] = [
      await publishedCurriculum(academy, { modules: [law] }),
      await publishedCurriculum(academy, { modules: [law] }),
    ];
    await reviseModule(academy, law, { hours: { lecture: 8, practice: 4 } });
    const offers = async (id: string) => {
      const answer = await client.as(academy.admin).send(
        `query ($id: ID!) { curriculum(id: $id) { moduleOffers { moduleId held { number } offered { number }
            differences { part before after } } } }`,
        { id },
      );
      return answer.data.curriculum.moduleOffers;
    };
    const offer = {
      moduleId: law,
      held: { number: 1 },
      offered: { number: 2 },
      differences: [{ part: 'PRACTICE_HOURS', before: '0', after: '4' }],
    };
    expect(await offers(energy)).toEqual([offer]);
    expect(await offers(building)).toEqual([offer]);

    const input = { curriculumId: energy, moduleId: law };
    expect(await send(academy.admin, 'takeModuleVersion', input, 'curriculum { id }')).toSucceed();

    expect(await offers(energy)).toEqual([]);
    expect(await offers(building)).toEqual([offer]);
    const { version, draft } = await read(energy, academy.admin);
    expect(version.modules[0].version.hours.practice).toBe(0);
    expect(draft.modules[0].version.hours.practice).toBe(4);
  });

  it('is revised by its owner alone', async () => {
    const law = await newModule(academy);
    const input = { moduleId: law, hours: { lecture: 2 }, translations: [{ locale: 'en', title: 'Law' }] };
    const stranger = (await newAcademy()).admin;
    expect(await send(stranger, 'reviseCurriculumModule', input, 'module { id }')).toBeRefusedWith('FORBIDDEN');
    expect(await countOf('curriculum_module_version', 'module_id = $1', [law])).toBe(1);
  });
});
