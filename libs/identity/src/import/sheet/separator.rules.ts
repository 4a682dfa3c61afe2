const SEPARATORS = [',', ';', '\t'] as const;

/** What separates the cells: of the three, the one that stands most often in the first line, outside of quotes. */
export function separatorOf(text: string): string {
  const line = text.trimStart().split(/\r?\n/, 1)[0] ?? '';
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((sign) => bare.split(sign).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
