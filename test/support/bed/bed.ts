import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningServer, startServer } from '../server.js';
import { stopClock } from './clock.js';
import { type Databases, openDatabases } from './databases.js';

/** What one Jest worker works with. */
export interface Place {
  databaseUrl: string;
  serverUrl: string;
}

export interface Bed {
  /** Where specs ask: `POST /place/<worker>` answers a Place, `POST /database` the address of a clone of its own. */
  url: string;
  close(): Promise<void>;
}

/**
 * Lives in Jest’s own process, over all specs. PostgreSQL, the template, the databases and the servers are made when
 * they are first asked for, so a run of pure specs starts nothing.
 */
export async function openBed(): Promise<Bed> {
  let databases: Promise<Databases> | undefined;
  const places = new Map<string, Promise<Place>>();
  const servers: RunningServer[] = [];

  const cloned = () => {
    databases ??= openDatabases();
    return databases.then((open) => open.clone());
  };
  const place = async (): Promise<Place> => {
    const databaseUrl = await cloned();
    await stopClock(databaseUrl);
    const server = await startServer({ databaseUrl });
    servers.push(server);
    return { databaseUrl, serverUrl: server.url };
  };
  const answerTo = (path: string): Promise<unknown> => {
    if (path === '/database') return cloned();
    if (!places.has(path)) places.set(path, place());
    return places.get(path) as Promise<Place>;
  };

  const desk = createServer((request, response) => {
    answerTo(request.url ?? '').then(
      (answer) => response.end(JSON.stringify(answer)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  }).listen(0, '127.0.0.1');
  // A connection that closes while it is used again would fail a spec that did nothing wrong.
  desk.keepAliveTimeout = 0;
  await once(desk, 'listening');
  desk.unref();

  const close = async () => {
    desk.close();
    desk.closeAllConnections();
    await Promise.allSettled(places.values());
    await Promise.all(servers.map((server) => server.kill()));
    await databases?.then(
      (open) => open.close(),
      () => {},
    );
  };
  return { url: `http://127.0.0.1:${(desk.address() as AddressInfo).port}`, close };
}
