import { allowedAmong, allowedIn } from '#identity';
import { type Binds, type Viewer } from '#platform';

/** Condition: the viewer edits courses of the provider that this column names. */
export function editableBy(viewer: Viewer | null, providerColumn: string, binds: Binds): string {
  return viewer ? binds.predicate(allowedIn(providerColumn, viewer, 'course.edit')) : 'false';
}

/**
 * The same condition on `catalog_entry entry` for lists of what is not published, asked of each provider once: there are
 * few of them. They are found by going from one to the next in the index that begins with them. An array, so that their
 * courses are found by it too.
 */
export function ofEditableProvider(viewer: Viewer | null, binds: Binds): string {
  if (!viewer) return 'false';
  const next = (beyond: string) => `(SELECT provider_id FROM catalog_entry
    WHERE NOT stage = 'PUBLISHED' AND ${beyond} ORDER BY provider_id LIMIT 1)`;
  return `entry.provider_id = ANY(ARRAY(
    WITH RECURSIVE provider (id) AS (
      ${next('true')} UNION ALL SELECT ${next('provider_id > provider.id')} FROM provider WHERE provider.id IS NOT NULL)
    ${binds.predicate(allowedAmong('provider', viewer, 'course.edit'))}))`;
}

/** Condition on `catalog_entry entry`: once published it is for everybody, before that for its editors. */
export function visibleTo(viewer: Viewer | null, binds: Binds): string {
  return `(entry.published_at IS NOT NULL OR ${editableBy(viewer, 'entry.provider_id', binds)})`;
}
