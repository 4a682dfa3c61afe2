import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLSchema, printSchema as print } from 'graphql';
import { readSettings } from '#platform';
import { createApp } from '../../../api/src/create-app.js';
import type { OpenDatabase } from '../../../api/src/database/open-database.js';
import { projectFolder } from '../../../api/src/project.js';
import { accessTable, rootFieldsOf } from '../printing/access-table.js';
import { tablesOf } from '../printing/tables.js';
import { withScratchDatabase } from '../scratch-database.js';
import type { Command } from './command.js';

export const printSchema: Command = {
  does: 'prints schema.graphql, access.md and tables.sql into schema/; --check only compares',
  options: { check: { type: 'boolean' } },
  run: ({ check }) =>
    withScratchDatabase(async (open) => {
      const pages = await pagesOf(open);
      const isCurrent = await Promise.all(
        Object.entries(pages).map(([name, page]) => (check ? compare(name, page) : write(name, page))),
      );
      return isCurrent.every(Boolean) ? 0 : 1;
    }),
};

async function pagesOf({ database }: OpenDatabase): Promise<Record<string, string>> {
  const schema = await schemaOver(database);
  return {
    'schema.graphql': `${print(schema)}\n`,
    'access.md': accessTable(rootFieldsOf(schema)),
    'tables.sql': await tablesOf(database),
  };
}

async function schemaOver(database: OpenDatabase['database']): Promise<GraphQLSchema> {
  const app = await createApp(readSettings({}), database);
  await app.init();
  const { schema } = app.get(GraphQLSchemaHost);
  await app.close();
  return schema;
}

async function compare(name: string, page: string): Promise<boolean> {
  const committed = await readFile(join(projectFolder, 'schema', name), 'utf8').catch(() => '');
  if (committed === page) return true;
  console.error(`schema/${name} is not what the code says: run \`npm run schema\` and read the difference.`);
  return false;
}

async function write(name: string, page: string): Promise<boolean> {
  await writeFile(join(projectFolder, 'schema', name), page);
  return true;
}
