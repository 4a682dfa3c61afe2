import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CourseNotFound } from '#catalog';
import { Acts, faults, newId, type Reason, type RequestContext, refuse, type Viewer } from '#platform';
import { ReferenceLists } from '#reference';
import { NeedPeriodEndsBeforeStart } from '../asking/asking.reasons.js';
import { advance, assertAllowed } from '../request/advance.js';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { RequestAct } from '../request/request.enums.js';
import { lockSeen, RequestRights } from '../request/rights.js';
import { ProposedCourseUnclear } from './answering.reasons.js';
import type { ProposedCourseInput, ProposeProgramInput } from './propose.input.js';

/** An academy answers with a program, version after version until it is accepted. */
@Injectable()
export class Proposing {
  constructor(
    private readonly acts: Acts,
    private readonly rights: RequestRights,
    private readonly reference: ReferenceLists,
  ) {}

  /** Refuses with the reasons of ProposeProgramError, all that is unsound at once. */
  async propose(asked: RequestContext, viewer: Viewer, input: ProposeProgramInput): Promise<ProgramRequest> {
    assertPrice(input);
    const seen = await this.rights.seenAs('academy', viewer, input.programRequestId);
    const details = { courses: input.courses.length, seats: input.seats };
    return this.acts.perform(asked, { name: 'proposeProgram', input, details }, async (tx) => {
      const request = await lockSeen(tx, seen, RequestAct.PROPOSE);
      assertAllowed(request, RequestAct.PROPOSE, 'academy');
      await this.assertSound(tx, request, input);
      await insertProposal(tx, request.id, input);
      const { academyId: organizationId } = request;
      const move = { act: RequestAct.PROPOSE, party: 'academy' as const, viewer, organizationId, why: input.comment };
      return advance(tx, request, move);
    });
  }

  private async assertSound(tx: EntityManager, request: ProgramRequest, input: ProposeProgramInput): Promise<void> {
    const currencies = input.price ? [input.price.currency] : [];
    const found: Reason[] = [
      ...input.courses.flatMap((course, place) => (isClear(course) ? [] : [new ProposedCourseUnclear(place)])),
      ...(await unknownCourses(tx, request, input.courses)),
      ...(input.startsOn > input.endsOn ? [new NeedPeriodEndsBeforeStart(['endsOn'])] : []),
      ...(await this.reference.unknownCodes(tx, { currencies }, { currencies: ['price', 'currency'] })),
    ];
    if (found.length > 0) refuse(...found);
  }
}

function isClear({ courseId, title, kind, academicHours }: ProposedCourseInput): boolean {
  const described = [title, kind, academicHours].filter((part) => part !== null && part !== undefined).length;
  return courseId ? described === 0 : described === 3;
}

function assertPrice({ price }: ProposeProgramInput): void {
  if (!price?.amount.startsWith('-')) return;
  const violation = { path: 'input.price.amount', message: 'amount must not be less than 0' };
  throw faults.badInput('Some of what was sent has the wrong shape.', [violation]);
}

/** An academy proposes its own courses, drafts too. */
async function unknownCourses(
  tx: EntityManager,
  { academyId }: ProgramRequest,
  courses: readonly ProposedCourseInput[],
): Promise<Reason[]> {
  const wanted = courses.map(({ courseId }) => courseId?.toLowerCase() ?? null);
  const rows: { id: string }[] = await tx.query(
    'SELECT id FROM course WHERE id = ANY($1::uuid[]) AND provider_id = $2 AND retired_at IS NULL',
    [wanted.filter((id) => id !== null), academyId],
  );
  const known = new Set<string | null>(rows.map(({ id }) => id)).add(null);
  return wanted.flatMap((id, place) =>
    known.has(id) ? [] : [new CourseNotFound(['courses', String(place), 'courseId'])],
  );
}

/** A version that nobody answered gives way to the new one. */
async function insertProposal(tx: EntityManager, requestId: string, input: ProposeProgramInput): Promise<void> {
  await tx.query(`UPDATE program_request_proposal SET status = 'REVISED' WHERE request_id = $1 AND status = 'OPEN'`, [
    requestId,
  ]);
  const id = newId();
  await tx.query(
    `INSERT INTO program_request_proposal (id, request_id, version, status, academic_hours, starts_on, ends_on, seats,
       price_amount, price_currency, comment, created_at)
     SELECT $1, $2, coalesce(max(version), 0) + 1, 'OPEN', $3, $4, $5, $6, $7, $8, $9, clock_timestamp()
     FROM program_request_proposal WHERE request_id = $2`,
    [
      id,
      requestId,
      input.academicHours,
      input.startsOn,
      input.endsOn,
      input.seats,
      input.price?.amount ?? null,
      input.price?.currency ?? null,
      input.comment ?? null,
    ],
  );
  await tx.query(
    `INSERT INTO program_request_proposal_course (proposal_id, position, course_id, title, kind, academic_hours)
     SELECT $1, place, course_id, title, kind, hours
     FROM unnest($2::uuid[], $3::text[], $4::course_kind[], $5::numeric[])
       WITH ORDINALITY AS course (course_id, title, kind, hours, place)`,
    [
      id,
      input.courses.map(({ courseId }) => courseId ?? null),
      input.courses.map(({ title }) => title?.trim() ?? null),
      input.courses.map(({ kind }) => kind ?? null),
      input.courses.map(({ academicHours }) => academicHours ?? null),
    ],
  );
}
