import { allowedIn } from '#identity';
import { type Binds, type Viewer } from '#platform';

/** Condition: the viewer edits courses of the provider that this column names. */
export function editableBy(viewer: Viewer | null, providerColumn: string, binds: Binds): string {
  return viewer ? binds.predicate(allowedIn(providerColumn, viewer, 'course.edit')) : 'false';
}

/** Condition on `catalog_entry entry`: once published it is for everybody, before that for its editors. */
export function visibleTo(viewer: Viewer | null, binds: Binds): string {
  return `(entry.published_at IS NOT NULL OR ${editableBy(viewer, 'entry.provider_id', binds)})`;
}
