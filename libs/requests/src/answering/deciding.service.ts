import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CourseKind, Courses } from '#catalog';
import { Acts, type RequestContext, recordActs, refuse, type Viewer } from '#platform';
import { advance, assertAllowed } from '../request/advance.js';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { RequestAct } from '../request/request.enums.js';
import { RequestStageDoesNotAllow } from '../request/request.reasons.js';
import { lockSeen, RequestRights } from '../request/rights.js';
import { ProposalRevised } from './answering.reasons.js';
import { coursesOf, type OpenProposal, openProposalOf } from './proposal.queries.js';
import type { ProposedCourse } from './proposal.type.js';
import type { AcceptProposalInput, ReturnProposalInput } from './propose.input.js';
import { type Ask, shareSeats } from './seats.rules.js';

/** Minutes of an academic hour in a course that nobody has worked out yet. */
const MINUTES = 45;

/** Those who asked accept what was proposed, or give it back. */
@Injectable()
export class Deciding {
  constructor(
    private readonly acts: Acts,
    private readonly rights: RequestRights,
    private readonly courses: Courses,
  ) {}

  /**
   * Accepts a proposal: its new courses begin as drafts of the academy, and its seats are promised to all who asked.
   * Of two officers who decide at once one wins. Refuses with the reasons of AcceptProposalError.
   */
  async accept(asked: RequestContext, viewer: Viewer, input: AcceptProposalInput): Promise<ProgramRequest> {
    const seen = await this.rights.seenAs('requester', viewer, input.programRequestId);
    const details = { version: input.version };
    return this.acts.perform(asked, { name: 'acceptProposal', input, details }, async (tx) => {
      const { request, proposal } = await lockProposed(tx, seen, input.version, RequestAct.ACCEPT);
      await setStatus(tx, proposal, 'ACCEPTED');
      await this.beginCourses(tx, viewer, request, proposal);
      await promiseSeats(tx, request, proposal.seats);
      const { organizationId } = request;
      return advance(tx, request, { act: RequestAct.ACCEPT, party: 'requester', viewer, organizationId });
    });
  }

  /** Refuses with ProgramRequestNotFound, RequestStageDoesNotAllow, ProposalRevised. */
  async giveBack(asked: RequestContext, viewer: Viewer, input: ReturnProposalInput): Promise<ProgramRequest> {
    const seen = await this.rights.seenAs('requester', viewer, input.programRequestId);
    const details = { version: input.version };
    return this.acts.perform(asked, { name: 'returnProposal', input, details }, async (tx) => {
      const { request, proposal } = await lockProposed(tx, seen, input.version, RequestAct.RETURN);
      await setStatus(tx, proposal, 'RETURNED');
      const { organizationId } = request;
      const why = input.comment;
      return advance(tx, request, { act: RequestAct.RETURN, party: 'requester', viewer, organizationId, why });
    });
  }

  private async beginCourses(
    tx: EntityManager,
    viewer: Viewer,
    request: ProgramRequest,
    proposal: OpenProposal,
  ): Promise<void> {
    const countryCodes = await countriesOf(tx, request);
    for (const proposed of await coursesOf(tx, [proposal.id])) {
      if (proposed.courseId) continue;
      const course = await this.courses.begin(tx, courseInput(request, proposed, countryCodes));
      const act = { name: 'createCourse', details: { programRequestId: request.id } };
      await recordActs(tx, [{ accountId: viewer.accountId, act, subject: course }]);
      await tx.query(
        'UPDATE program_request_proposal_course SET course_id = $3 WHERE proposal_id = $1 AND position = $2',
        [proposal.id, proposed.position, course.id],
      );
    }
  }
}

async function lockProposed(
  tx: EntityManager,
  seen: ProgramRequest,
  version: number,
  act: RequestAct,
): Promise<{ request: ProgramRequest; proposal: OpenProposal }> {
  const request = await lockSeen(tx, seen, act);
  assertAllowed(request, act, 'requester');
  const proposal = await openProposalOf(tx, request.id);
  if (!proposal) refuse(new RequestStageDoesNotAllow(request.stage, act));
  if (proposal.version !== version) refuse(new ProposalRevised(proposal.version));
  return { request, proposal };
}

async function setStatus(tx: EntityManager, { id }: OpenProposal, status: 'ACCEPTED' | 'RETURNED'): Promise<void> {
  await tx.query('UPDATE program_request_proposal SET status = $2 WHERE id = $1', [id, status]);
}

/** What the course is begun with is what was asked for; the academy works it out from there. */
function courseInput(request: ProgramRequest, { title, kind, academicHours }: ProposedCourse, countryCodes: string[]) {
  const { locale, outcomes, sectorCodes, roleCodes, languages, academyId } = request;
  return {
    providerId: String(academyId),
    kind: kind as CourseKind,
    translations: [{ locale, title: String(title) }],
    outcomes: outcomes.map((text) => ({ translations: [{ locale, text }] })),
    workload: { academicHours: Number(academicHours), minutesPerAcademicHour: MINUTES },
    sectorCodes,
    roleCodes,
    countryCodes,
    languages,
  };
}

async function countriesOf(tx: EntityManager, { id }: ProgramRequest): Promise<string[]> {
  const rows: { code: string }[] = await tx.query(
    `SELECT DISTINCT place.country_code AS code FROM program_request_asker asker
     JOIN program_request_people place ON place.asker_id = asker.id WHERE asker.request_id = $1 ORDER BY 1`,
    [id],
  );
  return rows.map(({ code }) => code);
}

/** The first who asked come first where a seat cannot be shared; the requester before all. */
async function promiseSeats(tx: EntityManager, { id }: ProgramRequest, seats: number): Promise<void> {
  const asks: Ask[] = await tx.query(
    `SELECT asker.organization_id AS "organizationId", sum(place.people)::int AS people
     FROM program_request_asker asker JOIN program_request_people place ON place.asker_id = asker.id
     WHERE asker.request_id = $1 GROUP BY asker.id ORDER BY asker.is_requester DESC, asker.created_at, asker.id`,
    [id],
  );
  const promised = [...shareSeats(seats, asks)];
  await tx.query(
    `UPDATE program_request_asker SET promised_seats = promised.seats
     FROM unnest($2::uuid[], $3::int[]) AS promised (organization_id, seats)
     WHERE request_id = $1 AND program_request_asker.organization_id = promised.organization_id`,
    [id, promised.map(([organizationId]) => organizationId), promised.map(([, share]) => share)],
  );
}
