const SHORTEST = 4;

/** Whether a folded word that somebody typed may be a misspelling of a known one. Numbers are never guessed. */
export function isMisspelling(typed: string, known: string): boolean {
  const shorter = Math.min(typed.length, known.length);
  if (shorter < SHORTEST || /\d/.test(typed + known)) return false;
  return slips(typed, known) <= (shorter < 7 ? 1 : 2);
}

/** Letters lost, added, changed, or swapped with their neighbor. */
function slips(typed: string, known: string): number {
  const lines = [Array.from({ length: known.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => lines[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= typed.length; row += 1) {
    const line = [row];
    lines.push(line);
    for (let column = 1; column <= known.length; column += 1) {
      const isSame = typed[row - 1] === known[column - 1];
      const isSwapped = typed[row - 1] === known[column - 2] && typed[row - 2] === known[column - 1];
      line.push(
        Math.min(
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(typed.length, known.length);
}
