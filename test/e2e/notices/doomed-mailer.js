import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { IdentityModule, identityEntities } from '#identity';
import { NoticesModule, noticesEntities } from '#notices';
import { AuditEntry, createDataSource, IdempotencyKey, Jobs, platformModule, readSettings } from '#platform';
import { referenceEntities } from '#reference';

// Sends notices until its spec kills it in the middle of a mail. Runs compiled, as a process of its own.
// Arguments: address of the database, address of the mail server.
const [url, mailServer] = process.argv.slice(2);
const entities = [AuditEntry, IdempotencyKey, ...referenceEntities, ...identityEntities, ...noticesEntities];
const database = await createDataSource({ url, poolSize: 4, entities, migrations: [] }).initialize();
const settings = readSettings({ ODAQ_SMTP_URL: mailServer, ODAQ_MAIL_FROM: 'Odaq <odaq@example.org>' });

class Corner {}
Module({ imports: [IdentityModule, NoticesModule] })(Corner);
const imports = [platformModule(settings, database)];
const options = { logger: false, abortOnError: false };
const app = await NestFactory.create({ module: Corner, imports }, new FastifyAdapter(), options);
await app.init();
await app.get(Jobs).start(url);
