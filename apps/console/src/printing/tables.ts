import type { DataSource } from 'typeorm';
import { COLUMNS, CONSTRAINTS, FUNCTIONS, INDEXES, TABLES, TRIGGERS, TYPES } from './catalog-queries.js';

interface Part {
  /** Table that the part belongs to. */
  owner: string;
  definition: string;
}

/** The whole schema as SQL a person reads: each table with its columns, constraints, indexes and triggers, by name. */
export async function tablesOf(database: DataSource): Promise<string> {
  const ask = (sql: string): Promise<Part[]> => database.query(sql);
  const [types, functions, tables, columns, constraints, indexes, triggers] = await Promise.all(
    [TYPES, FUNCTIONS, TABLES, COLUMNS, CONSTRAINTS, INDEXES, TRIGGERS].map(ask),
  );
  const of = (owner: string, parts: Part[] = []) =>
    parts.filter((part) => part.owner === owner).map(({ definition }) => definition);

  const blocks = (tables ?? []).map(({ owner }) => {
    const body = [...of(owner, columns), ...of(owner, constraints)].map((line) => `  ${line}`).join(',\n');
    const after = [...of(owner, indexes), ...of(owner, triggers)].map((line) => `${line};`);
    return [`CREATE TABLE ${owner} (\n${body}\n);`, ...after].join('\n');
  });
  const header = '-- Printed by `npm run schema` from a freshly migrated database. To change it, write a migration.';
  const first = [...(types ?? []), ...(functions ?? [])].map(({ definition }) => `${definition.trim()};`);
  return `${[header, ...first, ...blocks].join('\n\n')}\n`;
}
