import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compiledFolder, environmentOf } from '../server.js';

/** Runs one command of the console; answers with what it printed. Throws with what it complained about. */
export async function runConsole(args: string[], env: Record<string, string>): Promise<string> {
  const main = join(compiledFolder, 'apps/console/src/main.js');
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], { env: environmentOf(env) });
  return stdout;
}
