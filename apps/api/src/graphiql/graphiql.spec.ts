import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveGraphiql } from './serve-graphiql.js';

@Module({})
class EmptyModule {}

const PAGE = '<!doctype html><title>Odaq GraphiQL</title>';
const QUERY = '# Who am I?\nquery Viewer { viewer { id } }\n';
const SECRET = 'nobody outside may read this';
const VARIABLES = '{ "first": 5 }';

const dir = mkdtempSync(join(tmpdir(), 'odaq-graphiql-'));
const bundleDir = join(dir, 'bundle');
const operationsDir = join(dir, 'operations');

let app: NestFastifyApplication;

beforeAll(async () => {
  for (const path of ['bundle/assets', 'operations', 'bundle-old']) mkdirSync(join(dir, path), { recursive: true });
  writeFileSync(join(dir, 'secret.js'), SECRET);
  writeFileSync(join(dir, 'bundle-old/main.js'), SECRET);
  writeFileSync(join(bundleDir, 'index.html'), PAGE);
  writeFileSync(join(bundleDir, 'assets/main-ab12.js'), 'export {};');
  writeFileSync(join(bundleDir, 'assets/main-ab12.css'), 'body {}');
  writeFileSync(join(bundleDir, 'assets/codicon-ab12.ttf'), 'font');
  writeFileSync(join(bundleDir, '.env'), SECRET);
  writeFileSync(join(operationsDir, 'Viewer.graphql'), QUERY);
  writeFileSync(join(operationsDir, 'Courses.graphql'), 'query Courses { courses { totalCount } }');
  writeFileSync(join(operationsDir, 'Courses.variables.json'), VARIABLES);
  writeFileSync(join(operationsDir, 'README.md'), 'not an operation');
  app = await listen(bundleDir, operationsDir);
});

afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true });
});

describe('GraphiQL', () => {
  it('opens for a person who leaves out the last slash', async () => {
    const answer = await get(app, '/graphiql');

    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe('/graphiql/');
  });

  it('shows its page, asked anew at each visit', async () => {
    const answer = await get(app, '/graphiql/');

    expect(answer).toMatchObject({ status: 200, body: PAGE });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it.each([
    ['main-ab12.js', 'text/javascript; charset=utf-8'],
    ['main-ab12.css', 'text/css; charset=utf-8'],
    ['codicon-ab12.ttf', 'font/ttf'],
  ])('hands over %s once for a year, since its name changes with its content', async (name, contentType) => {
    const answer = await get(app, `/graphiql/assets/${name}`);

    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(contentType);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/graphiql/', '/graphiql/assets/main-ab12.js', '/graphiql/operations.json', '/graphiql/nothing'])(
    'forbids the browser to load anything from elsewhere at %s',
    async (path) => {
      const { headers } = await get(app, path);

      const policy = headers['content-security-policy'];
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it('lists the example operations by name, with their variables', async () => {
    const answer = await get(app, '/graphiql/operations.json');

    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(answer.body)).toEqual([
      { name: 'Courses', query: 'query Courses { courses { totalCount } }', variables: VARIABLES },
      { name: 'Viewer', query: QUERY, variables: null },
    ]);
  });

  // Sent byte for byte: most clients would tidy these paths before sending.
  it.each([
    '/graphiql/../secret.js',
    '/graphiql/../bundle-old/main.js',
    '/graphiql/..%2fsecret.js',
    '/graphiql/%2e%2e/secret.js',
    '/graphiql/%2e%2e%2fsecret.js',
    '/graphiql/..%5csecret.js',
    '/graphiql/%252e%252e%252fsecret.js',
    '/graphiql/assets/..%2f..%2fsecret.js',
    '/graphiql/assets/../../secret.js',
    '/graphiql//etc/passwd',
    '/graphiql/.env',
    '/graphiql/assets',
    '/graphiql/assets/',
    '/graphiql/__proto__',
  ])('gives a stranger who asks for %s nothing', async (path) => {
    const answer = await get(app, path);

    expect(answer.status).toBe(404);
    expect(answer.body).not.toBe(SECRET);
  });

  it('refuses a path that is no valid text', async () => {
    const answer = await get(app, '/graphiql/%c0%ae%c0%ae/secret.js');

    expect(answer.status).toBe(400);
  });

  it('tells a developer who has not built it how to', async () => {
    const unbuilt = await listen(join(dir, 'nowhere'), join(dir, 'nowhere'));

    const page = await get(unbuilt, '/graphiql/');
    const operations = await get(unbuilt, '/graphiql/operations.json');
    await unbuilt.close();

    expect(page.status).toBe(404);
    expect(page.body).toBe('GraphiQL has not been built: run "npm run graphiql" and start the server again.');
    expect(operations).toMatchObject({ status: 200, body: '[]' });
  });
});

async function listen(bundle: string, operations: string): Promise<NestFastifyApplication> {
  const server = await NestFactory.create<NestFastifyApplication>(EmptyModule, new FastifyAdapter(), { logger: false });
  serveGraphiql(server, { bundleDir: bundle, operationsDir: operations });
  await server.listen(0, '127.0.0.1');
  return server;
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

async function get(server: NestFastifyApplication, path: string): Promise<Answer> {
  const { port } = new URL(await server.getUrl());
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, agent: false }, async (response) => {
      const chunks = await response.toArray();
      const body = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    })
      .on('error', reject)
      .end();
  });
}
