/** How one language, or one keyboard, reads some letters differently from the plain tables. */
export type Reading = Readonly<Record<string, string>>;

/** Every index and every query holds this one, so the two always meet. */
const PLAIN: Reading = {};
const YO: Reading = { ё: 'yo' };
/** Russian as passports and textbooks spell it in Latin letters. */
const SPELLED_OUT: Reading = { ё: 'yo', щ: 'shch' };
/** Kazakh and Kyrgyz ң as people write it where the letter is missing. */
const VELAR: Reading = { ң: 'ng', ñ: 'ng' };
/** Azerbaijani and Turkmen typed without their own letters. */
const BARE: Reading = { ş: 's', ç: 'c', ž: 'z' };

/** What a person in an unknown language may have meant: at most three ways, one for most words. */
export const QUERY_READINGS: readonly Reading[] = [
  PLAIN,
  // Uzbek ё; Щ in a passport; oʻ where a Russian document has у; Kazakh Latin of 2018 (ý) and older (ə).
  { ...SPELLED_OUT, õ: 'u', ý: 'u', ə: 'a' },
  // Karakalpak ў, or Uzbek ў and Tajik ҷ on a Russian keyboard; Turkmen w; the x of Maxim.
  { ё: 'yo', ў: 'u', ҷ: 'ch', w: 'v', ẍ: 'ks' },
];

const READINGS_BY_LANGUAGE: Readonly<Record<string, readonly Reading[]>> = {
  az: [PLAIN, { c: 'j', q: 'g' }, { ə: 'a', ә: 'e' }, BARE],
  kaa: [{ ё: 'yo', ў: 'u' }, PLAIN],
  kk: [PLAIN, { ...SPELLED_OUT, ý: 'u', ə: 'a' }, VELAR],
  ky: [PLAIN, SPELLED_OUT, VELAR],
  tg: [YO, PLAIN, { ...YO, ҷ: 'ch' }],
  tk: [PLAIN, { w: 'v' }, BARE],
  uz: [YO, PLAIN, { ...YO, ў: 'u', õ: 'u' }],
};

/** The readings to store a text under, the likeliest first. */
export function indexReadings(locale: string): readonly Reading[] {
  const language = locale.split('-', 1)[0] ?? '';
  const known = Object.hasOwn(READINGS_BY_LANGUAGE, language) ? READINGS_BY_LANGUAGE[language] : undefined;
  return known ?? [PLAIN, SPELLED_OUT];
}
