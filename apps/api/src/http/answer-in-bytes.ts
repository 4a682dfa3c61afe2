import type { FastifyInstance } from 'fastify';

/** Shorter answers are sent with their headers in one piece. */
const LONG = 4_096;

/** Long texts are encoded once. As text, they would be measured twice and copied twice before they are encoded. */
export function answerInBytes(server: FastifyInstance): void {
  server.addHook('onSend', (_request, _reply, payload, done) => {
    done(null, typeof payload === 'string' && payload.length > LONG ? Buffer.from(payload) : payload);
  });
}
