import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Anything with an identifier; `node(id)` finds it again. */
@InterfaceType('Node', { description: 'Anything with an identifier of its own; `node(id)` finds it again.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque identifier, unique over all types.' })
  id!: string;
}
