import type { EntityManager } from 'typeorm';
import { refuse } from '#platform';
import { LINES, Line, PARENT } from './line.js';
import { Organization } from './organization.entity.js';
import { CannotStandBelow, MoveMakesCircle, SuccessorNeeded } from './organization.reasons.js';
import { mayStandBelow } from './standing.rules.js';
import { circleThrough, rebuildAbove } from './tree.js';

const PATH = ['successorId'];

/**
 * Puts those that answer to a closing organization below its successor, each on the line it answered on. A successor
 * that stood below it itself goes below whom it answered to. Give it the locked tree.
 * Refuses with SuccessorNeeded, CannotStandBelow, MoveMakesCircle.
 */
export async function handOver(
  tx: EntityManager,
  closing: Organization,
  successor: Organization | null,
): Promise<void> {
  const children = await childrenAtWork(tx, closing.id);
  if (children.length === 0) return;
  if (!successor) refuse(new SuccessorNeeded(children.length));

  await refuseCircle(tx, children, successor);
  for (const line of LINES) {
    const moving = children.filter((child) => child[PARENT[line]] === closing.id);
    const others = moving.filter(({ id }) => id !== successor.id);
    await putBelow(tx, others, line, successor);
    if (others.length < moving.length) await putBelow(tx, [successor], line, await parentOf(tx, closing, line));
  }
  await rebuildAbove(
    tx,
    children.map(({ id }) => id),
  );
}

function childrenAtWork(tx: EntityManager, parentId: string): Promise<Organization[]> {
  return tx
    .createQueryBuilder(Organization, 'child')
    .where('(child.sectoralParentId = :parentId OR child.territorialParentId = :parentId)', { parentId })
    .andWhere('child.closedAt IS NULL')
    .orderBy('child.id')
    .setLock('for_no_key_update')
    .getMany();
}

/** The successor must not stand below anybody who goes below it. */
async function refuseCircle(tx: EntityManager, children: Organization[], successor: Organization): Promise<void> {
  const others = children.map(({ id }) => id).filter((id) => id !== successor.id);
  const [above]: { id: string }[] = await tx.query(
    `SELECT ancestor_id AS id FROM organization_closure
     WHERE descendant_id = $1 AND ancestor_id = ANY($2::uuid[]) ORDER BY ancestor_id LIMIT 1`,
    [successor.id, others],
  );
  if (above) refuse(new MoveMakesCircle(await circleThrough(tx, above.id, successor.id), PATH));
}

async function putBelow(
  tx: EntityManager,
  moving: readonly Organization[],
  line: Line,
  parent: Organization | null,
): Promise<void> {
  const wrong = parent && moving.find(({ kind }) => !mayStandBelow(kind, parent.kind, line));
  if (wrong) refuse(new CannotStandBelow(line, wrong.kind, parent.kind, PATH));
  await tx
    .createQueryBuilder()
    .update(Organization)
    .set({ [PARENT[line]]: parent?.id ?? null })
    .where('id = ANY(:ids)', { ids: moving.map(({ id }) => id) })
    .execute();
}

async function parentOf(tx: EntityManager, closing: Organization, line: Line): Promise<Organization | null> {
  const id = closing[PARENT[line]];
  return id ? tx.findOne(Organization, { where: { id } }) : null;
}
