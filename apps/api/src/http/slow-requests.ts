import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Longest time in milliseconds to send a file, and to send any other request. */
export const LONGEST_UPLOAD = 600_000;
const LONGEST_REQUEST = 20_000;

/** Configuration of a route that takes files over slow lines. */
export const MAY_BE_SLOW = { mayBeSlow: true };

/** Node knows one time limit for all requests, so that of files; who takes longer over anything else is cut off here. */
export function refuseSlowRequests(server: FastifyInstance): void {
  server.server.headersTimeout = LONGEST_REQUEST;
  server.addHook('onRequest', (request, _reply, done) => {
    if (!mayBeSlow(request) && !request.raw.complete) {
      const timer = setTimeout(() => request.raw.complete || request.raw.destroy(), LONGEST_REQUEST);
      request.raw.once('close', () => clearTimeout(timer));
    }
    done();
  });
}

function mayBeSlow({ routeOptions }: FastifyRequest): boolean {
  return 'mayBeSlow' in routeOptions.config;
}
