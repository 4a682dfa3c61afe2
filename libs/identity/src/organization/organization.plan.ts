import { type Ahead, forReader, jsonRow, type ReadFor, type RowPlan, readingOrder, type Selection } from '#platform';
import type { Organization } from './organization.entity.js';

const BROUGHT = new Set(['id', 'name', 'nameLocale', '__typename']);

/**
 * An organization in a statement that reads something of its own: what is selected of it, where that is no more than who
 * it is. Null: more is selected, or none, and the loaders answer. `id` and `locale` (the organization’s own) are
 * columns of that statement, `order` answers with where it binds the reading order.
 */
export function broughtOrganization(
  selection: Selection,
  { id, locale, order }: { id: string; locale: string; order: () => string },
): Ahead | null {
  const { names } = selection;
  const isPlain = names.every((field) => BROUGHT.has(field) && selection.isPlain(field));
  if (names.length === 0 || !isPlain) return null;
  const isNamed = selection.has('name', 'nameLocale');
  const row = jsonRow({ id }, isNamed ? { name: 'named.name', nameLocale: 'named.locale' } : {});
  const read = (values: unknown) => values && row.read(values as unknown[]);
  if (!isNamed) return { sql: row.sql, read };
  const named = forReader({
    columns: `${row.sql} AS it`,
    from: `organization_name named WHERE named.organization_id = ${id}`,
    locale: 'named.locale',
    order: order(),
    fallback: locale,
    last: 'named.locale',
  });
  return { sql: `(${named})`, read };
}

const NAMES = ['name', 'nameLocale'];

type Column = keyof Organization & string;

/** Columns a field is read from; of a field that is not here nothing is known, and all columns are read. */
const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  __typename: [],
  id: [],
  name: ['defaultLocale'],
  nameLocale: ['defaultLocale'],
  names: [],
  kind: ['kind'],
  status: ['closedAt'],
  country: ['countryCode'],
  subdivision: ['subdivisionCode'],
  sectoralParent: ['sectoralParentId'],
  territorialParent: ['territorialParentId'],
  successor: ['successorId'],
  children: [],
  sectors: [],
  memberCount: [],
};

/** Columns of the others that an organization stands beside. */
const OTHERS = {
  sectoralParent: 'sectoral_parent_id',
  territorialParent: 'territorial_parent_id',
  successor: 'successor_id',
};

/** What a list of organizations, under this name in its statement, brings along for the fields below. */
export function planOrganizations(selection: Selection, alias: string): RowPlan {
  const columns = selection.names.map((field) => COLUMNS[field]);
  const isKnown = columns.every((list) => list !== undefined);
  return {
    columns: isKnown ? ['id', ...new Set(columns.flat() as Column[])] : null,
    brought: ({ asked, binds }: ReadFor) => {
      let bound: string | undefined;
      const order = () => {
        bound ??= binds.of(readingOrder(asked.locales));
        return bound;
      };
      return new Map([...broughtNames(selection, alias, order), ...broughtOthers(selection, alias, order)]);
    },
    key: selection.key,
  };
}

function broughtNames(selection: Selection, alias: string, order: () => string): [string, Ahead][] {
  const fields = NAMES.filter((field) => selection.has(field));
  if (fields.length === 0 || !fields.every((field) => selection.isPlain(field))) return [];
  const named = forReader({
    columns: 'named.name, named.locale',
    from: `organization_name named WHERE named.organization_id = ${alias}.id`,
    locale: 'named.locale',
    order: order(),
    fallback: `${alias}.default_locale`,
    last: 'named.locale',
  });
  const join = `LEFT JOIN LATERAL (${named}) named ON true`;
  // The resolver says what is wrong with an organization without names.
  const read = (text: unknown) => text ?? undefined;
  return fields.map((field, place) => {
    const sql = field === 'name' ? 'named.name' : 'named.locale';
    return [field, place === 0 ? { sql, join, read } : { sql, read }];
  });
}

function broughtOthers(selection: Selection, alias: string, order: () => string): [string, Ahead][] {
  return Object.entries(OTHERS).flatMap(([field, column]) => {
    const id = `${alias}.${column}`;
    const locale = `(SELECT default_locale FROM organization WHERE id = ${id})`;
    const other = broughtOrganization(selection.below(field), { id, locale, order });
    return other ? [[field, { ...other, sql: `CASE WHEN ${id} IS NOT NULL THEN ${other.sql} END` }]] : [];
  });
}
