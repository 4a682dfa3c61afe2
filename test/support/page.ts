import type { Asker } from './client.js';
import { myPlace } from './place.js';

/** Reads a page of the server as a browser would: what it says, and how it was answered. */
export async function readPage(path: string, who: Asker = null, headers: Record<string, string> = {}) {
  const { serverUrl } = await myPlace();
  const bearer: Record<string, string> = who ? { authorization: `Bearer ${who.token}` } : {};
  const answer = await fetch(serverUrl + path, { headers: { ...bearer, ...headers } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
