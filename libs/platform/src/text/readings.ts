import { CYRILLIC_LETTERS } from './cyrillic.letters.js';
import { LATIN_LETTERS } from './latin.letters.js';

/**
 * The sound of each letter, at its UTF-16 code: by its text it takes eight times as long to find. A letter that is not
 * there loses its mark and sounds as its base does plainly; without one it is of another script, has no sound and falls out.
 */
export type Reading = readonly (string | undefined)[];

/** How one language, or one keyboard, reads some letters differently from the plain tables. */
type Peculiar = Readonly<Record<string, string>>;

/** Every index and every query holds this one, so the two always meet. */
const PLAIN: Peculiar = {};
const YO: Peculiar = { ё: 'yo' };
/** Russian as passports and textbooks spell it in Latin letters. */
const SPELLED_OUT: Peculiar = { ё: 'yo', щ: 'shch' };
/** Kazakh and Kyrgyz ң as people write it where the letter is missing. */
const VELAR: Peculiar = { ң: 'ng', ñ: 'ng' };
/** Azerbaijani and Turkmen typed without their own letters. */
const BARE: Peculiar = { ş: 's', ç: 'c', ž: 'z' };

/** What a person in an unknown language may have meant: at most three ways, one for most words. */
export const QUERY_READINGS: readonly Reading[] = [
  PLAIN,
  // Uzbek ё; Щ in a passport; oʻ where a Russian document has у; Kazakh Latin of 2018 (ý) and older (ə).
  { ...SPELLED_OUT, õ: 'u', ý: 'u', ə: 'a' },
  // Karakalpak ў, or Uzbek ў and Tajik ҷ on a Russian keyboard; Turkmen w; the x of Maxim.
  { ё: 'yo', ў: 'u', ҷ: 'ch', w: 'v', ẍ: 'ks' },
].map(readingOf);

const READINGS_BY_LANGUAGE: ReadonlyMap<string, readonly Reading[]> = new Map(
  Object.entries({
    az: [PLAIN, { c: 'j', q: 'g' }, { ə: 'a', ә: 'e' }, BARE],
    kaa: [{ ё: 'yo', ў: 'u' }, PLAIN],
    kk: [PLAIN, { ...SPELLED_OUT, ý: 'u', ə: 'a' }, VELAR],
    ky: [PLAIN, SPELLED_OUT, VELAR],
    tg: [YO, PLAIN, { ...YO, ҷ: 'ch' }],
    tk: [PLAIN, { w: 'v' }, BARE],
    uz: [YO, PLAIN, { ...YO, ў: 'u', õ: 'u' }],
  }).map(([language, peculiar]) => [language, peculiar.map(readingOf)]),
);
export const PLAIN_READING = readingOf(PLAIN);
const OTHER_READINGS = [PLAIN, SPELLED_OUT].map(readingOf);

/** The readings to store a text under, the likeliest first. */
export function indexReadings(locale: string): readonly Reading[] {
  const language = locale.split('-', 1)[0] ?? '';
  return READINGS_BY_LANGUAGE.get(language) ?? OTHER_READINGS;
}

function readingOf(peculiar: Peculiar): Reading {
  const reading: string[] = [];
  for (const sign of 'abcdefghijklmnopqrstuvwxyz0123456789') reading[sign.charCodeAt(0)] = sign;
  for (const [letter, sound] of Object.entries({ ...LATIN_LETTERS, ...CYRILLIC_LETTERS, ...peculiar })) {
    reading[letter.charCodeAt(0)] = sound;
  }
  return reading;
}
