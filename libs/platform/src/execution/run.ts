import type { GraphQLResolveInfo } from 'graphql';

/** What one execution knows. Arguments and infos are made once per field, however many parents it has. */
export interface Run {
  readonly context: unknown;
  readonly variables: Record<string, unknown>;
  readonly args: (Record<string, unknown> | undefined)[];
  readonly infos: (GraphQLResolveInfo | undefined)[];
}

/** Makes of a resolved value what the answer shows; synchronously unless it has to wait. */
export type Complete = (value: unknown, run: Run) => unknown;

/** Something did not go well: the reference executor shall answer, and tell the error as clients know it. */
export class NotSimple extends Error {}

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

/** The completed value of what may still be on its way. */
export function completed(complete: Complete, value: unknown, run: Run): unknown {
  return isPromise(value) ? value.then((known) => complete(known, run)) : complete(value, run);
}

export const settled = (value: unknown): Promise<unknown> => Promise.resolve(value);

/** Nobody waits for these any more; whatever becomes of them is known already. */
export function abandon(promises: readonly unknown[]): void {
  for (const promise of promises) if (isPromise(promise)) promise.then(undefined, () => {});
}
