import { DEVELOPMENT_KEYS, parseSecretKeys } from './secret-keys.js';
import { BadSettings, readSettings } from './settings.js';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const GOOD = `lookup:${key(1)},1:${key(2)},2:${key(3)}`;

describe('the keys of secrets', () => {
  it('are read by their names; new values are sealed with the highest version', () => {
    const keys = parseSecretKeys(GOOD);

    expect(keys?.lookUp).toEqual(Buffer.alloc(32, 1));
    expect(keys?.current).toBe(2);
    expect(keys?.byVersion).toEqual(
      new Map([
        [1, Buffer.alloc(32, 2)],
        [2, Buffer.alloc(32, 3)],
      ]),
    );
  });

  it.each([
    ['no key at all', ''],
    ['no look-up', `1:${key(2)}`],
    ['no version', `lookup:${key(1)}`],
    ['a key that is too short', `lookup:${key(1)},1:${Buffer.alloc(31, 2).toString('base64')}`],
    ['one key for two things', `lookup:${key(1)},1:${key(1)}`],
    ['a version twice', `lookup:${key(1)},1:${key(2)},1:${key(3)}`],
    ['a version that is none', `lookup:${key(1)},0:${key(2)}`],
    ['a third part', `lookup:${key(1)},1:${key(2)}:x`],
  ])('are refused with %s', (_, text) => {
    expect(parseSecretKeys(text)).toBeNull();
    if (text) expect(() => readSettings({ ODAQ_SECRET_KEYS: text })).toThrow(BadSettings);
  });

  it('are those of development where none are set, and only there', () => {
    expect(readSettings({}).secretKeys).toBe(DEVELOPMENT_KEYS);
    expect(readSettings({ NODE_ENV: 'production', ODAQ_SECRET_KEYS: GOOD }).secretKeys.current).toBe(2);
  });

  it('are asked for in production, in a sentence that says how to make them', () => {
    const open = DEVELOPMENT_KEYS.byVersion.get(1)?.toString('base64');

    for (const text of [undefined, '', `lookup:${key(1)},1:${open}`]) {
      expect(() => readSettings({ NODE_ENV: 'production', ODAQ_SECRET_KEYS: text })).toThrow(
        /^ODAQ_SECRET_KEYS is not usable: expected lookup:KEY,1:KEY.*openssl rand -base64 32/,
      );
    }
  });

  it('never stand in the refusal', () => {
    const secret = Buffer.alloc(31, 9).toString('base64');

    expect(() => readSettings({ ODAQ_SECRET_KEYS: `lookup:${secret}` })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) }),
    );
  });
});
