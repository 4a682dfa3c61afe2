import { deepStrictEqual } from 'node:assert';
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { inspect, parseArgs } from 'node:util';
import { catalogPage, catalogPageCached } from './benches/catalog-page.js';
import { enroll, hotOffering } from './benches/enroll.js';
import { growth } from './benches/growth.js';
import { importMembers } from './benches/import.js';
import { law } from './benches/law.js';
import { nodes } from './benches/nodes.js';
import { operations } from './benches/operations.js';
import { replicas } from './benches/replicas.js';
import { search } from './benches/search.js';
import { start } from './benches/start.js';
import { SIZES } from './data/sizes.js';
import { endings } from './ground/ending.js';
import { openGround } from './ground/ground.js';
import { measure } from './rounds.js';
import { scoreOf } from './score.js';
import { tableOf } from './table.js';

const BENCHES = [
  catalogPage,
  catalogPageCached,
  search,
  enroll,
  hotOffering,
  importMembers,
  growth,
  operations,
  nodes,
  replicas,
  start,
  law,
];

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    small: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const unknown = wanted.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0)
  fail(`There is no ${unknown.join(', ')}; there are ${BENCHES.map(({ name }) => name).join(', ')}.`);
if (!existsSync(new URL('../../dist/server/main.js', import.meta.url)))
  fail('The project is not built: npm run build.');

const started = performance.now();
const chosen = BENCHES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const size = options.large ? 'large' : options.small ? 'small' : 'usual';
const writes = chosen.some((bench) => bench.writes);
const ending = endings();
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(130));

try {
  await run(
    await openGround({
      sizes: [...new Set(chosen.flatMap(sizesFor))],
      writes,
      say,
      ending,
      flags: profiling(options.profile),
    }),
  );
} catch (error) {
  // What is pulled from under a run that was told to stop fails, and that says nothing.
  if (!isStopping) console.error(inspect(error));
  process.exitCode = 1;
}
await stop(process.exitCode ?? 0);

async function run({ over }) {
  const count = (number) => number.toLocaleString('en');
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  );
  console.log(
    Object.entries(SIZES[size])
      .map(([name, number]) => `${count(number)} ${name}`)
      .join(', '),
  );
  const results = new Map();
  for (const bench of chosen) {
    try {
      results.set(bench.name, await sidesOf(bench, over));
    } catch (error) {
      if (isStopping) throw error;
      // The others are worth having.
      console.error(`\n${bench.name}: ${inspect(error)}\n`);
      process.exitCode = 1;
    }
  }
  const score = scoreOf(results);
  if (score) console.log(`${score}\n`);
  const failed = chosen.filter(({ name }) => !results.has(name)).map(({ name }) => name);
  if (failed.length > 0) console.log(`Failed: ${failed.join('; ')}.`);
  const left = BENCHES.filter((bench) => !chosen.includes(bench)).map(({ name }) => name);
  if (left.length > 0) console.log(`Not run: ${left.join('; ')}.`);
}

/** Runs it and prints what was seen; answers with its sides. */
async function sidesOf(bench, over) {
  const ground = await over(sizeFor(bench));
  if (bench.size) console.log(`${bench.name}: over ${SIZES[bench.size].courses.toLocaleString('en')} courses`);
  if (bench.run) {
    const tenth = bench.tenth ? await over(bench.tenth) : null;
    const { text, sides = [] } = await bench.run(ground, { say, tenth, seconds: Number(options.seconds) });
    console.log(`\n${text}\n`);
    return sides;
  }
  const settings = {
    rounds: Number(options.rounds),
    seconds: Number(options.seconds),
    connections: Number(options.connections),
  };
  for (const { about, limit, ours } of (await bench.compare?.(ground, say)) ?? []) {
    deepStrictEqual(ours, limit, `${bench.name}: ours and the limit differ about ${about}`);
  }
  if (bench.compare) say(`${bench.name}: all sides answer the same`);
  const sides = await measure(bench, ground, { ...settings, say });
  console.log(`\n${tableOf(bench, sides)}`);
  for (const { name, example } of sides) if (example) console.log(`refused, ${name}: ${example[0]}`);
  console.log('');
  const broken = (await bench.verify?.(ground)) ?? [];
  if (broken.length > 0) throw new Error(`${bench.name}: ${broken.join('; ')}`);
  return sides;
}

/** Some need data of their own. */
function sizeFor(bench) {
  return bench.size ?? size;
}

/** All it needs, what it is compared with included. */
function sizesFor(bench) {
  return bench.tenth ? [sizeFor(bench), bench.tenth] : [sizeFor(bench)];
}

async function stop(code) {
  isStopping = true;
  await ending.run();
  process.exit(code);
}

function profiling(folder) {
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

function say(what) {
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
