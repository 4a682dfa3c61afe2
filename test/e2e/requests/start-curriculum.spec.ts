import { countOf, newAcademy, newStaff } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { newModule, newVariant, publishedCurriculum } from '../../support/curriculum.world.js';
import { workerDatabase } from '../../support/database.js';
import { statementsOf } from '../../support/query-count.js';
import {
  type Answerer,
  done,
  newAnswerer,
  newUnion,
  proposed,
  send,
  taken,
  type Union,
} from '../../support/requests.world.js';

const STARTED = `curriculum { id version { number publishedAt title modules { moduleId } targetRoles { code } }
  owner { id } template { id } programRequest { number } }`;

let academy: Answerer;
let union: Union;
let templateId: string;
let moduleId: string;

beforeAll(async () => {
  academy = await newAnswerer();
  union = await newUnion();
  const owner = await newAcademy();
  moduleId = await newModule(owner, {
    titles: { ru: 'Расследование' },
    outcomes: [{ ru: 'Расследует несчастные случаи' }],
  });
  templateId = await publishedCurriculum(owner, {
    titles: { ru: 'Специалист по охране труда стройки' },
    modules: [moduleId],
    sectorCodes: ['CNST'],
    roleCodes: ['OSH_SPEC'],
  });
});

async function accepted() {
  const request = await proposed(union, academy);
  await done(union.officer, 'acceptProposal', { programRequestId: request.id, version: 1 });
  return request;
}

const nearestOf = (who: { token: string }, ids: string[]) =>
  client.as(who).send(
    `{ ${ids.map(
      (id, place) => `r${place}: programRequest(id: "${id}") { nearestCurricula {
      curriculum { id } score sharedSectorCodes sharedRoleCodes titleShare outcomesShare } }`,
    )} }`,
  );

describe('a program that a union asked for', () => {
  it('is shown curricula it could start from to the academy alone, the nearest first, and why', async () => {
    const request = await taken(union, academy);

    const answer = await nearestOf(academy.admin, [request.id]);
    expect(answer).toSucceed();
    const found = answer.data.r0.nearestCurricula.find(({ curriculum }: any) => curriculum.id === templateId);
    expect(found).toMatchObject({ sharedSectorCodes: ['CNST'], sharedRoleCodes: ['OSH_SPEC'] });
    expect(found.titleShare).toBeGreaterThan(0.5);
    expect(found.outcomesShare).toBeGreaterThan(0);
    const scores = answer.data.r0.nearestCurricula.map(({ score }: any) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));

    expect((await nearestOf(union.officer, [request.id])).data.r0.nearestCurricula).toEqual([]);
  });

  it('starts from one of them: its shared modules, the academy’s own draft, tied to the number', async () => {
    const request = await accepted();
    const answer = await send(academy.admin, 'startCurriculum', { programRequestId: request.id, templateId }, STARTED);
    expect(answer).toSucceed();
    const { curriculum } = answer.data.startCurriculum;
    expect(curriculum).toMatchObject({
      owner: { id: academy.id },
      template: { id: templateId },
      programRequest: { number: request.number },
      version: {
        number: 1,
        publishedAt: null,
        title: 'Специалист по охране труда стройки',
        modules: [{ moduleId }],
        targetRoles: [{ code: 'OSH_SPEC' }],
      },
    });
    const seen = `query ($id: ID!) { programRequest(id: $id) { curricula { id } } }`;
    const academys = await client.as(academy.admin).send(seen, { id: request.id });
    expect(academys.data.programRequest.curricula).toEqual([{ id: curriculum.id }]);
    // A draft is for its editors; the union sees it once it is published.
    const unions = await client.as(union.officer).send(seen, { id: request.id });
    expect(unions.data.programRequest.curricula).toEqual([]);
  });

  it('starts once from the same one, however many click at the same moment, and again from another', async () => {
    const request = await accepted();
    const start = (from: string) =>
      send(academy.admin, 'startCurriculum', { programRequestId: request.id, templateId: from }, 'curriculum { id }');

    const answers = await Promise.all(Array.from({ length: 6 }, () => start(templateId)));

    const started = answers.flatMap(({ data }) => data.startCurriculum.curriculum ?? []);
    expect(started).toHaveLength(1);
    const refused = answers.flatMap(({ data }) => data.startCurriculum.errors.map((it: any) => it.__typename));
    expect(refused).toEqual(Array(5).fill('CurriculumAlreadyStarted'));
    expect(await countOf('program_request_curriculum', 'request_id = $1', [request.id])).toBe(1);
    expect(await start(await publishedCurriculum(await newAcademy()))).toSucceed();
    expect(await countOf('program_request_curriculum', 'request_id = $1', [request.id])).toBe(2);
  });

  it.each<[string, string, () => Promise<{ who: { token: string }; input: object }>]>([
    [
      'before its proposal is accepted',
      'ProgramRequestNotAccepted',
      async () => ({
        who: academy.admin,
        input: { programRequestId: (await proposed(union, academy)).id, templateId },
      }),
    ],
    [
      'from a variant',
      'CurriculumNotFound',
      async () => ({
        who: academy.admin,
        input: { programRequestId: (await accepted()).id, templateId: await variant() },
      }),
    ],
    [
      'by another academy',
      'ProgramRequestNotFound',
      async () => ({
        who: (await newAnswerer()).admin,
        input: { programRequestId: (await accepted()).id, templateId },
      }),
    ],
    [
      'by the union',
      'FORBIDDEN',
      async () => ({ who: union.officer, input: { programRequestId: (await accepted()).id, templateId } }),
    ],
    [
      'by somebody without a role',
      'FORBIDDEN',
      async () => ({ who: await newStaff(), input: { programRequestId: (await accepted()).id, templateId } }),
    ],
  ])('is not started %s, and nothing is written', async (_, reason, prepare) => {
    const { who, input } = await prepare();
    const before = await started();
    expect(await send(who, 'startCurriculum', input, STARTED)).toBeRefusedWith(reason);
    expect(await started()).toBe(before);
  });

  it('costs the same number of queries for five requests as for one', async () => {
    const requests: string[] = [];
    for (let place = 0; place < 5; place += 1) requests.push((await taken(union, academy)).id);
    const ask = (first: number) =>
      client
        .as(academy.admin)
        .send(
          `query ($first: Int!) { programRequests(first: $first) { edges { node { nearestCurricula { score curriculum { id } } } } } }`,
          { first },
        );
    const [one, five] = [await ask(1), await ask(5)];
    expect(five.data.programRequests.edges).toHaveLength(5);
    expect(statementsOf(five)).toBe(statementsOf(one));
  });
});

async function variant(): Promise<string> {
  const owner = await newAcademy();
  return newVariant(owner, await publishedCurriculum(owner), 'KZ');
}

async function started(): Promise<number> {
  const [row] = await (await workerDatabase()).query('SELECT count(*)::int AS count FROM curriculum');
  return row.count;
}
