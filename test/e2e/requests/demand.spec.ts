import fc from 'fast-check';
import { newStaff } from '../../support/catalog.world.js';
import { type Asker, client } from '../../support/client.js';
import { statementsOf } from '../../support/query-count.js';
import {
  type Answerer,
  done,
  newAnswerer,
  newUnion,
  program,
  send,
  submitted,
  support,
  type Union,
} from '../../support/requests.world.js';
import { type Asked, modelOf, sumsOf } from './demand.model.js';

const QUERY = `query ($groupBy: [DemandGroup!]!, $filter: DemandFilter, $first: Int! = 100, $after: String) {
  trainingDemand(groupBy: $groupBy, filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { sector { code } role { code } country { code } region { code } language requests peopleWanted peopleSupported } } } }`;

/** Sectors nobody else of these specs asks for. */
const OURS = ['NUCL', 'TUST'];

async function demand(who: Asker, groupBy: string[], filter: object = { sectorCodes: OURS }) {
  const answer = await client.as(who).send(QUERY, { groupBy, filter });
  expect(answer.errors).toEqual([]);
  return answer.data.trainingDemand.edges.map(({ node }: any) => [
    [node.sector?.code, node.role?.code, node.country?.code, node.region?.code, node.language]
      .map((code) => code ?? '-')
      .join(' '),
    node.requests,
    node.peopleWanted,
    node.peopleSupported,
  ]);
}

let academy: Answerer;

beforeAll(async () => {
  academy = await newAnswerer();
});

describe('demand', () => {
  it('shows an academy who is short of whom before anybody proposes', async () => {
    const [union, other] = [await newUnion(), await newUnion()];
    const wish = { sectorCodes: ['CHEM'], roleCodes: ['OSH_SPEC'], languages: ['kk'] };
    const first = await submitted(union, wish);
    await submitted(other, { ...wish, people: [{ countryCode: 'UZ', subdivisionCode: 'UZ-TK', people: 5 }] });
    expect(await support(other, first, 7)).toSucceed();

    const chem = { sectorCodes: ['CHEM'] };
    expect(await demand(academy.admin, ['SECTOR', 'ROLE'], chem)).toEqual([['CHEM OSH_SPEC - - -', 2, 25, 7]]);
    expect(await demand(academy.admin, ['COUNTRY'], chem)).toEqual([
      ['- - KZ - -', 1, 20, 7],
      ['- - UZ - -', 1, 5, 0],
    ]);
    expect(await demand(academy.admin, ['REGION'], chem)).toEqual([
      ['- - - KZ-75 -', 1, 20, 0],
      ['- - - - -', 1, 0, 7],
      ['- - - UZ-TK -', 1, 5, 0],
    ]);
    expect(await demand(academy.admin, ['COUNTRY'], { ...chem, subdivisionCodes: ['UZ-TK'] })).toEqual([
      ['- - UZ - -', 1, 5, 0],
    ]);
    expect(await demand(academy.admin, ['LANGUAGE'], { ...chem, languages: ['ru'] })).toEqual([]);
  });

  it('is exact after whatever people did, in every grouping', async () => {
    const unions = await Promise.all(Array.from({ length: 4 }, () => newUnion()));
    const past: Asked[] = [];
    const step: fc.Arbitrary<Step> = fc.record({
      kind: fc.constantFrom('ask', 'ask', 'join', 'join', 'leave', 'merge', 'decline', 'withdraw', 'accept', 'draft'),
      union: fc.nat(3),
      place: fc.nat(50),
      people: fc.integer({ min: 1, max: 30 }),
      sectors: fc.constantFrom<string[][]>(['NUCL'], ['TUST'], ['NUCL', 'TUST']),
      roles: fc.constantFrom<string[][]>([], ['ACCOUNTANT'], ['ACCOUNTANT', 'AUDITOR']),
      languages: fc.constantFrom<string[][]>(['ru'], ['kk', 'ru'], ['uz']),
      regions: fc.constantFrom<(string | null)[][]>([null], ['KZ-75'], ['KZ-75', 'KZ-71', null]),
    });
    // Enough to join, to leave and to merge from the first step on.
    for (const one of fc.sample(step, 6)) await play({ ...one, kind: 'ask' }, unions, past);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        for (const one of steps) await play(one, unions, past);
        for (const groupBy of GROUPINGS) {
          expect(await demand(academy.admin, groupBy)).toEqual(sumsOf(past, groupBy));
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);

  it('comes page by page, each group once, the largest first', async () => {
    const union = await newUnion();
    for (const [place, role] of ['PRIM_CHAIR', 'GROUP_ORG', 'YOUTH', 'MEMBER', 'RESERVE'].entries()) {
      const people = [{ countryCode: 'KZ', people: place < 2 ? 9 : place }];
      await submitted(union, { sectorCodes: ['DEFN'], roleCodes: [role], people });
    }

    const found: string[] = [];
    let after: string | null = null;
    do {
      const variables = { groupBy: ['ROLE'], filter: { sectorCodes: ['DEFN'] }, first: 2, after };
      const { data }: any = await client.as(academy.admin).send(QUERY, variables);
      expect(data.trainingDemand.totalCount).toBe(5);
      found.push(...data.trainingDemand.edges.map(({ node }: any) => `${node.role.code} ${node.peopleWanted}`));
      after = data.trainingDemand.pageInfo.hasNextPage ? data.trainingDemand.pageInfo.endCursor : null;
    } while (after);

    expect(found).toEqual(['GROUP_ORG 9', 'PRIM_CHAIR 9', 'RESERVE 4', 'MEMBER 3', 'YOUTH 2']);
  });

  it('costs as many statements for much as for little', async () => {
    const few = { groupBy: ['SECTOR'], filter: { sectorCodes: ['COMM'] }, first: 20 };
    const all = { groupBy: ['SECTOR', 'ROLE', 'COUNTRY', 'REGION', 'LANGUAGE'], filter: {}, first: 20 };
    await submitted(await newUnion(), { sectorCodes: ['COMM'] });
    await client.as(academy.admin).send(QUERY, few);

    await client.as(academy.admin).send(QUERY, all);

    const answers = [await client.as(academy.admin).send(QUERY, few), await client.as(academy.admin).send(QUERY, all)];

    expect(answers[0]?.data.trainingDemand.edges.length).toBe(1);
    expect(new Set(answers.map(statementsOf)).size).toBe(1);
  });

  it('is summed anew after a change, and not before', async () => {
    const union = await newUnion();
    const ask = (page: object) =>
      client.as(academy.admin).send(QUERY, { groupBy: ['SECTOR', 'ROLE'], filter: {}, ...page });
    await submitted(union, { sectorCodes: ['COMM'], roleCodes: ['OSH_SPEC'] });
    const fresh = await ask({ first: 1 });
    const kept = await ask({ first: 1 });

    expect(statementsOf(kept)).toBe(statementsOf(fresh) - 1);

    await submitted(union, { sectorCodes: ['COMM'], roleCodes: ['ACCOUNTANT'] });
    expect(statementsOf(await ask({ first: 1 }))).toBe(statementsOf(fresh));
  });

  it('gives each of many hundred groups once over its pages, the largest first', async () => {
    const lists = (await client.send('{ sectors { code } trainingRoles { code } }')).data;
    const codes = (list: { code: string }[]) => list.slice(0, 20).map(({ code }) => code);
    await submitted(await newUnion(), {
      sectorCodes: codes(lists.sectors),
      roleCodes: codes(lists.trainingRoles),
      languages: ['ru', 'kk', 'uz'],
    });

    const seen: { key: string; people: number }[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const answer = await client
        .as(academy.admin)
        .send(QUERY, { groupBy: ['LANGUAGE', 'SECTOR', 'ROLE'], filter: {}, after });
      const { edges, pageInfo, totalCount } = answer.data.trainingDemand;
      for (const { node } of edges) {
        const key = [node.sector?.code, node.role?.code, node.language].join(' ');
        seen.push({ key, people: node.peopleWanted + node.peopleSupported });
      }
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      total = totalCount;
    } while (after);

    expect(total).toBeGreaterThanOrEqual(1_200);
    expect(seen).toHaveLength(total);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(total);
    expect(seen.map(({ people }) => people)).toEqual(
      seen.map(({ people }) => people).sort((one, other) => other - one),
    );
  });

  it('is for academies and officers of unions, and refuses others and what is no grouping', async () => {
    const query = { groupBy: ['SECTOR'] };

    expect(await client.as((await newUnion()).officer).send(QUERY, query)).toSucceed();
    expect(await client.as(await newStaff()).send(QUERY, query)).toBeRefusedWith('FORBIDDEN');
    expect(await client.send(QUERY, query)).toBeRefusedWith('UNAUTHENTICATED');
    expect(await client.as(academy.admin).send(QUERY, { groupBy: [] })).toBeRefusedWith('BAD_USER_INPUT');
    expect(await client.as(academy.admin).send(QUERY, { groupBy: ['ROLE', 'ROLE'] })).toBeRefusedWith('BAD_USER_INPUT');
  });
});

const GROUPINGS = [
  ['SECTOR'],
  ['ROLE'],
  ['COUNTRY'],
  ['REGION'],
  ['LANGUAGE'],
  ['SECTOR', 'ROLE'],
  ['ROLE', 'LANGUAGE', 'REGION'],
  ['SECTOR', 'ROLE', 'COUNTRY', 'REGION', 'LANGUAGE'],
];

interface Step {
  kind: string;
  union: number;
  place: number;
  people: number;
  sectors: string[];
  roles: string[];
  languages: string[];
  regions: (string | null)[];
}

/** Does one thing, and keeps in the model what the server said was done. */
async function play(step: Step, unions: Union[], past: Asked[]): Promise<void> {
  const union = unions[step.union] as Union;
  const people = step.regions.map((subdivisionCode) => ({ countryCode: 'KZ', subdivisionCode, people: step.people }));
  const need = { sectorCodes: step.sectors, roleCodes: step.roles, languages: step.languages, people };
  const target = past[step.place % Math.max(past.length, 1)];
  if (step.kind === 'ask' || !target) {
    const { id } = await submitted(union, { ...need, addressedToId: academy.id });
    past.push(modelOf(id, union, need));
    return;
  }
  const asker = unions.find(({ id }) => id === target.organizationId) as Union;
  const programRequestId = target.id;
  const triage = (wish: object) => send(academy.admin, 'triageProgramRequest', { programRequestId, ...wish });
  if (step.kind === 'join') {
    const input = { programRequestId, organizationId: union.id, people };
    if (isDone(await send(union.officer, 'supportProgramRequest', input))) target.supporters.set(union.id, people);
  } else if (step.kind === 'leave') {
    const input = { programRequestId, organizationId: union.id };
    if (isDone(await send(union.officer, 'withdrawSupport', input))) target.supporters.delete(union.id);
  } else if (step.kind === 'decline') {
    if (isDone(await triage({ decision: 'DECLINE', reason: 'Нет мест' }))) target.isOpen = false;
  } else if (step.kind === 'withdraw') {
    if (isDone(await send(asker.officer, 'withdrawProgramRequest', { programRequestId }))) target.isOpen = false;
  } else if (step.kind === 'accept') {
    await triage({ decision: 'TAKE' });
    await send(academy.admin, 'proposeProgram', program(programRequestId));
    await send(asker.officer, 'acceptProposal', { programRequestId, version: 1 });
  } else if (step.kind === 'merge') {
    const into = past[(step.place + 1) % past.length] as Asked;
    if (isDone(await triage({ decision: 'MERGE', intoId: into.id }))) target.joinInto(into);
  } else {
    await done(union.officer, 'draftProgramRequest', {
      organizationId: union.id,
      need: { locale: 'ru', title: 'Мысль', ...need },
    });
  }
}

function isDone({ data }: { data: any }): boolean {
  const [payload] = Object.values(data ?? {}) as { programRequest: object | null; errors: object[] }[];
  return Boolean(payload) && payload?.errors.length === 0;
}
