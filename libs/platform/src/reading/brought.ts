/** An answer to a field as part of the statement that reads its parent. */
export interface Ahead {
  /** One value, mostly JSON. */
  sql: string;
  /** What it is read from beside the parent’s own row, as a join that neither adds nor drops rows. */
  join?: string;
  /** Makes the field’s answer of that value. */
  read: (value: unknown) => unknown;
}

/**
 * Answers of fields that the statement of their parent brought along, by field, because its author looked ahead. The
 * fields’ own resolvers stand: they answer when nothing was brought, and whenever other arguments are given.
 */
export interface Brings {
  /** As they are without arguments. */
  brought?: Readonly<Record<string, unknown>> | null;
  /** As they are with the arguments of the one place where they were selected. */
  foreseen?: Readonly<Record<string, unknown>> | null;
}

/** Undefined: nothing was brought for this field, or not for these arguments. */
export function broughtFor(parent: unknown, field: string, args: Readonly<Record<string, unknown>>): unknown {
  const { brought, foreseen } = (parent ?? {}) as Brings;
  const answer = foreseen?.[field];
  if (answer !== undefined || !brought) return answer;
  for (const _ in args) return undefined;
  return brought[field];
}
