import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Settings } from '#platform';
import type { NationalNumber } from './national-number.entity.js';
import type { GivenNumber } from './number.rules.js';

type Keys = Settings['secretKeys'];
type Sealed = Pick<NationalNumber, 'id' | 'sealed' | 'keyVersion'>;

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Seals a value for this row: moved to another row or column, or under another version, it does not open. */
export function seal(keys: Keys, id: string, value: string): Sealed {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyOf(keys, keys.current), nonce);
  cipher.setAAD(placeOf(id, keys.current));
  const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return { id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]), keyVersion: keys.current };
}

/** Throws when the value was changed or moved, or its key is not there any more. */
export function open(keys: Keys, { id, sealed, keyVersion }: Sealed): string {
  const decipher = createDecipheriv(CIPHER, keyOf(keys, keyVersion), sealed.subarray(0, NONCE));
  decipher.setAAD(placeOf(id, keyVersion));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return decipher.update(sealed.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
}

/** The same for the same number, and nothing to who has not the key: the numbers of a country are few enough to try. */
export function lookUpOf(keys: Keys, { type, countryCode, value }: GivenNumber): Buffer {
  return createHmac('sha256', keys.lookUp).update(`${type}\n${countryCode}\n${value}`).digest();
}

/** Its end, as people see it; of a short number less, so that the rest cannot be guessed. */
export function masked(value: string): string {
  return `••••${value.slice(value.length < 8 ? -2 : -4)}`;
}

function keyOf({ byVersion }: Keys, version: number): Buffer {
  const key = byVersion.get(version);
  if (!key) throw new Error(`ODAQ_SECRET_KEYS lacks version ${version}, with which a national number was sealed`);
  return key;
}

function placeOf(id: string, keyVersion: number): Buffer {
  return Buffer.from(`national_number.sealed ${id} ${keyVersion}`);
}
