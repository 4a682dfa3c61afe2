import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { type Cluster, draftPrefix, versionOf } from './cluster.js';
import { ELSEWHERE, fullDisk, PostgresUnavailable } from './errors.js';
import type { Launcher } from './launcher.js';
import { isAlive } from './running-server.js';

/** Letters are judged by this part of the operating system's locale: under plain C, pg_trgm sees no Cyrillic at all. */
const LETTERS = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C'];

const ABANDONED_AFTER_MS = 3_600_000;

export type Making = {
  cluster: Cluster;
  binaries: Binaries;
  account: Account | null;
  launcher: Launcher;
  password: string;
  /** False skips the flush to disk: for tests, where a power cut does not matter. */
  durable: boolean;
};

/** Makes the cluster if there is none. Refuses one of another major version. */
export async function ensureCluster(making: Making): Promise<void> {
  const { cluster, binaries, account } = making;
  await removeAbandoned(cluster);
  const version = await versionOf(cluster);
  if (version === null) return makeCluster(making);
  if (version !== binaries.major) {
    throw new PostgresUnavailable(
      `${cluster.folder} was made by PostgreSQL ${version} and this is ${binaries.major}: dump it with version ${version} and move it away, or ${ELSEWHERE}.`,
    );
  }
  // Files copied or restored by root; PostgreSQL insists on owning them.
  if (account && (await stat(cluster.folder)).uid === 0) {
    await promisify(execFile)('chown', ['-R', `${account.uid}:${account.gid}`, cluster.folder]);
  }
}

/** Works in a folder of its own, so that a kill leaves nothing half done; of two makers the first to rename wins. */
async function makeCluster({ cluster, account, launcher, binaries, password, durable }: Making): Promise<void> {
  const draft = await mkdtemp(draftPrefix(cluster));
  try {
    const folder = join(draft, 'cluster');
    const passwordFile = join(draft, 'password');
    await mkdir(folder, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [draft, folder, passwordFile]) await chown(path, account.uid, account.gid);

    const complaint = await initdb(launcher, binaries, [
      `--pgdata=${folder}`,
      `--pwfile=${passwordFile}`,
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (complaint) throw refusal(complaint, cluster);
    await rename(folder, cluster.folder).catch((error: NodeJS.ErrnoException) => lostOr(error, cluster));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Null when it went well, else the last thing it said. */
async function initdb(launcher: Launcher, binaries: Binaries, args: string[]): Promise<string | null> {
  let complaint = '';
  for (const letters of LETTERS) {
    const child = launcher(binaries.initdb, [...args, ...FORM, `--lc-ctype=${letters}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    complaint = '';
    child.stderr?.on('data', (chunk) => {
      complaint += chunk;
    });
    const [code] = await once(child, 'close').catch((error: Error) => [error.message]);
    if (code === 0) return null;
    if (!complaint.includes('locale name')) return complaint.trim() || `it ended with ${code}`;
  }
  return complaint;
}

const FORM = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--no-instructions',
];

function refusal(complaint: string, { dataDir, folder }: Cluster): PostgresUnavailable {
  if (/No space left|quota exceeded/i.test(complaint)) return fullDisk(dataDir);
  const lines = complaint.split('\n').filter((line) => /error|fatal|could not|cannot/i.test(line));
  const reason = (lines.at(-1) ?? complaint).replaceAll(/\s+/g, ' ').trim();
  return new PostgresUnavailable(`PostgreSQL could not make ${folder} (${reason}): ${ELSEWHERE}.`);
}

async function lostOr(error: NodeJS.ErrnoException, cluster: Cluster): Promise<void> {
  if (await versionOf(cluster)) return;
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'ENOTDIR') throw error;
  throw new PostgresUnavailable(
    `${cluster.folder} exists but is no PostgreSQL cluster: move it away, or ${ELSEWHERE}.`,
  );
}

/** Sweeps up after makers that were killed. Process numbers return, so a draft of last hour counts as abandoned too. */
async function removeAbandoned(cluster: Cluster): Promise<void> {
  for (const name of await readdir(cluster.dataDir)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (!maker) continue;
    const draft = join(cluster.dataDir, name);
    const age = Date.now() - ((await stat(draft).catch(() => null))?.mtimeMs ?? 0);
    if (isAlive(Number(maker)) && age < ABANDONED_AFTER_MS) continue;
    // An orphaned initdb may still be writing; the next start sweeps again.
    await rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}
