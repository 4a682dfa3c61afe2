import { DutyJobs, type DutyScope } from '../../libs/enrollment/src/duty/duty.jobs.js';
import { Transactions } from '../../libs/platform/src/database/transactions.js';
import { newId } from '../../libs/platform/src/ids.js';
import { Jobs } from '../../libs/platform/src/jobs/jobs.service.js';
import { type Answer, type Asker, client } from './client.js';
import { workerDatabase } from './database.js';
import { type Human, type TaughtCourse, world } from './enrollment.world.js';
import { act, newHolder } from './identity.world.js';
import { jobsDone } from './jobs.js';
import { memberOf, newTree, type Tree } from './nomination.world.js';

export const RULE = `rule { id revision kinds withinDays acceptedDaysBefore refreshMonths validFrom validTo basis
  organization { id } role { code } courses { id } legalRequirement { id verification } }`;

/** An ISO day so many days from today in Almaty, where all organizations of tests are. */
export function day(fromToday: number): string {
  return Temporal.Now.zonedDateTimeISO('Asia/Almaty').toPlainDate().add({ days: fromToday }).toString();
}

/** A tree of organizations, who makes rules for all of it, and a course. */
export interface RuledTree extends Tree {
  chief: Human;
  course: TaughtCourse;
}

export async function newRuledTree(): Promise<RuledTree> {
  const tree = await newTree();
  return {
    ...tree,
    chief: await newHolder('ORGANIZATION_OFFICER', tree.federation, { scope: 'SUBTREE' }),
    course: await world.course(),
  };
}

/** Of the federation, for chairs of primary organizations: within 90 days, from long ago, unless it is said. */
export function createRule(who: Asker, { federation, course }: RuledTree, wish: object = {}): Promise<Answer> {
  const terms = { organizationId: federation, roleCode: 'PRIM_CHAIR', courseIds: [course.id], withinDays: 90 };
  return act(who, 'createTrainingRule', { ...terms, validFrom: '2020-01-01', ...wish }, RULE);
}

/** The rule in force, with the duties that follow from it. */
export async function ruled(tree: RuledTree, wish: object = {}): Promise<{ id: string; revision: number }> {
  const answer = await createRule(tree.chief, tree, wish);
  expect(answer).toSucceed();
  const { rule } = answer.data.createTrainingRule;
  await workOut({ ruleId: rule.id });
  return rule;
}

/** An office held since so many days, by default of a chair; its duties are not worked out yet. */
export async function mandateOf(
  { personId }: { personId: string },
  organizationId: string,
  { since = 10, roleCode = 'PRIM_CHAIR', endedOn = null as string | null } = {},
): Promise<string> {
  const database = await workerDatabase();
  const id = newId();
  await database.query(
    `INSERT INTO mandate (id, organization_id, person_id, role_code, basis, started_on, ended_on)
     VALUES ($1, $2, $3, $4, 'ELECTED', $5, $6)`,
    [id, organizationId, personId, roleCode, day(-since), endedOn],
  );
  return id;
}

/** What the jobs do after a commit. */
export async function workOut(scope: DutyScope): Promise<void> {
  const database = await workerDatabase();
  await new DutyJobs(new Jobs(database), database, new Transactions(database)).bringUpToDate(scope);
}

/**
 * Changes duties by hand, where time itself cannot be changed. The server works the duties of a new rule out as well, and
 * would undo it: its own jobs are waited for.
 */
export async function dutiesSet(mandateId: string, values: string): Promise<void> {
  await jobsDone('enrollment:training-rule-changed');
  const database = await workerDatabase();
  await database.query(`UPDATE training_duty SET ${values} WHERE mandate_id = $1`, [mandateId]);
}

const DUTIES = `query ($organizationId: ID!, $filter: TrainingDutyFilter, $first: Int = 50, $after: String) {
  trainingDuties(organizationId: $organizationId, filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id status dueOn learnedOn person { id } organization { id } role { code } rule { id }
      booking { seat offering { id } } nextOfferings { id } } } } }`;

export function dutiesSeen(who: Asker, organizationId: string, more: object = {}): Promise<Answer> {
  return client.as(who).send(DUTIES, { organizationId, ...more });
}

export interface SeenDuty {
  id: string;
  status: string;
  dueOn: string;
  learnedOn: string | null;
  person: { id: string };
  rule: { id: string };
  booking: { seat: string; offering: { id: string } } | null;
  nextOfferings: { id: string }[];
}

export async function dutiesIn(who: Asker, organizationId: string, filter: object = {}): Promise<SeenDuty[]> {
  const answer = await dutiesSeen(who, organizationId, { filter });
  if (!answer.data?.trainingDuties) throw new Error(`no duties in ${JSON.stringify(answer)}`);
  return answer.data.trainingDuties.edges.map(({ node }: { node: SeenDuty }) => node);
}

export async function countsIn(who: Asker, organizationId: string, filter: object = {}) {
  const document = `query ($id: ID!, $filter: TrainingDutyFilter) {
    trainingDutyCounts(organizationId: $id, filter: $filter) { due booked late learned } }`;
  const answer = await client.as(who).send(document, { id: organizationId, filter });
  return answer.data.trainingDutyCounts;
}

/** A chair of the primary organization since so many days, under one rule. */
export async function chairIn(
  tree: RuledTree,
  since = 10,
  wish: object = {},
): Promise<Human & { mandateId: string; ruleId: string }> {
  const human = await memberOf(tree.primary);
  const mandateId = await mandateOf(human, tree.primary, { since });
  const { id: ruleId } = await ruled(tree, wish);
  return { ...human, mandateId, ruleId };
}
