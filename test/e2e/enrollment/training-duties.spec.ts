import { readFile } from 'node:fs/promises';
import { DutyReminders } from '../../../libs/enrollment/src/duty/duty-reminders.service.js';
import { Transactions } from '../../../libs/platform/src/database/transactions.js';
import { Jobs } from '../../../libs/platform/src/jobs/jobs.service.js';
import { client } from '../../support/client.js';
import { endedOffering, placed, recordCompletions, sessionDaysAgo } from '../../support/completion.world.js';
import { workerDatabase } from '../../support/database.js';
import {
  countsIn,
  day,
  dutiesIn,
  dutiesSeen,
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
import { formerOfficers, memberOf, membersOf, officerOf } from '../../support/nomination.world.js';
import { statementsOf } from '../../support/query-count.js';
import { until } from '../../support/until.js';

let tree: RuledTree;
beforeEach(async () => {
  tree = await newRuledTree();
});

/** A chair of the primary organization since so many days, under one rule. */
async function chair(since = 10, wish: object = {}): Promise<Human & { mandateId: string; ruleId: string }> {
  const human = await memberOf(tree.primary);
  const mandateId = await mandateOf(human, tree.primary, { since });
  const { id: ruleId } = await ruled(tree, wish);
  return { ...human, mandateId, ruleId };
}

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
    await chair(90);
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
    await chair(1_000, { validFrom: day(-20) });

    expect(await standing()).toEqual([['DUE', day(70)]]);
  });

  it('is booked with a seat in what would satisfy, and due again without it', async () => {
    const person = await chair();
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
    const person = await chair(100);
    await acts.enroll(person, full.id);

    const [duty] = await dutiesIn(tree.chief, tree.federation);

    expect(duty).toMatchObject({ status: 'LATE', booking: { seat: 'WAITLISTED' } });
  });

  it('has learned it once the provider says so, and not any more when that is taken back', async () => {
    const person = await chair(100);
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
    const person = await chair();
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
    const { mandateId } = await chair();
    await dutiesSet(mandateId, `ends_at = now() - interval '1 second'`);

    expect(await standing()).toEqual([]);
    expect(await countsIn(tree.chief, tree.federation)).toEqual({ due: 0, booked: 0, late: 0, learned: 0 });
  });

  it('goes with the end of its rule', async () => {
    const { ruleId } = await chair();
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

describe('counts of duties', () => {
  const none = { due: 0, booked: 0, late: 0, learned: 0 };

  it('are as the duties stand, after each change of them and of the tree', async () => {
    const person = await chair();
    expect(await countsIn(tree.chief, tree.branch)).toEqual({ ...none, due: 1 });

    const offering = await world.offering({ course: tree.course });
    expect(await acts.enroll(person, offering.id)).toSucceed();
    expect(await countsIn(tree.chief, tree.branch)).toEqual({ ...none, booked: 1 });

    const admin = await newHolder('FEDERATION_ADMIN', tree.federation);
    const union = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: tree.federation });
    const move = { organizationId: tree.branch, line: 'SECTORAL', parentId: union };
    expect(await countsIn(tree.chief, tree.union)).toEqual({ ...none, booked: 1 });
    expect(await act(admin, 'moveOrganization', move, 'organization { id }')).toSucceed();
    expect(await countsIn(tree.chief, tree.union)).toEqual(none);
    expect(await countsIn(tree.chief, union)).toEqual({ ...none, booked: 1 });
  });

  it('change with the last day, though nobody changes anything', async () => {
    const { mandateId } = await chair();
    await dutiesSet(mandateId, `due_at = now() + interval '2 seconds'`);
    expect(await countsIn(tree.chief, tree.federation)).toEqual({ ...none, due: 1 });
    expect(await countsIn(tree.chief, tree.federation, { statuses: ['LATE'] })).toEqual(none);

    await until(async () => (await countsIn(tree.chief, tree.federation, { statuses: ['LATE'] })).late === 1);

    expect(await countsIn(tree.chief, tree.federation)).toEqual({ ...none, late: 1 });
  });

  it('miss nobody when twenty are changed at the same time', async () => {
    const people = await membersOf(tree.primary, 20);
    for (const human of people) await mandateOf(human, tree.primary);
    await ruled(tree);
    const offering = await world.offering({ course: tree.course, capacity: 50 });
    expect(await countsIn(tree.chief, tree.federation)).toEqual({ ...none, due: 20 });

    const seen = await Promise.all(
      people.map(async (human) => {
        expect(await acts.enroll(human, offering.id)).toSucceed();
        return countsIn(tree.chief, tree.federation);
      }),
    );

    for (const { due, booked } of seen) expect(due + booked).toBe(20);
    expect(await countsIn(tree.chief, tree.federation)).toEqual({ ...none, booked: 20 });
  });
});

describe('the list of duties', () => {
  it('is narrowed by status, office and rule, and goes on from a cursor', async () => {
    const people = await membersOf(tree.primary, 3);
    for (const [place, human] of people.entries()) await mandateOf(human, tree.primary, { since: 89 + place });
    const rule = await ruled(tree);
    await ruled(tree, { roleCode: 'TECH_INSP' });

    expect((await dutiesIn(tree.chief, tree.federation, { statuses: ['LATE'] })).map(({ dueOn }) => dueOn)).toEqual([
      day(-1),
    ]);
    expect((await dutiesIn(tree.chief, tree.federation, { statuses: ['DUE', 'BOOKED'] })).length).toBe(2);
    expect((await dutiesIn(tree.chief, tree.federation, { roleCodes: ['TECH_INSP'] })).length).toBe(0);
    expect((await dutiesIn(tree.chief, tree.federation, { ruleId: rule.id })).length).toBe(3);
    const first = await dutiesSeen(tree.chief, tree.federation, { first: 2 });
    const { endCursor, hasNextPage } = first.data.trainingDuties.pageInfo;
    const second = await dutiesSeen(tree.chief, tree.federation, { first: 2, after: endCursor });
    expect(hasNextPage).toBe(true);
    expect(first.data.trainingDuties.totalCount).toBe(3);
    expect(second.data.trainingDuties.edges.length).toBe(1);
  });

  it('counts those of the statuses it is narrowed to', async () => {
    const people = await membersOf(tree.primary, 3);
    for (const [place, human] of people.entries()) await mandateOf(human, tree.primary, { since: 89 + place });
    await ruled(tree);

    const counts: Record<string, number> = {};
    for (const statuses of [['LATE'], ['BOOKED'], ['DUE'], ['LATE', 'DUE'], ['BOOKED', 'LEARNED']]) {
      const { data } = await dutiesSeen(tree.chief, tree.federation, { filter: { statuses } });
      counts[statuses.join()] = data.trainingDuties.totalCount;
    }

    expect(counts).toEqual({ LATE: 1, BOOKED: 0, DUE: 2, 'LATE,DUE': 3, 'BOOKED,LEARNED': 0 });
  });

  it('costs as many statements for twenty as for one', async () => {
    const people = await membersOf(tree.primary, 20);
    for (const human of people) await mandateOf(human, tree.primary);
    await ruled(tree);
    const offering = await world.offering({ course: tree.course, capacity: 30 });
    for (const human of people) await acts.enroll(human, offering.id);
    // Who asks first counts them, for all who come after.
    await dutiesSeen(tree.chief, tree.federation, { first: 1 });

    const [one, twenty] = [
      await dutiesSeen(tree.chief, tree.federation, { first: 1 }),
      await dutiesSeen(tree.chief, tree.federation, { first: 20 }),
    ];

    expect(twenty.data.trainingDuties.edges.length).toBe(20);
    expect(statementsOf(twenty)).toBe(statementsOf(one));
  });

  it('is for officers above and of the organization itself; to others it is not there', async () => {
    const person = await chair();
    const former = await formerOfficers(tree.primary);
    const below = await officerOf(tree.branch);
    const lists = async (who: Human, id = tree.primary) => (await dutiesSeen(who, id)).data?.trainingDuties ?? null;

    expect((await lists(await officerOf(tree.primary)))?.edges.length).toBe(1);
    expect((await lists(await officerOf(tree.union, 'SUBTREE')))?.edges.length).toBe(1);
    // Who acts for the branch alone sees the branch alone.
    expect((await lists(below, tree.branch))?.edges.length).toBe(0);
    for (const other of [
      below,
      await officerOf(tree.sibling),
      await officerOf(tree.union),
      person,
      former.revoked,
      former.expired,
    ]) {
      expect(await lists(other)).toBeNull();
    }
    expect(await dutiesSeen(null, tree.primary)).toBeRefusedWith('UNAUTHENTICATED');
  });

  it('shows one duty to its person and their officers, and to nobody else', async () => {
    const person = await chair();
    const [duty] = await dutiesIn(tree.chief, tree.federation);
    const seenBy = async (who: Human) =>
      (await client.as(who).send('query ($id: ID!) { node(id: $id) { id } }', { id: duty?.id })).data.node;

    expect(await seenBy(person)).toEqual({ id: duty?.id });
    expect(await seenBy(tree.chief)).toEqual({ id: duty?.id });
    expect(await seenBy(await officerOf(tree.sibling))).toBeNull();
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
