import type { DataSource } from 'typeorm';

/** The columns of an entity as a select list, each under the name of its property. */
export function columnsOf(database: DataSource, entity: new () => object, alias: string): string {
  return database
    .getMetadata(entity)
    .columns.filter(({ isSelect }) => isSelect)
    .map(({ databaseName, propertyName }) => `${alias}.${databaseName} AS "${propertyName}"`)
    .join(', ');
}

/** A row of plain SQL as an instance: what TypeORM would make of it, without its cost. */
export function asRow<Row extends object>(entity: new () => Row, row: object): Row {
  return Object.assign(new entity(), row);
}
