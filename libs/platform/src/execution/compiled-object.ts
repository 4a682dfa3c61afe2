import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
} from 'graphql';
import { blankOf } from '../lists/blank.js';
import { completionOf } from './completion.js';
import type { Ground } from './ground.js';
import { abandon, type Complete, completed, isPromise, NotSimple, type Run } from './run.js';

type Selected = ReadonlyMap<string, readonly FieldNode[]>;

interface CompiledField {
  key: string;
  read: (source: unknown, run: Run) => unknown;
  complete: Complete;
}

const NO_ARGUMENTS: Record<string, unknown> = Object.freeze({});

/** The selected fields of one type. */
export class CompiledObject {
  private readonly fields: CompiledField[];
  private readonly blank: () => Record<string, unknown>;

  constructor(ground: Ground, type: GraphQLObjectType, selected: Selected) {
    this.fields = [...selected].map(([key, nodes]) => compiledField(ground, type, key, nodes));
    this.blank = blankOf([...selected.keys()]);
  }

  // Hot: what a loop closes over, and what iterates, would be made anew for each field.
  complete(source: unknown, run: Run): unknown {
    const { fields } = this;
    const answer = this.blank();
    let waiting: Promise<void>[] | undefined;
    try {
      for (let place = 0; place < fields.length; place += 1) {
        const { key, read, complete } = fields[place] as CompiledField;
        const value = completed(complete, read(source, run), run);
        if (isPromise(value)) {
          waiting ??= [];
          waiting.push(set(answer, key, value));
        } else answer[key] = value;
      }
    } catch (error) {
      abandon(waiting ?? []);
      throw error;
    }
    return waiting ? Promise.all(waiting).then(() => answer) : answer;
  }
}

async function set(answer: Record<string, unknown>, key: string, value: Promise<unknown>): Promise<void> {
  answer[key] = await value;
}

function compiledField(
  ground: Ground,
  parentType: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): CompiledField {
  const [node] = nodes as [FieldNode];
  const name = node.name.value;
  if (name === '__typename') return { key, read: () => parentType.name, complete: (value) => value };
  const field = parentType.getFields()[name];
  // The schema’s questions about itself are rare.
  if (!field) throw new NotSimple(name);
  const complete = completionOf(ground, field.type, nodes);
  return { key, read: reading(ground, parentType, field, key, nodes), complete };
}

function reading(
  ground: Ground,
  parentType: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  key: string,
  nodes: readonly FieldNode[],
): CompiledField['read'] {
  const [node] = nodes as [FieldNode];
  const place = ground.fields;
  ground.fields += 1;
  const argsIn = (run: Run) => {
    if (field.args.length === 0) return NO_ARGUMENTS;
    run.args[place] ??= getArgumentValues(field, node, run.variables);
    return run.args[place];
  };
  const infoIn = (run: Run) => {
    run.infos[place] ??= infoOf(ground, parentType, field, key, nodes, run);
    return run.infos[place];
  };
  const { name, resolve } = field;
  if (resolve) return (source, run) => resolve(source, argsIn(run), run.context, infoIn(run));
  return (source, run) => {
    const value = (source as Record<string, unknown> | undefined)?.[name];
    return typeof value === 'function' ? value.call(source, argsIn(run), run.context, infoIn(run)) : value;
  };
}

/** The place in the answer is that of the first parent: only the reference executor tells where an error stands. */
function infoOf(
  { schema, fragments, operation }: Ground,
  parentType: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  key: string,
  fieldNodes: readonly FieldNode[],
  run: Run,
): GraphQLResolveInfo {
  return {
    fieldName: field.name,
    fieldNodes,
    returnType: field.type,
    parentType,
    path: { prev: undefined, key, typename: parentType.name },
    schema,
    fragments,
    rootValue: undefined,
    operation,
    variableValues: run.variables,
  };
}
