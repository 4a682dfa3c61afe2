import { GOALS } from './goals.js';
import { aligned } from './table.js';

const UNITS = {
  perSecond: '/s',
  p50: 'ms',
  p99Besides: 'ms',
  work: 'ms of CPU',
  seconds: 's',
  idle: 'MiB',
  memory: 'MiB',
};
const CALLED = { p99Besides: ', p99 of others', seconds: ', first answer', idle: ', idle', memory: ', after load' };
const HEAD = ['goal', 'ours', 'limit', 'ratio', 'wanted', 'reached', 'CPU ms', 'PostgreSQL', 'p50', 'p99', 'MiB'];

/** A line for each goal of the benches that ran; `results` are what their sides were seen to do, by the name of the bench. */
export function scoreOf(results) {
  const lines = GOALS.flatMap((goal) => pairsOf(goal, results.get(goal.bench) ?? []).map((pair) => lineOf(goal, pair)));
  return lines.length > 0 ? aligned([HEAD, ...lines]) : '';
}

/** Each side that is meant, with that which it is compared with; a goal whose sides did not run has none. */
function pairsOf({ side = '', of }, sides) {
  const named = (start) => sides.find(({ name }) => name.startsWith(start));
  const meant = side ? [named(side)] : sides.filter(({ name }) => !name.startsWith(of));
  const pairs = meant.map((ours) => ({ ours, limit: of ? (named(`${of}${ours?.name}`) ?? named(of)) : null }));
  return pairs.filter(({ ours, limit }) => ours && limit !== undefined);
}

function lineOf({ bench, of, part = 'perSecond', atLeast, atMost }, { ours, limit }) {
  const [value, bound] = [partOf(ours, part), limit && partOf(limit, part)];
  const measured = bound === null ? value : value / bound;
  const isReached = atLeast === undefined ? measured <= atMost : measured >= atLeast;
  const shown = (number) => (number === null ? '-' : `${rounded(number)} ${UNITS[part]}`);
  return [
    `${bench}: ${ours.name}${CALLED[part] ?? ''}${of === 'PostGraphile' ? ', of PostGraphile' : ''}`,
    shown(value),
    shown(bound),
    bound === null ? '-' : measured.toFixed(2),
    atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`,
    value === null ? '-' : isReached ? 'yes' : 'NO',
    ...['cpu', 'postgresCpu', 'p50', 'p99', 'memory'].map((each) => (ours[each] ? rounded(ours[each]) : '-')),
  ];
}

/** Null: not known, because there is no /proc. */
function partOf(side, part) {
  if (part !== 'work') return side[part] ?? null;
  return side.cpu === null ? null : side.cpu + side.postgresCpu;
}

function rounded(number) {
  return number >= 100 ? Math.round(number).toLocaleString('en') : number.toFixed(number < 10 ? 2 : 1);
}
