import { ownWord } from '../../support/catalog.world.js';
import { type Asker, client } from '../../support/client.js';
import { statementsOf } from '../../support/query-count.js';
import {
  done,
  listed,
  newAnswerer,
  newUnion,
  proposed,
  send,
  submitted,
  support,
  taken,
} from '../../support/requests.world.js';

const LIST = `query ($first: Int!, $after: String, $filter: ProgramRequestFilter) {
  programRequests(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id number stage organization { id name } addressedTo { name } academy { id name }
      sectors { name } roles { name } people { country { name } subdivision { name } people } peopleWanted peopleSupported
      promisedSeats nextActor { organization { name } since act } viewerActs similar { number } mergedInto { number }
      supports(first: 3) { totalCount edges { node { organization { name } people { people } } } }
      notes(first: 3) { totalCount edges { node { text person { fullName } } } }
      replies(first: 3) { totalCount edges { node { text person { fullName } organization { name } } } }
      history(first: 5) { totalCount edges { node { act why organization { name } person { fullName } } } }
      evaluations(first: 3) { totalCount edges { node { rating organization { name } } } }
      proposals(first: 3) { totalCount edges { node { version courses { title course { title } } } } }
      proposal { version courses { title } } offerings { id } } } } }`;

describe('program requests in a list', () => {
  it('cost as many statements for twenty as for one, with all that hangs on them', async () => {
    const [union, other, academy] = [await newUnion(), await newUnion(), await newAnswerer()];
    const busy = async (place: number) => {
      const request = place % 2 ? await taken(union, academy) : await proposed(union, academy);
      await support(other, request, place + 1);
      const message = { programRequestId: request.id, organizationId: union.id, locale: 'ru', text: 'Заметка' };
      await send(union.officer, 'addRequestNote', message);
      await send(union.officer, 'replyToProgramRequest', message);
    };
    await busy(0);
    // A loader asked at two depths is one statement or two, as the answers happen to come in; nineteen more rows are none.
    const fewestStatements = async () => {
      const counts: number[] = [];
      for (let time = 0; time < 5; time += 1) {
        counts.push(statementsOf(await client.as(union.officer).send(LIST, { first: 20 })));
      }
      return Math.min(...counts);
    };
    // The reference lists are read once per process; that is not what is counted here.
    await client.as(union.officer).send(LIST, { first: 20 });
    const alone = await client.as(union.officer).send(LIST, { first: 20 });
    const forOne = await fewestStatements();
    for (let place = 1; place < 20; place += 1) await busy(place);

    const twenty = await client.as(union.officer).send(LIST, { first: 20 });

    expect(twenty).toSucceed();
    expect(alone.data.programRequests.edges.length).toBe(1);
    expect(twenty.data.programRequests.edges.length).toBe(20);
    expect(Math.abs((await fewestStatements()) - forOne)).toBeLessThanOrEqual(1);
  });

  it('come page by page, the newest first, each once, however many of others are newer', async () => {
    const [union, other] = [await newUnion(), await newUnion()];
    const numbers: string[] = [];
    for (let count = 0; count < 6; count += 1) numbers.unshift((await submitted(union)).number);
    const joined = await submitted(other);
    await support(union, joined, 2);
    numbers.unshift(joined.number);
    for (let count = 0; count < 9; count += 1) await submitted(other);

    const found: string[] = [];
    let after: string | null = null;
    do {
      const { data }: any = await client.as(union.officer).send(LIST, { first: 3, after });
      expect(data.programRequests.totalCount).toBe(7);
      found.push(...data.programRequests.edges.map(({ node }: any) => node.number));
      after = data.programRequests.pageInfo.hasNextPage ? data.programRequests.pageInfo.endCursor : null;
    } while (after);

    expect(found).toEqual(numbers);
  });

  it('refuse a cursor of another list', async () => {
    const union = await newUnion();
    const after = Buffer.from('["2027","x"]').toString('base64url');

    expect(await client.as(union.officer).send(LIST, { first: 3, after })).toBeRefusedWith('BAD_USER_INPUT');
  });

  it('are narrowed by stage, sector, role and country', async () => {
    const union = await newUnion();
    const mine = await submitted(union, { sectorCodes: ['ENRG'], roleCodes: ['ACCOUNTANT'] });
    const away = await submitted(union, { people: [{ countryCode: 'UZ', people: 2 }] });
    await done(union.officer, 'withdrawProgramRequest', { programRequestId: away.id, reason: 'Уже не нужно' });

    expect(await listed(union.officer)).toEqual([away.number, mine.number]);
    expect(await listed(union.officer, { stages: ['SUBMITTED'] })).toEqual([mine.number]);
    expect(await listed(union.officer, { stages: ['WITHDRAWN', 'DECLINED'] })).toEqual([away.number]);
    expect(await listed(union.officer, { sectorCodes: ['ENRG', 'COAL'] })).toEqual([mine.number]);
    expect(await listed(union.officer, { roleCodes: ['ACCOUNTANT'] })).toEqual([mine.number]);
    expect(await listed(union.officer, { countryCodes: ['UZ'] })).toEqual([away.number]);
    expect(await listed(union.officer, { countryCodes: ['UZ'], sectorCodes: ['ENRG'] })).toEqual([]);
  });

  it('are found by number and by words in another script or misspelt', async () => {
    const [union, word] = [await newUnion(), ownWord()];
    const request = await submitted(union, { title: `Охрана труда ${word}` });

    for (const text of [request.number, request.number.toLowerCase(), `ohrana ${word}`, word, `охрана труды ${word}`]) {
      expect(await listed(union.officer, { text })).toEqual([request.number]);
    }
    expect(await listed(union.officer, { text: `${word} бухгалтерия` })).toEqual([]);
    expect(await listed(union.officer, { text: '???' })).toEqual([]);
  });

  it('show an officer those of one’s own side, and those that wait for it', async () => {
    const [union, other, academy] = [await newUnion(), await newUnion(), await newAnswerer()];
    const waiting = await proposed(union, academy);
    const atAcademy = await taken(union, academy);
    const joined = await submitted(other, { addressedToId: academy.id });
    await support(union, joined, 3);

    // Requests that others addressed to no academy wait for every academy.
    const ours = async (who: Asker, filter: object = {}) =>
      (await listed(who, filter)).filter((number) =>
        [waiting, atAcademy, joined].some((made) => made.number === number),
      );

    const all = [joined, atAcademy, waiting].map(({ number }) => number);
    expect(await ours(union.officer, { mine: true })).toEqual(all);
    expect(await ours(union.officer, { toActOn: true })).toEqual([waiting.number]);
    expect(await ours(academy.admin, { mine: true })).toEqual([]);
    expect(await ours(academy.admin, { toActOn: true })).toEqual([joined.number, atAcademy.number]);
    expect(await ours(academy.admin)).toEqual(all);
  });
});

describe('one program request', () => {
  it.each([
    ['neither id nor number', {}],
    ['both', { id: '01900000-0000-7000-8000-000000000000', number: 'PR-2026-000001' }],
  ])('is asked for by id or by number, not by %s', async (_, key) => {
    const union = await newUnion();
    const document = 'query ($id: ID, $number: String) { programRequest(id: $id, number: $number) { id } }';

    expect(await client.as(union.officer).send(document, key)).toBeRefusedWith('BAD_USER_INPUT');
  });

  it.each(['PR-2026-1', 'nonsense', 'PR-1999-000001'])('is not there under %s', async (number) => {
    const union = await newUnion();
    const answer = await client
      .as(union.officer)
      .send('query ($number: String) { programRequest(number: $number) { id } }', { number });

    expect(answer.errors).toEqual([]);
    expect(answer.data.programRequest).toBeNull();
  });
});

describe('requests like the one being written', () => {
  const similarTo = async (who: any, wish: object) => {
    const answer = await client.as(who).send(
      `query ($locale: Locale!, $title: String!, $outcomes: [String!], $sectorCodes: [String!], $roleCodes: [String!]) {
        similarProgramRequests(locale: $locale, title: $title, outcomes: $outcomes, sectorCodes: $sectorCodes, roleCodes: $roleCodes) {
          id number title likeness people organization { id } sectors { code } roles { code } } }`,
      wish,
    );
    expect(answer.errors).toEqual([]);
    return answer.data.similarProgramRequests;
  };

  const isVeryLike = ({ likeness }: { likeness: number }) => likeness > 0.8;

  it('are shown with a draft, so that a union joins instead of asking again', async () => {
    const [union, other, word] = [await newUnion(), await newUnion(), ownWord()];
    const asked = {
      title: `Казначеи ${word}`,
      outcomes: [`Вести кассу ${word}`],
      sectorCodes: ['RAIL'],
      roleCodes: ['AUDITOR'],
    };
    const known = await submitted(union, asked);

    const draft = await done(
      other.officer,
      'draftProgramRequest',
      { organizationId: other.id, need: { locale: 'ru', ...asked, title: `Kaznachei ${word}` } },
      'programRequest { id similar { id number title people organization { id } likeness } }',
    );

    const [first] = draft.similar;
    expect(first).toMatchObject({ id: known.id, number: known.number, people: 20, organization: { id: union.id } });
    expect(isVeryLike(first)).toBe(true);
    expect(await support(other, first, 6)).toSucceed();
    // Requests of other specs may be for the same sector and role.
    const similar = await similarTo(other.officer, { locale: 'ru', ...asked });
    expect(similar.filter(isVeryLike)).toMatchObject([{ id: known.id, people: 26 }]);
  });

  it('are no longer shown once they are closed, nor while they are drafts', async () => {
    const [union, word] = [await newUnion(), ownWord()];
    const asked = { title: `Монтажники ${word}`, outcomes: [word], sectorCodes: [], roleCodes: [] };
    const closed = await submitted(union, asked);
    await done(union.officer, 'withdrawProgramRequest', { programRequestId: closed.id });
    await done(union.officer, 'draftProgramRequest', { organizationId: union.id, need: { locale: 'ru', ...asked } });

    expect(await similarTo(union.officer, { locale: 'ru', ...asked })).toEqual([]);
  });
});
