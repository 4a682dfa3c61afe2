import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import pg from 'pg';
import { QUERY_COUNT } from './query-count.js';

/**
 * Loaded into every server under test, never into one that people use: it tells in a header how many statements an
 * answer cost, and ends the server when its test is gone.
 */
/** Asked after something changed somewhere: chance decides whose request that is, so it counts for none. */
const WHEN_IN_DOUBT = 'SELECT version FROM reference_version';

const counts = new AsyncLocalStorage<{ statements: number }>();

channel('http.server.request.start').subscribe((message) => {
  const { response } = message as { response: ServerResponse };
  const count = { statements: 0 };
  counts.enterWith(count);
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    response.setHeader(QUERY_COUNT, count.statements);
    return writeHead(...args);
  };
});

const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]): unknown {
  const count = counts.getStore();
  if (count && args[0] !== WHEN_IN_DOUBT) count.statements += 1;
  return query.apply(this, args);
} as typeof pg.Client.prototype.query;

// A connection waited for is handed over by whoever gave it back; what is asked over it belongs to who waited.
const connect = pg.Pool.prototype.connect as (...args: unknown[]) => unknown;
pg.Pool.prototype.connect = function awaited(this: pg.Pool, ...args: unknown[]): unknown {
  const [answer] = args;
  return connect.apply(this, typeof answer === 'function' ? [AsyncResource.bind(answer as () => void)] : args);
} as typeof pg.Pool.prototype.connect;

process.on('disconnect', () => process.exit(1));
process.channel?.unref();
