import { WORD_LIMIT } from './words.js';

/**
 * What the spellings of one sound come down to, in this order. Both scripts pass through the same rules, so a false
 * reading (the s and h of Isʼhoq) is false on both sides and still meets itself.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  // One letter for one sound.
  [/dzh|dj|zh/g, 'j'],
  [/tsh/g, 'ch'],
  [/sch/g, 'shch'],
  [/(?<![a-z])shch/g, 'sh'],
  [/kh|x/g, 'h'],
  [/gh/g, 'g'],
  [/q/g, 'k'],
  [/w/g, 'u'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  // Loans: buxgalter is also bugʻalter, sektsiya is also seksiya.
  [/(?<![sc])hg/g, 'g'],
  [/ts(?=[aeiouy])/g, 's'],
  // и й і ы ı y are one sound. It fades before e (yer, poyezd) and between consonant and u (byudjet is also büdjet).
  [/(?<![bcdfghjklmnpqrstvwxz])[iy]+(?=e)/g, ''],
  [/(?<=[bcdfghjklmnpqrstvwxz])[iy]+(?=u)/g, ''],
  [/(?<![a-z])[iy]+(?=[aou])/g, 'y'],
  [/(?<=[a-z])[iy]+|[iy]+(?![aouiy])/g, 'i'],
  [/(sh|ch|[a-z])\1+/g, '$1'],
  // Latin Uzbek writes sentabr and oktabr.
  [/(?<=n|k)tiabr/g, 'tabr'],
];

/** Applies the rules until nothing changes, so that a folded word folds to itself. */
export function settle(draft: string): string {
  let settled = draft;
  let before: string;
  do {
    before = settled;
    for (const [spelling, sound] of RULES) settled = settled.replace(spelling, sound);
    settled = settled.slice(0, WORD_LIMIT);
  } while (settled !== before);
  return settled;
}
