import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Organization, OrganizationNotFound, type Permission } from '#identity';
import { Authority, faults, refuse, type Viewer } from '#platform';
import { lockRequest } from './advance.js';
import type { ProgramRequest } from './program-request.entity.js';
import type { RequestAct } from './request.enums.js';
import { ProgramRequestNotFound, RequestStageDoesNotAllow } from './request.reasons.js';
import { ProgramRequests } from './requests.queries.js';
import type { Sides } from './sides.js';

/** Who may act on a request. Asked before its lock is taken, on what the viewer saw. */
@Injectable()
export class RequestRights {
  constructor(
    private readonly requests: ProgramRequests,
    private readonly authority: Authority,
  ) {}

  /** The request as it is now. Refuses with ProgramRequestNotFound what is not for the viewer to see. */
  async seen(viewer: Viewer, id: string, path?: string[]): Promise<ProgramRequest> {
    const [request] = await this.requests.visible(viewer, [id]);
    return request ?? refuse(new ProgramRequestNotFound(path));
  }

  /** The same; throws FORBIDDEN when the viewer sees it and has no such part in it. */
  async seenAs(side: keyof Sides, viewer: Viewer, id: string): Promise<ProgramRequest> {
    const request = await this.seen(viewer, id);
    if (!(await this.stands(side, viewer, request.id))) throw faults.forbidden();
    return request;
  }

  /** Whether the viewer has this part in the request now. */
  async stands(side: keyof Sides, viewer: Viewer, id: string): Promise<boolean> {
    return Boolean((await this.requests.sides(viewer, [id])).get(id)?.[side]);
  }

  holdsIn(viewer: Viewer, permission: Permission, organizationId: string): Promise<boolean> {
    return this.authority.holdsIn(viewer, permission, organizationId);
  }
}

/** Refuses with OrganizationNotFound when there is none, throws FORBIDDEN when the viewer may not act in it. */
export async function assertActsIn(tx: EntityManager, organizationId: string, isAllowed: boolean): Promise<void> {
  if (!(await tx.existsBy(Organization, { id: organizationId }))) refuse(new OrganizationNotFound());
  if (!isAllowed) throw faults.forbidden();
}

/**
 * Locks a request that was seen before. Rights were asked of what was seen, so an academy that took it meanwhile is
 * told of, not overtaken. Refuses with RequestStageDoesNotAllow.
 */
export async function lockSeen(tx: EntityManager, seen: ProgramRequest, act: RequestAct): Promise<ProgramRequest> {
  const request = await lockRequest(tx, seen.id);
  if (request.academyId !== seen.academyId) refuse(new RequestStageDoesNotAllow(request.stage, act));
  return request;
}
