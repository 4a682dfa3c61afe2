import { readdirSync } from 'node:fs';
import { migrationsFolder } from '../project.js';

/** Names of all migrations of this code as the database notes them, without loading any. */
export function knownMigrations(): string[] {
  return readdirSync(migrationsFolder)
    .filter((file) => file.endsWith('.js'))
    .map(nameIn);
}

/** `1795305600000-CreatePlatform.js` holds `CreatePlatform1795305600000`. */
function nameIn(file: string): string {
  const [, stamp, purpose] = /^(\d+)-(\w+)\.js$/.exec(file) ?? [];
  if (!stamp) throw new Error(`${file} is no name of a migration, such as 1795305600000-CreatePlatform.js`);
  return `${purpose}${stamp}`;
}
