import { STATUS_CODES } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, ServiceUnavailableException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { log, newId } from '#platform';

const SENTENCES: Record<number, string> = {
  400: 'The request is not valid JSON.',
  404: 'Nothing is here; the API is at /graphql.',
  413: 'The request is larger than 100 kB.',
  415: 'Send the request as application/json.',
};

/** Answers what never reached GraphQL in GraphQL’s own shape, so that a client needs to know one form of error. */
@Catch()
export class HttpErrors implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    // Errors of resolvers are GraphQL’s to answer; nothing returned means not handled.
    if (host.getType<string>() !== 'http') return;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    if (error instanceof ServiceUnavailableException) return void reply.code(status).send(error.getResponse());
    reply.code(status).send({ errors: [status < 500 ? clientMistake(status) : ourMistake(error)] });
  }
}

function statusOf(error: unknown): number {
  const { status, statusCode } = error as { status?: unknown; statusCode?: unknown };
  const said = Number(status ?? statusCode);
  return said >= 400 && said < 600 ? said : 500;
}

function clientMistake(status: number) {
  const message = SENTENCES[status] ?? `${STATUS_CODES[status] ?? 'Refused'}.`;
  return { message, extensions: { code: status === 404 ? 'NOT_FOUND' : 'BAD_USER_INPUT' } };
}

function ourMistake(error: unknown) {
  const requestId = newId();
  log.error({ err: error, requestId }, 'a request failed');
  return { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL', requestId } };
}
