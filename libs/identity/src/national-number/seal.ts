import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Settings } from '#platform';
import type { NationalNumber } from './national-number.entity.js';
import type { GivenNumber } from './number.rules.js';

type Keys = Settings['secretKeys'];
type SealedBytes = Pick<NationalNumber, 'sealed' | 'keyVersion'>;
type Sealed = SealedBytes & Pick<NationalNumber, 'id'>;

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const NONCES_AT_ONCE = 256;

/** Seals a number for this row: moved to another row or column, or under another version, it does not open. */
export function seal(keys: Keys, id: string, value: string): Sealed {
  return { id, ...sealBytes(keys, placeOf(id), Buffer.from(value, 'utf8')) };
}

/** Throws when the value was changed or moved, or its key is not there any more. */
export function open(keys: Keys, { id, ...kept }: Sealed): string {
  return openBytes(keys, placeOf(id), kept).toString('utf8');
}

/** Seals bytes for one place, named by table, column and row. */
export function sealBytes(keys: Keys, place: string, bytes: Buffer): SealedBytes {
  const nonce = freshNonce();
  const cipher = createCipheriv(CIPHER, keyOf(keys, keys.current), nonce);
  cipher.setAAD(Buffer.from(`${place} ${keys.current}`));
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]), keyVersion: keys.current };
}

/** Throws when the bytes were changed or moved, or their key is not there any more. */
export function openBytes(keys: Keys, place: string, { sealed, keyVersion }: SealedBytes): Buffer {
  const decipher = createDecipheriv(CIPHER, keyOf(keys, keyVersion), sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(`${place} ${keyVersion}`));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

/** The same for the same number, and nothing to who has not the key: the numbers of a country are few enough to try. */
export function lookUpOf(keys: Keys, { type, countryCode, value }: GivenNumber): Buffer {
  return createHmac('sha256', keys.lookUp).update(`${type}\n${countryCode}\n${value}`).digest();
}

/** Its end, as people see it; of a short number less, so that the rest cannot be guessed. */
export function masked(value: string): string {
  return `••••${value.slice(value.length < 8 ? -2 : -4)}`;
}

let nonces = Buffer.alloc(0);

/**
 * Many are made at once: asking the system for one takes longer than sealing. A process must not go on twice from one
 * image of its memory: both would seal with the same.
 */
function freshNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(NONCE * NONCES_AT_ONCE);
  const nonce = nonces.subarray(0, NONCE);
  nonces = nonces.subarray(NONCE);
  return nonce;
}

function keyOf({ byVersion }: Keys, version: number): Buffer {
  const key = byVersion.get(version);
  if (!key) throw new Error(`ODAQ_SECRET_KEYS lacks version ${version}, with which a national number was sealed`);
  return key;
}

function placeOf(id: string): string {
  return `national_number.sealed ${id}`;
}
