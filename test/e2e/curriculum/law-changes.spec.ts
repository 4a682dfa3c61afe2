import { type Academy, countOf, newAcademy } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import {
  align,
  changeInput,
  type MadeAct,
  newAct,
  newModule,
  newVariant,
  publishedCurriculum,
  send,
} from '../../support/curriculum.world.js';
import { until } from '../../support/until.js';

const HOURS = { code: 'min-hours', kind: 'MIN_HOURS', value: 40, unit: 'ACADEMIC_HOURS' };
const CONTENT = { code: 'content' };

let academy: Academy;
beforeAll(async () => {
  academy = await newAcademy();
});

/** Records the change, and comes back when the job has gone through everything that relied on the act. */
async function raise(act: MadeAct, from: string, requirements: object[]) {
  const fields = 'edition { id recheck { total done finishedAt } }';
  const answer = await send(academy.admin, 'recordLegalActChange', changeInput(act, from, requirements), fields);
  expect(answer).toSucceed();
  const { id } = answer.data.recordLegalActChange.edition;
  const progress = async () => {
    const { data } = await client.send(
      'query ($id: ID!) { node(id: $id) { ... on LegalActEdition { recheck { total done finishedAt } } } }',
      { id },
    );
    return data.node.recheck;
  };
  await until(async () => (await progress()).finishedAt !== null);
  return { id, ...(await progress()) };
}

const waiting = async (id: string) =>
  (await client.as(academy.admin).send('query ($id: ID!) { curriculum(id: $id) { toBeRechecked } }', { id })).data
    .curriculum.toBeRechecked;

const tasksOf = async (who = academy.admin) => {
  const answer = await client
    .as(who)
    .send('{ reviewTasks(first: 100) { edges { node { id curriculum { id } edition { id number act { id } } } } } }');
  expect(answer).toSucceed();
  return answer.data.reviewTasks.edges.map(({ node }: any) => node);
};

const tasksAbout = async (editionId: string) =>
  (await tasksOf()).filter(({ edition }: any) => edition.id === editionId);

describe('an act that raises its hours', () => {
  it('makes the curricula that relied on it, and only those, to be re-checked, with the new numbers', async () => {
    const [act, other] = [await newAct('KZ', [HOURS, CONTENT]), await newAct('KZ', [HOURS])];
    const modules = [await newModule(academy, { hours: { lecture: 40 } }), await newModule(academy)];
    const [law, safety] = modules as [string, string];
    const [relying, alsoRelying, elsewhere] = [
      await publishedCurriculum(academy, { modules, roleCodes: ['YOUTH'] }),
      await publishedCurriculum(academy, { modules, roleCodes: ['YOUTH'] }),
      await publishedCurriculum(academy, { modules, roleCodes: ['YOUTH'] }),
    ];
    await align(academy, relying, law, act.requirements['min-hours']);
    await align(academy, relying, safety, act.requirements.content);
    await align(academy, alsoRelying, law, act.requirements['min-hours']);
    await align(academy, elsewhere, law, other.requirements['min-hours']);

    const recheck = await raise(act, '2026-01-01', [{ ...HOURS, value: 72 }, CONTENT]);

    expect(recheck).toMatchObject({ total: 3, done: 3 });
    expect(await Promise.all([relying, alsoRelying, elsewhere].map(waiting))).toEqual([2, 1, 0]);
    const mine = (await tasksOf()).filter(({ edition }: any) => edition.id === recheck.id);
    expect(mine.map(({ curriculum }: any) => curriculum.id).sort()).toEqual([relying, alsoRelying].sort());
    const { data } = await client.send(
      `query ($id: ID!) { curriculum(id: $id) { alignment(countryCode: "KZ") { findings {
        isToBeRechecked verdict hours { found asked } requirement { code edition { act { id } } } } } } }`,
      { id: relying },
    );
    const found = data.curriculum.alignment.findings.filter((it: any) => it.requirement.edition.act.id === act.id);
    expect(found).toMatchObject([
      { isToBeRechecked: true, verdict: 'PARTLY_MET', hours: { found: 40, asked: 72 } },
      { isToBeRechecked: true, verdict: 'MET', hours: null },
    ]);
  });

  it('is settled by an owner who finds that all still fits, or judges anew', async () => {
    const act = await newAct('KZ', [HOURS, CONTENT]);
    const law = await newModule(academy, { hours: { lecture: 40 } });
    const id = await publishedCurriculum(academy, { modules: [law], roleCodes: ['YOUTH'] });
    await align(academy, id, law, act.requirements['min-hours']);
    await align(academy, id, law, act.requirements.content);
    const recheck = await raise(act, '2026-01-01', [HOURS, CONTENT]);
    const [task] = (await tasksOf()).filter(({ edition }: any) => edition.id === recheck.id);
    const resolve = (outcome: string, who = academy.admin) =>
      send(who, 'resolveReviewTask', { reviewTaskId: task.id, outcome }, 'reviewTask { resolvedAt }');

    expect(await resolve('STILL_FITS', (await newAcademy()).admin)).toBeRefusedWith('ReviewTaskNotFound');
    expect(await resolve('JUDGED_ANEW')).toBeRefusedWith('StillToBeRechecked');
    expect(await waiting(id)).toBe(2);
    expect(await resolve('STILL_FITS')).toSucceed();

    expect(await waiting(id)).toBe(0);
    expect((await tasksOf()).filter(({ edition }: any) => edition.id === recheck.id)).toEqual([]);
    const relied = await countOf(
      'alignment JOIN legal_requirement requirement ON requirement.id = requirement_id',
      'curriculum_id = $1 AND edition_id = $2',
      [id, recheck.id],
    );
    expect(relied).toBe(2);
  });

  it('gives a task to the owner of the variant that relied on it, not to that of its base', async () => {
    const act = await newAct('UZ', [CONTENT]);
    const law = await newModule(academy);
    const base = await publishedCurriculum(academy, { modules: [law], roleCodes: ['YOUTH'] });
    const variant = await newVariant(academy, base, 'UZ');
    await align(academy, variant, law, act.requirements.content);

    const recheck = await raise(act, '2026-01-01', [CONTENT]);

    const tasks = (await tasksOf()).filter(({ edition }: any) => edition.id === recheck.id);
    expect(tasks.map(({ curriculum }: any) => curriculum.id)).toEqual([variant]);
    expect(await tasksOf((await newAcademy()).admin)).toEqual([]);
  });

  it('makes the variant of its country to be re-checked that inherits a judgment, and no variant of another', async () => {
    const act = await newAct('KZ', [HOURS, CONTENT]);
    const [law, safety] = [await newModule(academy, { hours: { lecture: 40 } }), await newModule(academy)];
    const base = await publishedCurriculum(academy, { modules: [law, safety], roleCodes: ['YOUTH'] });
    const kz = await newVariant(academy, base, 'KZ');
    const uz = await newVariant(academy, base, 'UZ');
    await align(academy, base, law, act.requirements['min-hours']);
    await align(academy, base, safety, act.requirements.content);

    const recheck = await raise(act, '2026-01-01', [{ ...HOURS, value: 72 }, CONTENT]);

    expect(recheck).toMatchObject({ total: 2, done: 2 });
    expect(await Promise.all([base, kz, uz].map(waiting))).toEqual([2, 2, 0]);
    expect((await tasksAbout(recheck.id)).map(({ curriculum }: any) => curriculum.id).sort()).toEqual(
      [base, kz].sort(),
    );
  });

  it('does not concern a variant that drops the module', async () => {
    const act = await newAct('KZ', [CONTENT]);
    const [law, safety] = [await newModule(academy), await newModule(academy)];
    const base = await publishedCurriculum(academy, { modules: [law, safety], roleCodes: ['YOUTH'] });
    const kz = await newVariant(academy, base, 'KZ');
    const dropped = { curriculumId: kz, moduleId: law, kind: 'DROP' };
    expect(await send(academy.admin, 'overrideModule', dropped, 'curriculum { id }')).toSucceed();
    await align(academy, base, law, act.requirements.content);

    const recheck = await raise(act, '2026-01-01', [CONTENT]);

    expect(await Promise.all([base, kz].map(waiting))).toEqual([1, 0]);
    expect((await tasksAbout(recheck.id)).map(({ curriculum }: any) => curriculum.id)).toEqual([base]);
  });

  it('lets a variant say that what it inherits still fits, while its base has yet to judge', async () => {
    const act = await newAct('KZ', [HOURS]);
    const law = await newModule(academy, { hours: { lecture: 40 } });
    const base = await publishedCurriculum(academy, { modules: [law], roleCodes: ['YOUTH'] });
    const kz = await newVariant(academy, base, 'KZ');
    await align(academy, base, law, act.requirements['min-hours']);
    const recheck = await raise(act, '2026-01-01', [HOURS]);
    const task = (await tasksAbout(recheck.id)).find(({ curriculum }: any) => curriculum.id === kz);

    const input = { reviewTaskId: task.id, outcome: 'STILL_FITS' };
    expect(await send(academy.admin, 'resolveReviewTask', input, 'reviewTask { resolvedAt }')).toSucceed();

    expect(await Promise.all([base, kz].map(waiting))).toEqual([1, 0]);
    expect((await tasksAbout(recheck.id)).map(({ curriculum }: any) => curriculum.id)).toEqual([base]);
    const { data } = await client.as(academy.admin).send(
      `query ($id: ID!) { curriculum(id: $id) { alignment { findings {
        isToBeRechecked verdict requirement { edition { act { id } } } } } } }`,
      { id: kz },
    );
    const found = data.curriculum.alignment.findings.filter((it: any) => it.requirement.edition.act.id === act.id);
    expect(found).toMatchObject([{ isToBeRechecked: false, verdict: 'MET' }]);
  });

  it('that asks nothing any more leaves its judgments to be re-checked, until the owner lets them rest', async () => {
    const act = await newAct('KZ', [HOURS]);
    const law = await newModule(academy, { hours: { lecture: 40 } });
    const id = await publishedCurriculum(academy, { modules: [law], roleCodes: ['YOUTH'] });
    await align(academy, id, law, act.requirements['min-hours']);

    const recheck = await raise(act, '2026-01-01', []);

    expect(await waiting(id)).toBe(1);
    const [task] = await tasksAbout(recheck.id);
    const input = { reviewTaskId: task.id, outcome: 'STILL_FITS' };
    expect(await send(academy.admin, 'resolveReviewTask', input, 'reviewTask { resolvedAt }')).toSucceed();
    expect(await waiting(id)).toBe(0);
  });
});
