import { sendCourse } from '../../support/catalog.world.js';
import { workerDatabase } from '../../support/database.js';
import { world } from '../../support/enrollment.world.js';
import {
  type Answerer,
  done,
  endOffering,
  newAnswerer,
  newUnion,
  proposed,
  seenBy,
  send,
  type Union,
} from '../../support/requests.world.js';
import { until } from '../../support/until.js';

/** A request with two offerings on the calendar. */
async function scheduled(): Promise<{ union: Union; academy: Answerer; id: string; offerings: { id: string }[] }> {
  const [union, academy] = [await newUnion(), await newAnswerer()];
  const { id } = await proposed(union, academy);
  await done(union.officer, 'acceptProposal', { programRequestId: id, version: 1 });
  const courseId = (await seenBy(academy.admin, { id })).proposal.courses[0].course.id;
  expect(await sendCourse(academy.admin, 'updateCourse', { courseId, languages: ['ru'] })).toSucceed();
  expect(await sendCourse(academy.admin, 'publishCourse', { courseId })).toSucceed();
  const course = { id: courseId, academy } as never;
  const offerings = [await world.offering({ course }), await world.offering({ course })];
  for (const offering of offerings) {
    await done(academy.admin, 'scheduleProgramRequest', { programRequestId: id, offeringIds: [offering.id] });
  }
  return { union, academy, id, offerings };
}

async function sweep(): Promise<void> {
  await (await workerDatabase()).query(`SELECT graphile_worker.add_job('requests:deliver', '{}')`);
}

describe('a request on the calendar', () => {
  it('is delivered by itself when its last offering is over, and then waits for those who asked', async () => {
    const { union, id, offerings } = await scheduled();
    const [first, second] = offerings as [{ id: string }, { id: string }];
    await endOffering(first.id, `now() - interval '1 hour'`);
    await endOffering(second.id, `now() + interval '1 hour'`);
    await sweep();
    expect((await seenBy(union.officer, { id })).stage).toBe('SCHEDULED');

    await endOffering(second.id, `now() - interval '1 minute'`);
    await sweep();
    await until(async () => (await seenBy(union.officer, { id })).stage === 'DELIVERED');
    await sweep();

    const { history, nextActor } = await seenBy(union.officer, { id });
    expect(history.edges.map(({ node }: any) => node.act).filter((act: string) => act === 'DELIVER').length).toBe(1);
    expect(nextActor).toMatchObject({ organization: { id: union.id }, act: 'EVALUATE' });
  });

  it('does not wait for an offering that was cancelled', async () => {
    const { union, id, offerings } = await scheduled();
    const [first, second] = offerings as [{ id: string }, { id: string }];
    await endOffering(first.id, `now() - interval '1 hour'`);
    const database = await workerDatabase();
    await database.query(`UPDATE offering SET status = 'CANCELLED' WHERE id = $1`, [second.id]);

    await sweep();

    await until(async () => (await seenBy(union.officer, { id })).stage === 'DELIVERED');
  });

  it('is evaluated once by each who asked, outcome by outcome', async () => {
    const { union, id, offerings } = await scheduled();
    for (const offering of offerings) await endOffering(offering.id, `now() - interval '1 minute'`);
    const word = { programRequestId: id, organizationId: union.id, rating: 4, comment: 'Полезно' };

    const short = await send(union.officer, 'evaluateProgramRequest', { ...word, outcomes: ['REACHED'] });
    expect(short).toBeRefusedWith('OutcomesNotMatched');
    await done(union.officer, 'evaluateProgramRequest', { ...word, outcomes: ['REACHED', 'NOT_REACHED'] });
    const again = await send(union.officer, 'evaluateProgramRequest', { ...word, outcomes: ['REACHED', 'REACHED'] });

    expect(again).toBeRefusedWith('AlreadyEvaluated');
    const { stage, evaluations } = await seenBy(union.officer, { id });
    expect(stage).toBe('EVALUATED');
    expect(evaluations.edges.map(({ node }: any) => node)).toEqual([
      { organization: { id: union.id }, rating: 4, outcomes: ['REACHED', 'NOT_REACHED'], comment: 'Полезно' },
    ]);
  });

  it('is not evaluated by an organization that had no part in it', async () => {
    const { union, id, offerings } = await scheduled();
    for (const offering of offerings) await endOffering(offering.id, `now() - interval '1 minute'`);
    const stranger = await newUnion({ sectoralParentId: null });
    const word = { programRequestId: id, rating: 1, outcomes: ['REACHED', 'REACHED'] };

    const inOthersName = await send(union.officer, 'evaluateProgramRequest', { ...word, organizationId: stranger.id });
    const unseen = await send(stranger.officer, 'evaluateProgramRequest', { ...word, organizationId: stranger.id });

    expect(inOthersName).toBeRefusedWith('FORBIDDEN');
    expect(unseen).toBeRefusedWith('ProgramRequestNotFound');
  });
});
