import { type Column, guessColumns, namePeople, withChosen } from './columns.rules.js';
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
  const wide = ({ cells }: SheetRow) => Array.from({ length: width }, (_, place) => cells[place] ?? '');
  const header = headerRow === null ? likeliestHeader(top) : top.find(({ number }) => number === headerRow);
  const columns = header ? guessColumns(wide(header)) : unheaded(width);
  return { columns: withChosen(columns, chosenColumns), headerRow: header?.number ?? 0 };
}

function likeliestHeader(top: readonly SheetRow[]): SheetRow | undefined {
  return top.find(({ cells }) => {
    const columns = guessColumns(cells);
    return columns.some(({ header }) => header !== null) && namePeople(columns);
  });
}

/** Without header: family name, given name, patronymic, as documents write them. */
function unheaded(width: number): Column[] {
  return guessColumns(Array.from({ length: width }, () => ''));
}
