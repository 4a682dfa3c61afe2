type Cell = string | number | boolean | null;

/**
 * A table as spreadsheets open it: UTF-8 told by a mark, every text in quotes. A text that a spreadsheet would take for
 * a formula gets an apostrophe, so that nothing an editor wrote is ever calculated.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
