import type { Cluster } from './cluster.js';
import { isLastKeeper, type Keeper } from './keeper.js';
import { type Server, stopServer } from './running-server.js';
import type { ServerProcess } from './server-process.js';

export interface RunningPostgres {
  /** For the role `odaq`, which owns the database `odaq` and may make others. Holds the password: never log it. */
  url: string;
  /** For the role `postgres`, who may do everything. Holds the password: never log it. */
  superuserUrl: string;
  port: number;
  /** Stops the server, whoever else uses it. */
  stop(): Promise<void>;
  /** Says that we are done; our own connections are closed by then. The last process to say so stops the server. */
  release(): Promise<void>;
}

type Use = {
  cluster: Cluster;
  server: Server;
  keeper: Keeper;
  password: string;
  log: (line: string) => void;
  /** If it is our child. */
  child?: ServerProcess;
};

/** The handle of one user of the server. Of `stop` and `release` the first call counts. */
export function running(use: Use): RunningPostgres {
  const { server, keeper, password } = use;
  let end: Promise<void> | undefined;
  // Held open for the server's sake only: it must not keep a finished program from leaving.
  keeper.unref();
  use.child?.exited.then(() => {
    if (!end) use.log(`PostgreSQL (process ${server.pid}) ended without being asked: read ${use.cluster.logFile}`);
  });

  const finish = (isOver: () => Promise<boolean>) => {
    end ??= leave(use, isOver);
    return end;
  };
  const at = `127.0.0.1:${server.port}`;
  return {
    url: `postgres://odaq:${password}@${at}/odaq`,
    superuserUrl: `postgres://postgres:${password}@${at}/odaq`,
    port: server.port,
    stop: () => finish(async () => true),
    // A keeper that lost its connection cannot tell who is left; then the server stays for the next start to join.
    release: () => finish(() => isLastKeeper(keeper).catch(() => false)),
  };
}

async function leave({ cluster, server, keeper, log, child }: Use, isOver: () => Promise<boolean>): Promise<void> {
  keeper.ref();
  if (await isOver()) {
    const isDown = await stopServer(cluster, server);
    if (isDown) await child?.waitForExit();
    else log(`PostgreSQL (process ${server.pid}) is still writing; it will end by itself`);
  }
  await keeper.end().catch(() => {});
}
