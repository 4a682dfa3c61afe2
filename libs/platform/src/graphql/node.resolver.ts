import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Asked } from '../access/current-viewer.js';
import { Public } from '../access/declare.js';
import { Node } from './node.type.js';
import { Nodes } from './nodes.js';
import type { RequestContext } from './request-context.js';

@Resolver()
export class NodeResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Finds anything by its id; null when it is not there, or not for you to see.',
  })
  @Public('shows only what the reader may see')
  node(
    @Args('id', { type: () => ID, description: 'Identifier from any earlier answer.' }) id: string,
    @Asked() asked: RequestContext,
  ): Promise<object | null> {
    return this.nodes.find(id, asked);
  }
}
