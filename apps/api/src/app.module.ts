import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { DataSource } from 'typeorm';
import { CatalogModule } from '#catalog';
import { CurriculaModule } from '#curriculum';
import { EnrollmentModule } from '#enrollment';
import { IdentityModule } from '#identity';
import { Authority, graphqlOptions, platformModule, Replicas, type Settings } from '#platform';
import { RequestsModule } from '#requests';
import { describeInputs } from './graphql/describe-inputs.js';
import { noSubscriptions } from './http/no-subscriptions.plugin.js';
import { statusByCode } from './http/status-by-code.plugin.js';

@Module({ imports: [IdentityModule, CatalogModule, CurriculaModule, EnrollmentModule, RequestsModule] })
class AppModule {}

/** The whole server: the libs, and GraphQL over them. */
export function appModule(settings: Settings, database: DataSource): DynamicModule {
  const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [Authority, Replicas],
    useFactory: (authority: Authority, replicas: Replicas) => {
      const options = graphqlOptions(authority, settings.isProduction, replicas);
      return {
        ...options,
        transformSchema: describeInputs,
        plugins: [...(options.plugins ?? []), noSubscriptions, statusByCode],
      };
    },
  });
  return { module: AppModule, imports: [platformModule(settings, database), graphql] };
}
