import { loadReference } from '#reference';
import type { Command } from './command.js';
import { withDatabase } from './with-database.js';

export const reference: Command = {
  does: 'loads the reference lists again, of the folder of --from or those that ship with Odaq',
  options: { from: { type: 'string' } },
  run: ({ from }) =>
    withDatabase(async ({ database }) => {
      const { inserted, updated, retired } = await loadReference(database, from as string | undefined);
      console.log(`${inserted} added, ${updated} changed, ${retired} retired.`);
      return 0;
    }),
};
