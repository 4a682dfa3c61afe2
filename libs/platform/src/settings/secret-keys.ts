import { createHash } from 'node:crypto';

/** Keys that seal secrets in the database. Never log them; they must not lie beside the data they seal. */
export interface SecretKeys {
  /** For keyed hashes by which a sealed value is found again. Stays the same for as long as the data lives. */
  lookUp: Buffer;
  /** The version new values are sealed with: the highest there is. */
  current: number;
  /** 32 bytes each. Older versions stay, so that what they sealed can be read. */
  byVersion: ReadonlyMap<number, Buffer>;
}

const BYTES = 32;
const LOOK_UP = 'lookup';
const NAME = /^(?:lookup|[1-9]\d{0,3})$/;

/** Reads `lookup:KEY,1:KEY,2:KEY`, each KEY 32 bytes in Base64. Null: it is not that, or a key stands twice. */
export function parseSecretKeys(text: string): SecretKeys | null {
  const entries = text.split(',').map((entry) => entry.trim().split(':'));
  const keys = new Map(entries.map(([name = '', key = '']) => [name, Buffer.from(key, 'base64')]));
  const isWhole =
    keys.size === entries.length &&
    entries.every(([name = '', , ...rest]) => NAME.test(name) && rest.length === 0) &&
    [...keys.values()].every((key) => key.length === BYTES) &&
    new Set([...keys.values()].map((key) => key.toString('hex'))).size === keys.size;
  const lookUp = keys.get(LOOK_UP);
  if (!isWhole || !lookUp || keys.size < 2) return null;

  keys.delete(LOOK_UP);
  const byVersion = new Map([...keys].map(([name, key]) => [Number(name), key]));
  return { lookUp, current: Math.max(...byVersion.keys()), byVersion };
}

/**
 * What a development machine and the tests use: no secret at all, so that databases can be copied between machines
 * and nobody takes an accidental key file for safety. Production refuses it.
 */
export const DEVELOPMENT_KEYS: SecretKeys = {
  lookUp: developmentKey(LOOK_UP),
  current: 1,
  byVersion: new Map([[1, developmentKey('1')]]),
};

/** Whether any of these is a key that everybody can read in our source. */
export function areForDevelopment({ lookUp, byVersion }: SecretKeys): boolean {
  const known = [DEVELOPMENT_KEYS.lookUp, ...DEVELOPMENT_KEYS.byVersion.values()];
  return [lookUp, ...byVersion.values()].some((key) => known.some((other) => other.equals(key)));
}

function developmentKey(name: string): Buffer {
  return createHash('sha256').update(`Odaq development key ${name}, known to everybody`).digest();
}
