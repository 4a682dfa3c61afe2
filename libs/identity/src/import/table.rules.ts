import { type Column, guessColumns, namePeople, unheadedColumns, withChosen } from './columns.rules.js';
import type { SheetRow } from './sheet/sheet.js';

/** Rows at the top among which the header is looked for: lists often begin with a title. */
export const TOP = 10;

export interface Table {
  columns: Column[];
  /** Number of the header; 0: there is none, and the first row is data. */
  headerRow: number;
}

export interface TableWish {
  /** 0: there is none; null: look for it. */
  headerRow: number | null;
  chosenColumns: readonly Pick<Column, 'number' | 'field'>[];
}

/** Which row heads the table, and what its columns hold. */
export function tableOf(top: readonly SheetRow[], { headerRow, chosenColumns }: TableWish): Table {
  const width = Math.max(0, ...top.map(({ cells }) => cells.length));
  const header = headerRow === null ? likeliestHeader(top) : top.find(({ number }) => number === headerRow);
  const headers = header && Array.from({ length: width }, (_, place) => header.cells[place] ?? '');
  const columns = headers ? guessColumns(headers) : unheadedColumns(width);
  return { columns: withChosen(columns, chosenColumns), headerRow: header?.number ?? 0 };
}

/** The first row by which people can be named; else the first of which anything is recognized. */
function likeliestHeader(top: readonly SheetRow[]): SheetRow | undefined {
  const guesses = top.map((row) => ({ row, columns: guessColumns(row.cells) }));
  const found =
    guesses.find(({ columns }) => namePeople(columns)) ??
    guesses.find(({ columns }) => columns.some(({ field }) => field !== null));
  return found?.row;
}
