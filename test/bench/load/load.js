import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { asBytes, openConnection } from './connection.js';

// A process of its own: reads a plan, says "ready", waits for a line, presses, prints what it saw as one line of JSON.
const {
  urls,
  connections,
  seconds,
  least,
  good,
  status: wanted = 200,
  repeats,
  requests,
  meanwhile = [],
} = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const targets = urls.map((url) => new URL(url));
const [target] = targets;
const bytes = requests.map((request) => asBytes(target, request));
const marker = Buffer.from(good);
const open = Array.from({ length: connections }, (_, place) => openConnection(targets[place % targets.length]));
const besides = meanwhile.map((request) => asBytes(target, request));

/** Milliseconds between two requests of somebody who wants something else: seldom, for their cost counts with the rest. */
const PAUSE = 100;

/** Times the seconds asked for. */
const LONGEST_WARM_UP = 4;

let next = 0;
let goodAnswers = 0;
const latencies = [];
const others = new Map();

process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  const started = performance.now();
  const asked = besides.length > 0 ? askBesides(started) : null;
  await Promise.all(open.map((connection) => press(connection, started)));
  const latenciesBesides = await asked;
  const took = (performance.now() - started) / 1000;
  for (const connection of open) connection.close();
  latencies.sort((one, other) => one - other);
  const answer = {
    seconds: took,
    answers: latencies.length,
    good: goodAnswers,
    p50: latencies[Math.floor(latencies.length * 0.5)],
    p99: latencies[Math.floor(latencies.length * 0.99)],
    p99Besides: latenciesBesides?.[Math.floor(latenciesBesides.length * 0.99)] ?? null,
    others: [...others].slice(0, 3),
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
});

async function press(connection, started) {
  for (let now = started; !isOver(now - started); ) {
    const request = take();
    if (!request) return;
    const { status, body } = await connection.send(request);
    const done = performance.now();
    latencies.push(done - now);
    if (status === wanted && body.includes(marker)) goodAnswers += 1;
    else note(`${status} ${body.toString('utf8', 0, 200)}`);
    now = done;
  }
}

/** One person after the other who reads something else; sorted latencies. */
async function askBesides(started) {
  const connection = openConnection(target);
  const seen = [];
  for (let place = 0; !isOver(performance.now() - started); place += 1) {
    const asked = performance.now();
    const { status, body } = await connection.send(besides[place % besides.length]);
    if (status !== 200) note(`${status} ${body.toString('utf8', 0, 200)}`);
    seen.push(performance.now() - asked);
    await pause(PAUSE);
  }
  connection.close();
  return seen.sort((one, other) => one - other);
}

/** A program that has answered little yet is slower than it will be, so warming up lasts until it has answered enough. */
function isOver(elapsed) {
  return elapsed > seconds * 1000 * (latencies.length < least ? LONGEST_WARM_UP : 1);
}

/** Undefined: all were sent, and none may be sent twice. */
function take() {
  const place = next;
  next += 1;
  return bytes[repeats ? place % bytes.length : place];
}

function note(answer) {
  others.set(answer, (others.get(answer) ?? 0) + 1);
}
