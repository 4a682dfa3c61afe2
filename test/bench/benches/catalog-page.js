import { deepStrictEqual } from 'node:assert';
import { likeOurs, ofPostgraphile, startPostgraphile } from '../peers/postgraphile/page.js';
import { ask } from './ask.js';
import { drawn } from './numbers.js';

const LIMIT = import.meta.resolve('../limits/catalog-page.js');
const PAGE = `query CatalogPage($after: String) {
  courses(first: 20, after: $after, orderBy: NEWEST) {
    edges {
      node {
        id
        title
        summary
        provider { name }
        sectors { name }
        offerings(first: 3) { edges { node { id startsAt seatsLeft venue { locality } instructors { fullName } } } }
      }
    }
  }
}`;
const CURSORS = 500;

/** Pages that everybody looks at. */
const POPULAR = 20;
const BYTES = import.meta.resolve('../limits/catalog-bytes.js');

/** Twenty courses somewhere in the catalog, for a reader of Russian who is not signed in. */
export const catalogPage = {
  name: 'catalog-page',
  writes: false,
  does: '20 courses: title and summary in Russian, academy, sectors, next 3 offerings with seats left, place and instructors',

  async prepare(ground, say) {
    const [limit, ours] = [await ground.limit(LIMIT), await ground.ours()];
    const peer = await startPostgraphile(ground, say);
    const places = await placesIn(ours.url);
    const chosen = Array.from({ length: CURSORS }, (_, place) => places[drawn(place, places.length)]);
    const plan = { good: '"title":', repeats: true };
    return [
      {
        name: 'limit: node:http, pg, one prepared statement',
        program: limit,
        plan: () => ({ ...plan, requests: chosen.map((place) => ofLimit(place, 'ru')) }),
      },
      { name: 'Odaq', program: ours, plan: () => ({ ...plan, requests: chosen.map((place) => ofOurs(place, 'ru')) }) },
      ...(peer
        ? [
            {
              name: 'PostGraphile 5, no access rules',
              program: peer,
              plan: () => ({ ...plan, requests: chosen.map((place) => ofPostgraphile(place, 'ru')) }),
            },
          ]
        : []),
    ];
  },

  /** Pairs of answers that must be equal, each with what was asked. */
  async compare(ground, say) {
    const [limit, ours] = [await ground.limit(LIMIT), await ground.ours()];
    const places = await placesIn(ours.url);
    const asked = ['ru', 'uz', 'en'].flatMap((locale, round) =>
      Array.from({ length: 5 }, (_, number) => ({ locale, place: places[drawn(100 * round + number, places.length)] })),
    );
    const peer = await startPostgraphile(ground, say);
    return Promise.all(
      asked.map(async ({ locale, place }) => {
        const bare = await ask(limit.url, ofLimit(place, locale));
        if (peer) deepStrictEqual(likeOurs(await ask(peer.url, ofPostgraphile(place, locale))), bare);
        const about = `the page after ${place.id} in ${locale}`;
        return { about, limit: bare, ours: await ask(ours.url, ofOurs(place, locale)) };
      }),
    );
  },
};

/** The same page, asked for by GET by people who are not signed in. */
export const catalogPageCached = {
  name: 'catalog-page-cached',
  writes: false,
  does: `the same page by GET, ${POPULAR} of them in turn, from memory`,

  async prepare(ground) {
    const [limit, ours] = [await ground.limit(BYTES), await ground.ours()];
    const popular = (await placesIn(ours.url)).slice(0, POPULAR);
    const plan = { good: '"title":', repeats: true };
    const byGet = popular.map((place) => ofOursByGet(place, 'ru'));
    const etags = await Promise.all(byGet.map(({ path, headers }) => etagOf(`${ours.url}${path}`, headers)));
    const known = byGet.map((request, place) => ({
      ...request,
      headers: { ...request.headers, 'if-none-match': etags[place] },
    }));
    return [
      {
        name: 'limit: node:http, bytes from memory',
        program: limit,
        plan: () => ({ ...plan, requests: popular.map((place) => ofLimit(place, 'ru')) }),
      },
      { name: 'Odaq', program: ours, plan: () => ({ ...plan, requests: byGet }) },
      { name: 'Odaq, 304', program: ours, plan: () => ({ good: '', status: 304, repeats: true, requests: known }) },
    ];
  },

  async compare(ground) {
    const [limit, ours] = [await ground.limit(BYTES), await ground.ours()];
    const popular = (await placesIn(ours.url)).slice(0, POPULAR);
    return Promise.all(
      popular.map(async (place) => ({
        about: `the page after ${place.id}`,
        limit: await ask(limit.url, ofLimit(place, 'ru')),
        ours: await ask(ours.url, ofOursByGet(place, 'ru')),
      })),
    );
  },
};

function ofLimit({ id }, locale) {
  return { path: `/?locale=${locale}&after=${id}` };
}

function ofOurs({ cursor }, locale) {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'accept-language': locale },
    body: JSON.stringify({ query: PAGE, variables: { after: cursor } }),
  };
}

function ofOursByGet({ cursor }, locale) {
  const asked = new URLSearchParams({ query: PAGE, variables: JSON.stringify({ after: cursor }) });
  return { path: `/graphql?${asked}`, headers: { 'accept-language': locale } };
}

async function etagOf(url, headers) {
  return (await fetch(url, { headers })).headers.get('etag');
}

/** Every place of the catalog that a whole page follows, as `{ id, cursor }`, read as any client would. */
async function placesIn(url) {
  const places = [];
  for (let after = null; ; ) {
    const { data } = await ask(url, {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: WALK, variables: { after } }),
    });
    const { edges, pageInfo } = data.courses;
    places.push(...edges.map(({ cursor, node }) => ({ cursor, id: node.id })));
    if (!pageInfo.hasNextPage) return places.slice(0, -20);
    after = pageInfo.endCursor;
  }
}

const WALK = `query Walk($after: String) {
  courses(first: 100, after: $after, orderBy: NEWEST) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
}`;
