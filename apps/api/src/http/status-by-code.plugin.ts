import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '#platform';

const STATUS: Record<string, number> = { BAD_USER_INPUT: 400, UNAVAILABLE: 503 };

/**
 * A request that was refused before anything ran is told by its status too; Apollo says 200 to some and 500 to others.
 * One that ran answers 200, whatever its fields say, and what GraphQL found wrong keeps its own 4xx.
 */
export const statusByCode: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single' || body.singleResult.data) return;
        const isTold = http.status !== undefined && http.status >= 400 && http.status < 500;
        const code = body.singleResult.errors?.[0]?.extensions?.code;
        if (!isTold) http.status = STATUS[String(code)] ?? http.status;
      },
    };
  },
};
