import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'rolldown';

/** Of Node: Apollo’s own package does not find these in a bundle, and reckons each query’s hash in JavaScript. */
const HASHES = 'node:crypto';

/** The compiled server in a few files: finding and reading its 3,600 modules took half of its start (decision 0042). */
export async function bundleServer() {
  await build({
    input: { main: 'dist/apps/api/src/main.js', ...migrations() },
    // What is exported by a migration is a migration.
    preserveEntrySignatures: 'strict',
    platform: 'node',
    // As Node itself chooses; of graphql there must be one copy.
    resolve: { mainFields: ['main'], alias: { '@apollo/utils.createhash': HASHES } },
    // A binary, what only a configuration written in TypeScript would need, and where tests count statements.
    external: [/^@node-rs\/argon2/, 'typescript', 'pg'],
    // Nest and Apollo look for packages that we do not have, and do without.
    checks: { unresolvedImport: false },
    output: {
      dir: 'dist/server',
      cleanDir: true,
      // Entities, migrations and GraphQL types are known by the names of their classes.
      keepNames: true,
      comments: false,
    },
  });
}

/** They share what they import with the server; by themselves they would load it a second time. */
function migrations() {
  const files = globSync('dist/schema/migrations/*.js');
  return Object.fromEntries(files.map((file) => [`migrations/${basename(file, '.js')}`, file]));
}
