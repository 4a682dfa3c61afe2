import type { FastifyInstance } from 'fastify';

/** While the server ends, an answer closes its connection: kept open for a next request, it would hold up the end. */
export function closeAfterLastAnswers(server: FastifyInstance): void {
  let isEnding = false;
  server.addHook('preClose', (done) => {
    isEnding = true;
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (isEnding) reply.header('connection', 'close');
    done(null, payload);
  });
}
