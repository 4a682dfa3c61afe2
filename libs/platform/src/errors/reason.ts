import { createUnionType } from '@nestjs/graphql';

/**
 * Why we refuse, as data: a subclass per reason, carrying the numbers a screen needs.
 *
 * Never extends Error: GraphQL throws any Error it meets in a result, and the typed answer would be lost.
 */
export abstract class Reason {
  /** Finds the sentence in each language; the reason’s own fields fill its places. */
  readonly key: string;
  /** Path in the input that the reason is about; empty when it is about the request as a whole. */
  readonly path: string[];
  readonly message!: string;

  constructor(key: string, path: string[] = []) {
    this.key = key;
    this.path = path;
  }
}

/** What is thrown when a rule refuses: throwing is what rolls the transaction back. */
export class Refusal extends Error {
  readonly reasons: readonly Reason[];

  constructor(reasons: readonly Reason[]) {
    super(reasons.map((reason) => reason.key).join(', '));
    this.reasons = reasons;
  }
}

/** Refuses with one or more reasons. Nobody catches a refusal to continue. */
export function refuse(...reasons: Reason[]): never {
  throw new Refusal(reasons);
}

type ReasonClass = abstract new (...args: never[]) => Reason;

const reasonClasses = new Map<string, ReasonClass>();

/** The union of everything one mutation can refuse with, known by name so that a remembered refusal can be told again. */
export function reasonsOf<const Classes extends readonly ReasonClass[]>(
  name: string,
  description: string,
  classes: Classes,
) {
  for (const reason of classes) reasonClasses.set(reason.name, reason);
  return createUnionType({
    name,
    description,
    types: () => classes as unknown as readonly (new () => Reason)[],
    resolveType: (reason: Reason) => reason.constructor,
  });
}

export type StoredReason = { type: string; values: Record<string, unknown> };

/** The form in which a refusal is remembered beside its idempotency key. */
export function storeReason(reason: Reason): StoredReason {
  return { type: reason.constructor.name, values: { ...reason } };
}

/** A remembered reason as it was. Throws when its class is gone, which only a release in between can cause. */
export function reviveReason({ type, values }: StoredReason): Reason {
  const known = reasonClasses.get(type);
  if (!known) throw new Error(`no reason is named ${type} any more`);
  return Object.assign(Object.create(known.prototype), values);
}
