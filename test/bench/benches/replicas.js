import { cpuOfPostgres } from '../ground/usage.js';
import { press } from '../load/press.js';
import { median, summary, WARM_UP } from '../rounds.js';
import { aligned } from '../table.js';
import { ask, graphql } from './ask.js';
import { pagesOf } from './pages.js';

const ROUNDS = 3;
const CONNECTIONS = 32;
const ENROLL = `mutation ($offeringId: ID!) {
  enroll(input: { offeringId: $offeringId }) { enrollment { id } errors { __typename } } }`;
const OWN = '{ viewer { enrollments(first: 100) { edges { node { id } } } } }';
/** Who enrolls and looks at once. */
const PEOPLE = 300;

/**
 * One of our processes that reads from a streaming replica, beside one that has the primary alone. All share their
 * processors, so answers a second cannot grow; what shows is how much of an answer the primary no longer pays for.
 */
export const replicas = {
  name: 'replicas',
  writes: true,
  does: 'pages of the catalog from the primary and from a streaming replica, and people who look at what they just wrote',

  async run(ground, { say, seconds }) {
    const replica = await ground.replica();
    say('replicas: one follows');
    const alone = await ground.another();
    const reading = await ground.another({ DATABASE_REPLICA_URLS: replica.url });
    const sides = await pages({ alone, reading }, replica, ground, seconds, say);
    const seen = await ownWrites({ alone, reading }, ground);
    for (const program of [alone, reading]) await program.stop();
    return { text: [this.does, tableOf(sides), ...seen].join('\n'), sides };
  },
};

/** In turn, so that a busy moment of the machine meets both. */
async function pages({ alone, reading }, replica, ground, seconds, say) {
  const requests = await pagesOf(alone.url);
  const sides = [
    { name: 'the primary alone', program: alone, turns: [] },
    { name: 'with a replica', program: reading, turns: [] },
  ];
  const turn = async (program, length) => {
    const plan = { good: '"title"', repeats: true, requests, connections: CONNECTIONS, ...length };
    const before = cpuOfPostgres(replica.postmaster);
    const seen = await press({ program, plan, ground });
    return {
      ...seen,
      replicaCpu: before === null ? null : (cpuOfPostgres(replica.postmaster) - before) / seen.answers,
    };
  };
  for (const { program } of sides) await turn(program, WARM_UP);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const { program, turns } of sides) turns.push(await turn(program, { seconds, least: 0 }));
    say(`replicas: round ${round} of ${ROUNDS}`);
  }
  return sides.map(({ name, turns }) => ({
    name,
    ...summary(turns),
    replicaCpu: median(turns.map(({ replicaCpu }) => replicaCpu)),
  }));
}

function tableOf(sides) {
  const shown = (number, digits) => number?.toFixed(digits) ?? '-';
  return aligned([
    ['', 'answers/s', 'p50 ms', 'CPU ms', 'primary CPU ms', 'replica CPU ms'],
    ...sides.map(({ name, perSecond, p50, cpu, postgresCpu, replicaCpu }) => [
      name,
      shown(perSecond, 0),
      shown(p50, 1),
      shown(cpu, 2),
      shown(postgresCpu, 2),
      shown(replicaCpu, 2),
    ]),
  ]);
}

/** Enrolls at one node and looks at the other, which reads from the replica. Throws unless everybody sees their place. */
async function ownWrites({ alone, reading }, { world }) {
  const people = world.persons.slice(0, PEOPLE);
  let [seen, enrolled] = [0, 0];
  for (const [place, { token }] of people.entries()) {
    const offeringId = world.offerings[place % world.offerings.length];
    const { data } = await ask(alone.url, graphql(ENROLL, { offeringId }, { token, key: `replicas-${place}` }));
    const { enrollment } = data.enroll;
    // Some have a place there already, or something else at that time.
    if (!enrollment) continue;
    enrolled += 1;
    const own = (await ask(reading.url, graphql(OWN, {}, { token }))).data.viewer.enrollments.edges;
    if (own.some(({ node }) => node.id === enrollment.id)) seen += 1;
  }
  if (seen < enrolled) throw new Error(`replicas: ${enrolled - seen} of ${enrolled} did not see what they had written`);
  return [
    `${seen} people who enrolled at one process saw their place at once at the other, which reads from the replica`,
  ];
}
