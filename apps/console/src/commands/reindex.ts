import { reindexCatalog } from '#catalog';
import type { Command } from './command.js';
import { withDatabase } from './with-database.js';

export const reindex: Command = {
  does: 'writes anew what the catalog shows and finds, after the rules of folding changed',
  run: async () => {
    const count = await withDatabase(({ database }) => reindexCatalog(database));
    console.log(`${count} courses written anew.`);
    return 0;
  },
};
