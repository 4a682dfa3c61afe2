const MARK = '\uFEFF';
const SEPARATOR = ';';

/** A table as CSV. What a spreadsheet would take for a formula begins with an apostrophe, so that it stays a text. */
export async function* csvOf(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield MARK;
  for await (const cells of rows) yield `${cells.map(guarded).map(quoted).join(SEPARATOR)}\r\n`;
}

/** Whoever wrote the list is not who opens it: a formula in a name would run on the officer’s machine. */
function guarded(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /["\r\n;,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
