import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { Changes, type Settings, servePublicAnswers } from '#platform';
import { appModule } from './app.module.js';
import { serveGraphiql } from './graphiql/serve-graphiql.js';
import { answerInBytes } from './http/answer-in-bytes.js';
import { HttpErrors } from './http/http-errors.filter.js';
import { closeAfterLastAnswers } from './http/last-answers.js';
import { publicAnswers } from './http/public-answers.js';
import { secureResponses } from './http/security-headers.js';
import { serveDownloads } from './http/serve-downloads.js';
import { serveUploads } from './http/serve-uploads.js';
import { LONGEST_UPLOAD, refuseSlowRequests } from './http/slow-requests.js';
import { projectFolder } from './project.js';

const BODY_LIMIT = 100 * 1024;

/** How long in milliseconds an idle connection stays open for the next request. */
const KEEP_ALIVE = 65_000;

/** The server as it answers, not yet listening. The database stays the caller’s to close. */
export async function createApp(settings: Settings, database: DataSource): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: LONGEST_UPLOAD,
    keepAliveTimeout: KEEP_ALIVE,
    // One proxy, the nearest: what stands further left in X-Forwarded-For is the caller’s own claim.
    trustProxy: settings.trustsProxy && ((_address, hop) => hop === 0),
  });
  const app = await NestFactory.create<NestFastifyApplication>(appModule(settings, database), adapter, {
    // Failed requests are logged where they are answered, one line each.
    logger: false,
    abortOnError: false,
  });
  secureResponses(adapter.getInstance());
  refuseSlowRequests(adapter.getInstance());
  closeAfterLastAnswers(adapter.getInstance());
  servePublicAnswers(adapter.getInstance(), publicAnswers(settings, app.get(Changes)));
  answerInBytes(adapter.getInstance());
  app.useGlobalFilters(new HttpErrors());
  serveUploads(app);
  serveDownloads(app);
  if (!settings.isProduction) {
    serveGraphiql(app, {
      bundleDir: join(projectFolder, 'dist/graphiql'),
      operationsDir: join(projectFolder, 'schema/operations'),
    });
  }
  return app;
}
