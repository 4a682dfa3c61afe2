import { DutyDigests } from '../../../libs/enrollment/src/duty/duty-digests.service.js';
import { wordingOf } from '../../../libs/notices/src/writing/wording.js';
import '../../../libs/notices/src/writing/wording.messages.js';
import { NoticeKind } from '#notices';
import { Jobs, Transactions } from '#platform';
import { workerDatabase } from '../../support/database.js';
import { day, mandateOf, newRuledTree, type RuledTree, ruled } from '../../support/duty.world.js';
import { acts } from '../../support/enrollment.acts.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { newHolder, newOrganization } from '../../support/identity.world.js';
import { formerOfficers, membersOf, officerOf } from '../../support/nomination.world.js';

/** What the weekly job does. */
async function sendDigests(): Promise<void> {
  const database = await workerDatabase();
  await new DutyDigests(new Jobs(database), database, new Transactions(database)).send();
}

async function digestsOf({ accountId }: { accountId: string }): Promise<Record<string, any>[]> {
  const database = await workerDatabase();
  const rows = await database.query(
    `SELECT "values" FROM notice WHERE account_id = $1 AND kind = 'TRAINING_DIGEST' ORDER BY id`,
    [accountId],
  );
  return rows.map((row: { values: object }) => row.values);
}

/** How many are late and how many soon due, mail by mail. */
const numbersOf = async (who: { accountId: string }) =>
  (await digestsOf(who)).map(({ late, soon }): [number, number] => [late, soon]);

/** So many chairs of an organization who were elected so many days ago. */
async function chairs(organizationId: string, count: number, since: number): Promise<Human[]> {
  const people = await membersOf(organizationId, count);
  for (const person of people) await mandateOf(person, organizationId, { since });
  return people;
}

describe('the weekly mail to officers', () => {
  let tree: RuledTree;
  beforeEach(async () => {
    tree = await newRuledTree();
  });

  it('counts who is late and who has less than a month and no place, and names them, due first coming first', async () => {
    const officer = await officerOf(tree.primary);
    await chairs(tree.primary, 1, 50);
    const [booked] = (await chairs(tree.primary, 1, 70)) as [Human];
    await chairs(tree.primary, 1, 70);
    await chairs(tree.primary, 12, 100);
    await chairs(tree.primary, 1, 200);
    await ruled(tree);
    await acts.enroll(booked, (await world.offering({ course: tree.course })).id);

    await sendDigests();

    const [digest, ...more] = await digestsOf(officer);
    expect(more).toEqual([]);
    expect(digest).toMatchObject({ late: 13, lateMore: 3, soon: 1, soonMore: 0 });
    const lines: string[] = digest?.lateNames.split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toMatch(new RegExp(`, ${day(-110)}$`));
    expect(lines[1]).toMatch(new RegExp(`, ${day(-10)}$`));
    const { subject, text } = wordingOf(NoticeKind.TRAINING_DIGEST, digest as never, ['ru']);
    expect(subject).toBe('Обучение по должности: просрочено 13, скоро срок 1');
    expect(text).toContain('Просрочили 13 человек:\n');
    expect(text).toContain('\nи ещё 3\n\n1 человек ещё без места');
  });

  it('comes once a week, though several nodes send it and the job is begun again', async () => {
    const officer = await officerOf(tree.primary);
    await chairs(tree.primary, 1, 100);
    await ruled(tree);

    await Promise.all([sendDigests(), sendDigests(), sendDigests()]);
    await sendDigests();
    expect(await numbersOf(officer)).toEqual([[1, 0]]);

    // A week later.
    const database = await workerDatabase();
    await database.query(
      `UPDATE notice SET dedupe_key = replace(dedupe_key, to_char(now(), 'IYYY-IW'), to_char(now() - interval '7 days', 'IYYY-IW'))
       WHERE account_id = $1`,
      [officer.accountId],
    );
    await sendDigests();
    expect(await numbersOf(officer)).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  it('is for the nearest: an organization’s own officer, else those above whose grant reaches down', async () => {
    const orphan = await newOrganization({ sectoralParentId: tree.branch });
    const own = await officerOf(tree.primary);
    const above = await officerOf(tree.branch, 'SUBTREE');
    const beside = await officerOf(tree.branch);
    const [other, further] = [await officerOf(tree.sibling), await officerOf(tree.union, 'SUBTREE')];
    const { revoked, expired } = await formerOfficers(tree.primary);
    const blind = await newHolder('COURSE_EDITOR', tree.primary, {});
    await chairs(tree.primary, 2, 100);
    await chairs(orphan, 3, 100);
    await ruled(tree);

    await sendDigests();

    const readers = [own, above, beside, other, further, tree.chief, revoked, expired, blind];
    expect(await Promise.all(readers.map(numbersOf))).toEqual([[[2, 0]], [[3, 0]], [], [], [], [], [], [], []]);
  });

  it('does not come where everybody has learned or has time, nor to who has muted it', async () => {
    const [quiet, muted] = [await officerOf(tree.sibling), await officerOf(tree.primary)];
    const database = await workerDatabase();
    await database.query(
      `INSERT INTO notice_preference (id, account_id, muted, unsubscribe_key)
       VALUES (gen_random_uuid(), $1, '{TRAINING_DIGEST}', gen_random_uuid())`,
      [muted.accountId],
    );
    await chairs(tree.sibling, 1, 10);
    await chairs(tree.primary, 1, 100);
    await ruled(tree);

    await sendDigests();

    expect(await Promise.all([quiet, muted].map(numbersOf))).toEqual([[], []]);
  });
});
