import { type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';

/** What a mutation is asked for is told by its input; the argument that holds it says the same. */
export function describeInputs(schema: GraphQLSchema): GraphQLSchema {
  for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    for (const argument of mutation.args) {
      const input = getNamedType(argument.type);
      if (isInputObjectType(input)) argument.description ||= input.description;
    }
  }
  return schema;
}
