import { createHmac, timingSafeEqual } from 'node:crypto';

const ACCOUNT_BYTES = 16;
const SIGNATURE_BYTES = 16;

/** Lets whoever has the mail unsubscribe its receiver from reminders, and do nothing else. Does not expire. */
export function unsubscribeToken(accountId: string, key: string): string {
  return Buffer.concat([bytesOf(accountId), signatureOf(accountId, key)]).toString('base64url');
}

/** The account a token speaks of, before its signature is checked; null for what is no token. */
export function accountIn(token: string): string | null {
  const bytes = readToken(token);
  if (!bytes) return null;
  const hex = bytes.subarray(0, ACCOUNT_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether the key of its account signed the token. */
export function isSignedBy(token: string, key: string): boolean {
  const bytes = readToken(token);
  const accountId = accountIn(token);
  return !!bytes && !!accountId && timingSafeEqual(bytes.subarray(ACCOUNT_BYTES), signatureOf(accountId, key));
}

function readToken(token: string): Buffer | null {
  const bytes = /^[\w-]{43}$/.test(token) ? Buffer.from(token, 'base64url') : null;
  return bytes?.length === ACCOUNT_BYTES + SIGNATURE_BYTES ? bytes : null;
}

function signatureOf(accountId: string, key: string): Buffer {
  const mac = createHmac('sha256', bytesOf(key)).update('unsubscribe from reminders ').update(bytesOf(accountId));
  return mac.digest().subarray(0, SIGNATURE_BYTES);
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
