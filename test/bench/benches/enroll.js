import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './ask.js';
import { drawn } from './numbers.js';

const LIMIT = import.meta.resolve('../limits/enroll.js');
const ENROLL = `mutation Enroll($offeringId: ID!) {
  enroll(input: { offeringId: $offeringId }) { enrollment { id seat queueNumber } errors { __typename } }
}`;

/** More than any side answers in a second; each request is sent once. */
const MOST_PER_SECOND = 12_000;

/** What somebody reads while the others enroll; no limit answers it. */
const MEANWHILE = [
  {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'accept-language': 'ru' },
    body: JSON.stringify({ query: '{ courses(first: 5, orderBy: NEWEST) { edges { node { id title } } } }' }),
  },
];

const WAYS = [
  { name: 'limit: one SQL function, the place and its audit row', request: ofBare },
  { name: 'limit: one SQL function, also all rules and the answer to repeat', request: ofWhole },
  { name: 'Odaq', isOurs: true, request: ofOurs },
];

/** So that no request of any run is like another: numbers of requests, keys, and offerings for a rush. */
let lastRequest = 0;
let lastHot = 0;

/** Anybody into any open offering. */
export const enroll = {
  name: 'enroll',
  writes: true,
  does: 'one person into one of all open offerings, with an Idempotency-Key',
  prepare: (ground) =>
    sides(
      ground,
      ({ offerings }) =>
        (number) =>
          offerings[drawn(number * 31 + 7, offerings.length)],
    ),
  compare,
  finish,
  verify,
};

/** Everybody into the same offering: 300 get a seat, the others wait. */
export const hotOffering = {
  name: 'hot-offering',
  writes: true,
  does: 'one person after the other into one and the same offering of 300 seats, with an Idempotency-Key',
  prepare: (ground) => {
    const fresh = ({ hot }) => {
      const offering = hot[lastHot];
      lastHot += 1;
      if (!offering) throw new Error('There are no fresh offerings left for a rush: ask for fewer rounds.');
      return () => offering;
    };
    return sides(ground, fresh, MEANWHILE);
  },
  compare,
  finish,
  verify,
};

async function sides(ground, choose, meanwhile = []) {
  const [limit, ours] = [await ground.limit(LIMIT), await ground.ours()];
  return WAYS.map(({ name, isOurs, request }) => ({
    name,
    program: isOurs ? ours : limit,
    plan: (seconds) => {
      const offeringOf = choose(ground.world);
      const { persons } = ground.world;
      const first = lastRequest;
      const count = Math.min(persons.length, Math.ceil(seconds * MOST_PER_SECOND));
      lastRequest += count;
      // A step through all persons that comes back to nobody before it was with everybody.
      const personOf = (number) => persons[(number * 7_919) % persons.length];
      const requests = Array.from({ length: count }, (_, place) => {
        const number = first + place;
        return request({ person: personOf(number), offeringId: offeringOf(number), key: `bench-${number}` });
      });
      return { good: '"seat"', repeats: false, requests, meanwhile: isOurs ? meanwhile : [] };
    },
  }));
}

/** Into an offering of two seats: two people, a third, and the second once more. */
async function compare(ground) {
  const [limit, ours] = [await ground.limit(LIMIT), await ground.ours()];
  const { small, persons } = ground.world;
  const play = async ({ isOurs, request }) => {
    const offeringId = small.pop();
    const answers = [];
    for (const place of [0, 1, 2, 1]) {
      lastRequest += 1;
      const asked = request({ person: persons[place], offeringId, key: `bench-${lastRequest}` });
      answers.push(await ask((isOurs ? ours : limit).url, asked));
    }
    return { answers: answers.map(withoutId), ...(await rowsOf(ground, offeringId)) };
  };
  const [bare, whole, own] = [await play(WAYS[0]), await play(WAYS[1]), await play(WAYS[2])];
  return [
    { about: 'four requests for two seats', limit: whole, ours: own },
    { about: 'four requests for two seats, without keys', limit: { ...bare, keys: 4 }, ours: own },
  ];
}

function withoutId({ data }) {
  const { enrollment, errors } = data.enroll;
  return { seat: enrollment?.seat ?? null, queueNumber: enrollment?.queueNumber ?? null, errors };
}

async function rowsOf({ client }, offeringId) {
  const rows = async (sql) => (await client.query(sql, [offeringId])).rows;
  return {
    counters: await rows('SELECT confirmed, offered, waiting, last_queue_number FROM offering WHERE id = $1'),
    enrollments: await rows(
      `SELECT person_id, approval, seat, payment, queue_number, confirmed_at IS NOT NULL AS is_confirmed
       FROM enrollment WHERE offering_id = $1 ORDER BY person_id`,
    ),
    audit: await rows(
      `SELECT audit_entry.account_id, act, subject_type FROM audit_entry
       JOIN enrollment ON enrollment.id = subject_id WHERE offering_id = $1 ORDER BY account_id`,
    ),
    keys: await lastKeys({ client }),
  };
}

/** How many of the last four requests left an answer to repeat. */
async function lastKeys({ client }) {
  const keys = [0, 1, 2, 3].map((before) => `bench-${lastRequest - before}`);
  const { rows } = await client.query(
    'SELECT count(*)::int AS kept FROM idempotency_key WHERE key = ANY($1) AND outcome IS NOT NULL',
    [keys],
  );
  return rows[0].kept;
}

/** Waits until all mails are out: they give way to people while these enroll. */
async function finish({ client }, say) {
  const started = performance.now();
  const waiting = async () =>
    (
      await client.query(
        `SELECT (SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier IN ('enrollment:welcome', 'notices:deliver'))::int
           + (SELECT count(*) FROM quiet_job)::int AS jobs`,
      )
    ).rows[0].jobs;
  const jobs = await waiting();
  while ((await waiting()) > 0) await pause(200);
  if (jobs > 0)
    say(
      `${jobs} bundles of news and mails went out in ${((performance.now() - started) / 1000).toFixed(1)} s afterwards`,
    );
}

/** What must hold whoever wrote. Answers with what is broken. */
async function verify({ client }) {
  const { rows } = await client.query(
    `SELECT count(*)::int AS offerings FROM offering JOIN (
       SELECT offering_id, count(*) FILTER (WHERE seat = 'CONFIRMED') AS confirmed,
         count(*) FILTER (WHERE seat = 'WAITLISTED') AS waiting
       FROM enrollment GROUP BY offering_id) counted ON counted.offering_id = offering.id
     WHERE counted.confirmed <> offering.confirmed OR counted.waiting <> offering.waiting OR counted.confirmed > capacity`,
  );
  return rows[0].offerings === 0 ? [] : [`${rows[0].offerings} offerings whose counters are not their rows`];
}

function ofBare({ person, offeringId }) {
  return {
    method: 'POST',
    path: `/?offering=${offeringId}&person=${person.personId}&account=${person.accountId}`,
  };
}

function ofWhole({ person, offeringId, key }) {
  const { method, path } = ofBare({ person, offeringId });
  return { method, path: `${path}&key=${key}` };
}

function ofOurs({ person, offeringId, key }) {
  return {
    method: 'POST',
    path: '/graphql',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${person.token}`,
      'idempotency-key': key,
    },
    body: JSON.stringify({ query: ENROLL, variables: { offeringId } }),
  };
}
