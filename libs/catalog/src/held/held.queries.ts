import type { DataSource } from 'typeorm';
import { onPrimary, prepared } from '#platform';
import type { HeldEntry, Place } from './held-entries.js';

/** Entries that are read at once; their words are taken in before anybody else has a turn. */
const AT_ONCE = 100;

export interface Written {
  entry: HeldEntry;
  isPublished: boolean;
}

/** Rows as they come, shorter than values made ready by the driver. */
interface Row {
  id: string | null;
  isPublished: boolean;
  shownAt: string;
  words: string;
  facets: string;
  roles: string;
  provider: string;
}

/** Which transactions have ended by now, as PostgreSQL writes it. */
export async function snapshotOf(database: DataSource): Promise<string> {
  const [row] = await onPrimary(() => prepared<{ snapshot: string }>(database, SNAPSHOT));
  return (row as { snapshot: string }).snapshot;
}

/** Place of the entry before which there are so many newer ones; null: there are no more than that. */
export async function placeAfter(database: DataSource, count: number): Promise<Place | null> {
  const [row] = await onPrimary(() => prepared<{ courseId: string; shownAt: string }>(database, NTH, [count]));
  return row ? { courseId: row.courseId, shownAt: Number(row.shownAt) } : null;
}

/** Published entries that are newer than this place, the oldest first, some at a time. */
export async function* publishedAfter(database: DataSource, start: Place | null): AsyncGenerator<HeldEntry[]> {
  let last = start ?? { courseId: '00000000-0000-0000-0000-000000000000', shownAt: 0 };
  for (let isMore = true; isMore; ) {
    const { courseId, shownAt } = last;
    const rows = await onPrimary(() => prepared<Row>(database, PUBLISHED_AFTER, [shownAt, courseId, AT_ONCE]));
    const entries = rows.map(entryOf);
    yield entries;
    last = entries.at(-1) ?? last;
    isMore = entries.length === AT_ONCE;
  }
}

/** What was written by transactions that had not ended at this snapshot and have now, and the snapshot to ask with next. */
export async function writtenSince(
  database: DataSource,
  before: string,
): Promise<{ entries: Written[]; snapshot: string }> {
  const rows = await onPrimary(() => prepared<Row & { snapshot: string }>(database, WRITTEN_SINCE, [before]));
  const found = rows.filter(({ id }) => id !== null);
  return {
    entries: found.map((row) => ({ entry: entryOf(row), isPublished: row.isPublished })),
    snapshot: rows[0]?.snapshot ?? before,
  };
}

function entryOf({ id, shownAt, words, facets, roles, provider }: Row): HeldEntry {
  const [kinds, sectors, languages, countries] = facets.split(';').map(listOf);
  return {
    courseId: id ?? '',
    shownAt: Number(shownAt),
    // As PostgreSQL writes them: 'one' 'two'.
    words: words === '' ? [] : words.slice(1, -1).split("' '"),
    values: {
      kinds: kinds ?? [],
      sectors: sectors ?? [],
      languages: languages ?? [],
      countries: countries ?? [],
      roles: listOf(roles),
      providers: [provider],
    },
  };
}

function listOf(values: string): string[] {
  return values === '' ? [] : values.split(',');
}

const MICROSECONDS = '(extract(epoch FROM entry.shown_at) * 1000000)::bigint';

const COLUMNS = `entry.course_id AS id, entry.stage = 'PUBLISHED' AS "isPublished", ${MICROSECONDS} AS "shownAt",
  entry.words::text AS words, entry.facets,
  array_to_string(entry.role_codes, ',') AS roles, entry.provider_id AS provider`;

const SNAPSHOT = 'SELECT pg_current_snapshot()::text AS snapshot';

const NTH = `SELECT entry.course_id AS "courseId", ${MICROSECONDS} AS "shownAt" FROM catalog_entry entry
  WHERE stage = 'PUBLISHED' ORDER BY entry.shown_at DESC, entry.course_id DESC OFFSET $1 LIMIT 1`;

const PUBLISHED_AFTER = `SELECT ${COLUMNS} FROM catalog_entry entry
  WHERE stage = 'PUBLISHED' AND (entry.shown_at, entry.course_id) > ('epoch'::timestamptz + $1::bigint * interval '1 microsecond', $2::uuid)
  ORDER BY entry.shown_at, entry.course_id LIMIT $3`;

/** Rows that came from another cluster may bear numbers of transactions that are still to come here. */
const WRITTEN_SINCE = `SELECT now.snapshot::text AS snapshot, ${COLUMNS}
  FROM pg_current_snapshot() AS now (snapshot)
  LEFT JOIN catalog_entry entry ON entry.written >= pg_snapshot_xmin($1::pg_snapshot)
    AND entry.written < pg_snapshot_xmax(now.snapshot) AND NOT pg_visible_in_snapshot(entry.written, $1::pg_snapshot)`;
