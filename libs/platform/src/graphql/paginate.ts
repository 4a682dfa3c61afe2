import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { positionOf, type SortedType } from '../lists/position.js';
import { asRow, columnsOf } from '../lists/rows.js';
import { edgeAt, type Page, type PageArgs, pageOf } from './connection.js';

export interface Order {
  /** Column to sort by, for example `offering.startsAt`; never null in the rows. */
  by: string;
  /** Its PostgreSQL type, so that a cursor is read back as it was written. */
  type: SortedType;
  /** The id that makes the order total, for example `offering.id`. */
  tie: string;
  direction?: 'ASC' | 'DESC';
}

/** One page by keyset: as fast on the last page as on the first. `count` is for what is counted elsewhere. */
export async function paginate<T extends ObjectLiteral>(
  rows: SelectQueryBuilder<T>,
  { first, after }: PageArgs,
  { by, type, tie, direction = 'ASC' }: Order,
  count?: () => Promise<number>,
): Promise<Page<T>> {
  const all = rows.clone();
  if (after) {
    const [value, id] = positionOf(after, [type, 'uuid']);
    const beyond = direction === 'ASC' ? '>' : '<';
    rows.andWhere(`(${by}, ${tie}) ${beyond} (CAST(:cursorValue AS ${type}), CAST(:cursorId AS uuid))`, {
      cursorValue: value,
      cursorId: id,
    });
  }
  const entity = rows.expressionMap.mainAlias?.metadata.target as new () => T;
  // What TypeORM does to make entities of rows costs more than the statement.
  const found = await rows
    .select(columnsOf(rows.dataSource, entity, rows.alias))
    .addSelect(`CAST(${by} AS text)`, 'cursor_value')
    .addSelect(`CAST(${tie} AS text)`, 'cursor_id')
    .orderBy(by, direction)
    .addOrderBy(tie, direction)
    .limit(first + 1)
    .getRawMany<{ cursor_value: string; cursor_id: string }>();
  const edges = found.map(({ cursor_value, cursor_id, ...columns }) =>
    edgeAt(asRow(entity, columns), [cursor_value, cursor_id]),
  );
  return pageOf(edges, first, count ?? (() => all.getCount()));
}
