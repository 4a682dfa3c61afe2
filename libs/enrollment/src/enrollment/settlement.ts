import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { enqueue, ofAnyLength, prepared, recordActs, SETTINGS, type Settings } from '#platform';
import { announce } from '../notices/announce.js';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { releaseOverdue } from '../reservation/overdue-reservations.js';
import { reservationsByIds, saveReservations } from '../reservation/reservation.rows.js';
import { Enrollment } from './enrollment.entity.js';
import { SeatState } from './enrollment.enums.js';
import { databaseNow, findClashes, nextInQueue, pairKey } from './enrollment.queries.js';
import { isEnrolling, offerEnd, paymentFor, promotionOf } from './enrollment.rules.js';
import { freeSeats, giveBack } from './seats.rules.js';

/** Queue job that settles one offering, for example when an offer runs out. */
export const SETTLE = 'enrollment:settle';

interface Ended {
  id: string;
  reservationId: string | null;
}

/** The one place where freed seats go to the queue. */
@Injectable()
export class Settlement {
  constructor(
    private readonly locks: OfferingLocks,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Ends overdue offers and reservations, gives free seats to the queue in its order, and saves the counters.
   * Whoever changed seats calls it before committing; the caller holds the offering’s lock.
   * Answers with how many places it changed: asked for without cause, it does nothing.
   */
  async settle(tx: EntityManager, offering: Offering): Promise<number> {
    const now = await databaseNow(tx);
    const ended = offering.offered > 0 ? await this.endOverdueOffers(tx, offering) : [];
    const freed = await releaseOverdue(tx, offering, now);
    const promoted = isEnrolling(offering, now) ? await this.promote(tx, offering, now) : [];
    await this.saveCounters(tx, [offering]);
    await announce(tx, [...ended, ...promoted]);
    return ended.length + freed + promoted.length;
  }

  /** Writes what is left to give, of all in one statement. */
  async saveCounters(tx: EntityManager, offerings: readonly Offering[]): Promise<void> {
    await prepared(
      tx,
      `UPDATE offering SET confirmed = counted.confirmed, offered = counted.offered, waiting = counted.waiting,
         last_queue_number = counted.last_queue_number, reserved = counted.reserved, held = counted.held
       FROM unnest(${ofAnyLength('$1')}, $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[])
         AS counted (id, confirmed, offered, waiting, last_queue_number, reserved, held)
       WHERE offering.id = counted.id`,
      [
        offerings.map(({ id }) => id),
        offerings.map(({ confirmed }) => confirmed),
        offerings.map(({ offered }) => offered),
        offerings.map(({ waiting }) => waiting),
        offerings.map(({ lastQueueNumber }) => lastQueueNumber),
        offerings.map(({ reserved }) => reserved),
        offerings.map(({ held }) => held),
      ],
    );
  }

  private async endOverdueOffers(tx: EntityManager, offering: Offering): Promise<string[]> {
    const [ended]: [Ended[], number] = await tx.query(
      `UPDATE enrollment SET seat = 'RELEASED', release_reason = 'OFFER_EXPIRED', released_at = clock_timestamp(),
         offer_expires_at = NULL
       WHERE offering_id = $1 AND seat = 'OFFERED' AND offer_expires_at <= clock_timestamp()
       RETURNING id, reservation_id AS "reservationId"`,
      [offering.id],
    );
    const reservations = await reservationsByIds(
      tx,
      ended.flatMap(({ reservationId }) => reservationId ?? []),
    );
    for (const { reservationId } of ended) {
      giveBack(offering, { seat: SeatState.OFFERED, holdsSeat: false }, reservations.get(reservationId ?? ''));
    }
    await saveReservations(tx, [...reservations.values()]);
    const ids = ended.map(({ id }) => id);
    await this.audit(tx, 'endSeatOffer', ids);
    return ids;
  }

  private async promote(tx: EntityManager, offering: Offering, now: Date): Promise<string[]> {
    const free = freeSeats(offering);
    if (free <= 0 || offering.waiting === 0) return [];
    const next = await nextInQueue(tx, offering.id, free);
    const personIds = next.map(({ personId }) => personId);
    await this.locks.lockPersons(tx, personIds);
    const pairs = personIds.map((personId) => ({ offeringId: offering.id, personId }));
    const clashes = await findClashes(tx, pairs);

    const expiresAt = this.offerEnd(offering, now);
    const promotions = next.map(({ id, personId, nomineeAnswer }) => {
      const clash = clashes.get(pairKey({ offeringId: offering.id, personId })) ?? null;
      return { id, seat: promotionOf(offering.asksAcceptance, clash, nomineeAnswer) };
    });
    const offered = promotions.filter(({ seat }) => seat === SeatState.OFFERED).length;
    await this.seat(tx, offering, promotions, expiresAt);
    offering.waiting -= promotions.length;
    offering.offered += offered;
    offering.confirmed += promotions.length - offered;
    if (offered > 0) await this.settleAt(tx, offering, expiresAt);
    const ids = promotions.map(({ id }) => id);
    await this.audit(tx, 'promote', ids);
    return ids;
  }

  private async seat(
    tx: EntityManager,
    offering: Offering,
    promotions: readonly { id: string; seat: SeatState }[],
    expiresAt: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE enrollment SET
         seat = promotion.seat,
         payment = CASE WHEN promotion.seat = 'CONFIRMED' THEN $3::payment_state ELSE payment END,
         confirmed_at = CASE WHEN promotion.seat = 'CONFIRMED' THEN clock_timestamp() END,
         offer_expires_at = CASE WHEN promotion.seat = 'OFFERED' THEN $4::timestamptz END
       FROM unnest($1::uuid[], $2::seat_state[]) AS promotion (id, seat)
       WHERE enrollment.id = promotion.id`,
      [promotions.map(({ id }) => id), promotions.map(({ seat }) => seat), paymentFor(offering), expiresAt],
    );
  }

  /** Until when an offer made now is kept. */
  offerEnd(offering: Offering, now: Date): Date {
    return offerEnd(offering, now, this.settings.seatOfferHours);
  }

  /** Sees to it that the offering is settled again at a moment, when an offer or a reservation runs out. */
  async settleAt(tx: EntityManager, { id }: Pick<Offering, 'id'>, runAt: Date): Promise<void> {
    await enqueue(tx, [{ name: SETTLE, payload: { offeringId: id }, runAt }]);
  }

  /** The platform itself acted: no account stands in these rows. */
  private async audit(tx: EntityManager, name: string, ids: readonly string[]): Promise<void> {
    await recordActs(
      tx,
      ids.map((id) => ({ accountId: null, act: { name }, subject: Object.assign(new Enrollment(), { id }) })),
    );
  }
}
