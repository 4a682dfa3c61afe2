import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonAccess } from '#identity';
import {
  Authority,
  type ClaimAnswer,
  claimKeys,
  keyClaimOf,
  outcomeOf,
  Refusal,
  type RequestContext,
  recordActs,
  refuse,
  refusedOutcome,
  rememberOutcomes,
  retell,
  Transactions,
  type Viewer,
} from '#platform';
import { openSteps } from '../approval/approval-steps.js';
import { announce } from '../notices/announce.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { OfferingNotFound } from '../offering/offering.reasons.js';
import { Batches, type Settled } from './batches.js';
import type { EnrollInput } from './enroll.input.js';
import type { Enrollment } from './enrollment.entity.js';
import type { WhenFull } from './enrollment.enums.js';
import { databaseNow, findNewcomers, pairKey, STRANGER } from './enrollment.queries.js';
import { NotYourMember } from './enrollment.reasons.js';
import { placeAll } from './enrollment.rules.js';
import { insertEnrollments } from './insert-enrollments.js';
import { Lanes } from './lanes.js';
import { newEnrollment } from './new-enrollment.js';
import { mayMove } from './seats.rules.js';
import { Settlement } from './settlement.js';

interface Request {
  asked: RequestContext;
  viewer: Viewer;
  personId: string;
  whenFull: WhenFull;
  input: EnrollInput;
}

@Injectable()
export class Enroll {
  private readonly batches: Batches<Request, Enrollment>;

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly authority: Authority,
    private readonly persons: PersonAccess,
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
    lanes: Lanes,
  ) {
    this.batches = new Batches(lanes, (offeringId, requests) => this.decide(offeringId, requests), identityOf);
  }

  /**
   * Gives a person a seat or a place in the queue.
   *
   * The offering row is locked first, so two callers never count the same seat; callers of one process who come
   * together are decided together.
   * Refuses with OfferingNotFound, NotYourMember, PersonNotFound, OfferingClosed, EnrollmentWindowClosed,
   * AlreadyEnrolled, ClashesWithOwnSession, OfferingFull, WaitlistFull.
   */
  async enroll(asked: RequestContext, viewer: Viewer, input: EnrollInput): Promise<Enrollment> {
    const personId = input.personId ?? viewer.personId;
    if (personId !== viewer.personId) await this.assertMayEnroll(viewer, input.offeringId, personId);
    return this.batches.submit(input.offeringId, { asked, viewer, personId, whenFull: input.whenFull, input });
  }

  private async assertMayEnroll(viewer: Viewer, offeringId: string, personId: string): Promise<void> {
    const [offering] = await this.database.query('SELECT provider_id AS "providerId" FROM offering WHERE id = $1', [
      offeringId,
    ]);
    if (!offering) refuse(new OfferingNotFound());
    const decides = await this.authority.holdsIn(viewer, 'enrollment.decide', offering.providerId);
    if (!decides && !(await this.persons.mayActFor(viewer, personId))) refuse(new NotYourMember());
  }

  private decide(offeringId: string, requests: Request[]): Promise<Settled<Enrollment>[]> {
    return this.transactions.run(async (tx) => {
      const claims = requests.map(({ asked, input }) => keyClaimOf(asked, { name: 'enroll', input }));
      const known = await claimKeys(tx, claims);
      const fresh = requests.filter((_, place) => known[place]?.state === 'ours');
      const decided = fresh.length > 0 ? await this.decideFresh(tx, offeringId, fresh) : [];

      const answers = await mergeInOrder(tx, known, decided);
      await rememberOutcomes(
        tx,
        answers.flatMap((answer, place) => {
          const claim = claims[place] ?? null;
          if (known[place]?.state !== 'ours') return [];
          if ('answer' in answer) return [{ claim, outcome: outcomeOf(answer.answer) }];
          return answer.error instanceof Refusal ? [{ claim, outcome: refusedOutcome(answer.error) }] : [];
        }),
      );
      return answers;
    });
  }

  private async decideFresh(tx: EntityManager, offeringId: string, fresh: Request[]): Promise<Settled<Enrollment>[]> {
    const offering = await this.locks.lock(tx, offeringId).catch(asRefusal);
    if (offering instanceof Refusal) return fresh.map(() => ({ error: offering }));

    // Overdue offers end, and the queue moves, before a newcomer is told that nothing is left.
    if (mayMove(offering)) await this.settlement.settle(tx, offering);
    const personIds = [...new Set(fresh.map(({ personId }) => personId))];
    await this.locks.lockPersons(tx, personIds);
    const now = await databaseNow(tx);
    const newcomers = await findNewcomers(
      tx,
      personIds.map((personId) => ({ offeringId, personId })),
    );

    const decisions = placeAll(
      offering,
      fresh.map(({ personId, whenFull }) => ({
        personId,
        whenFull,
        newcomer: newcomers.get(pairKey({ offeringId, personId })) ?? STRANGER,
      })),
      now,
    );
    const settled = decisions.map((decision, place): Settled<Enrollment> => {
      if ('refusal' in decision) return { error: decision.refusal };
      const { personId } = fresh[place] as Request;
      return { answer: newEnrollment({ offeringId, personId, place: decision.place, now }) };
    });
    const placed = settled.flatMap((line, place) => ('answer' in line ? [{ ...line, request: fresh[place] }] : []));
    await insertEnrollments(
      tx,
      placed.map(({ answer }) => answer),
    );
    await openSteps(
      tx,
      offering,
      placed.map(({ answer }) => answer),
    );
    await this.settlement.saveCounters(tx, offering);
    await recordActs(
      tx,
      placed.map(({ answer, request }) => ({
        accountId: request?.viewer.accountId ?? null,
        act: { name: 'enroll', onBehalfOf: request?.viewer.personId === answer.personId ? null : answer.personId },
        subject: answer,
      })),
    );
    await announce(
      tx,
      placed.map(({ answer }) => answer.id),
    );
    return settled;
  }
}

/** Puts what was decided now and what had been answered before back into the order of the requests. */
async function mergeInOrder(
  tx: EntityManager,
  known: readonly ClaimAnswer[],
  decided: readonly Settled<Enrollment>[],
): Promise<Settled<Enrollment>[]> {
  const inLine = [...decided];
  const answers: Settled<Enrollment>[] = [];
  for (const claim of known) {
    if (claim.state === 'ours') answers.push(inLine.shift() as Settled<Enrollment>);
    else if (claim.state === 'misused') answers.push({ error: claim.error });
    else
      answers.push(
        await retell(tx, claim.outcome).then(
          (row) => ({ answer: row as Enrollment }),
          (error) => ({ error }),
        ),
      );
  }
  return answers;
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

function identityOf({ asked, viewer }: Request): string | null {
  return asked.idempotencyKey && `${viewer.accountId} ${asked.idempotencyKey}`;
}
