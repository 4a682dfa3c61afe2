import type { DataSource } from 'typeorm';
import type { Ahead, Brings } from '../reading/brought.js';
import { blankOf } from './blank.js';

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
    .map(({ databaseName, propertyName, type, isArray }) => {
      // The driver would make a moment of a day, in the time zone of the machine, and one text of a list of enum values.
      const cast = type === 'date' ? '::text' : type === 'enum' && isArray ? '::text[]' : '';
      return `${alias}.${databaseName}${cast} AS "${propertyName}"`;
    })
    .join(', ');
}

/** Columns of an entity as elements of a JSON array, and how such an array is read again; all of them, or those named. */
export interface JsonColumns<Row> {
  elements: string[];
  read: (values: readonly unknown[]) => Row;
}

export function jsonColumnsOf<Row extends object>(
  database: DataSource,
  entity: new () => Row,
  alias: string,
  only: readonly string[] | null = null,
): JsonColumns<Row> {
  const columns = database
    .getMetadata(entity)
    .columns.filter(({ isSelect, propertyName }) => isSelect && (!only || only.includes(propertyName)));
  const places = columns.map(({ propertyName, type }) => ({ propertyName, isMoment: type === 'timestamptz' }));
  return {
    elements: columns.map(({ databaseName, type }) => `${alias}.${databaseName}${AS_TEXT.has(type) ? '::text' : ''}`),
    read: (values) => {
      const row = new entity() as Record<string, unknown>;
      let place = 0;
      for (const { propertyName, isMoment } of places) {
        const value = values[place];
        row[propertyName] = isMoment && typeof value === 'string' ? new Date(value) : value;
        place += 1;
      }
      return row as Row;
    },
  };
}

/** An object as a JSON array, which PostgreSQL writes faster and shorter than with its names, and how it is read again. */
export function jsonRow(
  columns: Readonly<Record<string, string>>,
  brought: Readonly<Record<string, string>> = {},
): { sql: string; read: (values: readonly unknown[]) => object } {
  const own = Object.keys(columns);
  const answers = Object.keys(brought);
  const [blankRow, blankAnswers] = [blankOf([...own, ...(answers.length > 0 ? ['brought'] : [])]), blankOf(answers)];
  // Read for each row of a page: nothing is made here but what is answered.
  const named = (
    object: Record<string, unknown>,
    names: readonly string[],
    values: readonly unknown[],
    from: number,
  ) => {
    for (let place = 0; place < names.length; place += 1) object[names[place] as string] = values[from + place];
    return object;
  };
  return {
    sql: `json_build_array(${[...Object.values(columns), ...Object.values(brought)].join(', ')})`,
    read: (values) => {
      const row = named(blankRow(), own, values, 0);
      if (answers.length > 0) row.brought = named(blankAnswers(), answers, values, own.length);
      return row;
    },
  };
}

/** What the driver hands out as text, too; JSON would make numbers of them. */
const AS_TEXT: ReadonlySet<unknown> = new Set(['date', 'numeric', 'bigint', 'int8', 'decimal']);

/** A row of plain SQL as an instance: what TypeORM would make of it, without its cost. */
export function asRow<Row extends object>(entity: new () => Row, row: object): Row {
  return Object.assign(new entity(), row);
}

/** Sets apart what a row brings along for fields of its own. */
export function bringing<Row extends object>(row: Row, fields: ReadonlyMap<string, Ahead>): Row & Brings {
  const all = row as Record<string, unknown>;
  const brought: Record<string, unknown> = {};
  for (const [field, { read }] of fields) {
    brought[field] = read(all[field]);
    delete all[field];
  }
  return Object.assign(row, { brought });
}
