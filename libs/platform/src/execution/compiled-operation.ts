import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { CompiledObject } from './compiled-object.js';
import type { Ground } from './ground.js';
import { type Run, settled } from './run.js';

/** One query as it is answered when all goes well, worked out once for all requests that send its document. */
export class CompiledOperation {
  private readonly root: CompiledObject;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    rootType: GraphQLObjectType,
    /** Values of the variables that @skip and @include look at; others need another compilation. */
    conditions: Readonly<Record<string, unknown>>,
  ) {
    const fragments: Record<string, FragmentDefinitionNode> = {};
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    }
    const ground: Ground = {
      schema,
      fragments,
      operation,
      compile: (type, nodes) => {
        const object = new CompiledObject(ground, type, collectSubfields(schema, fragments, conditions, type, nodes));
        return (value, run) => object.complete(value, run);
      },
      fields: 0,
    };
    const fields = collectFields(schema, fragments, conditions, rootType, operation.selectionSet);
    this.root = new CompiledObject(ground, rootType, fields);
  }

  /** The data, or a throw as soon as anything goes wrong anywhere. Not to be run where that could be noticed twice. */
  async run(context: unknown, variables: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { coerced, errors } = getVariableValues(this.schema, this.operation.variableDefinitions ?? [], variables);
    if (errors) throw errors[0] ?? new GraphQLError('variables');
    const run: Run = { context, variables: coerced, args: [], infos: [] };
    return (await settled(this.root.complete(undefined, run))) as Record<string, unknown>;
  }
}
