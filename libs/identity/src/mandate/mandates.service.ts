import { Injectable } from '@nestjs/common';
import { Acts, newId, type RequestContext, refuse, type Viewer, violates } from '#platform';
import { ReferenceLists } from '#reference';
import { mayIn } from '../access/may.js';
import { databaseNow } from '../database-now.js';
import { EndsBeforeStart, PersonUnknown } from '../membership/membership.reasons.js';
import { Organization } from '../organization/organization.entity.js';
import { holdOpen } from '../organization/organization.locks.js';
import { todayIn } from '../organization/today.js';
import { PersonAccess } from '../person/person-access.service.js';
import { Mandate } from './mandate.entity.js';
import type { EndMandateInput, RecordMandateInput } from './mandate.inputs.js';
import { MandateNotFound, MandateOverlaps } from './mandate.reasons.js';
import { mandatesChanged } from './mandates-changed.js';

/** Who holds which office. */
@Injectable()
export class Mandates {
  constructor(
    private readonly acts: Acts,
    private readonly access: PersonAccess,
    private readonly reference: ReferenceLists,
  ) {}

  /**
   * Records an office. The database keeps a person from holding one twice at a time.
   * Refuses with OrganizationNotFound, OrganizationClosed, PersonUnknown, UnknownCode, EndsBeforeStart, MandateOverlaps.
   */
  async record(asked: RequestContext, viewer: Viewer, input: RecordMandateInput): Promise<Mandate> {
    const { organizationId, personId, roleCode, basis, startedOn, endedOn = null } = input;
    const details = { organizationId, roleCode, basis, startedOn, endedOn };
    const act = { name: 'recordMandate', input, onBehalfOf: personId, details };
    try {
      return await this.acts.perform(asked, act, async (tx) => {
        await holdOpen(tx, viewer, { id: organizationId, permission: 'member.manage' });
        if (!(await this.access.maySee(viewer, personId, tx))) refuse(new PersonUnknown());
        const unknown = await this.reference.unknownCodes(tx, { roles: [roleCode] }, { roles: ['roleCode'] });
        if (unknown.length > 0) refuse(...unknown);
        if (endedOn && endedOn < startedOn) refuse(new EndsBeforeStart());

        const recordedByAccountId = viewer.accountId;
        const mandate = tx.create(Mandate, {
          id: newId(),
          organizationId,
          personId,
          roleCode,
          basis,
          startedOn,
          endedOn,
          recordedByAccountId,
        });
        await tx.insert(Mandate, mandate);
        await mandatesChanged(tx, { mandateId: mandate.id });
        return mandate;
      });
    } catch (error) {
      if (violates(error, 'one_mandate_at_a_time')) refuse(new MandateOverlaps());
      throw error;
    }
  }

  /** Ends an office, or ends it earlier; one that has ended by then stays as it is. Refuses with MandateNotFound, EndsBeforeStart. */
  end(asked: RequestContext, viewer: Viewer, { mandateId, endedOn = null }: EndMandateInput): Promise<Mandate> {
    const act = { name: 'endMandate', input: { mandateId, endedOn }, details: { endedOn } };
    return this.acts.perform(asked, act, async (tx) => {
      const mandate = await tx.findOne(Mandate, { where: { id: mandateId }, lock: { mode: 'for_no_key_update' } });
      if (!mandate || !(await mayIn(tx, viewer, 'member.manage', mandate.organizationId)))
        refuse(new MandateNotFound());

      const organization = await tx.findOneByOrFail(Organization, { id: mandate.organizationId });
      const day = endedOn ?? todayIn(organization, await databaseNow(tx));
      if (mandate.endedOn && mandate.endedOn <= day) return mandate;
      if (day < mandate.startedOn) refuse(new EndsBeforeStart());
      mandate.endedOn = day;
      await tx.update(Mandate, { id: mandateId }, { endedOn: day });
      await mandatesChanged(tx, { mandateId });
      return mandate;
    });
  }
}
