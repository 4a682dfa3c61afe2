/**
 * Answers of fields that the statement of their parent brought along, by field, because its author looked ahead. The
 * fields’ own resolvers stand: they answer when nothing was brought, and whenever arguments are given.
 */
export interface Brings {
  brought?: Readonly<Record<string, unknown>> | null;
}

/** Undefined: nothing was brought for this field, or not for these arguments. */
export function broughtFor(parent: unknown, field: string, args: Readonly<Record<string, unknown>>): unknown {
  const brought = (parent as Brings | null | undefined)?.brought;
  if (!brought) return undefined;
  for (const _ in args) return undefined;
  return brought[field];
}
