import type { Outcome } from './module.rows.js';

/** An outcome as an editor gives it. */
export interface GivenOutcome {
  /** The outcome of the version before that it goes on from; null: not said. */
  id: string | null;
  texts: Record<string, string>;
}

/**
 * Which outcomes a new version goes on with, so that what was judged of them stays judged: the one that is named, else
 * one with the same text in some language. Any other is new, and waits for an editor.
 */
export function continued(given: readonly GivenOutcome[], before: readonly Outcome[], newId: () => string): Outcome[] {
  const taken = new Set(given.flatMap(({ id }) => id ?? []));
  return given.map(({ id, texts }) => {
    const same = id ?? before.find((outcome) => !taken.has(outcome.id) && isSameText(outcome.texts, texts))?.id;
    const known = same ?? newId();
    taken.add(known);
    return { id: known, texts };
  });
}

/** Named outcomes that the version before does not have, or that are named twice. */
export function strangers(given: readonly GivenOutcome[], before: readonly Outcome[]): string[] {
  const named = given.flatMap(({ id }) => id ?? []);
  return named.filter((id, place) => named.indexOf(id) !== place || !before.some((outcome) => outcome.id === id));
}

function isSameText(one: Record<string, string>, other: Record<string, string>): boolean {
  return Object.entries(one).some(([locale, text]) => other[locale] === text);
}
