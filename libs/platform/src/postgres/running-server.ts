import { rm, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, textOf } from './cluster.js';

export type Server = { pid: number; port: number };

/** A pid file holds its number from the first moment on; an empty one this old is left from a crash on a full disk. */
const EMPTY_FOR_MS = 5_000;

/**
 * The server that runs this cluster now, or null. It may still be starting, or already stopping.
 * Removes a pid file that PostgreSQL would take for a living server: its number now belongs to another program.
 */
export async function runningServer(cluster: Cluster): Promise<Server | null> {
  const text = await textOf(cluster.pidFile);
  if (text === null) return null;
  const [pidLine, folder = '', , portLine] = text.split('\n');
  const [pid, port] = [Number(pidLine), Number(portLine)];
  if (pid > 0 && port > 0 && isAlive(pid) && (await isServerOf(cluster, pid, folder))) return { pid, port };

  const misleading = pid > 0 ? process.platform === 'linux' && isAlive(pid) : await isOld(cluster.pidFile);
  if (misleading && (await textOf(cluster.pidFile)) === text) await rm(cluster.pidFile, { force: true });
  return null;
}

/**
 * On Linux a server is known by its working folder, which also tells a dead but unburied process from a live one.
 * Elsewhere the folder named in the pid file must do; it tells a copy of a running cluster from the cluster.
 */
async function isServerOf(cluster: Cluster, pid: number, named: string): Promise<boolean> {
  try {
    const [there, here] = await Promise.all([
      stat(process.platform === 'linux' ? `/proc/${pid}/cwd` : named),
      stat(cluster.folder),
    ]);
    return there.dev === here.dev && there.ino === here.ino;
  } catch (error) {
    // Another user's process hides its folder; whether it answers to our password will tell.
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isOld(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > EMPTY_FOR_MS;
}

/** Ends all sessions, writes everything down and leaves. False when it is still there after 30 seconds. */
export async function stopServer(cluster: Cluster, server: Server): Promise<boolean> {
  const isThere = async () => (await runningServer(cluster))?.pid === server.pid;
  if (!(await isThere())) return true;
  process.kill(server.pid, 'SIGINT');
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await pause(20)) {
    if (!(await isThere())) return true;
  }
  return false;
}
