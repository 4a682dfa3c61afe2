import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

// Everything but the tests. The parts do not depend on each other, so they run beside each other; only what fails speaks.
const COMPILED_CONSOLE = 'dist/apps/console/src/main.js';
const PARTS = {
  'format and lint': ['biome', 'check', '--error-on-warnings', '.'],
  types: ['tsc', '-p', '.'],
  'import directions': ['depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'schema', 'test', 'tools'],
  'unused files, exports and packages': ['knip', '--no-progress'],
  'schema, access and tables are current': ['node', COMPILED_CONSOLE, 'print-schema', '--check'],
  'migrations are current': ['node', COMPILED_CONSOLE, 'check-migrations'],
};

process.chdir(join(import.meta.dirname, '..'));
const build = await run(['node', 'tools/build.js']);
if (build.code !== 0) end('build', build);

const names = Object.keys(PARTS);
const failed = (await Promise.all(names.map(check))).filter((isGood) => !isGood);
process.exit(failed.length > 0 ? 1 : 0);

async function check(name) {
  const started = performance.now();
  const { code, output } = await run(PARTS[name]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output.replace(/^/gm, '     '));
  return code === 0;
}

function end(name, { code, output }) {
  console.log(`FAIL ${name}\n${output}`);
  process.exit(code);
}

async function run([program, ...args]) {
  const isNode = program === 'node';
  const file = isNode ? process.execPath : join('node_modules/.bin', program);
  const child = spawn(file, args, { shell: !isNode && process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code: code ?? 1, output };
}
