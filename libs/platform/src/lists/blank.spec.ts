import fc from 'fast-check';
import { blankOf } from './blank.js';

describe('a blank object', () => {
  it('has the given keys in their order, whatever they are called, and is nobody else’s', () => {
    const key = fc.oneof(fc.constant('__proto__'), fc.constant('constructor'), fc.string());
    fc.assert(
      fc.property(fc.uniqueArray(key), (keys) => {
        const blank = blankOf<string>(keys);
        const [one, other] = [blank(), blank()];
        for (const each of keys) one[each] = each;
        expect(Object.values(one)).toEqual(Object.keys(one));
        expect(new Set(Object.keys(one))).toEqual(new Set(keys));
        expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
        expect(Object.values(other).every((value) => value === null)).toBe(true);
      }),
    );
  });
});
