import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Complete } from './run.js';

/** What all parts of one compiled operation share. */
export interface Ground {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
  operation: OperationDefinitionNode;
  /** Compiles what these fields select of an object. */
  compile: (type: GraphQLObjectType, nodes: readonly FieldNode[]) => Complete;
  /** Numbers the fields, for what a run keeps of each. */
  fields: number;
}
