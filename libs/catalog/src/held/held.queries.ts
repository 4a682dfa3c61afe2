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
  written: string;
  words: string;
  facets: string;
  roles: string;
  provider: string;
}

/** Any transaction from this one on may write what cannot be seen yet. */
export async function horizonOf(database: DataSource): Promise<string> {
  const [row] = await onPrimary(() => prepared<{ horizon: string }>(database, HORIZON));
  return row?.horizon ?? '0';
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

/** What was written from this transaction on and can be seen, and from which one on to ask the next time. */
export async function writtenSince(
  database: DataSource,
  horizon: string,
): Promise<{ entries: Written[]; horizon: string }> {
  const rows = await onPrimary(() => prepared<Row & { horizon: string }>(database, WRITTEN_SINCE, [horizon]));
  const found = rows.filter(({ id }) => id !== null);
  return {
    entries: found.map((row) => ({ entry: entryOf(row), isPublished: row.isPublished })),
    horizon: rows[0]?.horizon ?? horizon,
  };
}

function entryOf({ id, shownAt, written, words, facets, roles, provider }: Row): HeldEntry {
  const [kinds, sectors, languages, countries] = facets.split(';').map(listOf);
  return {
    courseId: id ?? '',
    shownAt: Number(shownAt),
    written: Number(written),
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
  entry.written::text AS written, entry.words::text AS words, entry.facets,
  array_to_string(entry.role_codes, ',') AS roles, entry.provider_id AS provider`;

const HORIZON = 'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon';

const NTH = `SELECT entry.course_id AS "courseId", ${MICROSECONDS} AS "shownAt" FROM catalog_entry entry
  WHERE stage = 'PUBLISHED' ORDER BY entry.shown_at DESC, entry.course_id DESC OFFSET $1 LIMIT 1`;

const PUBLISHED_AFTER = `SELECT ${COLUMNS} FROM catalog_entry entry
  WHERE stage = 'PUBLISHED' AND (entry.shown_at, entry.course_id) > ('epoch'::timestamptz + $1::bigint * interval '1 microsecond', $2::uuid)
  ORDER BY entry.shown_at, entry.course_id LIMIT $3`;

/** Rows that came from another cluster bear numbers that are still to come here. */
const WRITTEN_SINCE = `SELECT now.horizon, ${COLUMNS}
  FROM (SELECT pg_snapshot_xmin(snapshot)::text AS horizon, pg_snapshot_xmax(snapshot) AS ahead
    FROM pg_current_snapshot() AS snapshot) now
  LEFT JOIN catalog_entry entry ON entry.written >= $1::xid8 AND entry.written < now.ahead`;
