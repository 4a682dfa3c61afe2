import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ModuleBooks } from './module-books.js';
import { ProgramWriter } from './program-writer.js';
import { readSectorPrograms } from './read-programs.js';

/** Writes the sector programs; an interrupted load goes on, and a second one changes nothing. Courses come first. */
export async function loadSectorPrograms(app: INestApplicationContext): Promise<void> {
  const { modules, programs } = readSectorPrograms();
  const books = new ModuleBooks(app);
  for (const module of modules) await books.write(module);

  const writer = new ProgramWriter(app, books, await requirementsOf(app.get(DataSource)));
  for (const program of programs) await writer.write(program);

  for (const module of modules) await books.revise(module);
  for (const program of programs) await writer.follow(program);
}

async function requirementsOf(database: DataSource): Promise<Map<string, string>> {
  const rows: { name: string; id: string }[] = await database.query(
    `SELECT act.code || '/' || requirement.code AS name, requirement.id FROM legal_act act
     CROSS JOIN LATERAL (SELECT id FROM legal_act_edition WHERE act_id = act.id
       ORDER BY in_force_from DESC NULLS LAST LIMIT 1) newest
     JOIN legal_requirement requirement ON requirement.edition_id = newest.id WHERE act.retired_at IS NULL`,
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}
