import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pickLocale, readingChain, SPOKEN, sentence, textDirection } from '#platform';
import { escapeHtml } from '../writing/html.js';
import { NoticePreferences } from './preferences.service.js';
import { UNSUBSCRIBE_PATH } from './unsubscribe-url.js';

type Request = FastifyRequest<{ Params: { token: string } }>;
type Said = 'ask' | 'done' | 'bad-link';

/**
 * Where the link below a reminder leads. Asking for the page changes nothing, because mail scanners follow links;
 * posting to it unsubscribes, from the page’s button or at once from the mail program (RFC 8058).
 */
@Injectable()
export class UnsubscribeRoute implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly preferences: NoticePreferences,
  ) {}

  onModuleInit(): void {
    const server = this.http.httpAdapter?.getInstance<FastifyInstance>();
    // A scope of its own: nowhere else may a form be posted.
    void server?.register(async (scope) => {
      // Mail programs send one field we need not read, in either form.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { bodyLimit: 10_000 }, (_request, payload, done) => {
        payload.resume().on('end', () => done(null));
      });
      const url = `${UNSUBSCRIBE_PATH}/:token`;
      scope.get(url, async (request: Request, reply) => {
        const isGood = await this.preferences.isLinkGood(request.params.token);
        return answer(request, reply, isGood ? 'ask' : 'bad-link');
      });
      scope.post(url, async (request: Request, reply) => {
        const isDone = await this.preferences.unsubscribe(request.params.token);
        return answer(request, reply, isDone ? 'done' : 'bad-link');
      });
    });
  }
}

function answer(request: FastifyRequest, reply: FastifyReply, said: Said): FastifyReply {
  const locale = pickLocale(readingChain(request.headers['accept-language']), SPOKEN, ['en']);
  const words = (key: string) => escapeHtml(sentence([locale], `notices.unsubscribe.${key}`));
  const button = said === 'ask' ? `<form method="post"><button>${words('button')}</button></form>` : '';
  return reply
    .code(said === 'bad-link' ? 404 : 200)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${locale}" dir="${textDirection(locale)}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width"><title>Odaq</title></head>` +
        `<body><p>${words(said)}</p>${button}</body></html>`,
    );
}
