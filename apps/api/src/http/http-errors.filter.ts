import { STATUS_CODES } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, ServiceUnavailableException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BadParameter, interruptionOf, log, newId } from '#platform';

const SENTENCES: Record<number, string> = {
  400: 'The request is not valid JSON.',
  404: 'Nothing is here; the API is at /graphql.',
  413: 'The request is larger than 100 kB.',
  415: 'Send the request as application/json.',
};

const BUSY = {
  message: 'The service is busy or its database is away. Try again.',
  extensions: { code: 'UNAVAILABLE' },
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
    if (status === 503) return void reply.code(status).send({ errors: [BUSY] });
    if (error instanceof BadParameter) return void reply.code(status).send({ errors: [badParameter(error)] });
    reply.code(status).send({ errors: [status < 500 ? clientMistake(status) : ourMistake(error)] });
  }
}

/** Errors of Nest, of Fastify, and faults of ours, each with its own way to name a status. */
type Stated = { status?: unknown; statusCode?: unknown; extensions?: { http?: { status?: unknown } } };

function statusOf(error: unknown): number {
  if (interruptionOf(error)) return 503;
  const { status, statusCode, extensions } = error as Stated;
  const said = Number(status ?? statusCode ?? extensions?.http?.status);
  return said >= 400 && said < 600 ? said : 500;
}

function clientMistake(status: number) {
  const message = SENTENCES[status] ?? `${STATUS_CODES[status] ?? 'Refused'}.`;
  return { message, extensions: { code: status === 404 ? 'NOT_FOUND' : 'BAD_USER_INPUT' } };
}

function badParameter({ message }: BadParameter) {
  return { message, extensions: { code: 'BAD_USER_INPUT' } };
}

function ourMistake(error: unknown) {
  const requestId = newId();
  log.error({ err: error, requestId }, 'a request failed');
  return { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL', requestId } };
}
