import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganizationNotFound } from '#identity';
import { Acts, Authority, faults, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { databaseNow } from '../enrollment/enrollment.queries.js';
import { EnrollmentWindowClosed } from '../enrollment/enrollment.reasons.js';
import { Lanes } from '../enrollment/lanes.js';
import { freeSeats } from '../enrollment/seats.rules.js';
import { Settlement } from '../enrollment/settlement.js';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { OfferingNotFound, StatusDoesNotAllow } from '../offering/offering.reasons.js';
import { releaseDayOf } from './release-day.js';
import type { ReleaseSeatsInput, ReserveSeatsInput } from './reservation.inputs.js';
import { NotEnoughSeats, OrganizationNotBelow, SeatReservationNotFound } from './reservation.reasons.js';
import { reservationById, saveReservations } from './reservation.rows.js';
import { giveUp, keep } from './reservation.rules.js';
import { canStillBeNamed, hasSeatsToKeep } from './reservation.window.js';
import { SeatReservation } from './seat-reservation.entity.js';

/** Seats kept for organizations, handed down their tree and given back. */
@Injectable()
export class Reservations {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly lanes: Lanes,
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
  ) {}

  /**
   * Keeps free seats for an organization, or passes down a part of what one has.
   * Refuses with the reasons of ReserveSeatsError; throws FORBIDDEN.
   */
  async reserve(asked: RequestContext, viewer: Viewer, input: ReserveSeatsInput): Promise<SeatReservation> {
    await this.assertMayGive(viewer, input);
    const { organizationId, seats } = input;
    const act = { name: 'reserveSeats', input, details: { organizationId, seats } };
    return this.lanes.run(input.offeringId, () =>
      this.acts.perform(asked, act, async (tx) => {
        const offering = await this.locks.lock(tx, input.offeringId);
        // What ran out goes back first: it may be what is asked for.
        await this.settlement.settle(tx, offering);
        const now = await databaseNow(tx);
        assertStillNamed(offering, now);
        const parent = await reservationById(tx, input.fromReservationId ?? null);
        const left = parent ? parent.unnamed : freeSeats(offering);
        if (left < seats) refuse(new NotEnoughSeats(Math.max(left, 0)));
        const reservation = await this.insert(tx, offering, parent, input, now);
        keep(offering, seats, parent);
        if (parent) await saveReservations(tx, [parent]);
        await this.settlement.settle(tx, offering);
        return reservation;
      }),
    );
  }

  /**
   * Gives seats that nobody was named for back to where they came from; those who wait get what becomes free at once.
   * Its holder may, and the provider. Refuses with SeatReservationNotFound, NotEnoughSeats.
   */
  async release(asked: RequestContext, viewer: Viewer, input: ReleaseSeatsInput): Promise<SeatReservation> {
    const offeringId = await this.offeringOfTheirs(viewer, input.reservationId);
    const act = { name: 'releaseSeats', input, details: { seats: input.seats ?? null } };
    return this.lanes.run(offeringId, () =>
      this.acts.perform(asked, act, async (tx) => {
        const offering = await this.locks.lock(tx, offeringId);
        const reservation = await tx.findOneOrFail(SeatReservation, { where: { id: input.reservationId } });
        const parent = await reservationById(tx, reservation.parentId);
        const count = input.seats ?? reservation.unnamed;
        if (count > reservation.unnamed) refuse(new NotEnoughSeats(reservation.unnamed));
        giveUp(offering, reservation, count, parent);
        await saveReservations(tx, parent ? [reservation, parent] : [reservation]);
        await this.settlement.settle(tx, offering);
        return tx.findOneOrFail(SeatReservation, { where: { id: input.reservationId } });
      }),
    );
  }

  private async insert(
    tx: EntityManager,
    { id: offeringId, timeZone, closesAt }: Offering,
    parent: SeatReservation | null,
    { organizationId, seats, releaseOn = null }: ReserveSeatsInput,
    now: Date,
  ): Promise<SeatReservation> {
    const id = newId();
    const reservation = tx.create(SeatReservation, {
      id,
      offeringId,
      organizationId,
      parentId: parent?.id ?? null,
      path: [...(parent?.path ?? []), id],
      seats,
      named: 0,
      unnamed: seats,
      passedDown: 0,
      ...releaseDayOf({ releaseOn, timeZone, closesAt, now, parent }),
      createdAt: now,
    });
    await tx.insert(SeatReservation, reservation);
    if (reservation.releaseAt) await this.settlement.settleAt(tx, { id: offeringId }, reservation.releaseAt);
    return reservation;
  }

  private async assertMayGive(viewer: Viewer, input: ReserveSeatsInput): Promise<void> {
    const { offeringId, organizationId, fromReservationId } = input;
    const [row] = await this.database.query(
      `SELECT offering.provider_id AS "providerId", organization.id AS "organizationId",
         reservation.organization_id AS "holderId", EXISTS (
           SELECT FROM organization_closure line WHERE line.ancestor_id = reservation.organization_id
             AND line.descendant_id = organization.id AND line.ancestor_id <> line.descendant_id) AS "isBelow"
       FROM offering LEFT JOIN organization ON organization.id = $2
       LEFT JOIN seat_reservation reservation ON reservation.id = $3 AND reservation.offering_id = offering.id
       WHERE offering.id = $1`,
      [offeringId, organizationId, fromReservationId ?? null],
    );
    if (!row) refuse(new OfferingNotFound());
    if (!fromReservationId) {
      if (!(await this.authority.holdsIn(viewer, 'offering.schedule', row.providerId))) throw faults.forbidden();
      if (!row.organizationId) refuse(new OrganizationNotFound());
      return;
    }
    // Who does not hold seats is not told who does.
    const isTheirs = row.holderId && (await this.authority.holdsIn(viewer, 'enrollment.nominate', row.holderId));
    if (!isTheirs) refuse(new SeatReservationNotFound('fromReservationId'));
    if (!row.organizationId) refuse(new OrganizationNotFound());
    if (!row.isBelow) refuse(new OrganizationNotBelow());
  }

  private async offeringOfTheirs(viewer: Viewer, reservationId: string): Promise<string> {
    const [row] = await this.database.query(
      `SELECT reservation.offering_id AS "offeringId", reservation.organization_id AS "holderId",
         offering.provider_id AS "providerId"
       FROM seat_reservation reservation JOIN offering ON offering.id = reservation.offering_id
       WHERE reservation.id = $1`,
      [reservationId],
    );
    const isTheirs =
      row &&
      ((await this.authority.holdsIn(viewer, 'enrollment.nominate', row.holderId)) ||
        (await this.authority.holdsIn(viewer, 'offering.schedule', row.providerId)));
    if (!isTheirs) refuse(new SeatReservationNotFound('reservationId'));
    return row.offeringId;
  }
}

function assertStillNamed(offering: Offering, now: Date): void {
  const { status, opensAt, closesAt } = offering;
  if (!hasSeatsToKeep(status)) refuse(new StatusDoesNotAllow(status));
  if (!canStillBeNamed(offering, now)) refuse(new EnrollmentWindowClosed(opensAt, closesAt));
}
