import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import {
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import type { RequestContext } from '../graphql/request-context.js';
import type { Replicas } from '../replicas/index.js';
import { CompiledOperation } from './compiled-operation.js';

/** Compilations of one document that are kept: one for each way its conditions fall out. */
const MOST_VARIANTS = 8;

const compilations = new WeakMap<OperationDefinitionNode, { conditions: string[]; variants: Map<string, Variant> }>();
type Variant = CompiledOperation | null;

/**
 * Answers queries by what was compiled for their document, which costs a fraction of interpreting it.
 *
 * It knows only how to succeed. Where anything fails (a resolver throws, a value is missing, a variable does not fit)
 * it leaves the query to the reference executor, which runs it again and tells the error as ever; a query has no effects,
 * and what its loaders have read is not read again. Mutations are never run here.
 */
export function compiledExecution(replicas?: Replicas): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, schema, document, operation, contextValue }) {
          if (operation.operation !== OperationTypeNode.QUERY) return null;
          const variables = request.variables ?? {};
          try {
            const compiled = compiledFor(schema, document, operation, variables);
            if (!compiled) return null;
            const run = async () => compiled.run(contextValue, variables);
            const data = await (replicas ? replicas.reading(run) : run());
            return {
              http: { status: undefined, headers: new HeaderMap() },
              body: { kind: 'single', singleResult: { data } },
            };
          } catch {
            return null;
          }
        },
      };
    },
  };
}

function compiledFor(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Variant {
  let known = compilations.get(operation);
  if (!known) {
    known = { conditions: asksForSchema(document) ? [] : conditionsOf(document), variants: new Map() };
    if (asksForSchema(document)) known.variants.set('', null);
    compilations.set(operation, known);
  }
  const values = Object.fromEntries(known.conditions.map((name) => [name, conditionValue(operation, name, variables)]));
  const key = known.conditions.map((name) => String(values[name])).join();
  const compiled = known.variants.get(key);
  if (compiled !== undefined) return compiled;
  const root = schema.getQueryType();
  if (!root || known.variants.size >= MOST_VARIANTS) return null;
  const made = new CompiledOperation(schema, document, operation, root, values);
  known.variants.set(key, made);
  return made;
}

/** Variables that @skip and @include look at. */
function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given }) => {
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function conditionValue(operation: OperationDefinitionNode, name: string, variables: Record<string, unknown>): unknown {
  if (variables[name] !== undefined) return variables[name];
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue?.kind === Kind.BOOLEAN ? definition.defaultValue.value : undefined;
}

function asksForSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value !== '__schema' && name.value !== '__type') return;
      asks = true;
      return BREAK;
    },
  });
  return asks;
}
