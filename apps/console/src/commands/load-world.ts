import { writeLoadWorld } from '../load-world/load-world.js';
import type { Command } from './command.js';
import { CommandRefused } from './refused.js';
import { withDatabase } from './with-database.js';

export const loadWorld: Command = {
  does: 'writes people with tokens and one offering as JSON, for a load client (--persons 1000 --seats 100)',
  options: { persons: { type: 'string', default: '1000' }, seats: { type: 'string', default: '100' } },
  run: async ({ persons, seats }) => {
    const [people, capacity] = [within('persons', persons, 1_000_000), within('seats', seats, 100_000)];
    const world = await withDatabase(({ database }) => writeLoadWorld(database, people, capacity));
    console.log(JSON.stringify(world));
    return 0;
  },
};

function within(name: string, text: unknown, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) {
    throw new CommandRefused(`--${name} must be a whole number from 1 to ${most}.`);
  }
  return number;
}
