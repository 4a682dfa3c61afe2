import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../graphql/request-context.js';

/** Seconds for which anybody on the way may keep what everybody may read. */
const KEPT = 300;

export interface ReadablePage {
  type: string;
  body: string;
}

/**
 * Answers with a text that plain HTTP caches understand: by its tag it is not sent again to who has it. What somebody
 * signed in reads may hold a draft, so it is kept by nobody else.
 */
export function sendPage(request: FastifyRequest, reply: FastifyReply, asked: RequestContext, page: ReadablePage) {
  const tag = `"${createHash('sha256').update(page.type).update(page.body).digest('base64url').slice(0, 27)}"`;
  reply
    .header('cache-control', asked.viewer ? 'private, no-cache' : `public, max-age=${KEPT}`)
    .header('vary', 'Accept-Language, Authorization')
    .header('etag', tag);
  if (knows(request.headers['if-none-match'], tag)) return reply.code(304).send();
  return reply.type(page.type).send(page.body);
}

/** Whether the reader named this tag, or any (`*`); a proxy may have marked it as weak. */
function knows(header: string | undefined, tag: string): boolean {
  const named = (header ?? '').split(',').map((part) => part.trim().replace(/^W\//, ''));
  return named.includes(tag) || named.includes('*');
}
