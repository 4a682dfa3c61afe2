import { foldForIndex } from '#platform';
import type { CourseKind } from '../course/course-kind.js';

const LONGEST = 70;

/** A slug made from a title in any script; from the kind, where the title has no Latin reading. */
export function slugOf(title: string, locale: string, kind: CourseKind): string {
  const words = title
    .split(/[^\p{L}\p{M}\p{N}'`‘’ʻʼ]+/u)
    .map((word) => latin(word, locale))
    .filter((word) => word !== '');
  const slug = shortened(words).join('-');
  return slug.length >= 3 ? slug : kind.toLowerCase().replaceAll('_', '-');
}

/** As it is written where that is Latin but for its marks; else as it sounds. */
function latin(word: string, locale: string): string {
  const bare = word
    .normalize('NFKD')
    .replaceAll(/[\p{M}'`‘’ʻʼ]/gu, '')
    .toLowerCase();
  if (/^[a-z0-9]*$/.test(bare)) return bare;
  const [sound = ''] = foldForIndex(word, locale).split(' ', 1);
  return sound.replaceAll(/[^a-z0-9]/g, '');
}

/** Whole words, as many as fit. */
function shortened(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    if ([...kept, word].join('-').length > LONGEST) break;
    kept.push(word);
  }
  return kept.length > 0 ? kept : words.slice(0, 1).map((word) => word.slice(0, LONGEST));
}
