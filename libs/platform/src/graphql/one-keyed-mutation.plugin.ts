import type { ApolloServerPlugin } from '@apollo/server';
import { faults } from '../errors/faults.js';
import type { RequestContext } from './request-context.js';

const LONGEST_KEY = 200;

/** An Idempotency-Key names one effect, so a request that carries one may hold one mutation. */
export const oneKeyedMutation: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ contextValue, operation }) {
        const key = contextValue.idempotencyKey;
        if (key === null || operation?.operation !== 'mutation') return;
        if (!/^[\x21-\x7e]+$/.test(key) || key.length > LONGEST_KEY) {
          throw faults.badInput(`Idempotency-Key must be 1 to ${LONGEST_KEY} visible ASCII characters.`);
        }
        if (operation.selectionSet.selections.length !== 1) {
          throw faults.badInput('A request with an Idempotency-Key may hold one mutation.');
        }
      },
    };
  },
};
