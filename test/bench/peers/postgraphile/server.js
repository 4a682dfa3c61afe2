import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// It stands in a folder of its own: see install.js.
const at = createRequire(join(process.env.PEER_FOLDER, 'package.json'));
const load = (name) => import(at.resolve(name));

const { postgraphile } = await load('postgraphile');
const { grafserv } = await load('postgraphile/grafserv/node');
const { makePgService } = await load('postgraphile/adaptors/pg');
const { PostGraphileAmberPreset } = await load('postgraphile/presets/amber');

const peer = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['bench_peer'],
      poolConfig: { max: Number(process.env.DATABASE_POOL) },
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
await peer.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => console.log(`listens at http://127.0.0.1:${server.address().port}`));
