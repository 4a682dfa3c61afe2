import type { ApolloServerPlugin } from '@apollo/server';
import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { faults } from '../errors/faults.js';
import type { RequestContext } from './request-context.js';

/** Fields one operation may ask for, a list counted as long as it may become. A page of 100 courses with all they have fits. */
export const MOST_COST = 20_000;

const estimate: ComplexityEstimator = ({ args, childComplexity, field }) => {
  const isList = field.args.some((arg) => arg.name === 'first');
  const times = isList ? Math.min(Math.max(Number(args.first ?? 20), 1), 1_000) : 1;
  return 1 + times * childComplexity;
};

/** Costs of one operation that are kept: it depends on few of its variables, and they on few values. */
const MOST_KEPT = 50;

const kept = new WeakMap<OperationDefinitionNode, { deciding: string[]; costs: Map<string, number> }>();

/** Variables that a cost depends on: lengths of lists, and what leaves fields out. */
function decidingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  const note = ({ value }: ArgumentNode) => value.kind === Kind.VARIABLE && names.add(value.name.value);
  visit(document, {
    Field: ({ arguments: given = [] }) => void given.filter(({ name }) => name.value === 'first').forEach(note),
    Directive: ({ arguments: given = [] }) => void given.forEach(note),
  });
  return [...names];
}

/** The cost of an operation with these variables, worked out once for each that decide it. */
function costOf(
  {
    operation,
    document,
    schema,
  }: { operation: OperationDefinitionNode; document: DocumentNode; schema: GraphQLSchema },
  variables: Record<string, unknown>,
): number {
  const known = kept.get(operation) ?? { deciding: decidingVariables(document), costs: new Map<string, number>() };
  kept.set(operation, known);
  const key = JSON.stringify(known.deciding.map((name) => variables[name] ?? null));
  const cost =
    known.costs.get(key) ??
    getComplexity({
      schema,
      query: document,
      operationName: operation.name?.value,
      variables,
      estimators: [estimate],
    });
  if (known.costs.size < MOST_KEPT) known.costs.set(key, cost);
  return cost;
}

/** Refuses an operation that would cost too much, with its variables as sent, before anything runs. */
export const costLimit: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document, operation, schema }) {
        // Which of them is meant is for the execution to find out.
        if (!operation) return;
        const variables = request.variables ?? {};
        // What does not fit its type is refused by the execution itself, with the right code.
        if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return;
        const cost = costOf({ operation, document, schema }, variables);
        if (cost > MOST_COST) {
          throw faults.badInput(`This asks for too much at once (cost ${cost}, at most ${MOST_COST}).`);
        }
      },
    };
  },
};
