import { press } from '../load/press.js';
import { summary, WARM_UP } from '../rounds.js';
import { aligned } from '../table.js';
import { graphql } from './ask.js';
import { pagesOf } from './pages.js';

const ENROLL = `mutation ($offeringId: ID!) {
  enroll(input: { offeringId: $offeringId }) { enrollment { id seat queueNumber } errors { __typename } } }`;

const MOST = 3;
const ROUNDS = 3;
const CONNECTIONS = 32;
/** Who comes to the hot offering: more than it seats, so that there is a queue. */
const RUSH = 1_500;

/**
 * Several of our processes over one database. Where they share their processors with PostgreSQL and the load generator,
 * answers a second cannot grow; what shows is that an answer costs the same however many processes there are, so that
 * each adds what its own processors allow.
 */
export const nodes = {
  name: 'nodes',
  writes: true,
  does: `pages of the catalog from 1 to ${MOST} processes over one database, and a hot offering pressed from two at once`,

  async run(ground, { say, seconds }) {
    const programs = [];
    for (let number = 1; number <= MOST; number += 1) programs.push(await ground.another());
    const pages = await reading(programs, ground, seconds, say);
    const rush = await rushing(programs.slice(0, 2), ground);
    say('nodes: the hot offering was pressed from two');
    for (const program of programs) await program.stop();
    return { text: [this.does, tableOf(pages), ...rush].join('\n'), sides: pages };
  },
};

/** In turn with one process and with more, so that a busy moment of the machine meets all of them. */
async function reading(programs, ground, seconds, say) {
  const requests = await pagesOf(programs[0].url);
  const counts = Array.from({ length: MOST }, (_, place) => place + 1);
  const turns = new Map(counts.map((count) => [count, []]));
  const turn = (program, length) => {
    const plan = { good: '"title"', repeats: true, requests, connections: CONNECTIONS, ...length };
    return press({ program, plan, ground });
  };
  for (const program of programs) await turn(program, WARM_UP);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const count of counts) turns.get(count).push(await turn(programs.slice(0, count), { seconds, least: 0 }));
    say(`nodes: round ${round} of ${ROUNDS}`);
  }
  return counts.map((count) => ({
    name: count === 1 ? '1 process' : `${count} processes`,
    ...summary(turns.get(count)),
  }));
}

function tableOf(pages) {
  const shown = (number, digits) => number?.toFixed(digits) ?? '-';
  return aligned([
    ['', 'answers/s', 'CPU ms', 'PostgreSQL CPU ms', 'MiB'],
    ...pages.map(({ name, perSecond, cpu, postgresCpu, memory }) => [
      name,
      shown(perSecond, 0),
      shown(cpu, 2),
      shown(postgresCpu, 2),
      shown(memory, 0),
    ]),
  ]);
}

/** Twice: what a process touches for the first time costs more than what it does. */
async function rushing(programs, ground) {
  const { hot, persons } = ground.world;
  await rush(programs, ground, hot.at(-2), persons.slice(-2 * RUSH, -RUSH));
  const { perSecond, p50 } = await rush(programs, ground, hot.at(-1), persons.slice(-RUSH));
  return [
    `${RUSH} people into 300 seats from two processes: ${perSecond.toFixed(0)} a second, p50 ${p50.toFixed(0)} ms;`,
    'the first 300 have a seat, the others wait in the order in which they came, and the counters are the rows',
  ];
}

/** Throws unless seats and queue are exactly what came of it. */
async function rush(programs, ground, offeringId, comers) {
  const requests = comers.map(({ token }) => graphql(ENROLL, { offeringId }, { token, key: `nodes-${offeringId}` }));
  const plan = { good: '"seat"', repeats: false, requests, connections: CONNECTIONS, seconds: 600, least: 0 };
  const seen = await press({ program: programs, plan, ground });
  const wrong = await wrongIn(ground, offeringId, comers.length);
  if (seen.good !== comers.length) wrong.push(`${seen.answers - seen.good} were refused: ${seen.others[0]}`);
  if (wrong.length > 0) throw new Error(`nodes: the hot offering: ${wrong.join('; ')}`);
  return seen;
}

/** What must hold whoever wrote. */
async function wrongIn({ client }, offeringId, comers) {
  const { rows } = await client.query(
    `SELECT capacity, offering.confirmed, offering.waiting, last_queue_number AS last, found.*
     FROM offering, LATERAL (
       SELECT count(*) FILTER (WHERE seat = 'CONFIRMED')::int AS seated, count(*) FILTER (WHERE seat = 'WAITLISTED')::int AS queued,
         count(DISTINCT queue_number)::int AS numbers, min(queue_number) AS least, max(queue_number) AS most,
         max(requested_at) FILTER (WHERE seat = 'CONFIRMED') <= min(requested_at) FILTER (WHERE seat = 'WAITLISTED') AS seated_first,
         count(*) FILTER (WHERE queue_number < earlier)::int AS overtaken
       FROM (SELECT *, max(queue_number) OVER (ORDER BY requested_at RANGE UNBOUNDED PRECEDING EXCLUDE GROUP) AS earlier
         FROM enrollment WHERE offering_id = offering.id) lined) found
     WHERE offering.id = $1`,
    [offeringId],
  );
  const [now] = rows;
  const waiting = comers - now.capacity;
  const holds = {
    'as many are seated as there are seats': now.seated === now.capacity && now.confirmed === now.seated,
    'all others wait': now.queued === waiting && now.waiting === now.queued,
    'numbers of the queue are given once each': now.numbers === waiting && now.least === 1 && now.most === waiting,
    'the counter of numbers is the last': now.last === waiting,
    'nobody with a seat came after somebody who waits': now.seated_first,
    'nobody in the queue was overtaken': now.overtaken === 0,
  };
  return Object.entries(holds).flatMap(([what, isSo]) => (isSo ? [] : [`not so: ${what}`]));
}
