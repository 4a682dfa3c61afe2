import type { FastifyInstance } from 'fastify';

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  // Answers of the API are data: nothing in them may run, whatever a browser takes them for.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Puts them on every answer; a page that needs another policy sets its own. */
export function secureResponses(server: FastifyInstance): void {
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(HEADERS);
    done();
  });
}
