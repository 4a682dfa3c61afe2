import { once } from 'node:events';
import { open, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Binaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import type { Launcher } from './launcher.js';
import type { Server } from './running-server.js';

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** For a small machine; anything here can be overridden. */
const DEFAULTS: Record<string, string> = {
  shared_buffers: '256MB',
  max_connections: '100',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
};

/** For everyone on this machine with the password, and nobody else. */
const FIXED: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_line_prefix: '%m [%p] ',
};

export type ServerProcess = Server & {
  hasExited(): boolean;
  /** Settles when the process has ended; waiting for it alone does not keep the program alive. */
  exited: Promise<unknown>;
  /** Waits for the end, and keeps the program alive until then. */
  waitForExit(): Promise<void>;
  /** The last FATAL line this process wrote, or the last line, or an empty text. */
  lastWords(): Promise<string>;
};

/** Starts a server that neither Ctrl-C in our terminal nor our own death reaches. It is not ready yet. */
export async function launchServer(
  cluster: Cluster,
  binaries: Binaries,
  launcher: Launcher,
  settings: Record<string, string>,
): Promise<ServerProcess> {
  await keepLogSmall(cluster.logFile);
  const port = await freePort();
  const all = { ...DEFAULTS, ...settings, ...FIXED, port: String(port) };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

  const log = await open(cluster.logFile, 'a', 0o600);
  try {
    const { size: start } = await log.stat();
    const child = launcher(binaries.postgres, ['-D', cluster.folder, ...flags], {
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    const exited = once(child, 'exit').catch(() => {});
    await once(child, 'spawn');
    child.unref();
    const pid = child.pid as number;
    return {
      pid,
      port,
      hasExited: () => child.exitCode !== null || child.signalCode !== null,
      exited,
      waitForExit: async () => {
        child.ref();
        await exited;
      },
      lastWords: () => lastWords(cluster.logFile, start, pid),
    };
  } finally {
    await log.close();
  }
}

async function keepLogSmall(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(file, `${file}.1`);
}

/** The operating system's choice, so that nothing clashes with a PostgreSQL already on 5432. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function lastWords(file: string, start: number, pid: number): Promise<string> {
  const log = await open(file, 'r');
  try {
    const { size } = await log.stat();
    const { buffer, bytesRead } = await log.read(Buffer.alloc(Math.min(size - start, 65_536)), { position: start });
    // Two servers that start together write into one log; lines without a number come from before the log is set up.
    const lines = buffer.toString('utf8', 0, bytesRead).trim().split('\n');
    const own = lines.filter((line) => (/\[(\d+)\] /.exec(line)?.[1] ?? String(pid)) === String(pid));
    const words = own.findLast((line) => line.includes('FATAL:')) ?? own.at(-1) ?? '';
    return words.replace(/^.*?FATAL:\s+/, '').trim();
  } finally {
    await log.close();
  }
}
