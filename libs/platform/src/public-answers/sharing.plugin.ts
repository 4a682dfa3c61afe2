import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type GraphQLSchema, getNamedType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { RequestContext } from '../graphql/request-context.js';

const known = new WeakMap<DocumentNode, ReadonlySet<string>>();

/**
 * Says of each answer who may keep it. Nobody, unless it was asked for by GET, by nobody in particular, without an
 * error: then the guards let everybody have it, and it depends on the language alone. What a viewer is told is
 * nobody else’s, not even that nobody is signed in.
 */
export const sharing: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue, document, schema, errors }) {
        response.http.headers.set('cache-control', 'no-store');
        const { sharing: wish, viewer } = contextValue;
        const isWhole = response.body.kind === 'single' && response.body.singleResult.data && !errors?.length;
        if (!wish || viewer || !document || !isWhole) return;
        const types = typesOf(document, schema);
        if (!types.has('Viewer')) wish.types = types;
      },
    };
  },
};

/** Names of all types that a document asks something of. */
function typesOf(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const seen = known.get(document);
  if (seen) return seen;
  const types = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: () => {
        const parent = info.getParentType();
        const type = info.getType();
        if (parent) types.add(parent.name);
        if (type) types.add(getNamedType(type).name);
      },
    }),
  );
  known.set(document, types);
  return types;
}
