import { client } from '../../support/client.js';
import {
  chairIn,
  countsIn,
  day,
  dutiesIn,
  dutiesSeen,
  dutiesSet,
  mandateOf,
  newRuledTree,
  type RuledTree,
  ruled,
} from '../../support/duty.world.js';
import { acts } from '../../support/enrollment.acts.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { act, newHolder, newOrganization } from '../../support/identity.world.js';
import { formerOfficers, membersOf, officerOf } from '../../support/nomination.world.js';
import { statementsOf } from '../../support/query-count.js';
import { until } from '../../support/until.js';

let tree: RuledTree;
beforeEach(async () => {
  tree = await newRuledTree();
});

describe('counts of duties', () => {
  const none = { due: 0, booked: 0, late: 0, learned: 0 };

  it('are as the duties stand, after each change of them and of the tree', async () => {
    const person = await chairIn(tree);
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
    const { mandateId } = await chairIn(tree);
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
    const person = await chairIn(tree);
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
    const person = await chairIn(tree);
    const [duty] = await dutiesIn(tree.chief, tree.federation);
    const seenBy = async (who: Human) =>
      (await client.as(who).send('query ($id: ID!) { node(id: $id) { id } }', { id: duty?.id })).data.node;

    expect(await seenBy(person)).toEqual({ id: duty?.id });
    expect(await seenBy(tree.chief)).toEqual({ id: duty?.id });
    expect(await seenBy(await officerOf(tree.sibling))).toBeNull();
  });
});
