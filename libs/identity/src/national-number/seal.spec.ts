import { randomBytes } from 'node:crypto';
import { newId } from '#platform';
import { NationalNumberType } from './national-number-type.js';
import { lookUpOf, masked, open, seal } from './seal.js';

const keys = { lookUp: randomBytes(32), current: 1, byVersion: new Map([[1, randomBytes(32)]]) };
const NUMBER = { type: NationalNumberType.PERSONAL_NUMBER, countryCode: 'KZ', value: '850101300008' };

describe('a sealed number', () => {
  it('opens in its row and nowhere else', () => {
    const sealed = seal(keys, newId(), NUMBER.value);

    expect(open(keys, sealed)).toBe(NUMBER.value);
    expect(() => open(keys, { ...sealed, id: newId() })).toThrow();
  });

  it('does not open when a bit of it was changed', () => {
    const { sealed, ...row } = seal(keys, newId(), NUMBER.value);
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => open(keys, { ...row, sealed: changed })).toThrow();
    }
  });

  it('looks different each time, and holds nothing of the number', () => {
    const id = newId();
    const [one, other] = [seal(keys, id, NUMBER.value), seal(keys, id, NUMBER.value)];

    expect(one.sealed.equals(other.sealed)).toBe(false);
    expect(one.sealed.includes(NUMBER.value)).toBe(false);
  });

  it('has a beginning of its own among thousands, or all of them could be opened', () => {
    const beginnings = Array.from({ length: 5_000 }, () =>
      seal(keys, newId(), NUMBER.value).sealed.toString('hex', 0, 12),
    );

    expect(new Set(beginnings).size).toBe(5_000);
  });

  it('opens with the older key after a newer one came, and new ones are sealed with the newer', () => {
    const old = seal(keys, newId(), NUMBER.value);
    const rotated = { ...keys, current: 2, byVersion: new Map([...keys.byVersion, [2, randomBytes(32)]]) };

    expect(open(rotated, old)).toBe(NUMBER.value);
    expect(seal(rotated, newId(), NUMBER.value).keyVersion).toBe(2);
    expect(() => open({ ...rotated, byVersion: new Map([[2, randomBytes(32)]]) }, old)).toThrow(/lacks version 1/);
  });

  it('is found by a hash that needs a key of its own, type and country included', () => {
    const hash = lookUpOf(keys, NUMBER);

    expect(lookUpOf(keys, NUMBER)).toEqual(hash);
    expect(lookUpOf({ ...keys, lookUp: randomBytes(32) }, NUMBER)).not.toEqual(hash);
    expect(lookUpOf(keys, { ...NUMBER, countryCode: 'UZ' })).not.toEqual(hash);
    expect(lookUpOf(keys, { ...NUMBER, type: NationalNumberType.PASSPORT })).not.toEqual(hash);
  });

  it.each([
    ['850101300008', '••••0008'],
    ['5ABCDE7', '••••E7'],
    ['1', '••••1'],
  ])('of %s shows %s', (value, shown) => {
    expect(masked(value)).toBe(shown);
  });
});
