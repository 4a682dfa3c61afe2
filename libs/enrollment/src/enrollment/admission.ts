import type { EntityManager } from 'typeorm';
import {
  type AfterCommit,
  type ClaimAnswer,
  findOutcomes,
  grouped,
  type Jobs,
  type KeyClaim,
  keepOutcomes,
  keyClaimOf,
  type Outcome,
  outcomeOf,
  Refusal,
  type RequestContext,
  recordActs,
  refusedOutcome,
  retell,
  type Transactions,
  type Viewer,
  type WithCommit,
} from '#platform';
import { openSteps } from '../approval/approval-steps.js';
import { refreshStandings } from '../duty/duty.rows.js';
import { announce } from '../notices/announce.js';
import { welcomeTo } from '../notices/newcomers.service.js';
import { Offering } from '../offering/offering.entity.js';
import type { OfferingLocks } from '../offering/offering.locks.js';
import type { Group, WaitsFor } from './batches.js';
import type { EnrollInput } from './enroll.input.js';
import type { Enrollment } from './enrollment.entity.js';
import type { WhenFull } from './enrollment.enums.js';
import { databaseNow, findNewcomers, pairKey, STRANGER } from './enrollment.queries.js';
import { type Newcomer, placeAll } from './enrollment.rules.js';
import { insertEnrollments } from './insert-enrollments.js';
import { newEnrollment } from './new-enrollment.js';
import { mayMove } from './seats.rules.js';
import type { Settlement } from './settlement.js';
import type { Settled } from './waiting.js';

/** Offerings whose locks this transaction holds, by id; or why there is none. */
type Held = ReadonlyMap<string, Offering | Refusal>;

/** What must be known to decide, looked at under the locks. */
interface Seen {
  now: Date;
  /** By request. */
  known: ReadonlyMap<EnrollRequest, ClaimAnswer>;
  /** By pair; strangers are left out. */
  newcomers: ReadonlyMap<string, Newcomer>;
}

/** Somebody who asks to be let in. Whether they may ask was seen to. */
export interface EnrollRequest {
  asked: RequestContext;
  viewer: Viewer;
  personId: string;
  whenFull: WhenFull;
  input: EnrollInput;
}

interface Transaction {
  tx: EntityManager;
  after: AfterCommit;
  withCommit: WithCommit;
}

type Line = { request: EnrollRequest; settled: Settled<Enrollment> };

/**
 * Lets people in who ask together: one transaction locks the offerings they want and the persons, decides, and writes
 * everything that one enrollment alone would. The statements are as many for one person as for fifty, and go out in two
 * bursts: what is locked and looked at, and what is written, with the commit.
 */
export class Admission {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
    private readonly jobs: Jobs,
  ) {}

  /** Null for a group that would have to wait for others, and was not to. */
  decide(
    groups: readonly Group<EnrollRequest>[],
    waitsFor: WaitsFor,
    onceSure: () => void,
  ): Promise<(Settled<Enrollment>[] | null)[]> {
    return this.transactions.run(async (tx, after, withCommit) => {
      const everybody = groups.flatMap(({ requests }) => requests);
      const [held, seen] =
        waitsFor === 'anybody'
          ? [await this.hold(tx, groups), await lookAt(tx, everybody)]
          : await this.holdReady(tx, groups, waitsFor);
      const aboard = everybody.filter(({ input }) => held.has(input.offeringId));
      const fresh = aboard.filter((request) => seen.known.get(request)?.state === 'ours');
      const lines = placeEach(held, fresh, seen);
      const answers = new Map(lines.map(({ request, settled }) => [request, settled]));
      for (const request of aboard) if (!answers.has(request)) answers.set(request, await answered(tx, request, seen));
      await this.write({ tx, after, withCommit }, held, lines);
      // Who is left out comes again before anybody who came later.
      if (held.size === groups.length) onceSure();
      return groups.map(({ offeringId, requests }) =>
        held.has(offeringId) ? requests.map((request) => answers.get(request) as Settled<Enrollment>) : null,
      );
    });
  }

  /** Locks the offering of a single group, then its persons, however long others hold them. */
  private async hold(tx: EntityManager, [group]: readonly Group<EnrollRequest>[]): Promise<Held> {
    if (!group) return new Map();
    const offering = await this.locks.lock(tx, group.offeringId).catch(asRefusal);
    if (!(offering instanceof Refusal)) {
      // Overdue offers end, and the queue moves, before a newcomer is told that nothing is left.
      if (mayMove(offering)) await this.settlement.settle(tx, offering);
      await this.locks.lockPersons(tx, personsOf(group.requests));
    }
    return new Map([[group.offeringId, offering]]);
  }

  /**
   * Locks what is ready and looks at it, in one burst: the server takes statements in their order. Leaves out groups
   * whose people somebody else is busy with, or whose queue is to be moved first. What is known of people is looked at
   * under their own locks, while the offering may still be somebody else’s.
   */
  private async holdReady(
    tx: EntityManager,
    groups: readonly Group<EnrollRequest>[],
    waitsFor: 'nobody' | 'offering',
  ): Promise<[Held, Seen]> {
    const everybody = groups.flatMap(({ requests }) => requests);
    const ids = groups.map(({ offeringId }) => offeringId);
    const [persons, people, offerings, now] = await Promise.all([
      this.locks.lockFreePersons(tx, personsOf(everybody)),
      lookAtPeople(tx, everybody),
      waitsFor === 'nobody' ? this.locks.lockFree(tx, ids) : this.locks.lockAll(tx, ids),
      databaseNow(tx),
    ]);
    const ready = groups.flatMap(({ offeringId, requests }) => {
      const offering = offerings.get(offeringId);
      const isReady = offering && !mayMove(offering) && requests.every(({ personId }) => persons.has(personId));
      return isReady ? [[offeringId, offering] as const] : [];
    });
    return [new Map(ready), { ...people, now }];
  }

  /**
   * Writes what was decided: places, counters, audit, answers to repeat, what offices ask of these people, and the job
   * that tells them. Nobody waits for it before the commit, unless others are to be asked.
   */
  private async write({ tx, after, withCommit }: Transaction, held: Held, lines: readonly Line[]): Promise<void> {
    const placed = lines.flatMap(({ request, settled }) =>
      'answer' in settled ? [{ enrollment: settled.answer, viewer: request.viewer }] : [],
    );
    const enrollments = placed.map(({ enrollment }) => enrollment);
    if (enrollments.length === 0) return withCommit(keepOutcomes(tx, lines.flatMap(endOf)));
    const filled = [...held.values()].filter(
      (offering): offering is Offering =>
        offering instanceof Offering && enrollments.some(({ offeringId }) => offeringId === offering.id),
    );
    const asking = new Set(filled.flatMap(({ id, asksApproval }) => (asksApproval ? [id] : [])));
    const letIn = enrollments.filter(({ offeringId }) => !asking.has(offeringId));
    const written = Promise.all([
      insertEnrollments(tx, enrollments),
      this.settlement.saveCounters(tx, filled),
      recordActs(
        tx,
        placed.map(({ enrollment, viewer }) => ({
          accountId: viewer.accountId,
          act: { name: 'enroll', onBehalfOf: viewer.personId === enrollment.personId ? null : enrollment.personId },
          subject: enrollment,
        })),
      ),
      keepOutcomes(tx, lines.flatMap(endOf)),
      refreshStandings(
        tx,
        letIn.map(({ personId }) => personId),
      ),
      this.jobs.enqueueQuietly(tx, after, letIn.length > 0 ? [welcomeTo(letIn.map(({ id }) => id))] : []),
    ]);
    if (asking.size === 0) return withCommit(written);
    await written;
    for (const offering of filled.filter(({ id }) => asking.has(id))) {
      await openSteps(
        tx,
        offering,
        enrollments.filter(({ offeringId }) => offeringId === offering.id),
      );
    }
    // Who must be asked first hears nothing yet; those who decide do.
    await announce(
      tx,
      enrollments.flatMap(({ id, offeringId }) => (asking.has(offeringId) ? [id] : [])),
    );
  }
}

async function lookAt(tx: EntityManager, requests: readonly EnrollRequest[]): Promise<Seen> {
  const [people, now] = await Promise.all([lookAtPeople(tx, requests), databaseNow(tx)]);
  return { ...people, now };
}

/** Needs the locks of the persons alone. */
async function lookAtPeople(tx: EntityManager, requests: readonly EnrollRequest[]) {
  const [answers, newcomers] = await Promise.all([
    findOutcomes(tx, requests.map(claimOf)),
    findNewcomers(tx, requests.map(pairOf)),
  ]);
  return { known: new Map(requests.map((request, place) => [request, answers[place] as ClaimAnswer])), newcomers };
}

/** Each offering decides for its own, in the order they came. */
function placeEach(held: Held, requests: readonly EnrollRequest[], { now, newcomers }: Seen): Line[] {
  return [...grouped(requests, ({ input }) => input.offeringId)].flatMap(([offeringId, asking]): Line[] => {
    const offering = held.get(offeringId) as Offering | Refusal;
    if (offering instanceof Refusal) return asking.map((request) => ({ request, settled: { error: offering } }));
    const applicants = asking.map((request) => ({
      ...request,
      newcomer: newcomers.get(pairKey(pairOf(request))) ?? STRANGER,
    }));
    return placeAll(offering, applicants, now).map((decision, place): Line => {
      const request = asking[place] as EnrollRequest;
      if ('refusal' in decision) return { request, settled: { error: decision.refusal } };
      return { request, settled: { answer: newEnrollment({ ...pairOf(request), place: decision.place, now }) } };
    });
  });
}

/** The answer that a key has had before. */
async function answered(tx: EntityManager, request: EnrollRequest, { known }: Seen): Promise<Settled<Enrollment>> {
  const claim = known.get(request);
  if (claim?.state === 'misused') return { error: claim.error };
  if (claim?.state !== 'known') return { error: new Error('a request was neither decided nor answered before') };
  return retell(tx, claim.outcome).then(
    (row) => ({ answer: row as Enrollment }),
    (error) => ({ error }),
  );
}

function endOf({ request, settled }: Line): { claim: KeyClaim | null; outcome: Outcome }[] {
  const claim = claimOf(request);
  if ('answer' in settled) return [{ claim, outcome: outcomeOf(settled.answer) }];
  return settled.error instanceof Refusal ? [{ claim, outcome: refusedOutcome(settled.error) }] : [];
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

const claimOf = ({ asked, input }: EnrollRequest) => keyClaimOf(asked, { name: 'enroll', input });
const pairOf = ({ input, personId }: EnrollRequest) => ({ offeringId: input.offeringId, personId });
const personsOf = (requests: readonly EnrollRequest[]) => [...new Set(requests.map(({ personId }) => personId))];
