import { reindexCatalog } from '#catalog';
import type { Command } from './command.js';
import { withDatabase } from './with-database.js';

export const reindex: Command = {
  does: 'builds what the catalog shows and finds anew, while people go on using it',
  run: () =>
    withDatabase(async ({ database }) => {
      console.log(`${await reindexCatalog(database)} courses.`);
      return 0;
    }),
};
