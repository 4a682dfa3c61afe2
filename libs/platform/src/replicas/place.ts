import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource } from 'typeorm';

/** Where the work under way reads; null: on the primary. */
interface Place {
  replica: DataSource | null;
}

const place = new AsyncLocalStorage<Place>();

/** The replica that the work under way may read from; null: none. */
export function replicaAtHand(): DataSource | null {
  return place.getStore()?.replica ?? null;
}

export function readingFrom<T>(replica: DataSource, work: () => Promise<T>): Promise<T> {
  return place.run({ replica }, work);
}

/** For decisions about permission and capacity, and for what outlives a request. */
export function onPrimary<T>(work: () => T): T {
  return replicaAtHand() ? place.run({ replica: null }, work) : work();
}

/** Whoever writes goes on where the writing is seen. */
export function stayOnPrimary(): void {
  const here = place.getStore();
  if (here) here.replica = null;
}
