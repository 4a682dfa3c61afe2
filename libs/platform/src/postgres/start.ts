import { setTimeout as pause } from 'node:timers/promises';
import { accountFor } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { type Cluster, clusterIn, passwordOf } from './cluster.js';
import { asUnavailable, ELSEWHERE, PostgresUnavailable } from './errors.js';
import { ensureCluster } from './initdb.js';
import { prepareDatabase, waitForKeeper } from './keeper.js';
import { type Launcher, launcherFor } from './launcher.js';
import { type RunningPostgres, running } from './running.js';
import { runningServer, type Server, stopServer } from './running-server.js';
import { launchServer, type ServerProcess } from './server-process.js';

export type PostgresOptions = {
  /** Made when missing, for example `<project>/.data`. */
  dataDir: string;
  /** Overrides of postgresql.conf. A server that already runs keeps those it was started with. */
  settings?: Record<string, string>;
  log?: (line: string) => void;
};

type Ground = {
  cluster: Cluster;
  binaries: Binaries;
  launcher: Launcher;
  password: string;
  settings: Record<string, string>;
  log: (line: string) => void;
};

const READY_WITHIN_MS = 60_000;

/** What the loser of a race reports, or what passes soon after a crash: worth another look until the deadline. */
const PASSING = /lock file "postmaster\.pid"|pre-existing shared memory block|could not create any TCP\/IP sockets/;

/**
 * Starts PostgreSQL on the data folder, or joins the one that already runs on it. The server outlives our death and
 * is found again by the next start. Refuses with PostgresUnavailable.
 */
export async function startEmbeddedPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, settings = {}, log = () => {} } = options;
  try {
    const binaries = await findBinaries();
    const cluster = await clusterIn(dataDir);
    const account = await accountFor(cluster.folder);
    const launcher = await launcherFor(account, binaries, cluster.dataDir);
    const password = await passwordOf(cluster);
    await ensureCluster({ cluster, binaries, account, launcher, password, durable: settings.fsync !== 'off' });
    return await joinOrLaunch({ cluster, binaries, launcher, password, settings, log });
  } catch (error) {
    throw asUnavailable(error, dataDir);
  }
}

async function joinOrLaunch(ground: Ground): Promise<RunningPostgres> {
  for (const deadline = Date.now() + READY_WITHIN_MS; ; await pause(50)) {
    const found = await runningServer(ground.cluster);
    const postgres = found ? await join(ground, found, deadline) : await launch(ground, deadline);
    if (postgres) return postgres;
  }
}

/** Null when that server was just stopping. */
async function join(ground: Ground, server: Server, deadline: number): Promise<RunningPostgres | null> {
  const { cluster, password, log } = ground;
  const isThere = async () => (await runningServer(cluster))?.pid === server.pid;
  const keeper = await waitForKeeper(cluster, server, password, isThere, deadline);
  if (!keeper) return null;
  await prepareDatabase(keeper, password);
  log(`PostgreSQL already runs on 127.0.0.1:${server.port} (process ${server.pid})`);
  return running({ cluster, server, keeper, password, log });
}

/** Null when another process was faster. */
async function launch(ground: Ground, deadline: number): Promise<RunningPostgres | null> {
  const { cluster, password, log } = ground;
  const server = await launchServer(cluster, ground.binaries, ground.launcher, ground.settings);
  try {
    const keeper = await waitForKeeper(cluster, server, password, async () => !server.hasExited(), deadline);
    if (!keeper) return await raceOrFailure(cluster, server, deadline);
    await prepareDatabase(keeper, password);
    log(`PostgreSQL started on 127.0.0.1:${server.port} (process ${server.pid})`);
    return running({ cluster, server, keeper, password, log, child: server });
  } catch (error) {
    // Useless to us, so it must not stay; but one that is still recovering would have to begin again.
    if (Date.now() < deadline) await stopServer(cluster, server);
    throw error;
  }
}

async function raceOrFailure(cluster: Cluster, server: ServerProcess, deadline: number): Promise<null> {
  const words = await server.lastWords();
  if (PASSING.test(words) && Date.now() < deadline) return null;
  throw new PostgresUnavailable(`PostgreSQL did not start (${words}): read ${cluster.logFile}, or ${ELSEWHERE}.`);
}
