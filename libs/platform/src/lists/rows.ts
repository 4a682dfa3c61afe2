import type { DataSource } from 'typeorm';
import type { Brings } from '../reading/brought.js';

/** The columns of an entity as a select list, each under the name of its property; all of them, or those named. */
export function columnsOf(
  database: DataSource,
  entity: new () => object,
  alias: string,
  only: readonly string[] | null = null,
): string {
  return database
    .getMetadata(entity)
    .columns.filter(({ isSelect, propertyName }) => isSelect && (!only || only.includes(propertyName)))
    .map(({ databaseName, propertyName, type }) => {
      // The driver would make a moment of a day, in the time zone of the machine.
      const column = `${alias}.${databaseName}${type === 'date' ? '::text' : ''}`;
      return `${column} AS "${propertyName}"`;
    })
    .join(', ');
}

/** A row of plain SQL as an instance: what TypeORM would make of it, without its cost. */
export function asRow<Row extends object>(entity: new () => Row, row: object): Row {
  return Object.assign(new entity(), row);
}

/** Sets apart what a row brings along for fields of its own. */
export function bringing<Row extends object>(row: Row, fields: Iterable<string>): Row & Brings {
  const all = row as Record<string, unknown>;
  const brought: Record<string, unknown> = {};
  for (const field of fields) {
    brought[field] = all[field];
    delete all[field];
  }
  return Object.assign(row, { brought });
}
