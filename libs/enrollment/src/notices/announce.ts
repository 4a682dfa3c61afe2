import type { EntityManager } from 'typeorm';
import { rolesWith } from '#identity';
import { type NewNotice, notify } from '#notices';
import { grouped } from '#platform';
import { refreshStandings } from '../duty/duty.rows.js';
import { isTakenBack, isWithdrawal } from './notice.rules.js';
import {
  findNewlyAsked,
  findOfferings,
  findOfficers,
  findOnceAsked,
  findPlaces,
  type ToldPlace,
} from './told.queries.js';
import { noticeToPerson, requestsTo, takenBackTo, withdrawalTo } from './write-notices.js';

const AT_ONCE = 1_000;

/**
 * Tells everybody concerned how these places stand now: the person, those who must decide next, those who named the
 * person. As part of the transaction, after all it changes was written. Telling the same again tells nobody, so name
 * every place that may have changed. A fixed number of statements for up to a thousand places.
 */
export async function announce(tx: EntityManager, enrollmentIds: readonly string[]): Promise<void> {
  for (let from = 0; from < enrollmentIds.length; from += AT_ONCE) {
    await announceSome(tx, enrollmentIds.slice(from, from + AT_ONCE));
  }
}

async function announceSome(tx: EntityManager, enrollmentIds: readonly string[]): Promise<void> {
  const places = await findPlaces(tx, enrollmentIds);
  const personIds = places.map(({ personId }) => personId);
  await Promise.all([refreshStandings(tx, personIds), tell(tx, places)]);
}

/** Only tells; what offices ask of these people was seen to. */
export async function tell(tx: EntityManager, places: readonly ToldPlace[]): Promise<void> {
  if (places.length === 0) return;
  const asking = places.filter(({ isAsking }) => isAsking).map(({ id }) => id);
  const [offerings, asked] = await Promise.all([
    findOfferings(tx, [...new Set(places.map(({ offeringId }) => offeringId))]),
    asking.length > 0 ? findNewlyAsked(tx, asking) : [],
  ]);
  const deciders = await officersOf(
    tx,
    asked.map(({ organizationId }) => organizationId),
    'enrollment.decide',
  );
  const recommenders = await officersOf(tx, places.filter(isWithdrawal).flatMap(recommenderOf), 'enrollment.nominate');
  const onceAsked = await decidersOnceAsked(tx, places.filter(isTakenBack));

  const notices: NewNotice[] = places.flatMap((place) => {
    const offering = offerings.get(place.offeringId);
    if (!offering) return [];
    const toPerson = noticeToPerson(place, offering);
    return [
      ...(toPerson ? [toPerson] : []),
      ...withdrawalTo(recommenders, place, offering),
      ...takenBackTo(onceAsked.get(place.id) ?? [], place, offering),
    ];
  });
  const requests = asked.flatMap((request) => {
    const offering = offerings.get(request.offeringId);
    return offering ? requestsTo(deciders, request, offering) : [];
  });
  await notify(tx, [...notices, ...requests]);
}

const recommenderOf = ({ recommendedById }: ToldPlace) => recommendedById ?? [];

/** People who were asked about places that ended, by place. */
async function decidersOnceAsked(tx: EntityManager, places: readonly ToldPlace[]): Promise<Map<string, string[]>> {
  if (places.length === 0) return new Map();
  const ids = places.map(({ id }) => id);
  const asked = grouped(await findOnceAsked(tx, ids), ({ enrollmentId }) => enrollmentId);
  const organizations = [...asked.values()].flat().map(({ organizationId }) => organizationId);
  const deciders = await officersOf(tx, organizations, 'enrollment.decide');
  return new Map(
    [...asked].map(([id, steps]) => [id, steps.flatMap(({ organizationId }) => deciders.get(organizationId) ?? [])]),
  );
}

/** People by organization. Asks nothing when there is nobody to ask about. */
async function officersOf(
  tx: EntityManager,
  organizationIds: readonly string[],
  permission: string,
): Promise<Map<string, string[]>> {
  if (organizationIds.length === 0) return new Map();
  const officers = await findOfficers(tx, organizationIds, rolesWith(permission));
  const groups = grouped(officers, ({ organizationId }) => organizationId);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ personId }) => personId)]));
}
