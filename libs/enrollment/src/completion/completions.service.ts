import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayIn } from '#identity';
import {
  Acts,
  Authority,
  faults,
  newId,
  Refusal,
  type RequestContext,
  recordActs,
  refuse,
  refusedOutcome,
  type Viewer,
} from '#platform';
import { refreshStandings } from '../duty/duty.rows.js';
import { Enrollment } from '../enrollment/enrollment.entity.js';
import { databaseNow } from '../enrollment/enrollment.queries.js';
import { Lanes } from '../enrollment/lanes.js';
import { announceEndings } from '../notices/announce-endings.js';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingStatus } from '../offering/offering.enums.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { OfferingQueries } from '../offering/offering.queries.js';
import { OfferingNotFound, StatusDoesNotAllow } from '../offering/offering.reasons.js';
import type { RecordCompletionsInput } from './completion.inputs.js';
import { LastSessionNotBegun } from './completion.reasons.js';
import { insertLines, placesIn, type RecordedPlace, saveEndings } from './completion.rows.js';
import { endingOf, type TaughtDays, whyNotRecorded } from './completion.rules.js';
import type { CompletionLine } from './completion-line.entity.js';
import { CompletionSheet } from './completion-sheet.entity.js';

type Line = Omit<CompletionLine, 'sheet' | 'sheetId'>;

interface Answered {
  line: Line;
  /** The place with its new ending; null: refused, or nothing changes. */
  changed: RecordedPlace | null;
}

/** Who finished what they had a seat in. */
@Injectable()
export class Completions {
  constructor(
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly lanes: Lanes,
    private readonly locks: OfferingLocks,
    private readonly offerings: OfferingQueries,
  ) {}

  /**
   * Records how people’s training ended, each answered on their own, in one transaction. Under the offering’s lock, so
   * that nobody completes a seat that is being given up. What stood before stays on its sheet.
   * Refuses with OfferingNotFound, StatusDoesNotAllow, LastSessionNotBegun; throws FORBIDDEN.
   */
  async record(asked: RequestContext, viewer: Viewer, input: RecordCompletionsInput): Promise<CompletionSheet> {
    const { offeringId, lines } = input;
    const known = await this.offerings.find(offeringId);
    if (!known) refuse(new OfferingNotFound());
    if (!(await this.authority.holdsIn(viewer, 'enrollment.decide', known.providerId))) throw faults.forbidden();

    const act = { name: 'recordCompletions', input, details: { offeringId, people: lines.length } };
    return this.lanes.run(offeringId, () =>
      this.acts.perform(asked, act, async (tx) => {
        const offering = await this.locks.lock(tx, offeringId);
        const days = await taughtDays(tx, offering);
        const answered = await this.answer(tx, input, days);
        return this.keep(tx, viewer, offeringId, answered);
      }),
    );
  }

  private async answer(
    tx: EntityManager,
    { offeringId, lines }: RecordCompletionsInput,
    days: TaughtDays,
  ): Promise<Answered[]> {
    const ids = lines.map(({ enrollmentId }) => enrollmentId.toLowerCase());
    const places = new Map((await placesIn(tx, offeringId, ids)).map((place) => [place.id, place]));
    return lines.map(({ completion = null, completedOn = null, reason = null }, index) => {
      const enrollmentId = ids[index] ?? '';
      const place = places.get(enrollmentId);
      const wish = { completion, completedOn, reason };
      const sent = { position: index + 1, enrollmentId, ...wish };
      const refused = whyNotRecorded(place, wish, days);
      if (refused || !place) {
        const refusal = refused && refusedOutcome(new Refusal([refused]));
        return { line: { ...sent, completedOn: null, refusal }, changed: null };
      }
      const ending = endingOf(place, wish, days);
      const line = { ...sent, completedOn: ending.completedOn, refusal: null };
      return { line, changed: ending === place ? null : { ...place, ...ending } };
    });
  }

  private async keep(
    tx: EntityManager,
    { accountId }: Viewer,
    offeringId: string,
    answered: readonly Answered[],
  ): Promise<CompletionSheet> {
    const changed = answered.flatMap((answer) => answer.changed ?? []);
    const sheet = tx.create(CompletionSheet, {
      id: newId(),
      offeringId,
      accountId,
      createdAt: await databaseNow(tx),
    });
    await tx.insert(CompletionSheet, sheet);
    await insertLines(
      tx,
      sheet.id,
      answered.map(({ line }) => ({ sheetId: sheet.id, ...line })),
    );
    await saveEndings(tx, accountId, changed);
    await refreshStandings(
      tx,
      changed.map(({ personId }) => personId),
    );
    await announceEndings(
      tx,
      sheet.id,
      answered.flatMap(({ line, changed: place }) => (place ? { ...place, reason: line.reason } : [])),
    );
    await recordActs(
      tx,
      changed.map(({ id, personId, completion, completedOn }) => ({
        accountId,
        act: { name: 'recordCompletions', onBehalfOf: personId, details: { completion, completedOn } },
        subject: Object.assign(new Enrollment(), { id }),
      })),
    );
    return sheet;
  }
}

/** Refuses with StatusDoesNotAllow what was cancelled, and with LastSessionNotBegun what still goes on. */
async function taughtDays(tx: EntityManager, offering: Offering): Promise<TaughtDays> {
  if (offering.status === OfferingStatus.CANCELLED) refuse(new StatusDoesNotAllow(offering.status));
  const now = await databaseNow(tx);
  const [last]: { beginsAt: Date | null }[] = await tx.query(
    'SELECT max(starts_at) AS "beginsAt" FROM session WHERE offering_id = $1 AND takes_place',
    [offering.id],
  );
  const beginsAt = last?.beginsAt ?? offering.startsAt;
  if (beginsAt > now) refuse(new LastSessionNotBegun(beginsAt));
  return {
    first: todayIn(offering, offering.startsAt),
    last: todayIn(offering, offering.endsAt),
    today: todayIn(offering, now),
  };
}
