import { CannotStart } from '../../../api/src/cannot-start.js';

/** Why a command was not carried out. The message is one line that tells a person what to do. */
export class CommandRefused extends CannotStart {}

/** The option as one of these values. Refuses anything else, naming what there is. */
export function oneOf<T extends string>(option: string, given: unknown, values: Record<string, T>): T {
  const value = Object.values(values).find((known) => known === given);
  if (!value) throw new CommandRefused(`--${option} must be one of ${Object.values(values).join(', ')}.`);
  return value;
}
