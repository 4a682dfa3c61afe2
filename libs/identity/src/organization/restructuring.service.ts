import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, type RequestContext, refuse, type Viewer } from '#platform';
import { databaseNow } from '../database-now.js';
import { endMandatesOf } from '../mandate/end-mandates.js';
import { mandatesChanged } from '../mandate/mandates-changed.js';
import { moveMembers } from '../membership/move-members.js';
import { handOver } from './hand-over.js';
import { Line, PARENT } from './line.js';
import { Organization } from './organization.entity.js';
import type { CloseOrganizationInput, MoveOrganizationInput } from './organization.inputs.js';
import { holdOpen, lockOrganization } from './organization.locks.js';
import { CannotStandBelow, MoveMakesCircle, OrganizationClosed, ParentNeeded } from './organization.reasons.js';
import { mayStandBelow } from './standing.rules.js';
import { circleThrough, lockTree, rebuildAbove } from './tree.js';

/** Changes of the tree. One at a time: each locks the whole of it first. */
@Injectable()
export class Restructuring {
  constructor(private readonly acts: Acts) {}

  /**
   * Puts an organization below another one on one line, with everything below it; the viewer must manage both.
   * Refuses with OrganizationNotFound, OrganizationClosed, ParentNeeded, CannotStandBelow, MoveMakesCircle.
   */
  move(asked: RequestContext, viewer: Viewer, input: MoveOrganizationInput): Promise<Organization> {
    const { organizationId: id, line, parentId = null } = input;
    const act = { name: 'moveOrganization', input, details: { line, parentId } };
    return this.acts.perform(asked, act, async (tx) => {
      await lockTree(tx);
      const organization = await lockOrganization(tx, viewer, { id, permission: 'organization.manage' });
      if (parentId) await this.refuseWrongParent(tx, viewer, organization, { line, parentId });
      const otherLine = line === Line.SECTORAL ? Line.TERRITORIAL : Line.SECTORAL;
      if (!parentId && !organization[PARENT[otherLine]]) refuse(new ParentNeeded(['parentId']));

      organization[PARENT[line]] = parentId;
      await tx.update(Organization, { id }, { [PARENT[line]]: parentId });
      await rebuildAbove(tx, [id]);
      await mandatesChanged(tx, { organizationId: id });
      return organization;
    });
  }

  /**
   * Closes an organization. Its members and those directly below it go to the successor; without one memberships end.
   * Offices held in it end. Nothing is deleted. The viewer must manage the successor too.
   * Refuses with OrganizationNotFound, OrganizationClosed, SuccessorNeeded, CannotStandBelow, MoveMakesCircle.
   */
  close(asked: RequestContext, viewer: Viewer, input: CloseOrganizationInput): Promise<Organization> {
    const { organizationId: id, successorId = null } = input;
    const act = { name: 'closeOrganization', input, details: { successorId } };
    return this.acts.perform(asked, act, async (tx) => {
      await lockTree(tx);
      const organization = await lockOrganization(tx, viewer, { id, permission: 'organization.manage' });
      const successor = successorId
        ? await holdOpen(tx, viewer, { id: successorId, permission: 'organization.manage', path: ['successorId'] })
        : null;
      if (successorId === id) refuse(new OrganizationClosed(['successorId']));
      await handOver(tx, organization, successor);
      const closedAt = await databaseNow(tx);
      await moveMembers(tx, organization, successorId, closedAt);
      await endMandatesOf(tx, organization, closedAt);
      const concerned = successorId ? [id, successorId] : [id];
      await mandatesChanged(tx, ...concerned.map((organizationId) => ({ organizationId })));

      Object.assign(organization, { closedAt, successorId });
      await tx.update(Organization, { id }, { closedAt, successorId });
      return organization;
    });
  }

  private async refuseWrongParent(
    tx: EntityManager,
    viewer: Viewer,
    organization: Organization,
    { line, parentId }: { line: Line; parentId: string },
  ): Promise<void> {
    const path = ['parentId'];
    const parent = await holdOpen(tx, viewer, { id: parentId, permission: 'organization.manage', path });
    if (!mayStandBelow(organization.kind, parent.kind, line)) {
      refuse(new CannotStandBelow(line, organization.kind, parent.kind, path));
    }
    const circle = await circleThrough(tx, organization.id, parentId);
    if (circle.length > 0) refuse(new MoveMakesCircle(circle, path));
  }
}
