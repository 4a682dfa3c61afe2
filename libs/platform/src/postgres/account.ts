import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PostgresUnavailable } from './errors.js';

/** A user of this machine, as numbers. */
export type Account = { uid: number; gid: number };

/**
 * Whom the server runs as; null means as ourselves, which is right for everyone but root: PostgreSQL refuses root.
 * Whoever owns the cluster keeps it. A new one goes to `postgres`, or to `nobody` where there is no such user.
 */
export async function accountFor(folder: string): Promise<Account | null> {
  const me = process.getuid?.();
  const owner = await stat(folder).catch(() => null);
  if (me !== 0) {
    if (!owner || me === undefined || owner.uid === me) return null;
    throw new PostgresUnavailable(
      `${folder} belongs to user ${owner.uid} and you are user ${me}: start as that user, or set ODAQ_DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const account = userNamed('postgres', known) ?? userNamed('nobody', known);
  if (account) return account;
  throw new PostgresUnavailable(
    'PostgreSQL refuses to run as root and this machine has no user `postgres` or `nobody`: start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

function userNamed(name: string, passwd: string): Account | null {
  const fields = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name);
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : null;
}

/** The first folder on the way to a path (the path included) that the account may not pass; null when all are open. */
export async function closedFolder(path: string, account: Account): Promise<string | null> {
  const steps: string[] = [];
  for (let step = await realpath(path); !steps.includes(step); step = dirname(step)) steps.push(step);
  for (const step of steps.reverse()) {
    const { uid, gid, mode } = await stat(step);
    const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return step;
  }
  return null;
}
