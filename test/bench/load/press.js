import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { spawnNode } from '../ground/program.js';
import { cpuOf, cpuOfPostgres, memoryOf } from '../ground/usage.js';

const LOAD = import.meta.resolve('./load.js');

/**
 * Presses one program for some seconds and answers with what was seen: answers a second, latencies in milliseconds,
 * those of who read something else meanwhile (null: nobody did),
 * processor time in milliseconds per answer of the program and of PostgreSQL, resident MiB of the program.
 */
export async function press({ program, plan, ground }) {
  const file = join(ground.folder, 'plan.json');
  await writeFile(file, JSON.stringify({ ...plan, url: program.url }));
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
  const before = spent(program, ground);
  child.stdin.write('go\n');
  const seen = JSON.parse(await hear());
  const after = spent(program, ground);
  await gone;
  undo();
  await rm(file);
  return {
    ...seen,
    ...perAnswer(seen, before, after),
    perSecond: seen.answers / seen.seconds,
    memory: memoryOf(program.pid),
  };
}

function spent(program, { postmaster }) {
  return { cpu: cpuOf(program.pid), postgres: cpuOfPostgres(postmaster) };
}

function perAnswer({ answers }, before, after) {
  const each = (part) => (before[part] === null ? null : (after[part] - before[part]) / answers);
  return { cpu: each('cpu'), postgresCpu: each('postgres') };
}
