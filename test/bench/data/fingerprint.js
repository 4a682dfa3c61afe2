import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** What the data follows from: the schema, the generator, and how the product writes its catalog. */
const SOURCES = [
  'schema/migrations/*.ts',
  'test/bench/data/*',
  'libs/platform/src/text/*.ts',
  'libs/catalog/src/catalog/entry.writer.ts',
  'libs/reference/data/**/*.json',
];

/** Changes whenever data made earlier would be other data today; in the letters of a name. */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort()) {
    if (!file.endsWith('.spec.ts')) hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 8);
}
