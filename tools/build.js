import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Compiles the sources into dist/, and bundles the server, and GraphiQL when it has changed. With --if-changed: only when
// there is something newer than the last build, so that a start does not wait for nothing.
const COMPILED = [...globSync('apps/!(graphiql)'), 'libs', 'schema', 'test/support'];
const BUNDLE = 'dist/graphiql/index.html';
const BUILT = 'dist/.built';

const root = join(import.meta.dirname, '..');
process.chdir(root);
if (process.argv.includes('--if-changed') && isCurrent()) process.exit(0);
const began = new Date();
removeOrphans();
await Promise.all([compile().then(bundleServer), bundleGraphiql()]);
writeFileSync(BUILT, began.toISOString());
utimesSync(BUILT, began, began);

/** Folders count too: they change when a file is taken away. */
function isCurrent() {
  if (!existsSync(BUILT)) return false;
  const built = changedAt(BUILT);
  const sources = ['apps', 'libs', 'schema', 'test/support'].flatMap((folder) => globSync(`${folder}/**`));
  return ['tools/build.js', 'tools/bundle-server.js', 'package-lock.json', ...sources].every(
    (file) => changedAt(file) < built,
  );
}

/** A module whose source is gone must not be found by those that read a whole folder, such as the migrations. */
function removeOrphans() {
  for (const file of globSync(COMPILED.map((folder) => `dist/${folder}/**/*.js`))) {
    const source = file.slice('dist/'.length).replace(/\.js$/, '');
    if (!existsSync(`${source}.ts`) && !existsSync(`${source}.js`)) rmSync(file);
  }
}

async function compile() {
  await run('swc', [...COMPILED, '--out-dir', 'dist', '--ignore', '**/*.spec.ts', '--quiet']);
}

/** Loaded here, since nothing of it is needed when all is current. */
async function bundleServer() {
  const server = await import('./bundle-server.js');
  await server.bundleServer();
}

async function bundleGraphiql() {
  const newest = Math.max(...[...globSync('apps/graphiql/**/*.*'), 'package-lock.json'].map(changedAt));
  if (existsSync(BUNDLE) && changedAt(BUNDLE) > newest) return;
  await run('vite', ['build', 'apps/graphiql', '--logLevel', 'warn']);
}

function changedAt(file) {
  return statSync(file).mtimeMs;
}

async function run(program, args) {
  const child = spawn(join('node_modules/.bin', program), args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const [code] = await once(child, 'close');
  if (code !== 0) process.exit(code ?? 1);
}
