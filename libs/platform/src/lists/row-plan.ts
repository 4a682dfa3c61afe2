import type { DataSource } from 'typeorm';
import type { RequestContext } from '../graphql/request-context.js';
import type { Ahead, Brings } from '../reading/brought.js';
import type { Binds } from './binds.js';
import { type JsonColumns, jsonColumnsOf } from './rows.js';

/** For whom a statement reads, and where it binds its values. */
export interface ReadFor {
  asked: RequestContext;
  binds: Binds;
}

/** Whole answers to fields, by the field, read over the listed table. */
export type Bringing = ReadonlyMap<string, Ahead>;

/** What is read of each row, because a reader selected no more. */
export interface RowPlan {
  /** Properties; null: all columns. */
  columns: readonly string[] | null;
  brought: (reading: ReadFor) => Bringing;
  /** Two plans of one key read the same. */
  key: string;
}

export const NOTHING_BROUGHT: Bringing = new Map();

export function joinsOf(brought: Bringing): string {
  return [...brought.values()].flatMap(({ join }) => join ?? []).join(' ');
}

/** A row and what it brings along as elements of a JSON array, and how such an array is read again. */
export function plannedColumnsOf<Row extends object>(
  database: DataSource,
  entity: new () => Row,
  alias: string,
  columns: readonly string[] | null,
  brought: Bringing,
): JsonColumns<Row> {
  const { elements, read } = jsonColumnsOf(database, entity, alias, columns);
  if (brought.size === 0) return { elements, read };
  const fields = [...brought];
  return {
    elements: [...elements, ...fields.map(([, { sql }]) => sql)],
    read: (values) => {
      const row = read(values);
      const answers: Record<string, unknown> = {};
      let place = elements.length;
      for (const [field, ahead] of fields) {
        answers[field] = ahead.read(values[place]);
        place += 1;
      }
      (row as Brings).brought = answers;
      return row;
    },
  };
}
