import { press } from './load/press.js';

/**
 * Seconds and answers of the first turn, which counts for nothing. It is long because a fresh PostgreSQL process maps
 * each page of shared memory when it first touches it, which on some machines costs more than the statement.
 */
export const WARM_UP = { seconds: 10, least: 1_000 };

/**
 * Presses the sides in turn, A B B A, so that a busy moment of the machine meets all of them, and a speed that rises or
 * falls none more than the others; the first turn only warms up.
 */
export async function measure(bench, ground, { rounds, seconds, connections, say }) {
  const sides = await bench.prepare(ground, say);
  const results = sides.map(({ name }) => ({ name, turns: [] }));
  const turn = async (side, length) => {
    const plan = { ...side.plan(length.seconds), connections, ...length };
    const seen = await press({ program: side.program, plan, ground });
    // What is left to be done must not be done in the turn of the next.
    await bench.finish?.(ground, say);
    return seen;
  };

  for (const side of sides) await turn(side, WARM_UP);
  for (let round = 1; round <= rounds; round += 1) {
    const inTurn = [...sides.entries()];
    if (round % 2 === 0) inTurn.reverse();
    for (const [place, side] of inTurn) results[place].turns.push(await turn(side, { seconds, least: 0 }));
    say(`${bench.name}: round ${round} of ${rounds}`);
  }
  return results.map(({ name, turns }) => ({ name, ...summary(turns) }));
}

/** What was seen in several turns as one. */
export function summary(turns) {
  const all = (part) => turns.map((turn) => turn[part]);
  const middle = (part) => median(all(part));
  const sum = (part) => all(part).reduce((total, value) => total + value, 0);
  return {
    perSecond: middle('perSecond'),
    least: Math.min(...all('perSecond')),
    most: Math.max(...all('perSecond')),
    p50: middle('p50'),
    p99: middle('p99'),
    p99Besides: middle('p99Besides'),
    cpu: middle('cpu'),
    postgresCpu: middle('postgresCpu'),
    memory: Math.max(...all('memory')),
    answers: sum('answers'),
    others: sum('answers') - sum('good'),
    example: turns.flatMap(({ others }) => others)[0] ?? null,
  };
}

/** Null: one of them is not known. */
export function median(values) {
  if (values.includes(null)) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
