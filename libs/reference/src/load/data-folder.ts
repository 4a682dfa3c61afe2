import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(import.meta.url);

/**
 * The folder of the shipped lists. The compiled code lies deeper than the sources and without them, so the first
 * folder above that has the lists is taken. Throws when there is none.
 */
export function dataFolder(from = HERE): string {
  for (let above = dirname(from); ; above = dirname(above)) {
    const folder = join(above, 'libs', 'reference', 'data');
    if (existsSync(join(folder, 'countries.json'))) return folder;
    if (above === dirname(above)) throw new Error(`no folder above ${from} holds libs/reference/data`);
  }
}
