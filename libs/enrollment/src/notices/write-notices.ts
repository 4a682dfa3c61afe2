import { type NewNotice, NoticeKind } from '#notices';
import { isWithdrawal, type ToldToPerson, toldToPerson, whyReleased } from './notice.rules.js';
import type { AskedOrganization, ToldOffering, ToldPlace } from './told.queries.js';

/** What every notice about an offering says, in the languages to try: that of the course, then the provider’s. */
export function about({ titles, providerNames, startsAt, timeZone, language, defaultLocale }: ToldOffering) {
  const values = {
    course: { texts: titles },
    provider: { texts: providerNames },
    startsAt: { at: startsAt, timeZone },
  };
  return { values, locales: [...new Set([language, defaultLocale])] };
}

/** The notice a person gets about their place; null: none. */
export function noticeToPerson(place: ToldPlace, offering: ToldOffering): NewNotice | null {
  const kind = toldToPerson(place);
  return kind && { ...noticeOf(kind, place, offering), calendar: calendarFor(kind, place, offering) };
}

export function reminderTo(place: ToldPlace, offering: ToldOffering): NewNotice {
  const { values, locales } = about(offering);
  const { id, personId } = place;
  const more = { sessions: offering.sessions.length, place: offering.place };
  return { kind: NoticeKind.REMINDER, personId, dedupeKey: reminderKey(id), locales, values: { ...values, ...more } };
}

export const reminderKey = (enrollmentId: string) => `${enrollmentId}:REMINDER`;

function noticeOf(kind: ToldToPerson, place: ToldPlace, offering: ToldOffering): NewNotice {
  const { values, locales } = about(offering);
  const addressed = { personId: place.personId, dedupeKey: `${place.id}:${kind}`, locales };
  const { sessions, timeZone } = offering;
  switch (kind) {
    case NoticeKind.SEAT_CONFIRMED:
      return { ...addressed, kind, values: { ...values, sessions: sessions.length, place: offering.place } };
    case NoticeKind.WAITLISTED:
      return { ...addressed, kind, values: { ...values, ahead: place.ahead } };
    case NoticeKind.SEAT_OFFERED:
      return { ...addressed, kind, values: { ...values, until: { at: place.offerExpiresAt ?? '', timeZone } } };
    case NoticeKind.SEAT_OFFER_ENDED:
      return { ...addressed, kind, values };
    case NoticeKind.PLACE_RELEASED: {
      const reason = whyReleased(place.releaseReason) ?? 'CANCELLED_BY_PROVIDER';
      // Their own word needs not be told to them.
      const note = reason === 'CANCELLED_BY_PERSON' ? null : place.note;
      return { ...addressed, kind, values: { ...values, reason, note } };
    }
  }
}

function calendarFor(kind: ToldToPerson, { confirmedAt }: ToldPlace, offering: ToldOffering): NewNotice['calendar'] {
  const isTakenOut = kind === NoticeKind.PLACE_RELEASED && confirmedAt !== null;
  if (kind !== NoticeKind.SEAT_CONFIRMED && !isTakenOut) return null;
  return {
    method: isTakenOut ? 'CANCEL' : 'REQUEST',
    subjectId: offering.id,
    title: { texts: offering.titles },
    place: offering.place,
    events: offering.sessions,
  };
}

/** To those who named somebody that does not come. */
export function withdrawalTo(
  officers: ReadonlyMap<string, readonly string[]>,
  place: ToldPlace,
  offering: ToldOffering,
): NewNotice[] {
  if (!isWithdrawal(place)) return [];
  const kind = NoticeKind.NOMINEE_WITHDREW;
  const { values, locales } = about(offering);
  return (officers.get(place.recommendedById ?? '') ?? [])
    .filter((personId) => personId !== place.personId)
    .map((personId) => ({
      kind,
      personId,
      dedupeKey: `${place.id}:${kind}:${personId}`,
      locales,
      values: { ...values, person: place.personName },
    }));
}

/** To those who were asked about somebody who is named no more. */
export function takenBackTo(deciders: readonly string[], place: ToldPlace, offering: ToldOffering): NewNotice[] {
  const kind = NoticeKind.NOMINATION_WITHDRAWN;
  const { values, locales } = about(offering);
  const { id, personName: person, note } = place;
  return [...new Set(deciders)]
    .filter((personId) => personId !== place.personId)
    .map((personId) => ({
      kind,
      personId,
      dedupeKey: `${id}:${kind}:${personId}`,
      locales,
      values: { ...values, person, note },
    }));
}

/** To those who must decide now; nobody decides about themselves. */
export function requestsTo(
  officers: ReadonlyMap<string, readonly string[]>,
  { organizationId, stepId, personIds }: AskedOrganization,
  offering: ToldOffering,
): NewNotice[] {
  const kind = NoticeKind.APPROVAL_REQUESTED;
  const { values, locales } = about(offering);
  return (officers.get(organizationId) ?? []).flatMap((personId) => {
    const people = personIds.filter((id) => id !== personId).length;
    const dedupeKey = `${stepId}:${organizationId}:${kind}:${personId}`;
    return people > 0 ? [{ kind, personId, dedupeKey, locales, values: { ...values, people } }] : [];
  });
}
