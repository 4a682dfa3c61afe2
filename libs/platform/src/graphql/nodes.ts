import { Injectable } from '@nestjs/common';
import { isId } from '../ids.js';
import { nameNode } from './node.type.js';
import type { RequestContext } from './request-context.js';

/** Finds a thing of one type by its id, or null when it is not there or not for this reader. */
export type NodeFinder = (id: string, asked: RequestContext) => Promise<object | null>;

/** Everything that `node(id)` can find; each library says so for its own types. */
@Injectable()
export class Nodes {
  private readonly finders = new Map<string, NodeFinder>();

  register(typeName: string, find: NodeFinder): void {
    this.finders.set(typeName, find);
  }

  async find(id: string, asked: RequestContext): Promise<object | null> {
    if (!isId(id)) return null;
    const found = await Promise.all(
      [...this.finders].map(async ([typeName, find]) => {
        const node = await find(id, asked);
        return node && nameNode(node, typeName);
      }),
    );
    return found.find((node) => node !== null) ?? null;
  }
}
