import type { DataSource } from 'typeorm';
import { type Settings, sentence } from '#platform';
import { findStoredFile } from '../file/stored-file.js';
import type { MemberImport } from '../member-import.entity.js';
import type { RowProblem } from '../row-problem.js';
import { readSheet } from '../sheet/read-sheet.js';

const ROWS_AT_ONCE = 1_000;

interface FailedRow {
  number: number;
  problems: RowProblem[];
}

/**
 * The rows that stay out, as they stand in the file, each with its reasons in a column of its own; first the header.
 * The file is read anew, so that nothing of it need be kept twice.
 */
export async function* failedRowsOf(
  database: DataSource,
  keys: Settings['secretKeys'],
  list: MemberImport,
  locales: readonly string[],
): AsyncGenerator<string[]> {
  const file = await findStoredFile(database, keys, list.fileId);
  if (!file) return;
  const width = list.columns.length;
  const withReason = (cells: readonly string[], reason: string) => [
    ...Array.from({ length: width }, (_, place) => cells[place] ?? ''),
    reason,
  ];
  yield withReason(
    list.columns.map(({ header }) => header ?? ''),
    sentence(locales, 'identity.reason-column'),
  );
  const failed = failedIn(database, list.id);
  let next = await failed.next();
  for await (const rows of await readSheet(file)) {
    for (const { number, cells } of rows) {
      if (next.done) return;
      if (next.value.number !== number) continue;
      yield withReason(cells, reasonOf(next.value, locales));
      next = await failed.next();
    }
  }
}

function reasonOf({ problems }: FailedRow, locales: readonly string[]): string {
  return problems
    .map(({ fault, row }) => sentence(locales, 'identity.row-problem', { fault, row: String(row) }))
    .join(' ');
}

async function* failedIn(database: DataSource, importId: string): AsyncGenerator<FailedRow> {
  let last = 0;
  while (true) {
    const rows: FailedRow[] = await database.query(
      `SELECT number, problems FROM member_import_row
       WHERE import_id = $1 AND number > $2 AND outcome IN ('DUPLICATE', 'ERROR') ORDER BY number LIMIT $3`,
      [importId, last, ROWS_AT_ONCE],
    );
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) return;
    last = (rows.at(-1) as FailedRow).number;
  }
}
