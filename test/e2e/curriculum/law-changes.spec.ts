import { setTimeout as pause } from 'node:timers/promises';
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
import { workerDatabase } from '../../support/database.js';

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
  for (let tries = 0; tries < 100; tries += 1) {
    const { data } = await client.send(
      'query ($id: ID!) { node(id: $id) { ... on LegalActEdition { recheck { total done finishedAt } } } }',
      {
        id,
      },
    );
    if (data.node.recheck.finishedAt) return { id, ...data.node.recheck };
    await pause(100);
  }
  throw new Error('the job did not end');
}

const waiting = async (id: string) =>
  (await client.send('query ($id: ID!) { curriculum(id: $id) { toBeRechecked } }', { id })).data.curriculum
    .toBeRechecked;

const tasksOf = async (who = academy.admin) => {
  const answer = await client
    .as(who)
    .send('{ reviewTasks(first: 100) { edges { node { id curriculum { id } edition { id number act { id } } } } } }');
  expect(answer).toSucceed();
  return answer.data.reviewTasks.edges.map(({ node }: any) => node);
};

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

  it('goes through 450 judgments batch by batch, and goes on where a killed job left', async () => {
    const act = await newAct('TJ', [CONTENT]);
    const law = await newModule(academy);
    const database = await workerDatabase();
    await database.query(
      `WITH made AS (INSERT INTO curriculum (id, owner_id) SELECT gen_random_uuid(), $1 FROM generate_series(1, 450) RETURNING id)
       INSERT INTO alignment (id, curriculum_id, module_id, requirement_id, act_id, requirement_code, coverage)
       SELECT gen_random_uuid(), id, $2, $3, $4, 'content', 'COVERS' FROM made`,
      [academy.id, law, act.requirements.content, act.id],
    );
    const first = await raise(act, '2026-01-01', [CONTENT]);
    expect(first).toMatchObject({ total: 450, done: 450 });
    const tasks = () => countOf('review_task', 'edition_id = $1', [first.id]);
    expect(await tasks()).toBe(450);

    // As a job leaves it that was killed after its first batch: 200 marked, the rest not, no end noted.
    await database.query(
      `WITH rest AS (SELECT id, curriculum_id FROM alignment WHERE act_id = $1 ORDER BY id OFFSET 200),
         undone AS (UPDATE alignment SET state = 'CURRENT' WHERE id IN (SELECT id FROM rest)),
         untold AS (DELETE FROM review_task WHERE edition_id = $2 AND curriculum_id IN (SELECT curriculum_id FROM rest))
       UPDATE legal_recheck SET done = 200, finished_at = NULL, last_alignment_id =
         (SELECT id FROM alignment WHERE act_id = $1 ORDER BY id OFFSET 199 LIMIT 1) WHERE edition_id = $2`,
      [act.id, first.id],
    );
    await database.query(
      `SELECT graphile_worker.add_job('curriculum.recheck', json_build_object('editionId', $1::text))`,
      [first.id],
    );
    for (let tries = 0; tries < 100 && (await tasks()) < 450; tries += 1) await pause(100);

    expect(await countOf('alignment', `act_id = $1 AND state = 'TO_BE_RECHECKED'`, [act.id])).toBe(450);
    expect(
      await countOf('legal_recheck', 'edition_id = $1 AND done = 450 AND finished_at IS NOT NULL', [first.id]),
    ).toBe(1);
  }, 60_000);
});
