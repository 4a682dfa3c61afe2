import type { Command } from './command.js';
import { withDatabase } from './with-database.js';

export const migrate: Command = {
  does: 'brings the database up to date',
  run: () =>
    withDatabase(async ({ migrated }) => {
      console.log(
        migrated.length === 0 ? 'The database is up to date.' : migrated.map((name) => `did ${name}`).join('\n'),
      );
      return 0;
    }),
};
