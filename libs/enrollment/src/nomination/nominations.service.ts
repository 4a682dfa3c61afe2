import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { assertMayActIn } from '#identity';
import { Acts, Authority, newId, Refusal, type RequestContext, recordActs, refuse, type Viewer } from '#platform';
import { openSteps } from '../approval/approval-steps.js';
import type { Enrollment } from '../enrollment/enrollment.entity.js';
import { SeatState } from '../enrollment/enrollment.enums.js';
import { databaseNow, findNewcomers, pairKey, STRANGER } from '../enrollment/enrollment.queries.js';
import { type Applicant, placeAll } from '../enrollment/enrollment.rules.js';
import { insertEnrollments } from '../enrollment/insert-enrollments.js';
import { Lanes } from '../enrollment/lanes.js';
import { newEnrollment } from '../enrollment/new-enrollment.js';
import { mayMove } from '../enrollment/seats.rules.js';
import { Settlement } from '../enrollment/settlement.js';
import { announce } from '../notices/announce.js';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { SeatReservationNotFound } from '../reservation/reservation.reasons.js';
import { reservationsOf, saveReservations } from '../reservation/reservation.rows.js';
import type { SeatReservation } from '../reservation/seat-reservation.entity.js';
import { peopleOf } from './homes.js';
import { type AnsweredLine, insertLines } from './line.rows.js';
import { Nomination } from './nomination.entity.js';
import type { NominateInput, NominationLineInput } from './nomination.inputs.js';
import { inLine, inOrderOfPriority } from './nomination.rules.js';

interface NumberedLine extends NominationLineInput {
  position: number;
}

type Answered = AnsweredLine & { enrollment: Enrollment | null };

/** Organizations name people. */
@Injectable()
export class Nominations {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly lanes: Lanes,
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
  ) {}

  /**
   * Places the people an organization names, each answered on its own, in one transaction: out of the organization’s
   * reservations while they have seats, else like everybody. Who is not of the organization counts as not there.
   * Refuses with OfferingNotFound, OrganizationNotFound and, where all or nothing is asked, with the reasons of every
   * line in the way; throws FORBIDDEN.
   */
  async nominate(asked: RequestContext, viewer: Viewer, input: NominateInput): Promise<Nomination> {
    const { offeringId, organizationId } = input;
    await assertMayActIn(this.database, this.authority, viewer, { permission: 'enrollment.nominate', organizationId });
    const act = { name: 'nominate', input, details: { offeringId, organizationId, people: input.lines.length } };
    return this.lanes.run(offeringId, () => this.acts.perform(asked, act, (tx) => this.nominateIn(tx, viewer, input)));
  }

  /** The same within a transaction of its caller, who has asked whether the viewer may. */
  async nominateIn(tx: EntityManager, viewer: Viewer, input: NominateInput): Promise<Nomination> {
    const offering = await this.locks.lock(tx, input.offeringId);
    if (mayMove(offering)) await this.settlement.settle(tx, offering);
    const answered = await this.answer(tx, offering, input);
    if (input.allOrNothing) refuseTogether(answered);
    await this.write(tx, offering, viewer, answered);
    return this.keep(tx, viewer, input, answered);
  }

  private async answer(tx: EntityManager, offering: Offering, input: NominateInput): Promise<Answered[]> {
    const { offeringId, organizationId } = input;
    const lines = inOrderOfPriority(input.lines.map((line, place): NumberedLine => ({ ...line, position: place + 1 })));
    const personIds = [...new Set(lines.map(({ personId }) => personId.toLowerCase()))];
    await this.locks.lockPersons(tx, personIds);
    const now = await databaseNow(tx);
    const theirs = await peopleOf(tx, organizationId, personIds);
    const newcomers = await findNewcomers(
      tx,
      [...theirs].map((personId) => ({ offeringId, personId })),
    );
    const reservations = (await reservationsOf(tx, offeringId)).filter(
      (held) => held.organizationId === organizationId,
    );
    const known = lines.filter(({ reservationId }) => !reservationId || reservations.some(isNamed(reservationId)));

    const applicants = known.map(({ personId, reservationId }): Applicant => {
      const newcomer = newcomers.get(pairKey({ offeringId, personId: personId.toLowerCase() })) ?? STRANGER;
      const drawn = reservationId ? reservations.filter(isNamed(reservationId)) : reservations;
      const { asksNomineeAcceptance: asksAnswer } = offering;
      const naming = { asksAnswer, reservations: drawn, fromReservationOnly: Boolean(reservationId) };
      return { personId: personId.toLowerCase(), newcomer, whenFull: input.whenFull, naming };
    });
    const decisions = placeAll(offering, applicants, now);
    await saveReservations(tx, reservations);
    const offerEnd = this.settlement.offerEnd(offering, now);
    const decided = new Map(known.map(({ position }, place) => [position, decisions[place]]));
    return lines.map(({ position, personId, note = null }): Answered => {
      const line = { position, personId, note };
      const decision = decided.get(position) ?? {
        refusal: new Refusal([new SeatReservationNotFound('reservationId')]),
      };
      if ('refusal' in decision) return { ...line, enrollment: null, answer: decision };
      const { place } = decision;
      const more = { recommendedById: organizationId };
      const enrollment = newEnrollment({ offeringId, personId: personId.toLowerCase(), place, now, offerEnd }, more);
      return { ...line, enrollment, answer: { enrollmentId: enrollment.id } };
    });
  }

  private async write(tx: EntityManager, offering: Offering, viewer: Viewer, lines: readonly Answered[]) {
    const placed = lines.flatMap(({ enrollment }) => enrollment ?? []);
    await insertEnrollments(tx, placed);
    await openSteps(tx, offering, placed);
    await this.settlement.saveCounters(tx, [offering]);
    const offered = placed.find(({ seat }) => seat === SeatState.OFFERED);
    if (offered?.offerExpiresAt) await this.settlement.settleAt(tx, offering, offered.offerExpiresAt);
    await announce(
      tx,
      placed.map(({ id }) => id),
    );
    await recordActs(
      tx,
      placed.map((subject) => ({
        accountId: viewer.accountId,
        act: { name: 'nominate', onBehalfOf: subject.personId },
        subject,
      })),
    );
  }

  private async keep(
    tx: EntityManager,
    { accountId }: Viewer,
    { offeringId, organizationId }: NominateInput,
    lines: readonly AnsweredLine[],
  ): Promise<Nomination> {
    const createdAt = await databaseNow(tx);
    const nomination = tx.create(Nomination, { id: newId(), offeringId, organizationId, accountId, createdAt });
    await tx.insert(Nomination, nomination);
    await insertLines(tx, nomination.id, lines);
    return nomination;
  }
}

const isNamed = (id: string) => (reservation: SeatReservation) => reservation.id === id.toLowerCase();

/** Where all or nothing was asked, one line in the way is enough; all of them are told. */
function refuseTogether(lines: readonly Answered[]): void {
  const inTheWay = lines.flatMap(({ position, answer }) =>
    'refusal' in answer ? answer.refusal.reasons.map((reason) => inLine(reason, position)) : [],
  );
  if (inTheWay.length > 0) refuse(...inTheWay);
}
