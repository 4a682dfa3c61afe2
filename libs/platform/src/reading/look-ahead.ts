import { Injectable, type Type } from '@nestjs/common';
import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getArgumentValues } from 'graphql';
import { inputPipe } from '../graphql/input-pipe.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { Binds } from '../lists/binds.js';
import type { Ahead } from './brought.js';
import { needsOf, type PageNeeds } from './page-needs.js';
import { Selection } from './selection.js';

type Args = Record<string, unknown>;

/** What a statement that reads rows of a type offers to the fields of those rows. */
export interface Reading {
  asked: RequestContext;
  binds: Binds;
  /** SQL of a row’s id in that statement. */
  id: string;
}

/** The same for a field with arguments; `parent` is the row it came with. */
export interface AheadOf extends Omit<Ahead, 'read'> {
  read: (value: unknown, parent: { id: string }) => unknown;
}

/** Null: not with this selection; the field’s resolver answers. */
type Plan<Given> = (args: Given, selection: Selection, reading: Reading) => AheadOf | null;

/** A field of another lib that the coming statement may bring along. */
interface Foreseen {
  field: string;
  plan: (reading: Reading) => AheadOf | null;
}

/** What is going to be asked of the rows of a list. */
export interface LookedAhead {
  selection: Selection;
  foreseen: readonly Foreseen[];
}

/** The same of a connection. */
export interface PageAhead extends LookedAhead {
  needs: PageNeeds;
}

/**
 * Where a lib says how its fields on types of another can be read in that other’s statement, so that a page costs one
 * statement though its libs do not know each other. Their resolvers stand, for whenever nothing was brought along.
 */
@Injectable()
export class LookAhead {
  private readonly plans = new Map<string, { argsType: Type<object>; plan: Plan<never> }>();

  foresee<Given extends object>(type: string, field: string, argsType: Type<Given>, plan: Plan<Given>): void {
    this.plans.set(`${type}.${field}`, { argsType, plan });
  }

  /** What is selected of rows of this type in the connection being resolved. */
  async atPage(info: GraphQLResolveInfo, type: string): Promise<PageAhead> {
    const connection = Selection.of(info);
    return { ...(await this.at(info, type, connection.below('edges', 'node'))), needs: needsOf(connection) };
  }

  /** What is selected of the row of this type being resolved. */
  atRow(info: GraphQLResolveInfo, type: string): Promise<LookedAhead> {
    return this.at(info, type, Selection.of(info));
  }

  private async at(info: GraphQLResolveInfo, type: string, selection: Selection): Promise<LookedAhead> {
    const wanted = selection.names.map((field) => this.foreseen(info, type, field, selection));
    return { selection, foreseen: (await Promise.all(wanted)).filter((each) => each !== null) };
  }

  private async foreseen(
    info: GraphQLResolveInfo,
    type: string,
    field: string,
    selection: Selection,
  ): Promise<Foreseen | null> {
    const known = this.plans.get(`${type}.${field}`);
    const node = selection.onlyNode(field);
    if (!known || !node) return null;
    try {
      const args = await checked(argumentsOf(info, type, node), known.argsType, node);
      return { field, plan: (reading) => planned(known.plan, args as never, selection.below(field), reading) };
    } catch {
      return null;
    }
  }
}

/** Null, too, when the plan refuses: the resolver will be given the same, and says what is wrong. */
function planned(plan: Plan<never>, ...given: Parameters<Plan<never>>): AheadOf | null {
  try {
    return plan(...given);
  } catch {
    return null;
  }
}

function argumentsOf({ schema, variableValues }: GraphQLResolveInfo, type: string, node: FieldNode): Args {
  const field = (schema.getType(type) as GraphQLObjectType).getFields()[node.name.value];
  return field ? getArgumentValues(field, node, variableValues) : {};
}

const pipe = inputPipe();
/** Arguments of one place in a document that are kept once checked. */
const MOST_CHECKED = 50;
const known = new WeakMap<FieldNode, Map<string, Promise<unknown>>>();

function checked(args: Args, argsType: Type<object>, node: FieldNode): Promise<unknown> {
  const ofNode = known.get(node) ?? new Map<string, Promise<unknown>>();
  known.set(node, ofNode);
  const key = JSON.stringify(args);
  const found = ofNode.get(key) ?? pipe.transform(args, { type: 'body', metatype: argsType });
  if (ofNode.size < MOST_CHECKED) ofNode.set(key, found);
  return found;
}
