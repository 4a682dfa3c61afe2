import { byReader, type Selection } from '#platform';

const BROUGHT = new Set(['id', 'name', 'nameLocale', '__typename']);

/**
 * An organization in a statement that reads something of its own: SQL for what is selected of it, where that is no more
 * than who it is. Null: more is selected, or none, and the loaders answer. `id` and `locale` (the organization’s own) are
 * columns of that statement, `order` answers with where it binds the reading order.
 */
export function broughtOrganization(
  selection: Selection,
  { id, locale, order }: { id: string; locale: string; order: () => string },
): string | null {
  const { names } = selection;
  const isPlain = names.every((field) => BROUGHT.has(field) && selection.isPlain(field));
  if (names.length === 0 || !isPlain) return null;
  if (!selection.has('name', 'nameLocale')) return `json_build_object('id', ${id})`;
  return `(SELECT json_build_object('id', ${id}, 'brought', json_build_object('name', named.name, 'nameLocale', named.locale))
    FROM organization_name named WHERE named.organization_id = ${id}
    ORDER BY ${byReader('named.locale', order(), locale)}, named.locale LIMIT 1)`;
}
