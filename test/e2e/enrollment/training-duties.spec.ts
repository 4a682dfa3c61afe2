import { readFile } from 'node:fs/promises';
import { DutyReminders } from '../../../libs/enrollment/src/duty/duty-reminders.service.js';
import { Transactions } from '../../../libs/platform/src/database/transactions.js';
import { Jobs } from '../../../libs/platform/src/jobs/jobs.service.js';
import { client } from '../../support/client.js';
import { endedOffering, placed, recordCompletions, sessionDaysAgo } from '../../support/completion.world.js';
import { workerDatabase } from '../../support/database.js';
import {
  chairIn,
  countsIn,
  day,
  dutiesIn,
  dutiesSet,
  mandateOf,
  newRuledTree,
  RULE,
  type RuledTree,
  ruled,
  workOut,
} from '../../support/duty.world.js';
import { acts, enrollmentIn } from '../../support/enrollment.acts.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { act, newHolder, newOrganization } from '../../support/identity.world.js';
import { memberOf, membersOf } from '../../support/nomination.world.js';
import { until } from '../../support/until.js';

let tree: RuledTree;
beforeEach(async () => {
  tree = await newRuledTree();
});

/** Completed the course so many days ago. */
async function completed(person: Human, daysAgo: number, course = tree.course): Promise<string> {
  const { id, admin } = await endedOffering({ course, sessions: [sessionDaysAgo(daysAgo)] });
  const [enrollmentId = ''] = await placed(id, [person]);
  expect(await recordCompletions(admin, id, [{ enrollmentId, completion: 'COMPLETED' }])).toSucceed();
  return enrollmentId;
}

const standing = async (organizationId = tree.federation) =>
  (await dutiesIn(tree.chief, organizationId)).map(({ status, dueOn }) => [status, dueOn]);

describe('the holder of an office', () => {
  it('has until the end of the last day, by the calendar of the organization', async () => {
    await chairIn(tree, 90);
    expect(await standing()).toEqual([['DUE', day(0)]]);
    await mandateOf(await memberOf(tree.sibling), tree.sibling, { since: 91 });
    await workOut({ organizationId: tree.sibling });

    expect(await standing()).toEqual([
      ['LATE', day(-1)],
      ['DUE', day(0)],
    ]);
    expect(await countsIn(tree.chief, tree.federation)).toEqual({ due: 1, booked: 0, late: 1, learned: 0 });
  });

  it('has the days of the rule from its first day where the office is older', async () => {
    await chairIn(tree, 1_000, { validFrom: day(-20) });

    expect(await standing()).toEqual([['DUE', day(70)]]);
  });

  it('is booked with a seat in what would satisfy, and due again without it', async () => {
    const person = await chairIn(tree);
    const offering = await world.offering({ course: tree.course });
    const other = await world.offering();

    const enrollment = enrollmentIn(await acts.enroll(person, offering.id));
    await acts.enroll(person, other.id);
    const [duty] = await dutiesIn(tree.chief, tree.federation);
    await acts.cancel(person, enrollment.id);

    expect(duty).toMatchObject({ status: 'BOOKED', booking: { seat: 'CONFIRMED', offering: { id: offering.id } } });
    expect(await standing()).toEqual([['DUE', day(80)]]);
  });

  it('is booked while waiting, and late though booked', async () => {
    const full = await world.offering({ course: tree.course, capacity: 1 });
    await acts.enroll(await world.person(), full.id);
    const person = await chairIn(tree, 100);
    await acts.enroll(person, full.id);

    const [duty] = await dutiesIn(tree.chief, tree.federation);

    expect(duty).toMatchObject({ status: 'LATE', booking: { seat: 'WAITLISTED' } });
  });

  it('has learned it once the provider says so, and not any more when that is taken back', async () => {
    const person = await chairIn(tree, 100);
    const { id, admin } = await endedOffering({ course: tree.course });
    const [enrollmentId = ''] = await placed(id, [person]);

    await recordCompletions(admin, id, [{ enrollmentId, completion: 'COMPLETED' }]);
    const [learned] = await dutiesIn(tree.chief, tree.federation);
    await recordCompletions(admin, id, [{ enrollmentId, completion: 'NOT_COMPLETED', reason: 'A mistake.' }]);
    const [again] = await dutiesIn(tree.chief, tree.federation);

    expect(learned).toMatchObject({ status: 'LEARNED', learnedOn: expect.any(String) });
    expect(again).toMatchObject({ status: 'LATE', learnedOn: null });
  });

  it.each([
    [30, 'LEARNED'],
    [null, 'LEARNED'],
    [0, 'DUE'],
    [19, 'DUE'],
    [20, 'LEARNED'],
  ])(
    'need not learn again what they completed 20 days before, where %s days before count: %s',
    async (days, status) => {
      const human = await memberOf(tree.primary);
      await completed(human, 30);
      await mandateOf(human, tree.primary, { since: 10 });
      await ruled(tree, { acceptedDaysBefore: days });

      expect((await standing()).map(([seen]) => seen)).toEqual([status]);
    },
  );

  it('starts anew when elected anew, as the rule says', async () => {
    const human = await memberOf(tree.primary);
    await completed(human, 30);
    await mandateOf(human, tree.primary, { since: 400, endedOn: day(-10) });
    await mandateOf(human, tree.primary, { since: 10 });
    const { id } = await ruled(tree, { acceptedDaysBefore: 0 });

    expect(await standing()).toEqual([['DUE', day(80)]]);

    await act(
      tree.chief,
      'changeTrainingRule',
      { ruleId: id, expectedRevision: 1, courseIds: [tree.course.id], withinDays: 90, acceptedDaysBefore: 1_000 },
      RULE,
    );
    await workOut({ ruleId: id });
    expect((await standing()).map(([status]) => status)).toEqual(['LEARNED']);
  });

  it('learns again after the months the rule says', async () => {
    const human = await memberOf(tree.primary);
    await completed(human, 50);
    await mandateOf(human, tree.primary, { since: 60 });
    await ruled(tree, { withinDays: 20, refreshMonths: 12 });
    expect((await standing()).map(([status]) => status)).toEqual(['LEARNED']);

    const other = await memberOf(tree.sibling);
    await completed(other, 200);
    await mandateOf(other, tree.sibling, { since: 300 });
    await ruled(tree, { withinDays: 20, refreshMonths: 5, kinds: ['PRIMARY_ORGANIZATION'] });
    await workOut({ organizationId: tree.sibling });

    const mine = (await dutiesIn(tree.chief, tree.sibling)).map(({ status }) => status);
    expect(mine.sort()).toEqual(['LATE', 'LEARNED']);
  });

  it('is satisfied by any of the courses of the rule, and by no other', async () => {
    const alternative = await world.course();
    const [one, other] = (await membersOf(tree.primary, 2)) as [Human, Human];
    for (const human of [one, other]) await mandateOf(human, tree.primary, { since: 60 });
    await ruled(tree, { courseIds: [tree.course.id, alternative.id] });

    await completed(one, 20, alternative);
    await completed(other, 20, await world.course());

    const seen = await dutiesIn(tree.chief, tree.federation);
    expect(Object.fromEntries(seen.map(({ person, status }) => [person.id, status]))).toEqual({
      [one.personId]: 'LEARNED',
      [other.personId]: 'DUE',
    });
  });

  it('is not meant where the rule names other kinds of organization, other offices, or holds elsewhere', async () => {
    const human = await memberOf(tree.primary);
    await mandateOf(human, tree.primary);
    await mandateOf(human, tree.primary, { roleCode: 'TECH_INSP' });
    await ruled(tree, { kinds: ['REGIONAL_BRANCH'] });
    await ruled(tree, { organizationId: tree.sibling });
    await ruled(tree, { validTo: day(-1) });

    expect(await standing()).toEqual([]);
  });

  it('sees their own duties, with the next offerings that would satisfy', async () => {
    const person = await chairIn(tree);
    const next = await world.offering({ course: tree.course });
    await world.offering({ course: tree.course, status: 'TENTATIVE' });
    await world.offering();
    const document = await readFile('schema/operations/my-training-duties.graphql', 'utf8');

    const { data } = await client.as(person).send(document);
    const nobody = await client.as(await world.person()).send(document);

    expect(data.viewer.trainingDuties.edges).toEqual([
      {
        node: expect.objectContaining({
          status: 'DUE',
          dueOn: day(80),
          nextOfferings: [expect.objectContaining({ id: next.id })],
        }),
      },
    ]);
    expect(nobody.data.viewer.trainingDuties.edges).toEqual([]);
  });
});

describe('a duty', () => {
  it('comes with an office and goes with its end, by the jobs of a server', async () => {
    const officer = await newHolder('ORGANIZATION_OFFICER', tree.federation, { scope: 'SUBTREE' });
    await ruled(tree);
    const human = await memberOf(tree.primary);
    const MANDATE = 'mandate { id }';
    const office = { organizationId: tree.primary, personId: human.personId, roleCode: 'PRIM_CHAIR', basis: 'ELECTED' };

    const recorded = await act(officer, 'recordMandate', { ...office, startedOn: day(-1) }, MANDATE);
    const mandateId = recorded.data.recordMandate.mandate.id;
    await until(async () => (await standing()).length === 1);
    expect(await standing()).toEqual([['DUE', day(89)]]);
    expect(await act(officer, 'endMandate', { mandateId }, MANDATE)).toSucceed();

    await until(async () => (await standing()).length === 0);
  });

  it('is over with the last day of an office that was known to end, though no job has run since', async () => {
    const { mandateId } = await chairIn(tree);
    await dutiesSet(mandateId, `ends_at = now() - interval '1 second'`);

    expect(await standing()).toEqual([]);
    expect(await countsIn(tree.chief, tree.federation)).toEqual({ due: 0, booked: 0, late: 0, learned: 0 });
  });

  it('goes with the end of its rule', async () => {
    const { ruleId } = await chairIn(tree);
    await act(tree.chief, 'endTrainingRule', { ruleId }, RULE);
    await workOut({ ruleId });

    expect(await standing()).toEqual([]);
  });

  it('follows an organization that moves, and ends in one that closes', async () => {
    const union = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: tree.federation });
    const admin = await newHolder('FEDERATION_ADMIN', tree.federation);
    const human = await memberOf(tree.primary);
    await mandateOf(human, tree.primary);
    await ruled(tree, { organizationId: tree.union });
    const ofUnion = await standing(tree.primary);

    const move = { organizationId: tree.branch, line: 'SECTORAL', parentId: union };
    expect(await act(admin, 'moveOrganization', move, 'organization { id }')).toSucceed();
    await workOut({ organizationId: tree.branch });
    const moved = await standing(tree.primary);
    await ruled(tree, { organizationId: union });
    const ofOther = await standing(tree.primary);
    expect(await act(admin, 'closeOrganization', { organizationId: tree.primary }, 'organization { id }')).toSucceed();
    await workOut({ organizationId: tree.primary });

    expect([ofUnion, moved, ofOther].map((list) => list.length)).toEqual([1, 0, 1]);
    expect(await standing(tree.federation)).toEqual([]);
  });

  it('is there once, however many work it out at a time', async () => {
    const human = await memberOf(tree.primary);
    const mandateId = await mandateOf(human, tree.primary);
    await ruled(tree);

    await Promise.all(Array.from({ length: 5 }, () => workOut({ mandateId })));

    expect(await standing()).toEqual([['DUE', day(80)]]);
  });
});

describe('a reminder of a duty', () => {
  it('goes once to who has no place a month before the last day, and once to who is late', async () => {
    const [early, soon, late, booked, learned] = (await membersOf(tree.primary, 5)) as [
      Human,
      Human,
      Human,
      Human,
      Human,
    ];
    const since = new Map([
      [early, 50],
      [soon, 70],
      [late, 100],
      [booked, 70],
      [learned, 100],
    ]);
    for (const [human, days] of since) await mandateOf(human, tree.primary, { since: days });
    await ruled(tree);
    await acts.enroll(booked, (await world.offering({ course: tree.course })).id);
    await completed(learned, 5);
    const database = await workerDatabase();
    const reminders = new DutyReminders(new Jobs(database), database, new Transactions(database));

    await Promise.all([reminders.remind(), reminders.remind()]);
    await reminders.remind();

    const told = async ({ accountId }: Human) => {
      const rows = await database.query(
        `SELECT kind FROM notice WHERE account_id = $1 AND kind::text LIKE 'TRAINING%'`,
        [accountId],
      );
      return rows.map(({ kind }: { kind: string }) => kind);
    };
    expect(await Promise.all([...since.keys()].map(told))).toEqual([[], ['TRAINING_DUE'], ['TRAINING_LATE'], [], []]);
  });
});
