import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Binds, foldQuery, readRows, type Viewer } from '#platform';
import { conditions, holding } from './catalog.conditions.js';
import type { CourseFilter } from './courses.args.js';
import { forgives, isGuessable, MOST_SIMILAR } from './forgiveness.js';
import { isMissing, plainReading, type SoughtWord } from './text-query.js';

/** Known words that one may be the beginning of. Of more, the index finds them by their beginning. */
const MOST_BEGUN = 64;

/** From so many courses on that hold the words as typed, or words that begin so, nobody is thought to have misspelt. */
export const PLENTY = 50;

/** What is known of the words that people type: each word of the catalog is there once, so it is found among some thousand. */
@Injectable()
export class Vocabulary {
  constructor(private readonly database: DataSource) {}

  /** The words of a text as they were typed; misspellings are looked for at once where one of them is nowhere. */
  async asTyped(text: string): Promise<SoughtWord[]> {
    const typed = foldQuery(text);
    const known = await this.begunWith(typed.flat());
    const words = typed.map((spellings) => {
      const begun = spellings.map((spelling) => known.get(spelling) ?? null);
      return { spellings, begun: isNamed(begun) ? [...new Set(begun.flat())] : null, similar: [] };
    });
    return isMissing(words) ? this.withSimilar(words) : words;
  }

  /** Whether so many courses of the list, of `PLENTY` at most, hold the words as they were typed. */
  async isHeldBy(
    plenty: number,
    viewer: Viewer | null,
    filter: CourseFilter,
    words: readonly SoughtWord[],
  ): Promise<boolean> {
    if (isMissing(words)) return false;
    const binds = new Binds();
    const where = `${conditions(viewer, filter, binds)} AND ${holding(words, binds)}`;
    const [row] = await readRows<{ isPlenty: boolean }>(
      this.database,
      `SELECT count(*) >= ${binds.of(plenty)} AS "isPlenty"
       FROM (SELECT FROM catalog_entry entry WHERE ${where} LIMIT ${PLENTY}) held`,
      binds.values,
    );
    return row?.isPlenty ?? false;
  }

  /** The same words, with those that each may be a misspelling of. */
  async forgiving(words: readonly SoughtWord[]): Promise<readonly SoughtWord[]> {
    return isMissing(words) ? words : this.withSimilar(words);
  }

  private async withSimilar(words: readonly SoughtWord[]): Promise<SoughtWord[]> {
    const similar = await this.similarTo(words.map(plainReading));
    return words.map((word) => ({ ...word, similar: similar.get(plainReading(word)) ?? [] }));
  }

  private async begunWith(words: readonly string[]): Promise<Map<string, string[] | null>> {
    if (words.length === 0) return new Map();
    const rows = await readRows<{ typed: string; known: string[] }>(this.database, BEGUN, [words.join(' ')]);
    const found = new Map(rows.map(({ typed, known }) => [typed, known.length > MOST_BEGUN ? null : known]));
    return new Map(words.map((word) => [word, found.has(word) ? (found.get(word) ?? null) : []]));
  }

  private async similarTo(words: readonly string[]): Promise<Map<string, string[]>> {
    const guessable = words.filter(isGuessable);
    const rows =
      guessable.length > 0
        ? await readRows<{ typed: string; known: string }>(this.database, SIMILAR, [guessable.join(' ')])
        : [];
    const forgiven = Map.groupBy(
      rows.filter(({ typed, known }) => forgives(typed, known)),
      ({ typed }) => typed,
    );
    return new Map(words.map((word) => [word, forgiven.get(word)?.map(({ known }) => known) ?? []]));
  }
}

function isNamed(begun: readonly (string[] | null)[]): begun is string[][] {
  return !begun.includes(null);
}

// Words come as one text: of an array the planner would think that it is worth a plan of its own each time.
const BEGUN = `
  SELECT typed, array_agg(known.word) AS known FROM string_to_table($1, ' ') AS typed
  CROSS JOIN LATERAL (
    SELECT word FROM catalog_word WHERE word >= typed COLLATE "C" AND word < (typed || U&'\\+10FFFF') COLLATE "C"
    ORDER BY word LIMIT ${MOST_BEGUN + 1}) known
  GROUP BY typed`;

const SIMILAR = `
  SELECT typed, alike.known FROM string_to_table($1, ' ') AS typed
  CROSS JOIN LATERAL (
    SELECT word AS known FROM catalog_word
    WHERE word % typed AND word <> typed COLLATE "C" AND length(word) >= 4 AND word !~ '[0-9]'
    ORDER BY similarity(word, typed) DESC, word LIMIT ${MOST_SIMILAR}) alike`;
