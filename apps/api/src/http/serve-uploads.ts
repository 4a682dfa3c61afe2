import type { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MOST_BYTES, UploadRefused, Uploads } from '#identity';
import { log, newId } from '#platform';
import { MAY_BE_SLOW } from './slow-requests.js';

/** A sender who is silent for so many milliseconds is gone. */
const SILENCE = 30_000;

const ANSWERS = {
  UNKNOWN: { status: 404, code: 'NOT_FOUND', message: 'There is no such upload.' },
  SPENT: { status: 410, code: 'NOT_FOUND', message: 'This upload was used already, or is too old. Open another one.' },
  TOO_LARGE: { status: 413, code: 'BAD_USER_INPUT', message: 'The file is larger than 50 MiB.' },
};

/**
 * Takes files at `PUT /uploads/<ticket>`, whatever their type, as the whole body of the request. The ticket is the
 * permission; it was given to somebody who had the right to send a file.
 */
export function serveUploads(app: NestFastifyApplication): void {
  const uploads = () => app.get(Uploads, { strict: false });
  app
    .getHttpAdapter()
    .getInstance()
    .register(async (server: FastifyInstance) => {
      server.removeAllContentTypeParsers();
      server.addContentTypeParser('*', (_request, content, done) => done(null, content));
      server.put<{ Params: { ticket: string } }>('/uploads/:ticket', { config: MAY_BE_SLOW }, (request, reply) =>
        take(uploads(), request, reply),
      );
    });
}

async function take(
  uploads: Uploads,
  request: FastifyRequest<{ Params: { ticket: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const content = (request.body ?? request.raw) as Readable;
  request.raw.setTimeout(SILENCE, () => content.destroy(new Error('the sender fell silent')));
  try {
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw new UploadRefused('TOO_LARGE');
    return reply.send(await uploads.receive(request.params.ticket, content));
  } catch (error) {
    // What is still on its way is not read, so the connection is of no more use.
    reply.header('connection', 'close');
    if (error instanceof UploadRefused) return answer(reply, ANSWERS[error.why]);
    if (content.errored || request.raw.destroyed) return answer(reply, BROKEN_OFF);
    const requestId = newId();
    log.error({ err: error, requestId }, 'an upload failed');
    return reply.code(500).send(bodyOf('Something went wrong on our side.', { code: 'INTERNAL', requestId }));
  }
}

const BROKEN_OFF = { status: 408, code: 'BAD_USER_INPUT', message: 'The file did not come whole. Send it again.' };

function answer(reply: FastifyReply, { status, code, message }: typeof BROKEN_OFF): FastifyReply {
  return reply.code(status).send(bodyOf(message, { code }));
}

/** In the form of GraphQL, so that a client needs to know one form of error. */
function bodyOf(message: string, extensions: object): object {
  return { errors: [{ message, extensions }] };
}
