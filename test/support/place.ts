import type { Place } from './bed/bed.js';

let mine: Promise<Place> | undefined;

/** The database and the server of this Jest worker, started when the first spec asks. */
export function myPlace(): Promise<Place> {
  mine ??= ask<Place>(`/place/${process.env.JEST_WORKER_ID}`);
  return mine;
}

/** The address of a new copy of the template. */
export function newDatabase(): Promise<string> {
  return ask<string>('/database');
}

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(`${process.env.ODAQ_TEST_BED}${path}`, { method: 'POST' });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}
