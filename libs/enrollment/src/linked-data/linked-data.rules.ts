import { DeliveryMode, OfferingStatus } from '../offering/offering.enums.js';

/** A text in several languages, as JSON-LD tells them apart. */
export type Texts = Record<string, string>;

export interface CourseFacts {
  address: string;
  slug: string;
  titles: Texts;
  summaries: Texts;
  languages: readonly string[];
  outcomes: readonly Texts[];
  providerNames: Texts;
  /** Null: not said. */
  academicHours: number | null;
  minutesPerAcademicHour: number | null;
}

export interface OfferingFacts {
  address: string;
  courseAddress: string;
  status: OfferingStatus;
  mode: DeliveryMode;
  language: string;
  startsAt: Date;
  endsAt: Date;
  opensAt: Date;
  closesAt: Date;
  capacity: number;
  seatsLeft: number;
  /** Null: free of charge. */
  price: { amount: string; currency: string } | null;
  /** Null: online, or not yet known. */
  venue: { name: string; locality: string; address: string | null; countryCode: string } | null;
  providerNames: Texts;
}

type Thing = Record<string, unknown>;

const CONTEXT = { '@context': 'https://schema.org' };
const MODES: Record<DeliveryMode, string> = {
  [DeliveryMode.ON_SITE]: 'onsite',
  [DeliveryMode.ONLINE]: 'online',
  [DeliveryMode.BLENDED]: 'blended',
  [DeliveryMode.RESIDENTIAL]: 'onsite',
};

/** A course of the catalog for search engines, with when and where it is taught. */
export function courseThing(course: CourseFacts, offerings: readonly OfferingFacts[]): Thing {
  return {
    ...CONTEXT,
    '@type': 'Course',
    '@id': course.address,
    url: course.address,
    identifier: course.slug,
    name: inLanguages(course.titles),
    ...given('description', inLanguages(course.summaries)),
    inLanguage: course.languages,
    provider: organization(course.providerNames),
    ...given('teaches', course.outcomes.flatMap(inLanguages)),
    ...durationOf(course),
    ...given('hasCourseInstance', offerings.map(instance)),
  };
}

export function offeringThing(offering: OfferingFacts): Thing {
  return { ...CONTEXT, ...instance(offering), isPartOf: { '@type': 'Course', '@id': offering.courseAddress } };
}

function instance(offering: OfferingFacts): Thing {
  const isCancelled = offering.status === OfferingStatus.CANCELLED;
  return {
    '@type': 'CourseInstance',
    '@id': offering.address,
    url: offering.address,
    courseMode: MODES[offering.mode],
    inLanguage: offering.language,
    startDate: offering.startsAt.toISOString(),
    endDate: offering.endsAt.toISOString(),
    eventStatus: `https://schema.org/${isCancelled ? 'EventCancelled' : 'EventScheduled'}`,
    maximumAttendeeCapacity: offering.capacity,
    remainingAttendeeCapacity: offering.seatsLeft,
    organizer: organization(offering.providerNames),
    ...placeOf(offering),
    offers: priceOf(offering),
  };
}

function priceOf({ price, status, seatsLeft, opensAt, closesAt }: OfferingFacts): Thing {
  const isToBeHad = status === OfferingStatus.OPEN && seatsLeft > 0;
  return {
    '@type': 'Offer',
    category: price ? 'Paid' : 'Free',
    price: price?.amount ?? '0',
    ...(price ? { priceCurrency: price.currency } : {}),
    availability: `https://schema.org/${isToBeHad ? 'InStock' : 'SoldOut'}`,
    availabilityStarts: opensAt.toISOString(),
    availabilityEnds: closesAt.toISOString(),
  };
}

function placeOf({ venue, mode, address }: OfferingFacts): Thing {
  if (mode === DeliveryMode.ONLINE) return { location: { '@type': 'VirtualLocation', url: address } };
  if (!venue) return {};
  const postal = {
    '@type': 'PostalAddress',
    addressLocality: venue.locality,
    addressCountry: venue.countryCode,
    ...(venue.address ? { streetAddress: venue.address } : {}),
  };
  return { location: { '@type': 'Place', name: venue.name, address: postal } };
}

/** Academic hours are of so many minutes; without those nothing can be said in clock time. */
function durationOf({ academicHours, minutesPerAcademicHour }: CourseFacts): Thing {
  if (academicHours === null || minutesPerAcademicHour === null) return {};
  return { timeRequired: `PT${Math.round(academicHours * minutesPerAcademicHour)}M` };
}

function organization(names: Texts): Thing {
  return { '@type': 'Organization', name: inLanguages(names) };
}

function inLanguages(texts: Texts): Thing[] {
  return Object.entries(texts).map(([locale, text]) => ({ '@language': locale, '@value': text }));
}

/** A list without members is better left out. */
function given(name: string, members: readonly unknown[]): Thing {
  return members.length > 0 ? { [name]: members } : {};
}
