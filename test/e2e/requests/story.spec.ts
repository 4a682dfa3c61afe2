import { sendCourse } from '../../support/catalog.world.js';
import { workerDatabase } from '../../support/database.js';
import { world } from '../../support/enrollment.world.js';
import {
  done,
  endOffering,
  newAnswerer,
  newUnion,
  program,
  seenBy,
  send,
  submitted,
  support,
} from '../../support/requests.world.js';

describe('a program request', () => {
  it('goes from a need to an evaluated program under one number', async () => {
    const [union, other, academy] = [await newUnion(), await newUnion(), await newAnswerer()];
    const { id, number } = await submitted(union);
    expect(number).toMatch(/^PR-\d{4}-\d{6}$/);
    expect(await support(other, { id }, 10)).toSucceed();

    const triage = { programRequestId: id, academyId: academy.id, decision: 'TAKE' };
    expect((await done(academy.admin, 'triageProgramRequest', triage)).stage).toBe('IN_TRIAGE');
    expect((await done(academy.admin, 'proposeProgram', program(id, { seats: 10 }))).stage).toBe('PROPOSED');
    const back = { programRequestId: id, version: 1, comment: 'Мест мало' };
    expect((await done(union.officer, 'returnProposal', back)).stage).toBe('RETURNED');
    expect((await done(academy.admin, 'proposeProgram', program(id, { seats: 15 }))).stage).toBe('PROPOSED');
    const accepted = await done(union.officer, 'acceptProposal', { programRequestId: id, version: 2 });
    expect(accepted).toMatchObject({ stage: 'ACCEPTED', promisedSeats: 10 });

    const courseId = (await seenBy(academy.admin, { id })).proposal.courses[0].course.id;
    await published(academy, courseId);
    const offering = await world.offering({ course: { id: courseId, academy } as never });
    const schedule = { programRequestId: id, offeringIds: [offering.id] };
    expect((await done(academy.admin, 'scheduleProgramRequest', schedule)).stage).toBe('SCHEDULED');

    const word = { programRequestId: id, rating: 5, outcomes: ['REACHED', 'PARTLY'] };
    const early = await send(union.officer, 'evaluateProgramRequest', { ...word, organizationId: union.id });
    expect(early).toBeRefusedWith('RequestStageDoesNotAllow');
    await endOffering(offering.id, `now() - interval '1 minute'`);
    const supporters = await done(other.officer, 'evaluateProgramRequest', { ...word, organizationId: other.id });
    expect(supporters.stage).toBe('DELIVERED');
    const last = await done(union.officer, 'evaluateProgramRequest', { ...word, organizationId: union.id });
    expect(last).toMatchObject({ stage: 'EVALUATED', number, nextActor: null });

    const seen = await seenBy(other.officer, { id });
    const history = seen.history.edges.map(({ node }: any) => node);
    expect(history.map(({ position }: any) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(history.map(({ act, toStage }: any) => `${act} ${toStage}`)).toEqual([
      'SUBMIT SUBMITTED',
      'SUPPORT SUBMITTED',
      'TAKE IN_TRIAGE',
      'PROPOSE PROPOSED',
      'RETURN RETURNED',
      'PROPOSE PROPOSED',
      'ACCEPT ACCEPTED',
      'SCHEDULE SCHEDULED',
      'DELIVER DELIVERED',
      'EVALUATE DELIVERED',
      'EVALUATE EVALUATED',
    ]);
    expect(history[4]).toMatchObject({
      why: 'Мест мало',
      organization: { id: union.id },
      person: { id: union.officer.personId },
    });
    expect(history[8]).toMatchObject({ organization: null, person: null });
    expect(seen.evaluations.edges.map(({ node }: any) => node)).toEqual([
      { organization: { id: other.id }, rating: 5, outcomes: ['REACHED', 'PARTLY'], comment: null },
      { organization: { id: union.id }, rating: 5, outcomes: ['REACHED', 'PARTLY'], comment: null },
    ]);
    expect(seen.supports.edges[0].node).toEqual({ organization: { id: other.id }, peopleWanted: 10, promisedSeats: 5 });
    expect(seen.offerings).toEqual([{ id: offering.id }]);
  });

  it('begins the courses of an accepted proposal as drafts of the academy, with all that was asked for', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const { id } = await submitted(union, { addressedToId: academy.id });
    await done(academy.admin, 'triageProgramRequest', { programRequestId: id, decision: 'TAKE' });
    await done(academy.admin, 'proposeProgram', program(id));
    expect((await seenBy(academy.admin, { id })).proposal.courses[0].course).toBeNull();

    await done(union.officer, 'acceptProposal', { programRequestId: id, version: 1 });

    const { proposal } = await seenBy(academy.admin, { id });
    expect(proposal).toMatchObject({ status: 'ACCEPTED', price: { amount: '150000.00', currency: 'KZT' } });
    const [{ course }] = proposal.courses;
    expect(course).toMatchObject({ stage: 'DRAFT', title: 'Охрана труда на стройке' });
    const database = await workerDatabase();
    const [row] = await database.query(
      `SELECT course.provider_id, entry.sector_codes, entry.role_codes, entry.country_codes, entry.languages,
         (SELECT count(*)::int FROM course_outcome WHERE version_id = entry.version_id) AS outcomes,
         (SELECT count(*)::int FROM audit_entry WHERE act = 'createCourse' AND subject_id = course.id) AS audited
       FROM course JOIN catalog_entry entry ON entry.course_id = course.id WHERE course.id = $1`,
      [course.id],
    );
    expect(row).toEqual({
      provider_id: academy.id,
      sector_codes: ['CNST'],
      role_codes: ['OSH_SPEC'],
      country_codes: ['KZ'],
      languages: ['kk', 'ru'],
      outcomes: 2,
      audited: 1,
    });
    // The union sees that there is a course, not the draft.
    expect((await seenBy(union.officer, { id })).proposal.courses[0].course).toBeNull();
  });
});

/** Written in the languages it is taught in, and published. */
async function published(academy: { admin: { token: string } }, courseId: string): Promise<void> {
  const write = await sendCourse(academy.admin, 'updateCourse', { courseId, languages: ['ru'] });
  expect(write).toSucceed();
  expect(await sendCourse(academy.admin, 'publishCourse', { courseId })).toSucceed();
}
