import type { DataSource } from 'typeorm';
import type { RowPlan, Selection } from '#platform';
import { broughtOffering } from '../offering/offering.plan.js';

/** What a list of enrollments brings along for the fields below. */
export function planEnrollments(database: DataSource, selection: Selection): RowPlan {
  return {
    columns: null,
    brought: (reading) => {
      const offering = broughtOffering(database, selection.below('offering'), 'enrollment.offering_id', reading);
      return new Map(offering ? [['offering', offering]] : []);
    },
    key: selection.key,
  };
}
