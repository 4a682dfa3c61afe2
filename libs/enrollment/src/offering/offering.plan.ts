import type { DataSource } from 'typeorm';
import { broughtCourse } from '#catalog';
import { broughtOrganization } from '#identity';
import {
  type Ahead,
  joinsOf,
  plannedColumnsOf,
  type ReadFor,
  type RowPlan,
  readingOrder,
  type Selection,
} from '#platform';
import { Offering } from './offering.entity.js';

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
  instructors: ['instructorIds'],
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
  return {
    columns: isKnown ? ['id', ...new Set(columns.flat() as Column[])] : null,
    brought: (reading) => {
      const all: [string, Ahead | null][] = [
        ['course', broughtCourse(selection.below('course'), 'offering.course_id', reading)],
        ['provider', broughtProvider(selection.below('provider'), reading)],
      ];
      return new Map(all.filter((part): part is [string, Ahead] => part[1] !== null));
    },
    key: selection.key,
  };
}

/** An offering in a statement that reads something of its own and has the offering’s id in this column. Null: not selected. */
export function broughtOffering(
  database: DataSource,
  selection: Selection,
  idColumn: string,
  reading: ReadFor,
): Ahead | null {
  if (selection.names.length === 0) return null;
  const { columns, brought } = planOfferings(selection);
  const along = brought(reading);
  const { elements, read } = plannedColumnsOf(database, Offering, 'offering', columns, along);
  return {
    sql: `(SELECT json_build_array(${elements.join(', ')})
      FROM offering ${joinsOf(along)} WHERE offering.id = ${idColumn})`,
    read: (values) => values && read(values as unknown[]),
  };
}

function broughtProvider(selection: Selection, { asked, binds }: ReadFor): Ahead | null {
  return broughtOrganization(selection, {
    id: 'offering.provider_id',
    locale: '(SELECT default_locale FROM organization WHERE id = offering.provider_id)',
    order: () => binds.of(readingOrder(asked.locales)),
  });
}
