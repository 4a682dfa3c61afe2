import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, parse } from 'node:path';
import { type Account, closedFolder } from './account.js';
import type { Binaries } from './binaries.js';
import { PostgresUnavailable } from './errors.js';

/** Runs a program of PostgreSQL as the right user. */
export type Launcher = (program: string, args: string[], options?: SpawnOptions) => ChildProcess;

/** Reading rights are tried first: they open a closed folder without letting the server write everywhere. */
const RIGHTS = ['+dac_read_search', '+dac_override', '+dac_override,+dac_read_search'];

/** A launcher for the account that can reach both the binaries and the data, even inside a folder closed by root. */
export async function launcherFor(account: Account | null, binaries: Binaries, dataDir: string): Promise<Launcher> {
  if (!account) return launch([], {});
  const closedBinaries = await closedFolder(dirname(binaries.postgres), account);
  const closed = closedBinaries ?? (await closedFolder(dataDir, account));
  if (!closed) return launch([], account);

  for (const rights of RIGHTS) {
    const candidate = launch(setpriv(account, rights), {});
    if (await works(candidate, binaries)) return candidate;
  }
  const open = closedBinaries ? `run \`chmod o+x ${closed}\`` : 'set ODAQ_DATA_DIR to a folder it can reach';
  throw new PostgresUnavailable(
    `PostgreSQL does not run as root, and user ${account.uid} may not enter ${closed}: ${open}, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/**
 * The user is switched, but the right to pass closed folders stays. Without `no_setuid_fixup` the kernel ignores
 * that right in access(2), by which PostgreSQL looks for its own programs.
 */
function setpriv({ uid, gid }: Account, rights: string): string[] {
  const keep = [`--inh-caps=${rights}`, `--ambient-caps=${rights}`, '--securebits=+no_setuid_fixup'];
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...keep, '--'];
}

function launch(prefix: string[], user: Partial<Account>): Launcher {
  return (program, args, options = {}) => {
    const [file, ...rest] = [...prefix, program, ...args] as [string, ...string[]];
    return spawn(file, rest, { cwd: parse(program).root, env: environment(), ...user, ...options });
  };
}

/** Nothing of ours (keys, addresses, PG* variables) reaches the server; messages stay in English. */
function environment(): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return process.env;
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

/** A program that may not look at itself still prints its version, but complains first. */
async function works(candidate: Launcher, { postgres }: Binaries): Promise<boolean> {
  const child = candidate(postgres, ['--version'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  const [code] = await once(child, 'close').catch(() => [1]);
  return code === 0 && complaints === '';
}
