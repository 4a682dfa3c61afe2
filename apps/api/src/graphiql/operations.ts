import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One example operation, as GraphiQL opens it in a tab. */
export type ExampleOperation = {
  /** File name without its ending. */
  name: string;
  query: string;
  /** JSON text shown in the variables editor; null when the operation has none. */
  variables: string | null;
};

const ENDING = '.graphql';

/** Reads `NAME.graphql` and `NAME.variables.json` of one folder, by name. A folder that is not there holds no examples. */
export async function readOperations(dir: string): Promise<ExampleOperation[]> {
  const files = new Set(await filesOf(dir));
  const names = [...files].filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length));

  return Promise.all(
    names.sort().map(async (name) => {
      const variables = `${name}.variables.json`;
      return {
        name,
        query: await readFile(join(dir, name + ENDING), 'utf8'),
        variables: files.has(variables) ? await readFile(join(dir, variables), 'utf8') : null,
      };
    }),
  );
}

async function filesOf(dir: string): Promise<string[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
