import { createHash } from 'node:crypto';

/** The same for two requests that ask for the same, whatever the order of their fields. */
export function fingerprintOf(act: string, input: object): string {
  return createHash('sha256').update(act).update('\n').update(canonical(input)).digest('base64url');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part) && !(part instanceof Date)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
