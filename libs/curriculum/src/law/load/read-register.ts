import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RegisterFile, registerFile } from './register.schema.js';

const FILE = 'norms.json';
const MOST_LINES = 20;

/** The data file was refused. The message has a line per mistake: where it is, and what is wrong. */
export class BadLegalData extends Error {}

/** Reads and checks the register. Throws BadLegalData. */
export async function readRegister(folder: string): Promise<RegisterFile> {
  const content = await contentOf(folder);
  const result = registerFile.safeParse(content);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `${FILE}, ${whereIn(content, path)}: ${message}`);
  const more = lines.length > MOST_LINES ? [`and ${lines.length - MOST_LINES} more`] : [];
  throw new BadLegalData([...lines.slice(0, MOST_LINES), ...more].join('\n'));
}

/** The folder of the shipped register: the first above the running code that has it. Throws when there is none. */
export function dataFolder(from = fileURLToPath(import.meta.url)): string {
  for (let above = dirname(from); ; above = dirname(above)) {
    const folder = join(above, 'libs', 'curriculum', 'data');
    if (existsSync(join(folder, FILE))) return folder;
    if (above === dirname(above)) throw new Error(`no folder above ${from} holds libs/curriculum/data`);
  }
}

async function contentOf(folder: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, FILE), 'utf8'));
  } catch (error) {
    throw new BadLegalData(`${FILE}: ${(error as Error).message}`);
  }
}

/** `acts kz-labor-code editions 1 requirements min-hours value`: records by their code instead of their place. */
function whereIn(content: unknown, path: readonly PropertyKey[]): string {
  let at = content as Record<PropertyKey, unknown> | undefined;
  return path
    .map((step) => {
      at = at?.[step] as typeof at;
      return typeof step === 'number' ? String(at?.code ?? at?.number ?? `number ${step + 1}`) : String(step);
    })
    .join(' ');
}
