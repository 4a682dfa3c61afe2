import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { BadReferenceData, refusalOf } from './bad-reference-data.js';
import { type CountriesFile, countriesFile } from './countries.schema.js';
import { type RolesFile, rolesFile } from './roles.schema.js';
import { type SectorsFile, sectorsFile } from './sectors.schema.js';

export interface ReferenceData {
  countries: CountriesFile;
  sectors: SectorsFile['sectors'];
  roles: RolesFile['roles'];
}

/** Reads and checks the three files. Throws BadReferenceData for the first file with a mistake. */
export async function readData(folder: string): Promise<ReferenceData> {
  const countries = await read(folder, 'countries.json', countriesFile);
  const { sectors } = await read(folder, 'sectors.json', sectorsFile);
  const { roles } = await read(folder, 'roles.json', rolesFile);
  return { countries, sectors, roles };
}

async function read<Schema extends z.ZodType>(folder: string, file: string, schema: Schema): Promise<z.output<Schema>> {
  const content = await contentOf(folder, file);
  const result = schema.safeParse(content);
  if (!result.success) throw refusalOf(file, result.error.issues, content);
  return result.data;
}

async function contentOf(folder: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, file), 'utf8'));
  } catch (error) {
    throw new BadReferenceData(`${file}: ${(error as Error).message}`);
  }
}
