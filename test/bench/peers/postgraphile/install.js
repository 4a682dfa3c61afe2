import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const VERSION = '5.1.5';

/** Puts PostGraphile into a folder of its own, once: nothing of ours needs it. Throws when it cannot be had. */
export async function installPostgraphile(home) {
  const folder = join(home, `postgraphile-${VERSION}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  try {
    const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `postgraphile@${VERSION}`];
    await promisify(execFile)('npm', install, { cwd: draft, timeout: 180_000 });
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  return folder;
}
