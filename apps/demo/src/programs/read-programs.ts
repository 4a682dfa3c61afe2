import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { dataFolder, read } from '../data.js';
import { type DemoModule, type DemoProgram, moduleFile, programFile } from './program.schema.js';

export interface SectorPrograms {
  modules: DemoModule[];
  programs: DemoProgram[];
}

/** The sector programs of the demo data. Throws naming the file, and a module that no file writes. */
export function readSectorPrograms(): SectorPrograms {
  const modules = filesIn('modules', moduleFile);
  const programs = filesIn('programs', programFile);
  const known = new Set(modules.map(({ code }) => code));
  for (const { code, modules: placed, variants, takesRevised } of programs) {
    const named = [...placed, ...variants.flatMap(({ additions }) => additions)].map(({ module }) => module);
    const unknown = [...named, ...takesRevised].filter((module) => !known.has(module));
    if (unknown.length > 0) throw new Error(`program ${code} names modules that are not there: ${unknown.join(', ')}`);
  }
  return { modules, programs };
}

function filesIn<Schema extends z.ZodType>(folder: string, schema: Schema): z.output<Schema>[] {
  const path = join(dataFolder, 'curricula', folder);
  return readdirSync(path)
    .sort()
    .map((file) => {
      const { success, data, error } = schema.safeParse(read(join(path, file)));
      if (!success) throw new Error(`${join(path, file)}: ${error.message}`);
      return data;
    });
}
