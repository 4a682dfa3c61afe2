import type { DataSource } from 'typeorm';

/** The columns of an entity as a select list, each under the name of its property. */
export function columnsOf(database: DataSource, entity: new () => object, alias: string): string {
  return database
    .getMetadata(entity)
    .columns.map(({ databaseName, propertyName }) => `${alias}.${databaseName} AS "${propertyName}"`)
    .join(', ');
}

/** Rows of plain SQL as instances: what TypeORM would make of them, without its cost. */
export function asRows<Row extends object>(entity: new () => Row, rows: readonly object[]): Row[] {
  return rows.map((row) => Object.assign(new entity(), row));
}

/** Collects the parameters of a statement; `bind` answers with the place of its value, such as `$3`. */
export class Parameters {
  readonly values: unknown[] = [];

  readonly bind = (value: unknown): string => `$${this.values.push(value)}`;
}
