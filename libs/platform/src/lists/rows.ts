import type { DataSource } from 'typeorm';

/** The columns of an entity as a select list, each under the name of its property. */
export function columnsOf(database: DataSource, entity: new () => object, alias: string): string {
  return database
    .getMetadata(entity)
    .columns.filter(({ isSelect }) => isSelect)
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
