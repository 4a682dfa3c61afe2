import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FailedRows, FileFormat } from '#identity';

const TYPES = {
  [FileFormat.CSV]: 'text/csv; charset=utf-8',
  [FileFormat.XLSX]: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Gives out files at `GET /downloads/<ticket>`. The ticket is the permission: a browser sends no other. */
export function serveDownloads(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.get<{ Params: { ticket: string } }>('/downloads/:ticket', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const file = await app.get(FailedRows, { strict: false }).fetch(request.params.ticket);
    if (!file) {
      const message = 'There is no such file, or it was fetched already. Ask for it again.';
      return reply.code(404).send({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
    }
    const name = `failed-rows.${file.format.toLowerCase()}`;
    return reply
      .type(TYPES[file.format])
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(file.content);
  });
}
