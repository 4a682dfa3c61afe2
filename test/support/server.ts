import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface ServerOptions {
  databaseUrl?: string;
  /** Settings of this server, over those of the tests. */
  env?: Record<string, string>;
}

export interface RunningServer {
  url: string;
  process: ChildProcess;
  /** Everything it printed so far, both streams. */
  output(): string;
  /** Ends it and waits until it is gone; answers with its exit code, null when the signal itself ended it. */
  kill(signal?: NodeJS.Signals): Promise<number | null>;
}

/** The same whether this file runs from the sources or compiled. */
export const compiledFolder = folderOf(import.meta.dirname);

function folderOf(from: string): string {
  return existsSync(join(from, 'package.json')) ? join(from, 'dist') : folderOf(dirname(from));
}

const launched: ChildProcess[] = [];

// In a spec: a test that failed before its last line must not leave a server behind. The bed ends its own.
if (typeof afterAll === 'function') {
  afterAll(async () => {
    // Who does not wait until they are gone leaves a Jest worker that cannot end in time on a busy machine.
    await Promise.all(
      launched.map(async (child) => {
        const hasEnded = child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
        const gone = hasEnded ? null : once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }),
    );
  });
}

/** Starts the compiled server on a free port. Throws with what it printed when it ends before it listens. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const child = launchServer(options);
  let printed = '';
  const heard = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const url = /Odaq listens at (\S+)/.exec(printed)?.[1];
        if (url) resolve(url);
      });
    }
  });
  const gone = once(child, 'close');
  const url = await Promise.race([heard, gone.then(() => null)]);
  if (!url) throw new Error(`The server ended before it listened:\n${printed}`);
  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    const [code] = await gone;
    return code as number | null;
  };
  return { url, process: child, output: () => printed, kill };
}

/** Runs the server until it ends by itself; for starts that must be refused. */
export async function failedStart(options: ServerOptions): Promise<{ code: number | null; output: string }> {
  const child = launchServer(options);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  const [code] = await once(child, 'close');
  return { code, output: output.join('') };
}

function launchServer({ databaseUrl, env }: ServerOptions): ChildProcess {
  const companion = join(compiledFolder, 'test/support/companion.js');
  const main = join(compiledFolder, 'server/main.js');
  // The channel tells the companion when we are gone, however we went.
  const child = spawn(process.execPath, ['--import', companion, main], {
    env: environmentOf({ ...(databaseUrl && { DATABASE_URL: databaseUrl }), ...env }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  launched.push(child);
  return child;
}

/** What a program under test sees of our environment: none of the settings a developer may have exported. */
export function environmentOf(env: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  return {
    PATH,
    HOME,
    ...(TMPDIR && { TMPDIR }),
    NODE_ENV: 'test',
    PORT: '0',
    ODAQ_DEMO: '0',
    DATABASE_POOL: '8',
    // All specs come from one address.
    ODAQ_ATTEMPTS_PER_ADDRESS: '1000000',
    // Mails of tests land here rather than in the project’s own outbox.
    ODAQ_DATA_DIR: join(tmpdir(), 'odaq-tests'),
    ...env,
  };
}
