import { registerEnumType } from '@nestjs/graphql';

/** One row of a table; the number is what a spreadsheet shows beside it, from 1. Blank rows are left out. */
export interface SheetRow {
  number: number;
  /** As people see them, trimmed; days as ISO days. Column A first; missing ones at the end are left out. */
  cells: string[];
}

/** Pieces of a table of any length, in order. */
export type Sheet = AsyncIterable<SheetRow[]>;

/** Why a file cannot be read as a table at all. */
export enum FileFault {
  EMPTY = 'EMPTY',
  BROKEN = 'BROKEN',
  OLD_FORMAT = 'OLD_FORMAT',
  NOT_A_TABLE = 'NOT_A_TABLE',
  QUOTE_NOT_CLOSED = 'QUOTE_NOT_CLOSED',
  TOO_LARGE_UNPACKED = 'TOO_LARGE_UNPACKED',
  TOO_MANY_ROWS = 'TOO_MANY_ROWS',
  NAMES_NOT_FOUND = 'NAMES_NOT_FOUND',
}

registerEnumType(FileFault, {
  name: 'FileFault',
  description: 'Why a file cannot be read. Expect values to be added.',
  valuesMap: {
    EMPTY: { description: 'There is no row in it.' },
    BROKEN: { description: 'It is damaged, or was cut off.' },
    OLD_FORMAT: { description: 'It is an .xls of long ago, or locked by a password.' },
    NOT_A_TABLE: { description: 'It is neither CSV nor XLSX.' },
    QUOTE_NOT_CLOSED: { description: 'A quotation mark opens a cell and none closes it.' },
    TOO_LARGE_UNPACKED: { description: 'Unpacked, it is larger than what is read.' },
    TOO_MANY_ROWS: { description: 'It has more rows than one file may have.' },
    NAMES_NOT_FOUND: { description: 'No column with names was recognized; say which they are.' },
  },
});

/** Thrown by who reads a file that cannot be read. */
export class UnreadableFile extends Error {
  constructor(readonly fault: FileFault) {
    super(fault);
  }
}
