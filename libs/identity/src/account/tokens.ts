import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; the person holds it, we keep its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
