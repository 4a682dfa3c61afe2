import type { z } from 'zod';

/** A data file was refused. The message has a line per mistake: file, record, field, what is wrong. */
export class BadReferenceData extends Error {}

const MOST_LINES = 20;

/** The mistakes zod found, told by the record’s code instead of its place in the list. */
export function refusalOf(file: string, issues: readonly z.core.$ZodIssue[], content: unknown): BadReferenceData {
  const lines = issues.slice(0, MOST_LINES).map(({ path, message }) => {
    const [list, place, ...field] = path;
    const where = [file, recordAt(content, list, place), fieldOf(place === undefined ? path : field)];
    return `${where.filter(Boolean).join(', ')}: ${message}`;
  });
  const more = issues.length > MOST_LINES ? [`and ${issues.length - MOST_LINES} more`] : [];
  return new BadReferenceData([...lines, ...more].join('\n'));
}

function recordAt(content: unknown, list: PropertyKey | undefined, place: PropertyKey | undefined): string {
  if (typeof place !== 'number') return '';
  const record = (content as Record<PropertyKey, Record<string, unknown>[]>)[list as string]?.[place];
  return `record ${record?.code ?? record?.tag ?? `number ${place + 1}`}`;
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text ? `${text}.${String(step)}` : String(step);
  }, '');
}
