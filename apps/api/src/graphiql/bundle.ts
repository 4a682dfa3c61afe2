import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export type BundleFile = { body: Buffer; contentType: string; cacheControl: string };

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * Reads a built bundle into memory, keyed by the path below `/graphiql/` (`index.html`, `assets/main-ab12.js`).
 *
 * A request can only name a key of this map, so no spelling of a path reaches another file of the disk.
 * Empty when the bundle has not been built. Files of a kind we do not know are left out.
 */
export function readBundle(dir: string): ReadonlyMap<string, BundleFile> {
  const bundle = new Map<string, BundleFile>();
  if (!existsSync(dir)) return bundle;

  for (const entry of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    const contentType = CONTENT_TYPES[extname(entry)];
    if (!contentType) continue;
    const key = entry.split(sep).join('/');
    bundle.set(key, { body: readFileSync(join(dir, entry)), contentType, cacheControl: cacheControl(key) });
  }
  return bundle;
}

/** Names below assets/ carry a hash of their content, so they never change; the page that names them does. */
function cacheControl(key: string): string {
  return key.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
