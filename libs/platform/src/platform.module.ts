import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessGuard } from './access/access.guard.js';
import { Acts } from './acts/acts.service.js';
import { ForgottenKeys } from './acts/forgotten-keys.js';
import { Transactions } from './database/transactions.js';
import { LeanFields } from './execution/lean-fields.js';
import { inputPipe } from './graphql/input-pipe.js';
import { NodeResolver } from './graphql/node.resolver.js';
import { Nodes } from './graphql/nodes.js';
import { HealthController } from './health/health.controller.js';
import { Jobs } from './jobs/jobs.service.js';
import { Changes } from './public-answers/changes.service.js';
import { LookAhead } from './reading/look-ahead.js';
import { Replicas } from './replicas/index.js';
import { SETTINGS, type Settings } from './settings/settings.js';

/** The technical ground, global: database, transactions, acts, jobs, settings, the access guard. */
@Module({
  controllers: [HealthController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useFactory: inputPipe },
    LeanFields,
    Changes,
    Transactions,
    Acts,
    ForgottenKeys,
    Jobs,
    LookAhead,
    Nodes,
    NodeResolver,
  ],
  exports: [Changes, Transactions, Acts, Jobs, LookAhead, Nodes],
})
class PlatformModule {}

/** The platform of one process: these settings, this open database. */
export function platformModule(settings: Settings, database: DataSource): DynamicModule {
  const given = [
    { provide: SETTINGS, useValue: settings },
    { provide: DataSource, useValue: database },
    { provide: Replicas, useFactory: () => new Replicas(database, settings.replicaUrls, settings.databasePool) },
  ];
  return { module: PlatformModule, global: true, providers: given, exports: [SETTINGS, DataSource, Replicas] };
}
