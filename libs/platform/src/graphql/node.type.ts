import { Field, ID, InterfaceType } from '@nestjs/graphql';

const typeNames = new WeakMap<object, string>();

/** Notes which type a found thing is published as. */
export function nameNode<T extends object>(node: T, typeName: string): T {
  typeNames.set(node, typeName);
  return node;
}

/** Anything with an identifier; `node(id)` finds it again. */
@InterfaceType('Node', {
  description: 'Anything with an identifier of its own; `node(id)` finds it again.',
  resolveType: (node: object) => typeNames.get(node),
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque identifier, unique over all types.' })
  id!: string;
}
