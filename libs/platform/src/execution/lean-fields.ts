import 'reflect-metadata';
import { Injectable } from '@nestjs/common';
import { ExternalContextCreator } from '@nestjs/core';
import type { GraphQLResolveInfo } from 'graphql';
import { inputPipe } from '../graphql/input-pipe.js';
import { broughtFor } from '../reading/brought.js';

/** Under which Nest keeps the decorated parameters of a resolver, and how it numbers their kinds. */
const PARAMETERS = '__routeArguments__';
const KINDS: Record<string, (parent: unknown, args: Args, context: unknown, info: GraphQLResolveInfo) => unknown> = {
  0: (parent) => parent,
  1: (_parent, _args, context) => context,
  2: (_parent, _args, _context, info) => info,
  3: (_parent, args) => args,
};

type Args = Record<string, unknown>;
type Field = (parent: unknown, args: Args, context: unknown, info: GraphQLResolveInfo) => unknown;
interface Parameter {
  index: number;
  data?: string;
  pipes?: unknown[];
}

/**
 * Fields below the root are called as they are. Nest calls each through promises and consumers for guards, pipes and
 * interceptors, which for a page of 800 fields costs more than the database; and of all these only the pipes have
 * anything to do there, for arguments that are classes. Those, and root fields, stay with Nest.
 */
@Injectable()
export class LeanFields {
  constructor(contexts: ExternalContextCreator) {
    const create = contexts.create.bind(contexts) as (...given: unknown[]) => Field;
    const lean = (...given: unknown[]): Field => {
      const [instance, callback, name, , , , , options, kind] = given as [object, Field, string, ...unknown[]];
      const isField = kind === 'graphql' && (options as { guards?: boolean } | undefined)?.guards === false;
      const direct = isField ? directCall(instance, callback, name) : null;
      return isField ? orBrought(name, direct ?? create(...given)) : create(...given);
    };
    contexts.create = lean as unknown as typeof contexts.create;
  }
}

/** Null: it has a parameter that only Nest can make. */
function directCall(instance: object, callback: Field, name: string): Field | null {
  const parameters: Record<string, Parameter> = Reflect.getMetadata(PARAMETERS, instance.constructor, name) ?? {};
  const types: unknown[] = Reflect.getMetadata('design:paramtypes', instance, name) ?? [];
  const reads: Field[] = [];
  let waits = false;
  for (const [key, { index, data, pipes }] of Object.entries(parameters)) {
    const read = KINDS[key.split(':', 1)[0] ?? ''];
    if (!read || pipes?.some(Boolean)) return null;
    const type = types[index];
    if (read === KINDS[3] && isClass(type)) {
      if (data !== undefined) return null;
      reads[index] = checkedArguments(type);
      waits = true;
    } else reads[index] = data ? partOf(read, data) : read;
  }
  if (Object.keys(parameters).length === 0 || reads.length < callback.length) return null;
  const call = callback as (...values: unknown[]) => unknown;
  if (waits) return async (...given) => call.apply(instance, await Promise.all(reads.map((read) => read(...given))));
  // Called for each field of each row: nothing is made for those with one parameter or two.
  const [first, second] = reads as [Field, Field];
  if (reads.length === 1)
    return (parent, args, context, info) => call.call(instance, first(parent, args, context, info));
  if (reads.length === 2) {
    return (parent, args, context, info) =>
      call.call(instance, first(parent, args, context, info), second(parent, args, context, info));
  }
  return (...given) =>
    call.apply(
      instance,
      reads.map((read) => read(...given)),
    );
}

function partOf(read: Field, name: string): Field {
  return (parent, args, context, info) => (read(parent, args, context, info) as Args | undefined)?.[name];
}

/** The pipe changes and checks instances of classes only; GraphQL has seen to the rest. */
function isClass(type: unknown): boolean {
  return typeof type === 'function' && !([String, Number, Boolean, Array, Object, Date] as unknown[]).includes(type);
}

const pipe = inputPipe();

/** Arguments as an instance of their class, checked. One execution hands the same arguments to every parent. */
function checkedArguments(metatype: unknown): Field {
  const known = new WeakMap<Args, Promise<unknown>>();
  return (_parent, args) => {
    const checked = known.get(args) ?? pipe.transform(args, { type: 'body', metatype: metatype as new () => object });
    known.set(args, checked);
    return checked;
  };
}

/** What the statement of the parent brought along is not asked for again. */
function orBrought(name: string, resolve: Field): Field {
  return (parent, args, context, info) => {
    const brought = broughtFor(parent, info?.fieldName ?? name, args);
    return brought === undefined ? resolve(parent, args, context, info) : brought;
  };
}
