import {
  defaultTypeResolver,
  type FieldNode,
  type GraphQLAbstractType,
  GraphQLID,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Ground } from './ground.js';
import { abandon, type Complete, completed, isPromise, NotSimple, type Run } from './run.js';

/** How values of this type are completed for this selection. */
export function completionOf(ground: Ground, type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
  if (isNonNullType(type)) {
    const complete = present(ground, type.ofType, nodes);
    return (value, run) => {
      if (value === null || value === undefined) throw new NotSimple('null');
      return complete(value, run);
    };
  }
  const complete = present(ground, type, nodes);
  return (value, run) => (value === null || value === undefined ? null : complete(value, run));
}

/** Of a value that is there. */
function present(ground: Ground, type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
  if (isListType(type)) return listOf(completionOf(ground, type.ofType, nodes));
  if (isLeafType(type)) return leafOf(type);
  if (isObjectType(type)) return objectOf(ground, type, nodes);
  if (isAbstractType(type)) return oneOf(ground, type, nodes);
  throw new NotSimple(String(type));
}

function leafOf(type: GraphQLLeafType): Complete {
  const isText = type === GraphQLString || type === GraphQLID;
  return (value) => {
    if (isText && typeof value === 'string') return value;
    if (value instanceof Error) throw value;
    const shown = type.serialize(value);
    if (shown === null || shown === undefined) throw new NotSimple('null');
    return shown;
  };
}

function listOf(complete: Complete): Complete {
  return (value, run) => {
    if (!Array.isArray(value)) throw new NotSimple('no array');
    let waits = false;
    const items: unknown[] = new Array(value.length);
    try {
      for (let place = 0; place < value.length; place += 1) {
        const shown = completed(complete, value[place], run);
        waits ||= isPromise(shown);
        items[place] = shown;
      }
    } catch (error) {
      abandon(items);
      throw error;
    }
    return waits ? Promise.all(items) : items;
  };
}

function objectOf(ground: Ground, type: GraphQLObjectType, nodes: readonly FieldNode[]): Complete {
  // A type may contain itself by way of fragments on interfaces, so what lies below is compiled when it is first met.
  let complete: Complete | undefined;
  return (value, run) => {
    if (value instanceof Error || type.isTypeOf) throw new NotSimple(type.name);
    complete ??= ground.compile(type, nodes);
    return complete(value, run);
  };
}

function oneOf(ground: Ground, type: GraphQLAbstractType, nodes: readonly FieldNode[]): Complete {
  const known = new Map<string, Complete>();
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const completeAs = (name: unknown, value: unknown, run: Run) => {
    if (typeof name !== 'string') throw new NotSimple(type.name);
    let complete = known.get(name);
    if (!complete) {
      const actual = ground.schema.getType(name);
      if (!isObjectType(actual) || !ground.schema.isSubType(type, actual)) throw new NotSimple(name);
      complete = objectOf(ground, actual, nodes);
      known.set(name, complete);
    }
    return complete(value, run);
  };
  return (value, run) => {
    if (value instanceof Error) throw value;
    // Types of ours tell by class or by kind, never by where they stand.
    const info = { schema: ground.schema, variableValues: run.variables } as GraphQLResolveInfo;
    const name = resolveType(value, run.context, info, type);
    return isPromise(name) ? name.then((told) => completeAs(told, value, run)) : completeAs(name, value, run);
  };
}
