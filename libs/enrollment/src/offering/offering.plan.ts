import type { Ahead, RowPlan, Selection } from '#platform';
import { broughtInstructors } from '../instructor/instructor.plan.js';
import { broughtVenue } from '../venue/venue.plan.js';
import type { Offering } from './offering.entity.js';

type Column = keyof Offering & string;

const SEATS: readonly Column[] = ['capacity', 'confirmed', 'offered', 'held', 'reserved'];

/** Columns a field is read from; of a field that is not here nothing is known, and all columns are read. */
const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  __typename: [],
  id: [],
  status: ['status'],
  mode: ['mode'],
  language: ['language'],
  timeZone: ['timeZone'],
  startsAt: ['startsAt'],
  endsAt: ['endsAt'],
  opensAt: ['opensAt'],
  closesAt: ['closesAt'],
  capacity: ['capacity'],
  minimum: ['minimum'],
  seatsTaken: SEATS,
  seatsReserved: SEATS,
  seatsLeft: SEATS,
  waitlistLimit: ['waitlistLimit'],
  waitlistLength: ['waiting'],
  asksApproval: ['asksApproval'],
  cancelReason: ['cancelReason'],
  course: ['courseId'],
  courseVersionNumber: ['courseVersionId'],
  provider: ['providerId'],
  venue: ['venueId'],
  sessions: [],
  instructors: [],
  price: ['priceAmount', 'priceCurrency'],
};

const plans = new WeakMap<Selection, RowPlan>();

/** What a list of offerings reads of each, and what its statement brings along for the fields below. */
export function planOfferings(selection: Selection): RowPlan {
  const plan = plans.get(selection) ?? newPlan(selection);
  plans.set(selection, plan);
  return plan;
}

function newPlan(selection: Selection): RowPlan {
  const columns = selection.names.map((field) => COLUMNS[field]);
  const isKnown = columns.every((list) => list !== undefined);
  const brought: [string, Ahead | null][] = [
    ['venue', broughtVenue(selection.below('venue'), 'offering.venue_id')],
    ['instructors', broughtInstructors(selection.below('instructors'), 'offering.id')],
  ];
  const read = isKnown ? ['id', ...new Set(columns.flat() as Column[])] : null;
  const parts = brought.filter((part): part is [string, Ahead] => part[1] !== null);
  return {
    columns: read,
    brought: new Map(parts),
    key: JSON.stringify([read, parts.map(([field, { sql }]) => [field, sql])]),
  };
}
