const COLUMNS = [
  ['answers/s', ({ perSecond }) => whole(perSecond)],
  ['least..most', ({ least, most }) => `${whole(least)}..${whole(most)}`],
  ['of the limit', ({ perSecond }, [limit]) => ratio(perSecond, limit.perSecond)],
  ['by CPU', (side, [limit]) => ratio(work(limit), work(side))],
  ['p50 ms', ({ p50 }) => p50.toFixed(1)],
  ['p99 ms', ({ p99 }) => p99.toFixed(1)],
  ['besides p99 ms', ({ p99Besides }) => p99Besides?.toFixed(1) ?? '-'],
  ['CPU ms', ({ cpu }) => cpu?.toFixed(2) ?? '-'],
  ['PostgreSQL CPU ms', ({ postgresCpu }) => postgresCpu?.toFixed(2) ?? '-'],
  ['MiB', ({ memory }) => (memory ? whole(memory) : '-')],
  ['refused', ({ others, answers }) => `${((100 * others) / answers).toFixed(1)} %`],
];

/**
 * One bench as a table; ratios are to its first side. That by CPU compares processor time per answer, of the program
 * and of PostgreSQL together: a machine busy with other things moves it least.
 */
export function tableOf({ name, does }, sides) {
  const head = [name, ...COLUMNS.map(([title]) => title)];
  const rows = sides.map((side) => [side.name, ...COLUMNS.map(([, show]) => show(side, sides))]);
  return `${does}\n${aligned([head, ...rows])}`;
}

/** Rows of cells below each other, the first of which is the head. */
export function aligned([head, ...rows]) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

const work = ({ cpu, postgresCpu }) => (cpu === null ? null : cpu + postgresCpu);
const ratio = (part, of) => (part === null || of === null ? '-' : (part / of).toFixed(2));
const whole = (number) => Math.round(number).toLocaleString('en');
