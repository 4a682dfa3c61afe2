import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { DataSource } from 'typeorm';
import { CatalogModule } from '#catalog';
import { IdentityModule } from '#identity';
import { Authority, graphqlOptions, platformModule, type Settings } from '#platform';

@Module({ imports: [IdentityModule, CatalogModule] })
class AppModule {}

/** The whole server: the libs, and GraphQL over them. */
export function appModule(settings: Settings, database: DataSource): DynamicModule {
  const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [Authority],
    useFactory: (authority: Authority) => graphqlOptions(authority, settings.isProduction),
  });
  return { module: AppModule, imports: [platformModule(settings, database), graphql] };
}
