import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { tableOf } from '../database/naming.js';
import { isId } from '../ids.js';
import { readRows } from '../reading/read.js';
import { nameNode } from './node.type.js';
import type { RequestContext } from './request-context.js';

/** Finds a thing of one type by its id, or null when it is not there or not for this reader. */
export type NodeFinder = (id: string, asked: RequestContext) => Promise<object | null>;

/**
 * Everything that `node(id)` can find; each library says so for its own types. One statement tells whose id it is, and
 * only that library is asked.
 */
@Injectable()
export class Nodes {
  private readonly finders = new Map<string, NodeFinder>();

  constructor(private readonly database: DataSource) {}

  /** The type is named as the table of its rows is. */
  register(typeName: string, find: NodeFinder): void {
    this.finders.set(typeName, find);
  }

  async find(id: string, asked: RequestContext): Promise<object | null> {
    if (!isId(id)) return null;
    const [holding] = await readRows<{ type: string }>(this.database, this.whose(), [id]);
    if (!holding) return null;
    const node = await this.finders.get(holding.type)?.(id, asked);
    return node ? nameNode(node, holding.type) : null;
  }

  private whose(): string {
    const held = (type: string) => `SELECT '${type}' AS type FROM ${tableOf(type)} WHERE id = $1`;
    this.statement ??= `${[...this.finders.keys()].map(held).join(' UNION ALL ')} LIMIT 1`;
    return this.statement;
  }

  private statement: string | undefined;
}
