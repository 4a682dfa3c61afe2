import { type Ahead, forReader, jsonRow, type Selection } from '#platform';

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
