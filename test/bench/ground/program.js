import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const END_WITH_PARENT = import.meta.resolve('./end-with-parent.js');
const PATIENCE = 15_000;

/** Characters. */
const LAST_WORDS = 4_000;

/**
 * Starts a Node program and waits until it prints where it listens.
 * Answers `{ url, pid, stop, complaints }`, the last with what it logged of requests that failed by its own fault;
 * throws with what it printed when it ends before.
 */
export async function startProgram({ name, file, env, flags, ending }) {
  const child = spawnNode(file, { env, flags });
  const gone = once(child, 'close');
  const end = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    await gone;
    clearTimeout(timer);
  };
  let stopping;
  const stop = () => {
    stopping ??= end();
    return stopping;
  };
  const undo = ending.add(stop);
  const { url, printed } = await whereItListens(child, gone);
  if (!url) throw new Error(`${name} ended before it listened:\n${printed()}`);
  gone.then(([code, signal]) => {
    undo();
    // Whoever asks it next fails, and would not know why.
    if (!stopping) console.error(`${name} ended by itself (${signal ?? code}):\n${printed().slice(-LAST_WORDS)}`);
  });
  const complaints = () =>
    printed()
      .split('\n')
      .filter((line) => line.includes('a request failed'));
  return { url, pid: child.pid, stop, complaints };
}

/** A child that sees none of the settings a developer may have exported, and does not outlive us. */
export function spawnNode(file, { env = {}, flags = [], args = [], stdin = 'ignore' } = {}) {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  return spawn(process.execPath, ['--import', END_WITH_PARENT, ...flags, path, ...args], {
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), NODE_ENV: 'production', ...env },
    // The channel tells the child when we are gone. Its own group: Ctrl-C reaches us alone, and we end it in order.
    stdio: [stdin, 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
}

async function whereItListens(child, gone) {
  let printed = '';
  const heard = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        printed += text;
        const url = /listens at (\S+)/.exec(printed)?.[1];
        if (url) resolve(url);
      });
    }
  });
  const url = await Promise.race([heard, gone.then(() => null)]);
  return { url, printed: () => printed };
}
