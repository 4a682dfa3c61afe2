import { act } from '../../support/identity.world.js';
import type { Cases } from './cases.js';
import type { Ground } from './ground.js';
import type { Reads } from './reads.cases.js';

const termsOf = ({ branch, course }: Ground) => ({
  organizationId: branch,
  roleCode: 'PRIM_CHAIR',
  courseIds: [course.id],
  withinDays: 90,
});

async function ruleOf(ground: Ground): Promise<string> {
  const answer = await act(ground.officer, 'createTrainingRule', termsOf(ground), 'rule { id }');
  return answer.data.createTrainingRule.rule.id;
}

/** What offices ask their holders to learn. */
export const RULES: Cases = {
  changeTrainingRule: async (ground) => ({
    ruleId: await ruleOf(ground),
    expectedRevision: 1,
    courseIds: [ground.course.id],
    withinDays: 60,
  }),
  createTrainingRule: async (ground) => termsOf(ground),
  endTrainingRule: async (ground) => ({ ruleId: await ruleOf(ground) }),
};

const underBranch = (selection: string) => async (ground: Ground) => {
  await ruleOf(ground);
  return { document: `query ($id: ID!) { ${selection} }`, variables: { id: ground.branch } };
};

export const RULE_READS: Reads = {
  trainingDuties: underBranch('trainingDuties(organizationId: $id) { edges { node { id } } }'),
  trainingDutyCounts: underBranch('trainingDutyCounts(organizationId: $id) { __typename }'),
  trainingRules: underBranch('trainingRules(organizationId: $id) { edges { node { id } } }'),
};
