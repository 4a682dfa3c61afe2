/** Letters by which a word is known again, whatever its ending. */
const STEM = 5;
/** Shorter words say little. */
const SHORTEST = 4;

/** What folded words are known by in any form, each once: their first letters. Needs no dictionary of a language. */
export function stemsOf(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word.length >= SHORTEST).map((word) => word.slice(0, STEM)))];
}
