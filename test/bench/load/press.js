import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { spawnNode } from '../ground/program.js';
import { cpuOf, cpuOfPostgres, memoryOf } from '../ground/usage.js';

const LOAD = import.meta.resolve('./load.js');

/**
 * Presses a program, or several with connections spread evenly, for some seconds and answers with what was seen:
 * answers a second, latencies in milliseconds, those of who read something else meanwhile (null: nobody did),
 * processor time in milliseconds per answer of the programs and of PostgreSQL, resident MiB of the programs.
 */
export async function press({ program, plan, ground }) {
  const programs = [program].flat();
  const file = join(ground.folder, 'plan.json');
  await writeFile(file, JSON.stringify({ ...plan, urls: programs.map(({ url }) => url) }));
  const child = spawnNode(LOAD, { args: [file], stdin: 'pipe' });
  const undo = ground.ending.add(async () => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text;
  });
  const gone = once(child, 'close');
  const hear = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the load generator ended early:\n${complaint}`);
    return value;
  };

  await hear();
  const before = spent(programs, ground);
  child.stdin.write('go\n');
  const seen = JSON.parse(await hear());
  const after = spent(programs, ground);
  await gone;
  undo();
  await rm(file);
  return {
    ...seen,
    ...perAnswer(seen, before, after),
    perSecond: seen.answers / seen.seconds,
    memory: sum(programs, memoryOf),
  };
}

function spent(programs, { postmaster }) {
  return { cpu: sum(programs, cpuOf), postgres: cpuOfPostgres(postmaster) };
}

/** Null where there is no /proc. */
function sum(programs, of) {
  const each = programs.map(({ pid }) => of(pid));
  return each.includes(null) ? null : each.reduce((total, value) => total + value, 0);
}

function perAnswer({ answers }, before, after) {
  const each = (part) => (before[part] === null ? null : (after[part] - before[part]) / answers);
  return { cpu: each('cpu'), postgresCpu: each('postgres') };
}
