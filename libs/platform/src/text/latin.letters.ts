/** Latin letters that plain removal of the mark would read wrongly. All others lose their mark: ö → o, ǵ → g, ý → y. */
export const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ş: 'sh',
  ș: 'sh',
  š: 'sh',
  ç: 'ch',
  č: 'ch',
  ž: 'zh',
  ə: 'e',
  ı: 'i',
  ß: 's',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ŋ: 'n',
};

/** Every sign that has been seen after the o and g of Uzbek, or in its place for the glottal stop. */
export const APOSTROPHES = "'`ʹʺʻʼʽʾʿˈˊˋ‘’‛′‵ꞌ";

/**
 * Spellings that one letter stands for from here on, so that a reading can speak of them.
 * õ is Uzbek oʻ; č keeps `ch` apart from a lone c; ẍ is an x inside a word, which Russian names read as ks.
 */
export const LATIN_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`o(?=[${APOSTROPHES}])`, 'gu'), 'õ'],
  [/ch/gu, 'č'],
  [/(?<=\p{L})x/gu, 'ẍ'],
];
