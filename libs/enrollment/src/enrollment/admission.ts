import type { EntityManager } from 'typeorm';
import {
  type ClaimAnswer,
  claimKeys,
  grouped,
  keyClaimOf,
  outcomeOf,
  Refusal,
  type RequestContext,
  recordActs,
  refusedOutcome,
  rememberOutcomes,
  retell,
  type Transactions,
  type Viewer,
} from '#platform';
import { openSteps } from '../approval/approval-steps.js';
import { announce } from '../notices/announce.js';
import { Offering } from '../offering/offering.entity.js';
import type { OfferingLocks } from '../offering/offering.locks.js';
import type { Group, Settled } from './batches.js';
import type { EnrollInput } from './enroll.input.js';
import type { Enrollment } from './enrollment.entity.js';
import type { WhenFull } from './enrollment.enums.js';
import { databaseNow, findNewcomers, pairKey, STRANGER } from './enrollment.queries.js';
import { type Newcomer, placeAll } from './enrollment.rules.js';
import { insertEnrollments } from './insert-enrollments.js';
import { newEnrollment } from './new-enrollment.js';
import { mayMove } from './seats.rules.js';
import type { Settlement } from './settlement.js';

/** Offerings whose locks this transaction holds, by id; or why there is none. */
type Held = ReadonlyMap<string, Offering | Refusal>;

/** Somebody who asks to be let in. Whether they may ask was seen to. */
export interface EnrollRequest {
  asked: RequestContext;
  viewer: Viewer;
  personId: string;
  whenFull: WhenFull;
  input: EnrollInput;
}

/**
 * Lets people in who ask together: one transaction locks the offerings they want, then the persons, decides, and writes
 * everything that one enrollment alone would. The statements are as many for one person as for fifty.
 */
export class Admission {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
  ) {}

  /** Null for a group that would have to wait for others, and was not to. */
  decide(groups: readonly Group<EnrollRequest>[], mayWait: boolean): Promise<(Settled<Enrollment>[] | null)[]> {
    return this.transactions.run(async (tx) => {
      const held = await (mayWait ? this.hold(tx, groups) : this.holdFree(tx, groups));
      const answers = await this.answer(
        tx,
        held,
        groups.flatMap(({ offeringId, requests }) => (held.has(offeringId) ? requests : [])),
      );
      return groups.map(({ offeringId, requests }) =>
        held.has(offeringId) ? answers.splice(0, requests.length) : null,
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

  /** Locks what is free, and leaves out the groups that would have to wait, or whose queue is to be looked at first. */
  private async holdFree(tx: EntityManager, groups: readonly Group<EnrollRequest>[]): Promise<Held> {
    const offerings = await this.locks.lockFree(
      tx,
      groups.map(({ offeringId }) => offeringId),
    );
    const ready = groups.filter(({ offeringId }) => {
      const offering = offerings.get(offeringId);
      return offering && !mayMove(offering);
    });
    const persons = await this.locks.lockFreePersons(tx, personsOf(ready.flatMap(({ requests }) => requests)));
    const held = ready.filter(({ requests }) => requests.every(({ personId }) => persons.has(personId)));
    return new Map(held.map(({ offeringId }) => [offeringId, offerings.get(offeringId) as Offering]));
  }

  private async answer(
    tx: EntityManager,
    held: Held,
    requests: readonly EnrollRequest[],
  ): Promise<Settled<Enrollment>[]> {
    const claims = requests.map(({ asked, input }) => keyClaimOf(asked, { name: 'enroll', input }));
    const known = await claimKeys(tx, claims);
    const fresh = requests.filter((_, place) => known[place]?.state === 'ours');
    const settled = await decideAll(tx, held, fresh);
    const answers = await mergeInOrder(tx, known, settled);
    const outcomes = answers.flatMap((answer, place) => {
      const claim = claims[place] ?? null;
      if (known[place]?.state !== 'ours') return [];
      if ('answer' in answer) return [{ claim, outcome: outcomeOf(answer.answer) }];
      return answer.error instanceof Refusal ? [{ claim, outcome: refusedOutcome(answer.error) }] : [];
    });
    // Sent together: each statement waits for the one before on the server, not for us.
    const [placed] = await Promise.all([this.write(tx, held, fresh, settled), rememberOutcomes(tx, outcomes)]);
    await announce(
      tx,
      placed.map(({ id }) => id),
    );
    return answers;
  }

  /** Writes what was decided, in a number of statements that is fixed. Answers with the new enrollments. */
  private async write(
    tx: EntityManager,
    held: Held,
    fresh: readonly EnrollRequest[],
    settled: readonly Settled<Enrollment>[],
  ): Promise<Enrollment[]> {
    const placed = settled.flatMap((line, place) =>
      'answer' in line ? [{ enrollment: line.answer, viewer: fresh[place]?.viewer }] : [],
    );
    if (placed.length === 0) return [];
    const enrollments = placed.map(({ enrollment }) => enrollment);
    const offerings = [...held.values()].filter((offering) => offering instanceof Offering);
    await Promise.all([
      insertEnrollments(tx, enrollments),
      this.settlement.saveCounters(tx, offerings),
      recordActs(
        tx,
        placed.map(({ enrollment, viewer }) => ({
          accountId: viewer?.accountId ?? null,
          act: { name: 'enroll', onBehalfOf: viewer?.personId === enrollment.personId ? null : enrollment.personId },
          subject: enrollment,
        })),
      ),
    ]);
    for (const offering of offerings.filter(({ asksApproval }) => asksApproval)) {
      await openSteps(
        tx,
        offering,
        enrollments.filter(({ offeringId }) => offeringId === offering.id),
      );
    }
    return enrollments;
  }
}

/** Who gets what in offerings whose locks are held. */
async function decideAll(
  tx: EntityManager,
  held: Held,
  fresh: readonly EnrollRequest[],
): Promise<Settled<Enrollment>[]> {
  if (fresh.length === 0) return [];
  const [now, newcomers] = await Promise.all([databaseNow(tx), findNewcomers(tx, fresh.map(pairOf))]);
  return placeEach(held, fresh, newcomers, now);
}

/** Each offering decides for its own, in the order they came; answers in the order of the requests. */
function placeEach(
  held: Held,
  requests: readonly EnrollRequest[],
  newcomers: ReadonlyMap<string, Newcomer>,
  now: Date,
): Settled<Enrollment>[] {
  const settled = new Map<EnrollRequest, Settled<Enrollment>>();
  for (const [offeringId, asking] of grouped(requests, ({ input }) => input.offeringId)) {
    const offering = held.get(offeringId) as Offering | Refusal;
    if (offering instanceof Refusal) {
      for (const request of asking) settled.set(request, { error: offering });
      continue;
    }
    const applicants = asking.map((request) => ({
      ...request,
      newcomer: newcomers.get(pairKey(pairOf(request))) ?? STRANGER,
    }));
    for (const [place, decision] of placeAll(offering, applicants, now).entries()) {
      const request = asking[place] as EnrollRequest;
      settled.set(
        request,
        'refusal' in decision
          ? { error: decision.refusal }
          : { answer: newEnrollment({ ...pairOf(request), place: decision.place, now }) },
      );
    }
  }
  return requests.map((request) => settled.get(request) as Settled<Enrollment>);
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

const pairOf = ({ input, personId }: EnrollRequest) => ({ offeringId: input.offeringId, personId });
const personsOf = (requests: readonly EnrollRequest[]) => [...new Set(requests.map(({ personId }) => personId))];
