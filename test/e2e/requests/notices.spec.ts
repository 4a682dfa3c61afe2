import { type Staff, sendCourse } from '../../support/catalog.world.js';
import { workerDatabase } from '../../support/database.js';
import { world } from '../../support/enrollment.world.js';
import { newHolder, newOrganization, newSomeone, type Someone } from '../../support/identity.world.js';
import {
  type Answerer,
  done,
  endOffering,
  newAnswerer,
  newColleague,
  newOfficer,
  newUnion,
  program,
  proposed,
  seenBy,
  send,
  submitted,
  support,
  taken,
  type Union,
} from '../../support/requests.world.js';
import { toldTo } from '../../support/told.js';

const told = (who: { accountId: string }) => toldTo(who, 'turn', 'news', 'note');
const clear = async (...people: { accountId: string }[]) => {
  const database = await workerDatabase();
  await database.query('DELETE FROM notice WHERE account_id = ANY($1)', [people.map(({ accountId }) => accountId)]);
};

describe('of a program request', () => {
  let union: Union;
  let second: Someone;
  let joined: Union;
  let academy: Answerer;
  let colleague: Staff;
  let stranger: Union;
  let everybody: { accountId: string }[];

  beforeEach(async () => {
    [union, joined, stranger, academy] = [await newUnion(), await newUnion(), await newUnion(), await newAnswerer()];
    second = await newOfficer(union.id);
    colleague = await newColleague(academy);
    everybody = [union.officer, second, joined.officer, academy.admin, colleague, stranger.officer];
  });

  /** What everybody was told since: the union’s two, who joined, the academy’s two, and a stranger. */
  const allTold = () => Promise.all(everybody.map(told));
  const joinedRequest = async (make: (union: Union, academy: Answerer) => Promise<{ id: string }>) => {
    const request = await make(union, academy);
    expect(await support(joined, request, 10)).toSucceed();
    await clear(...everybody);
    return request;
  };
  const addressed = () => submitted(union, { addressedToId: academy.id });

  it('the academy hears when it is handed in, nobody else, and nobody of a draft', async () => {
    await done(union.officer, 'draftProgramRequest', {
      organizationId: union.id,
      need: { locale: 'ru', title: 'Черновик' },
    });
    expect(await allTold()).toEqual([[], [], [], [], [], []]);

    await addressed();

    const turn = ['PROGRAM_REQUEST_TURN TAKE'];
    expect(await allTold()).toEqual([[], [], [], turn, turn, []]);
  });

  it('every academy hears when it is addressed to none', async () => {
    const other = await newAnswerer();

    await submitted(union);

    const turn = ['PROGRAM_REQUEST_TURN TAKE'];
    expect([await told(academy.admin), await told(other.admin), await told(stranger.officer)]).toEqual([
      turn,
      turn,
      [],
    ]);
  });

  it('the union hears when it is taken', async () => {
    const { id } = await joinedRequest(addressed);

    await done(academy.admin, 'triageProgramRequest', { programRequestId: id, decision: 'TAKE' });

    const news = ['PROGRAM_REQUEST_NEWS TAKE'];
    expect(await allTold()).toEqual([news, news, [], [], [], []]);
  });

  it('those who may accept are asked when it is answered, and again when the answer is revised', async () => {
    const { id } = await joinedRequest(taken);

    await done(academy.admin, 'proposeProgram', program(id, { comment: 'Две недели' }));
    await done(academy.admin, 'proposeProgram', program(id, { comment: 'Три недели' }));

    const turns = ['PROGRAM_REQUEST_TURN ACCEPT Две недели', 'PROGRAM_REQUEST_TURN ACCEPT Три недели'];
    const news = ['PROGRAM_REQUEST_NEWS PROPOSE Две недели', 'PROGRAM_REQUEST_NEWS PROPOSE Три недели'];
    expect(await allTold()).toEqual([turns, turns, news, [], [], []]);
  });

  it('the academy is asked when its proposal comes back', async () => {
    const { id } = await joinedRequest(proposed);

    await done(union.officer, 'returnProposal', { programRequestId: id, version: 1, comment: 'Мест мало' });

    const turn = ['PROGRAM_REQUEST_TURN PROPOSE Мест мало'];
    expect(await allTold()).toEqual([[], [], [], turn, turn, []]);
  });

  it('the academy is asked for dates when it is accepted, and who joined hears of the seats', async () => {
    const { id } = await joinedRequest(proposed);

    await done(union.officer, 'acceptProposal', { programRequestId: id, version: 1 });

    const turn = ['PROGRAM_REQUEST_TURN SCHEDULE'];
    expect(await allTold()).toEqual([[], [], ['PROGRAM_REQUEST_NEWS ACCEPT'], turn, turn, []]);
  });

  it('all who asked hear that it was declined, and why', async () => {
    const { id } = await joinedRequest(addressed);

    const decision = { programRequestId: id, decision: 'DECLINE', reason: 'Нет преподавателя' };
    await done(academy.admin, 'triageProgramRequest', decision);

    const news = ['PROGRAM_REQUEST_NEWS DECLINE Нет преподавателя'];
    expect(await allTold()).toEqual([news, news, news, [], [], []]);
  });

  it('all who asked hear where it goes on, and whoever asks there that others have come', async () => {
    const { id } = await joinedRequest(addressed);
    const into = await submitted(stranger, { addressedToId: academy.id });
    await clear(...everybody);

    await done(academy.admin, 'triageProgramRequest', { programRequestId: id, decision: 'MERGE', intoId: into.id });

    const news = ['PROGRAM_REQUEST_NEWS MERGE'];
    expect(await allTold()).toEqual([news, news, news, [], [], ['PROGRAM_REQUEST_NEWS JOINED']]);
    expect(await toldTo(joined.officer, 'into')).toEqual([`PROGRAM_REQUEST_NEWS ${into.number}`]);
  });

  it('the academy and who joined hear that it was withdrawn', async () => {
    const { id } = await joinedRequest(taken);

    await done(union.officer, 'withdrawProgramRequest', { programRequestId: id, reason: 'Нашли другое' });

    const news = ['PROGRAM_REQUEST_NEWS WITHDRAW Нашли другое'];
    expect(await allTold()).toEqual([[], [], news, news, news, []]);
  });

  it('all who asked hear of the dates, are asked what came of it, and the academy hears the answer', async () => {
    const { id } = await joinedRequest(proposed);
    await done(union.officer, 'acceptProposal', { programRequestId: id, version: 1 });
    const { id: offeringId } = await scheduled(id, academy);
    const news = ['PROGRAM_REQUEST_NEWS SCHEDULE'];
    expect((await allTold()).map((list) => list.filter((line) => line.endsWith('SCHEDULE')))).toEqual([
      news,
      news,
      news,
      ['PROGRAM_REQUEST_TURN SCHEDULE'],
      ['PROGRAM_REQUEST_TURN SCHEDULE'],
      [],
    ]);
    await clear(...everybody);

    await endOffering(offeringId, `now() - interval '1 minute'`);
    const word = { programRequestId: id, organizationId: joined.id, rating: 5, outcomes: ['REACHED', 'PARTLY'] };
    await done(joined.officer, 'evaluateProgramRequest', word);

    // Who evaluates at this moment is not asked to.
    const turn = ['PROGRAM_REQUEST_TURN EVALUATE'];
    const answer = ['PROGRAM_REQUEST_NEWS EVALUATE'];
    expect(await allTold()).toEqual([turn, turn, [], answer, answer, []]);
  });

  it('the other side hears a reply, and nobody an internal note', async () => {
    const { id } = await joinedRequest(taken);
    const message = (organizationId: string, text: string) => ({
      programRequestId: id,
      organizationId,
      locale: 'ru',
      text,
    });

    await done(union.officer, 'addRequestNote', message(union.id, 'Бюджет мал'));
    await done(academy.admin, 'addRequestNote', message(academy.id, 'Лектор занят'));
    expect(await allTold()).toEqual([[], [], [], [], [], []]);

    await done(union.officer, 'replyToProgramRequest', message(union.id, 'Можно в марте?'));
    await done(colleague, 'replyToProgramRequest', message(academy.id, 'Да'));

    const [question, answer] = [['PROGRAM_REQUEST_REPLY Можно в марте?'], ['PROGRAM_REQUEST_REPLY Да']];
    expect(await allTold()).toEqual([answer, answer, [], question, question, []]);
  });

  it('nobody hears what was refused, and nobody twice what was sent twice under one key', async () => {
    const { id } = await joinedRequest(proposed);
    const back = { programRequestId: id, version: 1, comment: 'Мест мало' };

    expect(await send(union.officer, 'acceptProposal', { programRequestId: id, version: 7 })).toBeRefusedWith(
      'ProposalRevised',
    );
    expect(await send(stranger.officer, 'returnProposal', back)).toBeRefusedWith('ProgramRequestNotFound');
    expect(await allTold()).toEqual([[], [], [], [], [], []]);

    const key = { 'idempotency-key': `return-${id}` };
    expect(await send(union.officer, 'returnProposal', back, undefined, key)).toSucceed();
    expect(await send(union.officer, 'returnProposal', back, undefined, key)).toSucceed();

    const turn = ['PROGRAM_REQUEST_TURN PROPOSE Мест мало'];
    expect(await allTold()).toEqual([[], [], [], turn, turn, []]);
  });

  it('whoever has muted news hears only when it is their turn', async () => {
    const database = await workerDatabase();
    await database.query(
      `INSERT INTO notice_preference (id, account_id, muted, unsubscribe_key)
       VALUES (gen_random_uuid(), $1, '{PROGRAM_REQUEST_NEWS}', gen_random_uuid())`,
      [second.accountId],
    );
    const { id } = await joinedRequest(addressed);

    await done(academy.admin, 'triageProgramRequest', { programRequestId: id, decision: 'TAKE' });
    await done(academy.admin, 'proposeProgram', program(id));

    expect(await toldTo(second, 'turn')).toEqual(['PROGRAM_REQUEST_TURN ACCEPT']);
    expect(await toldTo(union.officer, 'turn', 'news')).toEqual([
      'PROGRAM_REQUEST_NEWS TAKE',
      'PROGRAM_REQUEST_TURN ACCEPT',
    ]);
  });

  it('the nearest above hear for an organization without officers of its own, and not those further up', async () => {
    const federation = await newOrganization({ kind: 'FEDERATION' });
    const sectoral = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: federation });
    const primary = await newOrganization({ sectoralParentId: sectoral });
    const top = await newHolder('FEDERATION_ADMIN', federation, { scope: 'SUBTREE' });
    const near = await newHolder('ORGANIZATION_OFFICER', sectoral, { scope: 'SUBTREE' });
    const beside = await newHolder('ORGANIZATION_OFFICER', sectoral, { scope: 'SELF' });
    const gone = await newHolder('ORGANIZATION_OFFICER', primary, { scope: 'SELF' });
    const database = await workerDatabase();
    await database.query('UPDATE account SET disabled_at = now() WHERE id = $1', [gone.accountId]);
    const outsider = await newSomeone();
    const { id } = await submitted({ id: primary, officer: top }, { addressedToId: academy.id });

    await done(academy.admin, 'triageProgramRequest', { programRequestId: id, decision: 'TAKE' });

    const news = ['PROGRAM_REQUEST_NEWS TAKE'];
    expect(await Promise.all([top, near, beside, gone, outsider].map(told))).toEqual([[], news, [], [], []]);
  });
});

/** The course that acceptance began is published and put on the calendar. */
async function scheduled(programRequestId: string, academy: Answerer): Promise<{ id: string }> {
  const seen = await seenBy(academy.admin, { id: programRequestId });
  const courseId = seen.proposal.courses[0].course.id;
  expect(await sendCourse(academy.admin, 'updateCourse', { courseId, languages: ['ru'] })).toSucceed();
  expect(await sendCourse(academy.admin, 'publishCourse', { courseId })).toSucceed();
  const offering = await world.offering({ course: { id: courseId, academy } as never });
  await done(academy.admin, 'scheduleProgramRequest', { programRequestId, offeringIds: [offering.id] });
  return offering;
}
