import { vocabulary } from '../data/words.js';

/** What people type, all languages mixed: each kind as a list of texts that find something. */
export const TYPED = {
  'a common word': () => words(({ rank }) => rank <= 30),
  'a rare word': () => words(({ rank }) => rank > 400 && rank % 4 === 0),
  'two words': () => pairsOf(words(({ rank }) => rank <= 60)),
  'the beginning of a word': () => words(({ word }) => word.length > 6).map((word) => word.slice(0, 5)),
  'a misspelt word': () => words(({ word }) => word.length > 6).map(misspelt),
  'a word in the other script': () => words(({ locale }) => locale !== 'en', inOtherScript),
};

/**
 * The same texts over and over, none twice: each time with other letters in capitals, which finds the same, but has not
 * been sought before.
 */
export function* newTexts(texts) {
  const distinct = [...new Set(texts)];
  for (let pattern = 0; pattern < 2 ** MOST_CAPITALS; pattern += 1) {
    for (const text of distinct) {
      const letters = [...text];
      const places = [...letters.keys()].filter((place) => letters[place].toUpperCase() !== letters[place]);
      if (pattern >= 2 ** places.length) continue;
      for (const [bit, place] of places.entries()) {
        if ((pattern >> bit) & 1) letters[place] = letters[place].toUpperCase();
      }
      yield letters.join('');
    }
  }
}

const MOST_CAPITALS = 16;

function words(isMeant, shown = ({ word }) => word) {
  return vocabulary()
    .filter((entry) => entry.word.length > 3 && isMeant(entry))
    .map(shown);
}

/** Far ones first, so that neighbors in the list have no word in common. */
function pairsOf(known) {
  return known.flatMap((_, step) => known.map((word, place) => `${word} ${known[(place + step + 1) % known.length]}`));
}

/** Two letters swapped, as fingers do. */
function misspelt(word) {
  const letters = [...word];
  return [...letters.slice(0, 3), letters[4], letters[3], ...letters.slice(5)].join('');
}

const TO_CYRILLIC = pairs(
  'oʻ ў gʻ ғ sh ш ch ч ya я yo ё yu ю a а b б d д e е f ф g г h ҳ i и j ж k к l л m м n н o о p п q қ r р s с t т u у v в x х y й z з ʼ ъ',
);
const TO_LATIN = pairs(
  'а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya',
);

function pairs(text) {
  return Object.fromEntries(text.match(/\S+ \S+/g).map((pair) => pair.split(' ')));
}

/** Uzbek in Cyrillic, Russian in Latin letters. */
function inOtherScript({ locale, word }) {
  return locale === 'uz'
    ? word.replace(/[og]ʻ|[sc]h|y[aou]|[a-zʼ]/g, (letters) => TO_CYRILLIC[letters] ?? letters)
    : word.replace(/[а-я]/g, (letter) => TO_LATIN[letter] ?? '');
}
