import { newTexts, TYPED } from './typed.js';

const CARD = 'edges { node { id title summary provider { name } sectors { name } } }';
const FACETS =
  'facets { isWhole kinds { value count } sectors { sector { name } count } languages { value count } countries { country { name } count } }';
const PAGE = `{ courses(first: 20) { ${CARD} } }`;
const SEARCH = `query ($text: String!) { courses(first: 20, filter: { text: $text }) { ${CARD} ${FACETS} } }`;

const PLAN = { good: '"title":', repeats: true };

/** A turn ends when its texts do, on a quick machine before its seconds are over: there are not many more of each kind. */
const MOST_NEW_PER_SECOND = 500;

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
    const known = Object.entries(TYPED).map(([kind, words]) => side(kind, words().slice(0, 60).map(searched)));
    const fresh = Object.entries(TYPED).map(([kind, words]) => {
      const texts = newTexts(words());
      const plan = (seconds) => {
        const found = Array.from({ length: Math.ceil(seconds * MOST_NEW_PER_SECOND) }, () => texts.next());
        const requests = found.flatMap(({ value, done }) => (done ? [] : searched(value)));
        return { ...PLAN, repeats: false, requests };
      };
      return { name: `${kind}, never sought before`, program, plan };
    });
    return [side('the plain page', [asked(PAGE)]), ...known, ...fresh];
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
