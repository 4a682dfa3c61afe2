import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues } from 'graphql';
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

/** Refuses an operation that would cost too much, with its variables as sent, before anything runs. */
export const costLimit: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document, operation, schema }) {
        const variables = request.variables ?? {};
        // What does not fit its type is refused by the execution itself, with the right code.
        if (getVariableValues(schema, operation?.variableDefinitions ?? [], variables).errors) return;
        const cost = getComplexity({
          schema,
          query: document,
          operationName: request.operationName ?? undefined,
          variables,
          estimators: [estimate],
        });
        if (cost > MOST_COST) {
          throw faults.badInput(`This asks for too much at once (cost ${cost}, at most ${MOST_COST}).`);
        }
      },
    };
  },
};
