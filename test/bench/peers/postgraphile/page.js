import { readFile } from 'node:fs/promises';
import { installPostgraphile } from './install.js';

const SERVER = import.meta.resolve('./server.js');
const PAGE = `query Page($after: UUID!, $locale: String!) {
  catalog(below: $after) {
    nodes {
      id: rowId
      title(locale: $locale)
      summary(locale: $locale)
      providerName(locale: $locale)
      sectorNames(locale: $locale)
      nextEvents { nodes { id: rowId startsAt seatsLeft locality instructorNames } }
    }
  }
}`;

const started = new WeakMap();

/** Starts it over this ground, once. Null, with a word about why, when it cannot be had. */
export function startPostgraphile(ground, say) {
  if (!started.has(ground)) started.set(ground, start(ground, say));
  return started.get(ground);
}

async function start(ground, say) {
  try {
    const folder = await installPostgraphile(ground.home);
    await ground.client.query(await readFile(new URL('./schema.sql', import.meta.url), 'utf8'));
    return await ground.peer('PostGraphile', SERVER, { PEER_FOLDER: folder });
  } catch (error) {
    say(`PostGraphile is not beside us: ${error.message.split('\n')[0]}`);
    return null;
  }
}

export function ofPostgraphile({ id }, locale) {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: PAGE, variables: { after: id, locale } }),
  };
}

/** Its answer as ours would be. */
export function likeOurs({ data }) {
  const edges = data.catalog.nodes.map(({ providerName, sectorNames, nextEvents, ...course }) => ({
    node: {
      ...course,
      provider: { name: providerName },
      sectors: sectorNames.map((name) => ({ name })),
      offerings: {
        edges: nextEvents.nodes.map(({ startsAt, locality, instructorNames, ...offering }) => ({
          node: {
            ...offering,
            startsAt: new Date(startsAt).toISOString(),
            venue: { locality },
            instructors: instructorNames.map((fullName) => ({ fullName })),
          },
        })),
      },
    },
  }));
  return { data: { courses: { edges } } };
}
