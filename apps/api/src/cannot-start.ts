import { BadSettings, PostgresUnavailable } from '#platform';

/** Why the process cannot begin its work. The message is one line that tells a person what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** What to print when a start failed: a line for what a person can mend, the whole trace for what only we can. */
export function explain(error: unknown): string {
  const isForPeople =
    error instanceof CannotStart || error instanceof BadSettings || error instanceof PostgresUnavailable;
  if (isForPeople) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

interface Address {
  host: string;
  port: number;
}

const LISTENING: Record<string, (address: Address) => string> = {
  EADDRINUSE: ({ port }) => `Port ${port} is already in use: stop what uses it, or set PORT to another one.`,
  EACCES: ({ port }) => `Port ${port} may not be opened by this user: set PORT to one above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `HOST ${host} is no address of this machine: set it to 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: ({ host }) => `HOST ${host} is not known: set it to 127.0.0.1 or 0.0.0.0.`,
  EAI_AGAIN: ({ host }) => `HOST ${host} is not known: set it to 127.0.0.1 or 0.0.0.0.`,
};

/** Says in one line why we cannot listen there; any other error comes back as it was. */
export function asListenError(error: unknown, address: Address): unknown {
  const say = LISTENING[(error as NodeJS.ErrnoException).code ?? ''];
  return say ? new CannotStart(say(address), { cause: error }) : error;
}
