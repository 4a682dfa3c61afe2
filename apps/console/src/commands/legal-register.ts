import { loadLegalRegister } from '#curriculum';
import type { Command } from './command.js';
import { withDatabase } from './with-database.js';

export const legalRegister: Command = {
  does: 'loads the legal register again, of the folder of --from or the one that ships with Odaq',
  options: { from: { type: 'string' } },
  run: ({ from }) =>
    withDatabase(async ({ database }) => {
      const { inserted, updated, retired } = await loadLegalRegister(database, from as string | undefined);
      console.log(`${inserted} added, ${updated} changed, ${retired} retired.`);
      return 0;
    }),
};
