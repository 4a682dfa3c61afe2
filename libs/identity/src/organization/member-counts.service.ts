import { Injectable } from '@nestjs/common';
import { Acts, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { databaseNow } from '../database-now.js';
import { MemberCount } from './member-count.entity.js';
import type { ReportMemberCountInput } from './organization.inputs.js';
import { holdOpen } from './organization.locks.js';
import { DayInFuture } from './organization.reasons.js';
import { todayIn } from './today.js';

@Injectable()
export class MemberCounts {
  constructor(private readonly acts: Acts) {}

  /** Keeps what was reported, beside all earlier reports. Refuses with OrganizationNotFound, OrganizationClosed, DayInFuture. */
  report(asked: RequestContext, viewer: Viewer, input: ReportMemberCountInput): Promise<MemberCount> {
    const { organizationId, countedOn, members, source = null } = input;
    const act = { name: 'reportMemberCount', input, details: { organizationId, countedOn, members } };
    return this.acts.perform(asked, act, async (tx) => {
      const organization = await holdOpen(tx, viewer, { id: organizationId, permission: 'organization.manage' });
      const now = await databaseNow(tx);
      if (countedOn > todayIn(organization, now)) refuse(new DayInFuture(['countedOn']));

      const count = tx.create(MemberCount, {
        id: newId(),
        organizationId,
        countedOn,
        members,
        source,
        reportedByAccountId: viewer.accountId,
        reportedAt: now,
      });
      await tx.insert(MemberCount, count);
      return count;
    });
  }
}
