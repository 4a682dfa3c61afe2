import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { encodeCursor, type Position } from './cursor.js';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  @Min(1)
  @Max(100)
  first: number = 20;

  @Field(() => String, { nullable: true, description: 'Cursor to go on after; null: from the start.' })
  @IsOptional()
  @MaxLength(1000)
  after?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows after `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null when the page is empty.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge; null when the page is empty.' })
  endCursor!: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

/** A page of a list. The count is a query of its own, made only when somebody asks for it. */
export class Page<T> {
  constructor(
    readonly edges: Edge<T>[],
    private readonly hasNextPage: boolean,
    private readonly count: () => Promise<number>,
  ) {}

  get pageInfo(): PageInfo {
    return {
      hasNextPage: this.hasNextPage,
      startCursor: this.edges.at(0)?.cursor ?? null,
      endCursor: this.edges.at(-1)?.cursor ?? null,
    };
  }

  get totalCount(): Promise<number> {
    return this.count();
  }
}

class Placed<T> implements Edge<T> {
  constructor(
    readonly node: T,
    private readonly position: Position,
  ) {}

  get cursor(): string {
    return encodeCursor(this.position);
  }
}

/** A row and its place in the list; the cursor is written only for who asks for it. */
export function edgeAt<T>(node: T, position: Position): Edge<T> {
  return new Placed(node, position);
}

/** Cuts the row that was fetched in excess and says whether there was one. */
export function pageOf<T>(edges: Edge<T>[], first: number, count: () => Promise<number>): Page<T> {
  return new Page(edges.slice(0, first), edges.length > first, count);
}

/** The Relay connection of a type; `name` is the singular, for example `Course`. */
export function connectionOf<T>(name: string, node: () => Type<T>) {
  @ObjectType(`${name}Edge`, { description: `A place in a list of ${name}.` })
  class EdgeType {
    @Field(() => String, { description: 'Opaque; give it as `after` to go on from here.' })
    cursor!: string;

    @Field(node, { description: `What stands at this place.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'In the order of the list.' })
    edges!: EdgeType[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'All that match, over all pages; counted only when asked for.' })
    totalCount!: number | Promise<number>;
  }
  return ConnectionType;
}
