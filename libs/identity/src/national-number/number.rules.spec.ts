import fc from 'fast-check';
import { NationalNumberType as Type } from './national-number-type.js';
import { doubtsAbout, isWrongNumber, plainNumber } from './number.rules.js';

const kazakh = (value: string) => ({ type: Type.PERSONAL_NUMBER, countryCode: 'KZ', value });
const uzbek = (value: string) => ({ type: Type.PERSONAL_NUMBER, countryCode: 'UZ', value });

/** Made up: eleven digits with the check digit that follows from them, or null where such a number is not given out. */
function withCheckDigit(eleven: string): string | null {
  const digits = [...eleven].map(Number);
  const weigh = (from: number) =>
    digits.reduce((sum, digit, place) => sum + digit * (((place + from - 1) % 11) + 1), 0) % 11;
  const rest = weigh(1) === 10 ? weigh(3) : weigh(1);
  return rest === 10 ? null : `${eleven}${rest}`;
}

describe('a number of Kazakhstan', () => {
  it.each(['850101300008', '900214450006', '010203600001'].map((start) => withCheckDigit(start.slice(0, 11))))(
    'is right with its check digit: %s',
    (value) => expect(isWrongNumber(kazakh(String(value)))).toBe(false),
  );

  it('is wrong with any other last digit, and with one digit changed', () => {
    const eleven = fc.stringMatching(/^\d{11}$/);
    fc.assert(
      fc.property(eleven, fc.nat(11), fc.integer({ min: 1, max: 9 }), (start, place, by) => {
        const right = withCheckDigit(start);
        fc.pre(right !== null);
        expect(isWrongNumber(kazakh(right as string))).toBe(false);
        const changed = [...(right as string)];
        changed[11] = String((Number(changed[11]) + by) % 10);
        expect(isWrongNumber(kazakh(changed.join('')))).toBe(true);
        expect(place).toBeLessThan(12);
      }),
    );
  });

  it.each(['85010130000', '8501013000081', '85010130000A', ''])('is wrong when it is none: %s', (value) => {
    expect(isWrongNumber(kazakh(value))).toBe(true);
  });

  it('makes one wonder when it tells another birth date', () => {
    const value = String(withCheckDigit('85010130000'));

    expect(doubtsAbout(kazakh(value), '1985-01-01')).toEqual([]);
    expect(doubtsAbout(kazakh(value), null)).toEqual([]);
    expect(doubtsAbout(kazakh(value), '1985-01-02')).toEqual(['BIRTH_DATE']);
  });
});

describe('a number of another country', () => {
  it.each([
    [uzbek('31234567890124'), ['CHECK_DIGIT']],
    [uzbek('3123456789012'), ['LENGTH']],
    [{ type: Type.PERSONAL_NUMBER, countryCode: 'KG', value: '21234567890123' }, []],
    [{ type: Type.PERSONAL_NUMBER, countryCode: 'KG', value: '123' }, ['LENGTH']],
    [{ type: Type.PERSONAL_NUMBER, countryCode: 'AZ', value: '5ABCDE7' }, []],
    [{ type: Type.PERSONAL_NUMBER, countryCode: 'AZ', value: '5ABCDE72' }, ['LENGTH']],
    [{ type: Type.PERSONAL_NUMBER, countryCode: 'TJ', value: '1' }, []],
    [{ type: Type.PASSPORT, countryCode: 'KZ', value: 'N1234567' }, []],
  ])('%j is never refused, only doubted: %j', (number, doubts) => {
    expect(isWrongNumber(number)).toBe(false);
    expect(doubtsAbout(number, '1990-01-01')).toEqual(doubts);
  });

  it('has no doubt about a check digit that fits the unconfirmed rule', () => {
    const thirteen = '3123456789012';
    const rest =
      [...thirteen].reduce((sum, digit, place) => sum + Number(digit) * ([7, 3, 1][place % 3] as number), 0) % 10;

    expect(doubtsAbout(uzbek(`${thirteen}${rest}`), null)).toEqual([]);
  });
});

describe('what people write between the digits', () => {
  it.each([
    ['850101 300 008', '850101300008'],
    ['850101-300–008', '850101300008'],
    ['n 1234567', 'N1234567'],
    ['٨٥', '٨٥'],
  ])('%s is %s', (typed, plain) => {
    expect(plainNumber(typed)).toBe(plain);
  });

  it.each(['---', '12/34', '1'.repeat(31)])('%s is no number at all', (typed) => {
    expect(isWrongNumber({ type: Type.PASSPORT, countryCode: 'TM', value: plainNumber(typed) })).toBe(true);
  });
});
