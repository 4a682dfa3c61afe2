import { vocabulary } from '../data/words.js';

const CARD = 'edges { node { id title summary provider { name } sectors { name } } }';
const FACETS =
  'facets { isWhole kinds { value count } sectors { sector { name } count } languages { value count } countries { country { name } count } }';
const PAGE = `{ courses(first: 20) { ${CARD} } }`;
const SEARCH = `query ($text: String!) { courses(first: 20, filter: { text: $text }) { ${CARD} ${FACETS} } }`;

/** Words of the trade in the other script than that of the courses. */
const IN_CYRILLIC = ['меҳнат', 'касаба', 'уюшмаси', 'хавфсизлик', 'қонун', 'ўқитувчи', 'шартнома', 'суғурта'];

/** What people type, all languages mixed. */
const TYPED = {
  'a common word': () => words(({ rank }) => rank <= 30),
  'a rare word': () => words(({ rank }) => rank > 400 && rank % 40 === 0),
  'two words': () =>
    words(({ rank }) => rank <= 20).map((word, place, all) => `${word} ${all[(place * 7 + 3) % all.length]}`),
  'the beginning of a word': () =>
    words(({ rank, word }) => rank <= 60 && word.length > 6).map((word) => word.slice(0, 5)),
  'a misspelt word': () => words(({ rank, word }) => rank <= 60 && word.length > 6).map(misspelt),
  'a word in the other script': () => IN_CYRILLIC,
};

const NEW_TEXTS = 3_000;

/** Makes texts that nobody sought before: each call other ones, until all pairs of known words are used up. */
function newTexts() {
  const known = words(({ rank }) => rank <= 60);
  let place = 0;
  return () =>
    Array.from({ length: NEW_TEXTS }, () => {
      place += 1;
      return `${known[place % known.length]} ${known[Math.floor(place / known.length) % known.length]}`;
    });
}

const PLAN = { good: '"title":', repeats: true };

/** The plain page first: no search may take more than twice its time. */
export const search = {
  name: 'search',
  writes: false,
  /** The 100,000 courses of the large data, without waiting for the rest of it. */
  size: 'catalog',
  does: '20 courses found by a text, with all facets, beside 20 courses without either',

  async prepare(ground) {
    const program = await ground.ours();
    const side = (name, requests) => ({ name, program, plan: () => ({ ...PLAN, requests }) });
    const fresh = newTexts();
    return [
      side('the plain page', [asked(PAGE)]),
      ...Object.entries(TYPED).map(([name, texts]) => side(name, texts().map(searched))),
      { ...side('two words that nobody sought before'), plan: () => ({ ...PLAN, requests: fresh().map(searched) }) },
    ];
  },
};

const searched = (text) => asked(SEARCH, { text });

function asked(query, variables) {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'accept-language': 'ru' },
    body: JSON.stringify({ query, variables }),
  };
}

function words(isMeant) {
  return vocabulary()
    .filter((entry) => entry.word.length > 3 && isMeant(entry))
    .map(({ word }) => word);
}

/** Two letters swapped, as fingers do. */
function misspelt(word) {
  const letters = [...word];
  return [...letters.slice(0, 3), letters[4], letters[3], ...letters.slice(5)].join('');
}
