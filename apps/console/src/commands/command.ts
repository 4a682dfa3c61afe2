import type { ParseArgsOptionsConfig } from 'node:util';

/** One thing the console can be told to do. */
export interface Command {
  /** A line for the list of commands. */
  does: string;
  options?: ParseArgsOptionsConfig;
  /** Answers with the exit code. */
  run(options: Record<string, unknown>): Promise<number>;
}
