import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json: the same whether we run from the sources or from `dist`. */
export const projectFolder = folderWith('package.json', import.meta.dirname);

const bundledMigrations = join(import.meta.dirname, 'migrations');

/** Compiled migrations, bundled with the server if we are; they are loaded at run time, so the sources will not do. */
export const migrationsFolder = existsSync(bundledMigrations)
  ? bundledMigrations
  : join(projectFolder, 'dist/schema/migrations');

function folderWith(name: string, from: string): string {
  if (existsSync(join(from, name))) return from;
  if (dirname(from) === from) throw new Error(`no ${name} above ${import.meta.dirname}`);
  return folderWith(name, dirname(from));
}
