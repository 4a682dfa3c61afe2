import { forgives, isGuessable, MOST_SIMILAR } from '../catalog/forgiveness.js';
import type { Bits } from './bits.js';
import { copyOf, HeldWords } from './held-words.js';
import type { Numbers } from './number-lists.js';
import { STRIDE } from './steps.js';

/** Known words by their trigrams, so that those which a typed one may stand for are found among all; as `pg_trgm` does. */
export class SimilarWords {
  private readonly words: string[] = [];
  private readonly trigramCounts: number[] = [];
  private readonly byTrigram = new HeldWords();

  /** One that is not known yet. */
  add(word: string): void {
    if (!isGuessable(word)) return;
    const trigrams = trigramsOf(word);
    const number = this.words.push(copyOf(word)) - 1;
    this.trigramCounts.push(trigrams.size);
    for (const trigram of trigrams) this.byTrigram.add(trigram, number);
  }

  /** The nearest that forgive this word its spelling. */
  to(typed: string): string[] {
    if (!isGuessable(typed)) return [];
    const trigrams = trigramsOf(typed);
    const shared = new Tally(this.words.length);
    for (const trigram of trigrams) this.byTrigram.addHolders(shared, trigram);
    // Both together have as many as the typed one at least.
    const least = LEAST_SIMILARITY * trigrams.size;
    const alike: { word: string; similarity: number }[] = [];
    for (let number = 0; number < this.words.length; number += 1) {
      const count = shared.of(number);
      if (count < least) continue;
      const similarity = count / (trigrams.size + (this.trigramCounts[number] ?? 0) - count);
      const word = this.words[number] ?? '';
      if (similarity >= LEAST_SIMILARITY && word !== typed) alike.push({ word, similarity });
    }
    return alike
      .sort((one, other) => other.similarity - one.similarity || (one.word < other.word ? -1 : 1))
      .slice(0, MOST_SIMILAR)
      .map(({ word }) => word)
      .filter((word) => forgives(typed, word));
  }
}

/** What `pg_trgm.similarity_threshold` is, unless somebody sets it. */
const LEAST_SIMILARITY = 0.3;

/** How often each number was added. */
class Tally implements Numbers {
  private readonly counts: Uint8Array;

  constructor(end: number) {
    this.counts = new Uint8Array(end);
  }

  addSteps(steps: Uint16Array, from: number): number {
    const { counts } = this;
    let number = from;
    for (let place = 0; place < steps.length; place += 1) {
      const step = steps[place] ?? 0;
      number += step;
      if (step !== STRIDE) counts[number] = (counts[number] ?? 0) + 1;
    }
    return number;
  }

  addAll(numbers: Bits): void {
    for (let number = numbers.largestBelow(this.counts.length); number >= 0; number = numbers.largestBelow(number)) {
      this.counts[number] = this.of(number) + 1;
    }
  }

  of(number: number): number {
    return this.counts[number] ?? 0;
  }
}

function trigramsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: word.length + 1 }, (_, start) => padded.slice(start, start + 3)));
}
