import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, type RequestContext, refuse, type Viewer } from '#platform';
import { advance, assertAllowed } from '../request/advance.js';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { RequestAct } from '../request/request.enums.js';
import { lockSeen, RequestRights } from '../request/rights.js';
import type { ScheduleProgramRequestInput } from './delivery.input.js';
import { OfferingDoesNotFit, TooManyOfferings } from './delivery.payloads.js';
import { PromisedSeats } from './promised-seats.js';

const MOST_OFFERINGS = 50;

/** The academy puts what was accepted on the calendar, and keeps the seats that were promised. */
@Injectable()
export class RequestScheduling {
  constructor(
    private readonly acts: Acts,
    private readonly rights: RequestRights,
    private readonly promised: PromisedSeats,
  ) {}

  /** Refuses with the reasons of ScheduleProgramRequestError. */
  async schedule(asked: RequestContext, viewer: Viewer, input: ScheduleProgramRequestInput): Promise<ProgramRequest> {
    const seen = await this.rights.seenAs('academy', viewer, input.programRequestId);
    const details = { offeringIds: input.offeringIds };
    return this.acts.perform(asked, { name: 'scheduleProgramRequest', input, details }, async (tx) => {
      const request = await lockSeen(tx, seen, RequestAct.SCHEDULE);
      assertAllowed(request, RequestAct.SCHEDULE, 'academy');
      const tied = await tie(tx, request.id, [...new Set(input.offeringIds.map((id) => id.toLowerCase()))]);
      await this.promised.keep(tx, request.id, tied);
      const { academyId: organizationId } = request;
      return advance(tx, request, { act: RequestAct.SCHEDULE, party: 'academy', viewer, organizationId });
    });
  }
}

/** Answers with those that were not tied before. */
async function tie(tx: EntityManager, requestId: string, offeringIds: string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT offering.id FROM offering
     JOIN program_request_proposal_course proposed ON proposed.course_id = offering.course_id
     JOIN program_request_proposal proposal ON proposal.id = proposed.proposal_id
     WHERE offering.id = ANY($1::uuid[]) AND offering.status <> 'CANCELLED'
       AND proposal.request_id = $2 AND proposal.status = 'ACCEPTED'`,
    [offeringIds, requestId],
  );
  const fitting = new Set(rows.map(({ id }) => id));
  const astray = offeringIds.filter((id) => !fitting.has(id));
  if (astray.length > 0) refuse(...astray.map((id) => new OfferingDoesNotFit(id)));

  const tied: { id: string }[] = await tx.query(
    `INSERT INTO program_request_offering (request_id, offering_id)
     SELECT $1, * FROM unnest($2::uuid[]) ON CONFLICT DO NOTHING RETURNING offering_id AS id`,
    [requestId, offeringIds],
  );
  const [count]: { ties: number }[] = await tx.query(
    'SELECT count(*)::int AS ties FROM program_request_offering WHERE request_id = $1',
    [requestId],
  );
  if (count && count.ties > MOST_OFFERINGS) refuse(new TooManyOfferings(count.ties));
  return tied.map(({ id }) => id);
}
