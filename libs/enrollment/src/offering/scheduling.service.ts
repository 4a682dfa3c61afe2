import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CourseLoaders, CourseNotFound, type PublishedVersion, publishedVersionOf } from '#catalog';
import {
  Acts,
  Authority,
  faults,
  newId,
  type Reason,
  type RequestContext,
  refuse,
  type Viewer,
  violates,
} from '#platform';
import { ReferenceLists } from '#reference';
import { databaseNow } from '../enrollment/enrollment.queries.js';
import { noteLaw } from '../law/offering-law.writer.js';
import { Offering } from './offering.entity.js';
import { takenPlaces, unfitPlaces } from './places.queries.js';
import type { ScheduleOfferingInput } from './schedule-offering.input.js';
import { LanguageNotTaught } from './scheduling.reasons.js';
import { obstaclesIn, type Plan, periodOf, unsoundPrice, windowOf } from './scheduling.rules.js';
import { insertSessions, instructorsIn } from './session.writer.js';

const TRIES = 3;

/** Puts courses on the calendar. */
@Injectable()
export class Scheduling {
  constructor(
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly courses: CourseLoaders,
    private readonly reference: ReferenceLists,
  ) {}

  /**
   * Schedules the published version of a course; the offering keeps that version, and knows the law of the day.
   * Refuses with the reasons of ScheduleOfferingError, all at once where one does not hide the other.
   */
  async schedule(asked: RequestContext, viewer: Viewer, input: ScheduleOfferingInput): Promise<Offering> {
    await this.assertMaySchedule(asked, viewer, input.courseId);
    const { courseId, capacity, status } = input;
    const act = { name: 'scheduleOffering', input, details: { courseId, capacity, status } };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.acts.perform(asked, act, (tx) => this.insert(tx, input));
      } catch (error) {
        if (!isTakenMeanwhile(error)) throw error;
        // Whoever was faster has committed by now, so the next attempt finds them and says who is in the way.
        if (attempt === TRIES) throw faults.conflict();
      }
    }
  }

  private async assertMaySchedule(asked: RequestContext, viewer: Viewer, courseId: string): Promise<void> {
    const course = await this.courses.byId.of(asked).load(courseId.toLowerCase());
    if (!course) refuse(new CourseNotFound());
    if (!(await this.authority.holdsIn(viewer, 'offering.schedule', course.providerId))) throw faults.forbidden();
  }

  private async insert(tx: EntityManager, input: ScheduleOfferingInput): Promise<Offering> {
    const version = await publishedVersionOf(tx, input.courseId);
    const now = await databaseNow(tx);
    await this.assertSound(tx, version, input, now);

    const plan = planOf(input);
    const { priceAmount, priceCurrency } = priceOf(input);
    const offering = tx.create(Offering, {
      id: newId(),
      courseId: version.courseId,
      courseVersionId: version.versionId,
      providerId: version.providerId,
      status: input.status,
      mode: input.mode,
      language: input.language,
      timeZone: input.timeZone,
      venueId: input.venueId ?? null,
      instructorIds: instructorsIn(input.sessions),
      ...periodOf(input.sessions),
      ...windowOf(plan, now),
      capacity: input.capacity,
      minimum: input.minimum,
      waitlistLimit: input.waitlistLimit ?? null,
      asksApproval: input.asksApproval || Boolean(input.approvalLayers?.length),
      approvalLayers: input.approvalLayers ?? [],
      asksNomineeAcceptance: input.asksNomineeAcceptance ?? false,
      asksAcceptance: input.asksAcceptance,
      priceAmount,
      priceCurrency,
      confirmed: 0,
      offered: 0,
      reserved: 0,
      held: 0,
      waiting: 0,
      lastQueueNumber: 0,
      cancelReason: null,
      createdAt: now,
    });
    await tx.insert(Offering, offering);
    await insertSessions(tx, offering.id, input.sessions);
    await noteLaw(tx, offering);
    return offering;
  }

  private async assertSound(
    tx: EntityManager,
    { providerId, languages }: PublishedVersion,
    input: ScheduleOfferingInput,
    now: Date,
  ): Promise<void> {
    const reasons = [
      ...(languages.includes(input.language) ? [] : [new LanguageNotTaught(languages)]),
      ...obstaclesIn(planOf(input), now),
      ...(await this.unsoundCodes(tx, input)),
      ...(await unfitPlaces(tx, providerId, input)),
    ];
    if (reasons.length > 0) refuse(...reasons);
    const taken = await takenPlaces(tx, input.sessions);
    if (taken.length > 0) refuse(...taken);
  }

  private async unsoundCodes(tx: EntityManager, { timeZone, price }: ScheduleOfferingInput): Promise<Reason[]> {
    const unknown = await this.reference.unknownCodes(
      tx,
      { timeZones: [timeZone], currencies: price ? [price.currency] : [] },
      { currencies: ['price', 'currency'] },
    );
    if (!price) return unknown;
    const [currency]: { decimals: number }[] = await tx.query('SELECT decimals FROM currency WHERE code = $1', [
      price.currency,
    ]);
    return [...unknown, ...(currency ? unsoundPrice(price.amount, currency.decimals) : [])];
  }
}

function planOf({ sessions, capacity, minimum, opensAt, closesAt }: ScheduleOfferingInput): Plan {
  return { sessions, capacity, minimum, opensAt: opensAt ?? null, closesAt: closesAt ?? null };
}

/** A price of 0 is none. */
function priceOf({ price }: ScheduleOfferingInput): Pick<Offering, 'priceAmount' | 'priceCurrency'> {
  const isFree = !price || Number(price.amount) === 0;
  return isFree
    ? { priceAmount: null, priceCurrency: null }
    : { priceAmount: price.amount, priceCurrency: price.currency };
}

function isTakenMeanwhile(error: unknown): boolean {
  return violates(error, 'room_in_one_session_at_a_time') || violates(error, 'instructor_in_one_session_at_a_time');
}
