import { log } from '#platform';

/** Requests under way get this long to finish, in milliseconds. */
const PATIENCE = 10_000;

export interface Ending {
  /** Says what to close; the last thing opened is closed first. */
  add(close: () => Promise<void>): void;
  /** Ends the process because its start failed; says why, unless it failed because it was told to end. */
  after(error: unknown, explain: (error: unknown) => string): Promise<void>;
}

/** Ends the process in good order on Ctrl-C and on SIGTERM; a second Ctrl-C ends it at once. */
export function endOnSignals(): Ending {
  const opened: (() => Promise<void>)[] = [];
  let isEnding = false;

  const end = async (code: number) => {
    isEnding = true;
    const timer = setTimeout(() => process.exit(code || 1), 2 * PATIENCE);
    for (const close of opened.toReversed()) {
      await close().catch((error) => log.error({ err: error }, 'closing failed'));
    }
    clearTimeout(timer);
    process.exit(code);
  };

  whenOrphanedByNpm(() => {
    if (!isEnding) void end(0);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isEnding) process.exit(130);
      void end(0);
    });
  }
  return {
    add: (close) => opened.push(close),
    after: async (error, explain) => {
      if (isEnding) return;
      console.error(explain(error));
      await end(1);
    },
  };
}

/** npm passes SIGTERM to its shell only, which dies of it and leaves us alone. */
function whenOrphanedByNpm(end: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && end(), 250).unref();
}
