import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readingChain } from '../text/index.js';
import type { PublicAnswer, PublicAnswers } from './answers.js';

/** Filled in while a request is answered. */
export interface Sharing {
  /** GraphQL types the answer is made of; null: it is not for everybody. */
  types: ReadonlySet<string> | null;
}

interface Making extends Sharing {
  key: string;
  begun: number;
  done: () => void;
}

/** Proxies ask again after a second; then an ETag costs them no bytes. */
const FOR_EVERYBODY = 'public, max-age=1';
const VARIES = 'Accept, Accept-Language, Authorization';

const making = new WeakMap<FastifyRequest, Making>();
const underWay = new Map<string, Promise<void>>();

/** The wish of this request to have its answer shared; null: it has none. */
export function sharingOf(request: FastifyRequest): Sharing | null {
  return making.get(request) ?? null;
}

/**
 * Queries by GET from people who are not signed in are answered from memory, with an ETag, in a form that any HTTP
 * cache can keep. Of those that ask for the same at once one is answered, and the others get what it got.
 */
export function servePublicAnswers(server: FastifyInstance, answers: PublicAnswers): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || !request.url.startsWith('/graphql?') || request.headers.authorization) return;
    // Apollo asks for a header that pages of other sites cannot send, for fear of what the browser adds to their
    // requests. We know people by Authorization alone, which browsers never add, and a query changes nothing.
    request.headers['apollo-require-preflight'] = 'anonymous';
    const key = keyOf(request);
    const known = answers.get(key) ?? (await afterOther(key, answers));
    if (known) return send(reply, request, known);
    let done = () => {};
    const end = new Promise<void>((resolve) => {
      done = resolve;
    });
    underWay.set(key, end);
    making.set(request, { key, begun: answers.begin(), types: null, done });
  });

  server.addHook('onSend', async (request, reply, payload) => {
    const made = making.get(request);
    if (!made?.types || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const answer = answerOf(payload, reply, made.types);
    answers.keep(made.key, answer, made.begun);
    reply.headers(answer.headers);
    if (!isKnown(request, answer)) return answer.body;
    reply.code(304).removeHeader('content-length');
    return null;
  });

  server.addHook('onResponse', async (request) => end(request));
  server.addHook('onRequestAbort', async (request) => end(request));
}

function end(request: FastifyRequest): void {
  const made = making.get(request);
  if (!made) return;
  underWay.delete(made.key);
  made.done();
}

async function afterOther(key: string, answers: PublicAnswers): Promise<PublicAnswer | null> {
  const other = underWay.get(key);
  if (!other) return null;
  await other;
  return answers.get(key);
}

function send(reply: FastifyReply, request: FastifyRequest, answer: PublicAnswer): FastifyReply {
  reply.headers(answer.headers);
  return isKnown(request, answer) ? reply.code(304).send() : reply.send(answer.body);
}

function answerOf(payload: string, reply: FastifyReply, types: ReadonlySet<string>): PublicAnswer {
  const body = Buffer.from(payload);
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  const contentType = String(reply.getHeader('content-type'));
  const headers = { 'content-type': contentType, 'cache-control': FOR_EVERYBODY, vary: VARIES, etag };
  return { body, etag, types, headers };
}

function isKnown(request: FastifyRequest, { etag }: PublicAnswer): boolean {
  const known = request.headers['if-none-match'];
  return known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}

/** What the answer depends on: the query with its variables, the languages wished for, and the media type. */
function keyOf({ url, headers }: FastifyRequest): string {
  return `${readingChain(headers['accept-language'])} ${headers.accept ?? ''} ${url}`;
}
