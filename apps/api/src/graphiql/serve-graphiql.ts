import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { readBundle } from './bundle.js';
import { readOperations } from './operations.js';

export type GraphiqlOptions = {
  /** Folder that `vite build apps/graphiql` writes. */
  bundleDir: string;
  /** Folder of the example operations; read anew at each request, so an edited example needs no restart. */
  operationsDir: string;
};

// Monaco writes its colors as style elements and attributes, and the style sheet carries its fonts as data:.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves our own GraphiQL at `/graphiql/` and its examples at `/graphiql/operations.json`; nothing is fetched from outside.
 *
 * Call it before the application starts to listen, and not in production. Without a built bundle the page answers 404
 * and tells how to build it.
 */
export function serveGraphiql(app: NestFastifyApplication, { bundleDir, operationsDir }: GraphiqlOptions): void {
  const bundle = readBundle(bundleDir);
  const server = app.getHttpAdapter().getInstance();

  server.get('/graphiql', (_request, reply) => guarded(reply).redirect('/graphiql/', 302));

  server.get('/graphiql/operations.json', async (_request, reply) => {
    const operations = await readOperations(operationsDir);
    return guarded(reply).header('cache-control', 'no-cache').send(operations);
  });

  server.get<{ Params: { '*': string } }>('/graphiql/*', (request, reply) => {
    const file = bundle.get(request.params['*'] || 'index.html');
    if (!file) return guarded(reply).code(404).type('text/plain; charset=utf-8').send(missing(bundle.size));
    return guarded(reply).header('cache-control', file.cacheControl).type(file.contentType).send(file.body);
  });
}

function guarded(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer');
}

function missing(bundledFiles: number): string {
  return bundledFiles > 0
    ? 'Not found'
    : 'GraphiQL has not been built: run "npm run graphiql" and start the server again.';
}
