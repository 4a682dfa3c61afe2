import { newStaff } from '../../support/catalog.world.js';
import type { Asker } from '../../support/client.js';
import { newHolder, rowCounts, written } from '../../support/identity.world.js';
import {
  type Answerer,
  done,
  need,
  newAnswerer,
  newUnion,
  program,
  proposed,
  seenBy,
  send,
  submitted,
  taken,
  type Union,
} from '../../support/requests.world.js';

const PEOPLE = [{ countryCode: 'KZ', people: 3 }];
const UNKNOWN = '01900000-0000-7000-8000-000000000000';

/** Every mutation as it would be meant, of one request. */
const MEANT: Record<string, (id: string, union: Union, academy: Answerer) => object> = {
  draftProgramRequest: (_, union) => ({ organizationId: union.id, need: need() }),
  reviseProgramRequest: (id) => ({ programRequestId: id, need: need() }),
  submitProgramRequest: (_, union) => ({ organizationId: union.id, need: need() }),
  withdrawProgramRequest: (id) => ({ programRequestId: id }),
  supportProgramRequest: (id, union) => ({ programRequestId: id, organizationId: union.id, people: PEOPLE }),
  withdrawSupport: (id, union) => ({ programRequestId: id, organizationId: union.id }),
  triageProgramRequest: (id) => ({ programRequestId: id, decision: 'DECLINE', reason: 'Нет преподавателей' }),
  proposeProgram: (id) => program(id),
  acceptProposal: (id) => ({ programRequestId: id, version: 1 }),
  returnProposal: (id) => ({ programRequestId: id, version: 1, comment: 'Дорого' }),
  scheduleProgramRequest: (id) => ({ programRequestId: id, offeringIds: [UNKNOWN] }),
  evaluateProgramRequest: (id, union) => ({
    programRequestId: id,
    organizationId: union.id,
    rating: 1,
    outcomes: ['REACHED', 'REACHED'],
  }),
  addRequestNote: (id, union) => ({ programRequestId: id, organizationId: union.id, locale: 'ru', text: 'Заметка' }),
  replyToProgramRequest: (id, _, academy) => ({
    programRequestId: id,
    organizationId: academy.id,
    locale: 'ru',
    text: 'Ответ',
  }),
};

describe.each(Object.keys(MEANT))('%s', (mutation) => {
  it('refuses anonymous, member, unrelated officer, other academy and expired officer, and writes nothing', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const { id } = await proposed(union, academy);
    const expired = { validFrom: `now() - interval '2 days'`, validTo: `now() - interval '1 day'` };
    const strangers: Asker[] = [
      null,
      await newStaff(),
      (await newUnion()).officer,
      (await newAnswerer()).admin,
      await newHolder('FEDERATION_ADMIN', union.id, expired),
    ];
    const input = MEANT[mutation]?.(id, union, academy) ?? {};
    const before = await rowCounts();

    for (const who of strangers) {
      const answer = await send(who, mutation, input);
      const payload = answer.data?.[mutation];
      expect(payload?.programRequest ?? null).toBeNull();
      expect([...answer.errors, ...(payload?.errors ?? [])].length).toBe(1);
    }
    expect(written(before, await rowCounts())).toEqual({});
    expect((await seenBy(union.officer, { id })).stage).toBe('PROPOSED');
  });
});

describe('what does not fit', () => {
  it('is told all at once, and no number is drawn', async () => {
    const union = await newUnion();
    const before = await rowCounts();

    const answer = await send(union.officer, 'submitProgramRequest', {
      organizationId: union.id,
      need: need({
        sectorCodes: ['NONE'],
        roleCodes: ['NOBODY'],
        languages: ['ru'],
        periodFrom: '2027-06-01',
        people: [
          { countryCode: 'KZ', subdivisionCode: 'UZ-TK', people: 1 },
          { countryCode: 'KZ', people: 1 },
          { countryCode: 'KZ', people: 2 },
        ],
        addressedToId: union.id,
      }),
    });

    expect(answer.data.submitProgramRequest.errors.map(({ __typename }: any) => __typename)).toEqual([
      'UnknownCode',
      'UnknownCode',
      'UnknownCode',
      'PlaceRepeated',
      'NeedPeriodEndsBeforeStart',
      'AcademyNotFound',
    ]);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is a request that is not whole; a draft may be', async () => {
    const union = await newUnion();
    const bare = { locale: 'kk', title: 'Есепшілер' };

    const draft = await done(union.officer, 'draftProgramRequest', { organizationId: union.id, need: bare });
    const early = await send(union.officer, 'submitProgramRequest', { programRequestId: draft.id });
    expect(early.data.submitProgramRequest.errors.map(({ part }: any) => part)).toEqual([
      'OUTCOMES',
      'LANGUAGES',
      'PERIOD',
      'PEOPLE',
    ]);

    const revised = await done(union.officer, 'reviseProgramRequest', { programRequestId: draft.id, need: need() });
    expect(revised).toMatchObject({ number: draft.number, stage: 'DRAFT', peopleWanted: 20 });
    const last = await done(union.officer, 'submitProgramRequest', { programRequestId: draft.id });
    expect(last).toMatchObject({ number: draft.number, stage: 'SUBMITTED' });
  });

  it('is a proposal that was revised since it was read', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const { id } = await proposed(union, academy);
    await done(academy.admin, 'proposeProgram', program(id, { seats: 9 }));

    const answer = await send(union.officer, 'acceptProposal', { programRequestId: id, version: 1 });

    expect(answer).toBeRefusedWith('ProposalRevised');
    expect(answer.data.acceptProposal.errors[0].version).toBe(2);
  });

  it('is a course that is half known and half described, or of another academy', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const { id } = await taken(union, academy);

    const answer = await send(
      academy.admin,
      'proposeProgram',
      program(id, { courses: [{ courseId: UNKNOWN }, { title: 'Лишь название' }], endsOn: '2027-02-01' }),
    );

    expect(answer.data.proposeProgram.errors.map(({ __typename, path }: any) => [__typename, path])).toEqual([
      ['ProposedCourseUnclear', ['courses', '1']],
      ['CourseNotFound', ['courses', '0', 'courseId']],
      ['NeedPeriodEndsBeforeStart', ['endsOn']],
    ]);
  });

  it('is an offering of another course', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const { id } = await proposed(union, academy);
    await done(union.officer, 'acceptProposal', { programRequestId: id, version: 1 });

    const answer = await send(academy.admin, 'scheduleProgramRequest', {
      programRequestId: id,
      offeringIds: [UNKNOWN],
    });

    expect(answer).toBeRefusedWith('OfferingDoesNotFit');
  });

  it('is to join what one asked for oneself', async () => {
    const union = await newUnion();
    const { id } = await submitted(union);

    const answer = await send(union.officer, 'supportProgramRequest', {
      programRequestId: id,
      organizationId: union.id,
      people: PEOPLE,
    });

    expect(answer).toBeRefusedWith('OwnProgramRequest');
  });

  it.each([
    ['en', 'The request waits for an academy to take it. This cannot be done now.'],
    ['ru', 'Заявка ждёт, когда её возьмёт академия. Сейчас это сделать нельзя.'],
    ['uz', 'Talabnoma akademiya olishini kutmoqda. Hozir buni qilib boʻlmaydi.'],
    ['kk', 'Өтінім академияның қабылдауын күтуде. Қазір мұны істеуге болмайды.'],
  ])('is told in %s', async (language, message) => {
    const union = await newUnion();
    const { id } = await submitted(union);

    const answer = await send(
      union.officer,
      'reviseProgramRequest',
      { programRequestId: id, need: need() },
      undefined,
      { 'accept-language': language },
    );

    expect(answer.data.reviseProgramRequest.errors).toMatchObject([{ message, stage: 'SUBMITTED', act: 'REVISE' }]);
  });
});
