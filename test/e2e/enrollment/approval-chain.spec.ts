import { setTimeout as pause } from 'node:timers/promises';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { ASSESSMENT, acts, enrollmentIn } from '../../support/enrollment.acts.js';
import { type Human, type MadeOffering, world } from '../../support/enrollment.world.js';
import { newHolder, rowCounts, written } from '../../support/identity.world.js';
import { formerOfficers, memberOf, membersOf, newTree, officerOf, type Tree } from '../../support/nomination.world.js';
import { statementsOf } from '../../support/query-count.js';
import { expectSound, seatBookOf } from '../../support/seat-book.js';

const LAYERS = ['PRIMARY_ORGANIZATION', 'REGIONAL_BRANCH', 'SECTORAL_UNION'];

const CHAIN = `query ($id: ID!) { node(id: $id) { ... on Enrollment { approvals {
  id layer state skippedBecause dueAt decidedAt note organization { id }
  assessment { motivation relevance preparedness employerAgrees } } } } }`;

const INBOX = `query ($first: Int!, $after: String) { viewer { approvalsToDecide(first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } edges { node { id approvals { layer state } } } } } }`;

interface Step {
  id: string;
  layer: string;
  state: string;
  skippedBecause: string | null;
  dueAt: string | null;
  note: string | null;
  organization: { id: string } | null;
  assessment: object | null;
}

let tree: Tree;
let officers: { primary: Human; branch: Human; union: Human };

beforeAll(async () => {
  tree = await newTree();
  officers = {
    primary: await officerOf(tree.primary),
    branch: await officerOf(tree.branch),
    union: await officerOf(tree.union),
  };
});

async function chainOf(who: { token: string }, id: string): Promise<Step[]> {
  return (await client.as(who).send(CHAIN, { id })).data.node?.approvals;
}

const states = (steps: readonly Step[]) => steps.map(({ state }) => state);

async function asked(approvalLayers: string[], person?: Human) {
  const offering = await world.offering({ capacity: 2, approvalLayers });
  const member = person ?? (await memberOf(tree.primary));
  const { id } = enrollmentIn(await acts.enroll(member, offering.id));
  return { offering, member, id };
}

/** The time of the step that is asked is up, and somebody sweeps; the server does so by itself once a minute. */
async function runOut(offering: MadeOffering, enrollmentId: string): Promise<void> {
  const database = await workerDatabase();
  await database.query(
    `UPDATE approval_step SET due_at = now() - interval '1 second' WHERE enrollment_id = $1 AND state = 'PENDING'`,
    [enrollmentId],
  );
  await database.query(
    `SELECT graphile_worker.add_job('enrollment:pass-on', json_build_object('offeringId', $1::text))`,
    [offering.id],
  );
}

async function passedOn(id: string, times: number): Promise<string> {
  const database = await workerDatabase();
  for (let round = 0; round < 200; round += 1) {
    const [{ count }] = await database.query(
      `SELECT count(*)::int AS count FROM audit_entry WHERE act = 'passApprovalOn'
       AND subject_id IN (SELECT id FROM approval_step WHERE enrollment_id = $1)`,
      [id],
    );
    if (count === times) break;
    await pause(100);
  }
  const [row] = await database.query(
    `SELECT organization_id AS organization FROM approval_step WHERE enrollment_id = $1 AND state = 'PENDING'`,
    [id],
  );
  return row.organization;
}

describe('an offering that asks several layers', () => {
  it('asks one after the other, and seats the person when the last has agreed', async () => {
    const { offering, id } = await asked(LAYERS);
    expect(states(await chainOf(offering.admin, id))).toEqual(['PENDING', 'WAITING', 'WAITING']);

    expect(enrollmentIn(await acts.agree(officers.primary, id))).toMatchObject({
      approval: 'PENDING',
      seat: 'REQUESTED',
    });
    expect(states(await chainOf(offering.admin, id))).toEqual(['APPROVED', 'PENDING', 'WAITING']);
    await acts.agree(officers.branch, id);
    expect(enrollmentIn(await acts.agree(officers.union, id))).toMatchObject({
      approval: 'APPROVED',
      seat: 'CONFIRMED',
    });

    const chain = await chainOf(offering.admin, id);
    expect(states(chain)).toEqual(['APPROVED', 'APPROVED', 'APPROVED']);
    expect(chain.map(({ organization }) => organization?.id)).toEqual([tree.primary, tree.branch, tree.union]);
    expect(chain[0]?.assessment).toEqual(ASSESSMENT);
  });

  it('asks the territorial line and the federation too, each by its own parents', async () => {
    const [territorial, federal] = [await officerOf(tree.territory), await officerOf(tree.federation)];
    const { offering, id } = await asked(['TERRITORIAL_ASSOCIATION', 'FEDERATION', 'PROVIDER']);
    await acts.agree(territorial, id);
    await acts.agree(federal, id);
    expect(enrollmentIn(await acts.decide(offering.admin, id, 'APPROVE')).seat).toBe('CONFIRMED');
  });

  it('ends with the first that declines, with a reason that the person reads', async () => {
    const { offering, member, id } = await asked(LAYERS);
    await acts.agree(officers.primary, id);

    expect(await acts.decide(officers.branch, id, 'DECLINE')).toBeRefusedWith('ReasonNeeded');
    const declined = enrollmentIn(await acts.decide(officers.branch, id, 'DECLINE', 'Three of you went last year.'));

    expect(declined).toMatchObject({ approval: 'DECLINED', seat: 'RELEASED', note: 'Three of you went last year.' });
    const chain = await chainOf(member, id);
    expect(states(chain)).toEqual(['APPROVED', 'DECLINED', 'VOID']);
    expect(chain[1]?.note).toBe('Three of you went last year.');
    expect(chain[0]?.assessment).toBeNull();
    expectSound(await seatBookOf(await workerDatabase(), offering.id));
  });

  it('needs an assessment from a layer of the union', async () => {
    const { id } = await asked(LAYERS);
    expect(await acts.decide(officers.primary, id, 'APPROVE')).toBeRefusedWith('AssessmentNeeded');
    const beyond = { enrollmentId: id, decision: 'APPROVE', assessment: { ...ASSESSMENT, motivation: 6 } };
    const answer = await client
      .as(officers.primary)
      .send('mutation ($input: DecideApprovalInput!) { decideApproval(input: $input) { errors { __typename } } }', {
        input: beyond,
      });
    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
  });

  it('passes over a layer where nobody can decide, and says so', async () => {
    const own = await newTree();
    const branch = await officerOf(own.branch);
    // Somebody above may act for those below, and does not make them able.
    await officerOf(own.federation, 'SUBTREE');
    const { offering, id } = await asked(['PRIMARY_ORGANIZATION', 'REGIONAL_BRANCH'], await memberOf(own.primary));

    const chain = await chainOf(offering.admin, id);

    expect(states(chain)).toEqual(['SKIPPED', 'PENDING']);
    expect(chain[0]?.skippedBecause).toBe('NOBODY_TO_DECIDE');
    expect(enrollmentIn(await acts.agree(branch, id)).seat).toBe('CONFIRMED');
  });

  it('passes over a layer that a person’s line does not have', async () => {
    const { offering, id } = await asked(['PRIMARY_ORGANIZATION', 'SECTORAL_UNION'], await memberOf(tree.union));
    const chain = await chainOf(offering.admin, id);
    expect(states(chain)).toEqual(['SKIPPED', 'PENDING']);
    expect(chain[0]?.skippedBecause).toBe('NO_SUCH_LAYER');
  });

  it('asks the provider about who belongs nowhere, so that silence approves nobody', async () => {
    const { offering, id } = await asked(LAYERS, await world.person());

    const chain = await chainOf(offering.admin, id);

    expect(chain.map(({ layer, state, skippedBecause }) => [layer, state, skippedBecause])).toEqual([
      ['PRIMARY_ORGANIZATION', 'SKIPPED', 'ORGANIZATION_UNKNOWN'],
      ['REGIONAL_BRANCH', 'SKIPPED', 'ORGANIZATION_UNKNOWN'],
      ['SECTORAL_UNION', 'SKIPPED', 'ORGANIZATION_UNKNOWN'],
      ['PROVIDER', 'PENDING', null],
    ]);
    expect(enrollmentIn(await acts.decide(offering.admin, id, 'APPROVE')).seat).toBe('CONFIRMED');
  });

  it('lets a deputy decide: whoever holds the same permission there', async () => {
    const deputy = await officerOf(tree.primary);
    const { id } = await asked(['PRIMARY_ORGANIZATION']);
    expect(enrollmentIn(await acts.agree(deputy, id)).seat).toBe('CONFIRMED');
  });

  it('lets nobody decide about themselves', async () => {
    const own = await newTree();
    const chair = await newHolder('ENROLLMENT_OFFICER', own.primary, { scope: 'SELF' });
    const database = await workerDatabase();
    await database.query(
      `INSERT INTO membership (id, organization_id, person_id, started_on) VALUES (gen_random_uuid(), $1, $2, current_date)`,
      [own.primary, chair.personId],
    );
    const { offering, id } = await asked(['PRIMARY_ORGANIZATION', 'PROVIDER'], chair);
    const chain = await chainOf(offering.admin, id);
    expect(chain[0]).toMatchObject({ state: 'SKIPPED', skippedBecause: 'NOBODY_TO_DECIDE' });

    const second = await officerOf(own.primary);
    const again = await asked(['PRIMARY_ORGANIZATION'], chair);
    expect(await acts.agree(chair, again.id)).toBeRefusedWith('CannotDecideOwn');
    const inbox = await client.as(chair).send(INBOX, { first: 5 });
    expect(inbox.data.viewer.approvalsToDecide.edges).toEqual([]);
    expect(enrollmentIn(await acts.agree(second, again.id)).seat).toBe('CONFIRMED');
  });

  it('hands what nobody decided in time to the level above, and in the end to the provider', async () => {
    const own = await newTree();
    const [primary, union] = [await officerOf(own.primary), await officerOf(own.union)];
    const { offering, id } = await asked(['PRIMARY_ORGANIZATION'], await memberOf(own.primary));

    await runOut(offering, id);
    expect(await passedOn(id, 1)).toBe(own.union);
    expect(await acts.agree(primary, id)).toBeRefusedWith('EnrollmentNotFound');
    await runOut(offering, id);
    expect(await passedOn(id, 2)).toBe(offering.providerId);
    expect(await acts.agree(union, id)).toBeRefusedWith('EnrollmentNotFound');

    expect((await chainOf(offering.admin, id))[0]).toMatchObject({ state: 'PENDING', dueAt: null });
    expect(enrollmentIn(await acts.agree(offering.admin, id)).seat).toBe('CONFIRMED');
  });

  it('is decided once a step: of two officers at the same time, one is told, though the next step is theirs too', async () => {
    const above = [await officerOf(tree.union, 'SUBTREE'), await officerOf(tree.union, 'SUBTREE')];
    const { offering, id } = await asked(LAYERS);

    const answers = await Promise.all(above.map((who) => acts.agree(who, id)));

    const refused = answers.filter(({ data }) => data.decideApproval.errors.length > 0);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeRefusedWith('NoApprovalPending');
    expect(states(await chainOf(offering.admin, id))).toEqual(['APPROVED', 'PENDING', 'WAITING']);
  });

  it('decides the step that was meant, and no later one', async () => {
    const { offering, id } = await asked(LAYERS);
    const [first] = await chainOf(offering.admin, id);
    const above = await officerOf(tree.union, 'SUBTREE');
    await acts.agree(officers.primary, id);
    expect(await acts.agree(above, id, { stepId: first?.id })).toBeRefusedWith('NoApprovalPending');
  });

  it('asks nobody any more about who left', async () => {
    const { offering, member, id } = await asked(LAYERS);
    await acts.cancel(member, id);
    expect(states(await chainOf(offering.admin, id))).toEqual(['VOID', 'VOID', 'VOID']);
    expect(await acts.agree(officers.primary, id)).toBeRefusedWith('NoApprovalPending');
  });
});

describe('viewer.approvalsToDecide', () => {
  it('lists what waits for the viewer in any layer, longest first, in pages', async () => {
    const own = await newTree();
    const branch = await officerOf(own.branch);
    const offering = await world.offering({ capacity: 5, approvalLayers: ['REGIONAL_BRANCH', 'PROVIDER'] });
    const ids: string[] = [];
    for (const member of await membersOf(own.primary, 3))
      ids.push(enrollmentIn(await acts.enroll(member, offering.id)).id);
    const page = async (who: Human, first: number, after?: string) =>
      (await client.as(who).send(INBOX, { first, after })).data.viewer.approvalsToDecide;
    const idsOf = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);

    const first = await page(branch, 2);
    const second = await page(branch, 2, first.pageInfo.endCursor);
    expect([idsOf(first), idsOf(second)]).toEqual([ids.slice(0, 2), ids.slice(2)]);
    expect(first.totalCount).toBe(3);

    await acts.agree(branch, ids[1] as string);
    expect(idsOf(await page(branch, 10))).toEqual([ids[0], ids[2]]);
    expect(idsOf(await page(await officerOf(own.primary), 10))).toEqual([]);
  });
});

describe('lists of people who are asked about', () => {
  it('cost the same number of statements, however many they are', async () => {
    const own = await newTree();
    const branch = await officerOf(own.branch);
    const offering = await world.offering({ capacity: 9, approvalLayers: ['REGIONAL_BRANCH', 'SECTORAL_UNION'] });
    const cost = async () =>
      statementsOf(
        await client.as(branch).send(`{ viewer { approvalsToDecide { totalCount edges { node {
          person { fullName } recommendedBy { name } waitlistPosition
          approvals { state note organization { name } } offering { id seatReservations { edges { node { seats } } } } } } } } }`),
      );
    const enrollOne = async () => acts.enroll(await memberOf(own.primary), offering.id);

    await enrollOne();
    const forOne = await cost();
    for (let more = 0; more < 4; more += 1) await enrollOne();

    expect(await cost()).toBe(forOne);
  });
});

describe('who may decide a step', () => {
  it('is the asked organization and those above it; everybody else is refused without a trace', async () => {
    const { offering, member, id } = await asked(LAYERS);
    const { revoked, expired } = await formerOfficers(tree.primary);
    const askers: [{ token: string } | null, string][] = [
      [null, 'UNAUTHENTICATED'],
      [member, 'FORBIDDEN'],
      [revoked, 'FORBIDDEN'],
      [expired, 'FORBIDDEN'],
      [officers.branch, 'OtherLayerAsked'],
      [await officerOf(tree.territory), 'EnrollmentNotFound'],
      [await officerOf(tree.sibling), 'EnrollmentNotFound'],
      [await officerOf((await newTree()).primary), 'EnrollmentNotFound'],
      [offering.admin, 'OtherLayerAsked'],
      [await world.academyAdmin(), 'EnrollmentNotFound'],
    ];
    const before = await rowCounts();
    for (const [who, refusal] of askers) expect(await acts.agree(who, id)).toBeRefusedWith(refusal);
    expect(written(before, await rowCounts())).toEqual({});
    expect(await acts.agree(officers.primary, id)).toSucceed();
  });

  it('reads notes and assessments when concerned, and the chain not at all when not', async () => {
    const { id, member } = await asked(LAYERS);
    await acts.agree(officers.primary, id);
    expect((await chainOf(officers.union, id))[0]?.assessment).toEqual(ASSESSMENT);
    expect((await chainOf(member, id))[0]?.assessment).toBeNull();
    expect(await chainOf(await officerOf(tree.sibling), id)).toBeUndefined();
  });

  it('is protected by the database too: nobody is approved whom no layer approved', async () => {
    const { id } = await asked(LAYERS);
    const database = await workerDatabase();
    const approve = `UPDATE enrollment SET approval = 'APPROVED', seat = 'WAITLISTED' WHERE id = $1`;
    await expect(database.query(approve, [id])).rejects.toMatchObject({ constraint: 'approved_by_somebody' });
  });
});
