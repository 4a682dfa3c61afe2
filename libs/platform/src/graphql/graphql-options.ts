import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import type { Authority } from '../access/authority.js';
import type { Viewer } from '../access/viewer.js';
import { interruptionOf } from '../database/interruptions.js';
import { faults } from '../errors/faults.js';
import { compiledExecution } from '../execution/compiled.plugin.js';
import { newId } from '../ids.js';
import { sharingOf } from '../public-answers/serve-public-answers.js';
import { sharing } from '../public-answers/sharing.plugin.js';
import type { Replicas } from '../replicas/index.js';
import { readingChain } from '../text/index.js';
import { costLimit } from './cost.plugin.js';
import { formatError } from './format-error.js';
import { oneKeyedMutation } from './one-keyed-mutation.plugin.js';
import type { RequestContext } from './request-context.js';

const MOST_TOKENS = 2_000;

/** GraphQL as we serve it: code first, limited, with errors masked. In production mode it tells nothing of its shape. */
export function graphqlOptions(authority: Authority, isProduction: boolean, replicas?: Replicas): ApolloDriverConfig {
  const armor = new ApolloArmor({
    // These two make Apollo answer 500; its own parser limit and our cost plugin stand in for them.
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
    // An empty list, because by default `__typename` may be aliased without end.
    maxAliases: { n: 15, allowList: [], propagateOnRejection: true, exposeLimits: false },
    maxDepth: { n: 12, exposeLimits: false },
    maxDirectives: { n: 10, exposeLimits: false },
    blockFieldSuggestion: { enabled: isProduction },
  }).protect();
  return {
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    path: '/graphql',
    graphiql: false,
    introspection: !isProduction,
    hideSchemaDetailsFromClientErrors: isProduction,
    persistedQueries: false,
    autoTransformHttpErrors: false,
    stopOnTerminationSignals: false,
    formatError,
    context: (request: FastifyRequest) => contextOf(request, authority),
    parseOptions: { maxTokens: MOST_TOKENS },
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    // Without the line end that Apollo adds, for which the whole answer would be copied.
    stringifyResult: (result) => JSON.stringify(result),
    validationRules: armor.validationRules,
    // The limits’ types come from the CommonJS build of the same Apollo.
    plugins: [
      ...(armor.plugins as unknown as ApolloServerPlugin[]),
      // Apollo’s own asks every field of every answer for a cache hint, and our schema gives none.
      ApolloServerPluginCacheControlDisabled(),
      sharing,
      costLimit,
      oneKeyedMutation,
      compiledExecution(replicas),
    ] as ApolloServerPlugin[],
  };
}

/** What a request brings along, over GraphQL or to a page. */
export async function contextOf(request: FastifyRequest, authority: Authority): Promise<RequestContext> {
  const token = /^Bearer ([\w.~+/-]{1,200}=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  const key = request.headers['idempotency-key'];
  return {
    requestId: newId(),
    viewer: token ? await viewerOf(token, authority) : null,
    locales: readingChain(request.headers['accept-language']),
    idempotencyKey: typeof key === 'string' ? key : null,
    remoteAddress: request.ip,
    sharing: sharingOf(request),
  };
}

/** Nobody is taken for anonymous because the database is away. */
async function viewerOf(token: string, authority: Authority): Promise<Viewer | null> {
  try {
    return await authority.viewerOf(token);
  } catch (error) {
    throw interruptionOf(error) ? faults.unavailable() : error;
  }
}
