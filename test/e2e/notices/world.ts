import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { hashOfToken, IdentityModule, identityEntities, newToken } from '#identity';
import { type NewNotice, NoticeKind, NoticesModule, noticesEntities, notify } from '#notices';
import {
  AuditEntry,
  Authority,
  createDataSource,
  graphqlOptions,
  IdempotencyKey,
  Jobs,
  newId,
  platformModule,
  readSettings,
} from '#platform';
import { referenceEntities } from '#reference';
import { WORKER_LEASE } from '../../../libs/platform/src/jobs/jobs.service.js';
import { newDatabase } from '../../support/place.js';
import { atTheEnd } from './endings.js';

/** Seconds; the real one is thirty. */
@Global()
@Module({ providers: [{ provide: WORKER_LEASE, useValue: 1 }], exports: [WORKER_LEASE] })
class ShortLease {}

@Module({ imports: [ShortLease, IdentityModule, NoticesModule] })
class Corner {}

export interface World {
  database: DataSource;
  /** Of its HTTP server. */
  url: string;
  /** Holds the outbox. */
  dataDir: string;
  databaseUrl: string;
  startJobs(): Promise<void>;
}

/** A server of notices alone, over a database of its own, that does its jobs. Without a mail server it has an outbox. */
export async function openWorld(env: Record<string, string> = {}): Promise<World> {
  const world = await openIdleWorld(env);
  await world.startJobs();
  return world;
}

/** The same, that does no jobs before it is told to. */
export async function openIdleWorld(env: Record<string, string> = {}): Promise<World> {
  const entities = [AuditEntry, IdempotencyKey, ...referenceEntities, ...identityEntities, ...noticesEntities];
  const databaseUrl = await newDatabase();
  const database = createDataSource({ url: databaseUrl, poolSize: 6, entities, migrations: [] });
  await database.initialize();
  atTheEnd(() => database.destroy());
  const dataDir = await mkdtemp(join(tmpdir(), 'odaq-notices-'));
  atTheEnd(() => rm(dataDir, { recursive: true, force: true }));
  const settings = readSettings({
    ODAQ_MAIL_FROM: 'Odaq <odaq@example.org>',
    ODAQ_PUBLIC_URL: 'https://odaq.example.org',
    ODAQ_DATA_DIR: dataDir,
    ...env,
  });
  const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [Authority],
    useFactory: (authority: Authority) => graphqlOptions(authority, false),
  });
  const module = { module: Corner, imports: [platformModule(settings, database), graphql] };
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  const jobs = app.get(Jobs);
  atTheEnd(async () => {
    await jobs.stop();
    await app.close();
  });
  return { database, databaseUrl, url: await app.getUrl(), dataDir, startJobs: () => jobs.start(databaseUrl) };
}

export interface Reader {
  personId: string;
  accountId: string;
  email: string;
  token: string;
}

/** Somebody with an account, who reads this language when one is given. */
export async function newReader(database: DataSource, locale: string | null = null): Promise<Reader> {
  const [personId, accountId, token] = [newId(), newId(), newToken()];
  const email = `${accountId}@example.org`;
  await database.query(`INSERT INTO person (id, family_name, given_name) VALUES ($1, 'Letter', 'Test')`, [personId]);
  await database.query(`INSERT INTO account (id, person_id, email, password_hash) VALUES ($1, $2, $3, 'none')`, [
    accountId,
    personId,
    email,
  ]);
  await database.query(
    `INSERT INTO sign_in (id, account_id, token_hash, expires_at) VALUES ($1, $2, $3, now() + interval '1 day')`,
    [newId(), accountId, hashOfToken(token)],
  );
  if (locale) {
    await database.query(
      'INSERT INTO notice_preference (id, account_id, locale, unsubscribe_key) VALUES ($1, $2, $3, $1)',
      [newId(), accountId, locale],
    );
  }
  return { personId, accountId, email, token };
}

const COURSE = { en: 'Collective bargaining', ru: 'Коллективные переговоры', uz: 'Jamoa muzokaralari' };
export const ABOUT = {
  course: { texts: COURSE },
  provider: { texts: { en: 'Academy', ru: 'Академия' } },
  startsAt: { at: '2026-09-22T05:00:00Z', timeZone: 'Asia/Tashkent' },
};

/** A confirmed seat, as one notice. */
export function seatConfirmed({ personId }: Reader, wish: Partial<NewNotice> = {}): NewNotice {
  const values = { ...ABOUT, sessions: 2, place: null };
  return { kind: NoticeKind.SEAT_CONFIRMED, personId, dedupeKey: newId(), values, ...wish } as NewNotice;
}

export function reminder({ personId }: Reader, wish: Partial<NewNotice> = {}): NewNotice {
  const values = { ...ABOUT, sessions: 2, place: 'Tashkent, room 4' };
  return { kind: NoticeKind.REMINDER, personId, dedupeKey: newId(), values, ...wish } as NewNotice;
}

/** Writes them in a transaction of their own. */
export function tell({ database }: Pick<World, 'database'>, notices: NewNotice[]): Promise<void> {
  return database.transaction((tx) => notify(tx, notices));
}
