import { newId } from '../../../libs/platform/src/ids.js';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { createRule, day, newRuledTree, RULE, type RuledTree, ruled } from '../../support/duty.world.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { act, newHolder } from '../../support/identity.world.js';
import { formerOfficers, memberOf } from '../../support/nomination.world.js';

let tree: RuledTree;
beforeAll(async () => {
  tree = await newRuledTree();
});

async function rulesWritten(): Promise<number> {
  const database = await workerDatabase();
  const [{ count }] = await database.query('SELECT count(*)::int FROM training_rule WHERE organization_id = $1', [
    tree.federation,
  ]);
  return count;
}

const change = (rule: { id: string; revision: number }, wish: object = {}, who = tree.chief) => {
  const terms = { courseIds: [tree.course.id], withinDays: 60 };
  return act(who, 'changeTrainingRule', { ruleId: rule.id, expectedRevision: rule.revision, ...terms, ...wish }, RULE);
};
const end = (ruleId: string, endsOn?: string, who = tree.chief) =>
  act(who, 'endTrainingRule', { ruleId, endsOn }, RULE);

describe('a training rule', () => {
  it('says what the holder of an office must have learned, in how many days, and on what it rests', async () => {
    const wish = { kinds: ['PRIMARY_ORGANIZATION'], acceptedDaysBefore: 365, refreshMonths: 36, validFrom: null };

    const answer = await createRule(tree.chief, tree, wish);

    expect(answer).toSucceed();
    expect(answer.data.createTrainingRule.rule).toMatchObject({
      revision: 1,
      kinds: ['PRIMARY_ORGANIZATION'],
      withinDays: 90,
      acceptedDaysBefore: 365,
      refreshMonths: 36,
      validFrom: day(0),
      validTo: null,
      basis: 'OWN_CHOICE',
      organization: { id: tree.federation },
      role: { code: 'PRIM_CHAIR' },
      courses: [{ id: tree.course.id }],
      legalRequirement: null,
    });
  });

  it('rests on a requirement of the law, with how far that was checked', async () => {
    const database = await workerDatabase();
    const [requirement] = await database.query('SELECT id, verification FROM legal_requirement ORDER BY id LIMIT 1');

    const answer = await createRule(tree.chief, tree, { legalRequirementId: requirement.id });

    expect(answer).toSucceed();
    expect(answer.data.createTrainingRule.rule).toMatchObject({
      basis: 'LEGAL_REQUIREMENT',
      legalRequirement: { id: requirement.id, verification: requirement.verification.toUpperCase() },
    });
  });

  it.each([
    ['an unknown office', () => ({ roleCode: 'KING' }), 'UnknownCode'],
    ['an unknown course', () => ({ courseIds: [newId()] }), 'CourseNotFound'],
    ['an unknown requirement', () => ({ legalRequirementId: newId() }), 'LegalRequirementUnknown'],
    ['a refreshment before there was time', () => ({ withinDays: 90, refreshMonths: 3 }), 'RefreshTooSoon'],
    ['an end before its beginning', () => ({ validTo: '2019-12-31' }), 'TrainingRuleEndsBeforeStart'],
    ['no course', () => ({ courseIds: [] }), 'BAD_USER_INPUT'],
    ['no day', () => ({ withinDays: 0 }), 'BAD_USER_INPUT'],
  ])('is refused with %s', async (_, wish, reason) => {
    const before = await rulesWritten();

    expect(await createRule(tree.chief, tree, wish())).toBeRefusedWith(reason);
    expect(await rulesWritten()).toBe(before);
  });

  it('is made by officers of the organization, and of those above it; others leave no trace', async () => {
    const before = await rulesWritten();
    const former = await formerOfficers(tree.federation);
    const others: Human[] = [
      await newHolder('ORGANIZATION_OFFICER', tree.union, { scope: 'SUBTREE' }),
      await newHolder('ORGANIZATION_OFFICER', tree.primary),
      await newHolder('ORGANIZATION_OFFICER', (await newRuledTree()).federation),
    ];
    for (const other of others) expect(await createRule(other, tree)).toBeRefusedWith('OrganizationNotFound');
    const powerless = [await memberOf(tree.primary), former.revoked, former.expired];
    for (const other of powerless) {
      const answer = await createRule(other, tree);
      expect([answer.errors[0]?.extensions.code, answer.data?.createTrainingRule?.rule ?? null]).toEqual([
        answer.data?.createTrainingRule ? undefined : 'FORBIDDEN',
        null,
      ]);
    }
    expect(await createRule(null, tree)).toBeRefusedWith('UNAUTHENTICATED');
    expect(await rulesWritten()).toBe(before);
    expect(await createRule(await newHolder('FEDERATION_ADMIN', tree.federation), tree)).toSucceed();
  });

  it('is changed by one of two who change it at once; the other is told', async () => {
    const rule = await ruled(tree);

    const answers = await Promise.all([change(rule, { withinDays: 30 }), change(rule, { withinDays: 45 })]);

    const reasons = answers.map(({ data }) => data.changeTrainingRule.errors[0]?.__typename ?? 'done').sort();
    expect(reasons).toEqual(['TrainingRuleChangedMeanwhile', 'done']);
    const winner = answers.find(({ data }) => data.changeTrainingRule.rule);
    const database = await workerDatabase();
    const [row] = await database.query('SELECT within_days, revision FROM training_rule WHERE id = $1', [rule.id]);
    expect(row).toEqual({ within_days: winner?.data.changeTrainingRule.rule.withinDays, revision: 2 });
  });

  it('is changed and ended by who makes rules there, and looks to others as if it were not', async () => {
    const rule = await ruled(tree);
    const stranger = await newHolder('ORGANIZATION_OFFICER', tree.union, { scope: 'SUBTREE' });

    expect(await change(rule, {}, stranger)).toBeRefusedWith('TrainingRuleNotFound');
    expect(await end(rule.id, undefined, stranger)).toBeRefusedWith('TrainingRuleNotFound');
    expect(await end(newId())).toBeRefusedWith('TrainingRuleNotFound');
  });

  it('ends once, not before it began, and is not changed afterwards', async () => {
    const rule = await ruled(tree);

    expect(await end(rule.id, '2019-12-31')).toBeRefusedWith('TrainingRuleEndsBeforeStart');
    const ended = await end(rule.id);
    const again = await end(rule.id, day(5));

    expect([ended, again].map(({ data }) => data.endTrainingRule.rule.validTo)).toEqual([day(0), day(0)]);
    expect(await change({ id: rule.id, revision: 2 })).toBeRefusedWith('TrainingRuleEnded');
  });

  it('is read where it holds, by everybody who is signed in', async () => {
    const own = await newRuledTree();
    const rule = await ruled(own);
    const gone = await ruled(own);
    await act(own.chief, 'endTrainingRule', { ruleId: gone.id }, RULE);
    const LIST = `query ($id: ID!, $ended: Boolean!) { trainingRules(organizationId: $id, includeEnded: $ended) {
      edges { node { id } } } }`;
    const person = await world.person();
    const idsIn = async (id: string, ended = false) => {
      const { data } = await client.as(person).send(LIST, { id, ended });
      return data.trainingRules.edges.map(({ node }: { node: { id: string } }) => node.id);
    };

    expect(await idsIn(own.primary)).toEqual([rule.id]);
    expect(await idsIn(own.primary, true)).toEqual([rule.id, gone.id]);
    expect(await idsIn(tree.primary)).not.toContain(rule.id);
    expect(await client.send(LIST, { id: own.primary, ended: false })).toBeRefusedWith('UNAUTHENTICATED');
  });
});
