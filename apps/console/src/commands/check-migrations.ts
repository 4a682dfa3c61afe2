import { withScratchDatabase } from '../scratch-database.js';
import type { Command } from './command.js';

export const checkMigrations: Command = {
  does: 'checks that the migrations make exactly the tables of the entities',
  run: () =>
    withScratchDatabase(async ({ database }) => {
      const { upQueries } = await database.driver.createSchemaBuilder().log();
      if (upQueries.length === 0) return 0;
      console.error('The entities and the migrations differ. To bring the database to the entities:');
      console.error(upQueries.map(({ query }) => `  ${query};`).join('\n'));
      return 1;
    }),
};
