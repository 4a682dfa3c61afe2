import { broughtOrganization } from '#identity';
import { type Ahead, type ReadFor, type RowPlan, readingOrder, type Selection } from '#platform';

const ORGANIZATIONS = {
  organization: 'request.organization_id',
  addressedTo: 'request.addressed_to_id',
  academy: 'request.academy_id',
};

/** Requests are read whole; the statement of a list brings along who asks and who answers. */
export function planRequests(selection: Selection): RowPlan {
  return {
    columns: null,
    brought: ({ asked, binds }: ReadFor) => {
      const order = () => binds.of(readingOrder(asked.locales));
      const all = Object.entries(ORGANIZATIONS).map(([field, id]): [string, Ahead | null] => {
        const locale = `(SELECT default_locale FROM organization WHERE id = ${id})`;
        const brought = broughtOrganization(selection.below(field), { id, locale, order });
        return [field, brought && { ...brought, sql: `CASE WHEN ${id} IS NOT NULL THEN ${brought.sql} END` }];
      });
      return new Map(all.filter((part): part is [string, Ahead] => part[1] !== null));
    },
    key: selection.key,
  };
}
