import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { StoredFile } from '../file/stored-file.js';
import { separatorOf } from './separator.rules.js';
import { FileFault, type SheetRow, UnreadableFile } from './sheet.js';

/** Longest row in characters: a quotation mark that nobody closes must not swallow the whole file into memory. */
const LONGEST_ROW = 100_000;
const ROWS_AT_ONCE = 500;

/** Rows of a CSV file, in UTF-8, UTF-16 with a mark, or windows-1251; separated by commas, semicolons or tabs. */
export async function* csvRows(file: StoredFile): AsyncGenerator<SheetRow[]> {
  const encoding = await encodingOf(file);
  const delimiter = await separatorIn(file, encoding);
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  pipeline(Readable.from(textOf(file, encoding)), parser, () => {});
  let rows: SheetRow[] = [];
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      const trimmed = cells.map((cell) => cell.trim());
      if (trimmed.every((cell) => cell === '')) continue;
      rows.push({ number, cells: trimmed });
      if (rows.length < ROWS_AT_ONCE) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(FileFault.QUOTE_NOT_CLOSED);
    throw error;
  }
  yield rows;
}

/** By its mark; else UTF-8 if all of it is, else what Windows writes here. */
async function encodingOf(file: StoredFile): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const bytes of file.bytes()) {
      if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
      if (isFirst && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
      if (bytes.includes(0)) throw new UnreadableFile(FileFault.NOT_A_TABLE);
      decoder.decode(bytes, { stream: true });
      isFirst = false;
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    return 'windows-1251';
  }
}

/** Without the mark that may stand at its start. */
async function* textOf(file: StoredFile, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of file.bytes()) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function separatorIn(file: StoredFile, encoding: string): Promise<string> {
  for await (const text of textOf(file, encoding)) return separatorOf(text);
  return ',';
}
