import { press } from '../load/press.js';
import { summary } from '../rounds.js';
import { aligned } from '../table.js';
import { ask, graphql as request } from './ask.js';
import { newTexts, TYPED } from './typed.js';

const CARD =
  'edges { cursor node { id slug title summary provider { name } sectors { name } } } pageInfo { endCursor }';
const PAGE = `query ($after: String) { courses(first: 20, after: $after) { ${CARD} } }`;
const DETAIL =
  'query ($slug: String!) { course(slug: $slug) { title description offerings(first: 10) { edges { node { startsAt seatsLeft } } } } }';
const SEARCH =
  'query ($text: String!) { courses(first: 20, filter: { text: $text }) { edges { node { title } } facets { kinds { count } sectors { count } } } }';
const MINE = '{ viewer { enrollments(first: 20) { edges { node { seat offering { startsAt course { title } } } } } } }';
const CHILDREN =
  'query ($id: ID!) { organization(id: $id) { children(first: 20) { edges { node { name children(first: 5) { edges { node { name } } } } } } } }';
const BELOW =
  'query ($id: ID!) { organization(id: $id) { members(first: 20, includeBelow: true) { edges { node { person { fullName } organization { name } } } } } }';
const DUTIES =
  'query ($id: ID!) { trainingDuties(organizationId: $id, first: 20) { edges { node { status dueOn person { fullName } organization { name } booking { seat } } } } }';
const LATE =
  'query ($id: ID!) { trainingDuties(organizationId: $id, first: 20, filter: { statuses: [LATE] }) { edges { node { dueOn person { fullName } } } } }';
const COUNTS = 'query ($id: ID!) { trainingDutyCounts(organizationId: $id) { due booked late learned } }';
const DEMAND =
  'query ($groupBy: [DemandGroup!]!) { trainingDemand(groupBy: $groupBy, first: 20) { totalCount edges { node { sector { name } role { name } country { name } region { name } language requests peopleWanted } } } }';
const ENROLL =
  'mutation ($offeringId: ID!) { enroll(input: { offeringId: $offeringId }) { enrollment { seat } errors { __typename } } }';

/** Of the federation: see organizations.sql. */
const ADMINISTRATOR = 'bench-token-1';
/** Pages walked before the deep one: far into the catalog of either size. */
const DEEP = 40;
/** Few, so that what is measured is the work and not the waiting for each other. */
const CONNECTIONS = 2;
const ROUNDS = 3;
/** More than two connections send in one turn. */
const PER_TURN = 4_000;

/** What is asked of both sizes; each answers with requests made of that size’s own rows. */
const ASKED = {
  'first page of the catalog': { good: '"title"', requests: async () => [request(PAGE)] },
  'deep page of the catalog': {
    good: '"title"',
    requests: async ({ url }) => [request(PAGE, { after: await cursorAt(url, DEEP) })],
  },
  'one course': {
    good: '"title"',
    requests: async ({ url }) => (await slugsIn(url)).map((slug) => request(DETAIL, { slug })),
  },
  'search with facets': {
    good: '"title"',
    requests: async () => ['safety', 'безопасность', 'kasaba', 'меҳнат'].map((text) => request(SEARCH, { text })),
  },
  'search with facets, never sought before': {
    good: '"title"',
    once: true,
    requests: async () => texts('two words').map((text) => request(SEARCH, { text })),
  },
  'my enrollments': {
    good: '"seat"',
    requests: async ({ world }) => world.persons.slice(1_000, 1_500).map(({ token }) => request(MINE, {}, { token })),
  },
  'organizations below the federation': {
    good: '"children"',
    requests: async ({ client }) => [request(CHILDREN, { id: await federationIn(client) })],
  },
  'members below the federation': ofFederation(BELOW, '"fullName"'),
  'due list of the federation': ofFederation(DUTIES, '"dueOn"'),
  'who is late in the federation': ofFederation(LATE, '"dueOn"'),
  'duties of the federation, counted': ofFederation(COUNTS, '"learned"'),
  'demand by sector': demandBy('SECTOR'),
  'demand by all five groups': demandBy('SECTOR', 'ROLE', 'COUNTRY', 'REGION', 'LANGUAGE'),
  enroll: {
    good: '"seat"',
    once: true,
    requests: async ({ world }) =>
      world.persons
        .slice(2_000, 27_000)
        .map(({ token }, place) =>
          request(
            ENROLL,
            { offeringId: world.offerings[(place * 31) % world.offerings.length] },
            { token, key: `growth-${place}` },
          ),
        ),
  },
};

/** The same questions over a tenth of the data and over all of it; the second may take 1.3 times as long. */
export const growth = {
  name: 'growth',
  writes: true,
  size: 'usual',
  tenth: 'small',

  async run(ground, { say, tenth, seconds }) {
    const lines = [];
    const all = [];
    for (const [what, { good, once = false, requests }] of Object.entries(ASKED)) {
      const sides = [];
      for (const { client, world, ours, ...rest } of [tenth, ground]) {
        const program = await ours();
        const asked = await requests({ client, world, url: program.url });
        sides.push({ program, asked, ground: { client, world, ours, ...rest }, seen: [] });
      }
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const side of sides) {
          // What writes is sent once: each turn takes its share.
          const share = once ? side.asked.splice(0, PER_TURN) : side.asked;
          const plan = {
            good,
            repeats: !once,
            requests: share,
            meanwhile: [],
            connections: CONNECTIONS,
            seconds,
            least: 0,
          };
          const seen = await press({ program: side.program, plan, ground: side.ground });
          if (seen.good < 0.9 * seen.answers) throw new Error(`growth: ${what} is refused: ${seen.others[0]}`);
          // The first turn warms up.
          if (round > 0) side.seen.push(seen);
        }
      }
      const [few, many] = sides.map(({ seen }) => summary(seen));
      const times = ({ p50, cpu, postgresCpu }) => [p50, cpu, postgresCpu].map((time) => time?.toFixed(2) ?? '-');
      lines.push([what, few.p50.toFixed(2), ...times(many), (many.p50 / few.p50).toFixed(2)]);
      all.push({ ...few, name: `a tenth: ${what}` }, { ...many, name: what });
      say(`growth: ${what}`);
    }
    const head = ['growth: p50 in ms', 'a tenth', 'all', 'CPU ms', 'PostgreSQL', 'times'];
    return { text: aligned([head, ...lines]), sides: all };
  },
};

function texts(kind) {
  return newTexts(TYPED[kind]())
    .take(PER_TURN * (ROUNDS + 1))
    .toArray();
}

function ofFederation(query, good) {
  const requests = async ({ client }) => [request(query, { id: await federationIn(client) }, { token: ADMINISTRATOR })];
  return { good, requests };
}

function demandBy(...groupBy) {
  return { good: '"peopleWanted"', requests: async () => [request(DEMAND, { groupBy }, { token: ADMINISTRATOR })] };
}

async function cursorAt(url, pages) {
  let after = null;
  for (let page = 0; page < pages; page += 1) {
    const { data } = await ask(url, request(PAGE, { after }));
    after = data.courses.pageInfo.endCursor;
  }
  return after;
}

async function slugsIn(url) {
  const { data } = await ask(url, request(PAGE));
  return data.courses.edges.map(({ node }) => node.slug);
}

async function federationIn(client) {
  const { rows } = await client.query(`SELECT id FROM organization WHERE kind = 'FEDERATION' ORDER BY id LIMIT 1`);
  return rows[0].id;
}
