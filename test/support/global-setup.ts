import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Compiled by the build: Jest runs this file outside its own module system, where `.ts` neighbors are not found. */
const compiled = join(import.meta.dirname, '../../dist/test/support/bed/bed.js');

/** Opens the bed that specs ask for databases and servers. Nothing is started before the first one asks. */
export default async function setUp(): Promise<void> {
  if (!existsSync(compiled)) throw new Error('The project is not built: run "npm test", or "npm run build" before.');
  const { openBed } = await import(compiled);
  const bed = await openBed();
  process.env.ODAQ_TEST_BED = bed.url;
  Object.assign(globalThis, { closeBed: bed.close });
  // Specs see what is global here. Run in this process (`--runInBand`), they would all add to one collection of GraphQL types.
  for (const name of ['GqlTypeMetadataStorage', 'GqlLazyMetadataStorageHost']) Reflect.deleteProperty(globalThis, name);
}
