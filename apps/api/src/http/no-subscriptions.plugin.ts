import type { ApolloServerPlugin } from '@apollo/server';
import { faults, type RequestContext } from '#platform';

/** Nothing can be subscribed to. GraphQL takes such a document for the server’s own mistake; it is the client’s. */
export const noSubscriptions: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation === 'subscription') throw faults.badInput('There are no subscriptions.');
      },
    };
  },
};
