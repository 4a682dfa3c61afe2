import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ELSEWHERE, PostgresUnavailable } from './errors.js';

/** Where one server keeps its things. All paths are absolute. */
export type Cluster = {
  dataDir: string;
  /** PostgreSQL's own folder; it appears whole or not at all. */
  folder: string;
  pidFile: string;
  logFile: string;
  passwordFile: string;
};

export async function clusterIn(dataDir: string): Promise<Cluster> {
  const home = resolve(dataDir);
  await mkdir(home, { recursive: true });
  return {
    dataDir: home,
    folder: join(home, 'postgres'),
    pidFile: join(home, 'postgres', 'postmaster.pid'),
    logFile: join(home, 'postgres.log'),
    passwordFile: join(home, 'postgres.password'),
  };
}

/** The major version that made the cluster, such as `18`; null when there is no cluster yet. */
export function versionOf(cluster: Cluster): Promise<string | null> {
  return textOf(join(cluster.folder, 'PG_VERSION'));
}

/** Reads the password; of several processes that make one at the same moment, all get the same. */
export async function passwordOf(cluster: Cluster): Promise<string> {
  const known = await textOf(cluster.passwordFile);
  if (known) return known;
  if (await versionOf(cluster)) {
    throw new PostgresUnavailable(
      `${cluster.passwordFile} is missing: put it back, or move ${cluster.folder} away to begin empty, or ${ELSEWHERE}.`,
    );
  }
  const draft = `${draftPrefix(cluster)}${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  // A link appears whole and only once, so a kill or a race leaves no half-written password.
  await link(draft, cluster.passwordFile).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft, { force: true });
  return (await readFile(cluster.passwordFile, 'utf8')).trim();
}

/** How unfinished things are called: by their maker's process, so that those of a killed one can be swept away. */
export function draftPrefix(cluster: Cluster): string {
  return `${cluster.folder}.new-${process.pid}-`;
}

/** A small file's trimmed text; null when there is no such file. */
export async function textOf(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
