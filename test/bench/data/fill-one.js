import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { fill } from './fill.js';
import { SIZES } from './sizes.js';

// node fill-one.js SIZE: fills the migrated database of DATABASE_URL, as the superuser that it names.
const console = fileURLToPath(import.meta.resolve('../../../dist/apps/console/src/main.js'));

await fill({
  sizes: SIZES[process.argv[2]],
  say: () => {},
  connect: async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    return client;
  },
  reindex: () => promisify(execFile)(process.execPath, [console, 'reindex'], { env: process.env }),
});
