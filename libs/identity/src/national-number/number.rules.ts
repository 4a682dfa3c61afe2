import { NationalNumberType } from './national-number-type.js';
import { NumberDoubt } from './number-doubt.js';

export interface GivenNumber {
  type: NationalNumberType;
  countryCode: string;
  value: string;
}

/** Letters in capitals and digits, without the blanks and dashes people write between them. */
export function plainNumber(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
}

/**
 * Whether a number cannot be right. Only the check digit of Kazakhstan is confirmed, so only it refuses; and a number
 * has letters and digits and nothing else.
 */
export function isWrongNumber({ type, countryCode, value }: GivenNumber): boolean {
  if (!/^[\p{L}\p{Nd}]{1,30}$/u.test(value)) return true;
  if (type !== NationalNumberType.PERSONAL_NUMBER || countryCode !== 'KZ') return false;
  return !/^\d{12}$/.test(value) || checkDigitOfKazakhstan(value) !== Number(value[11]);
}

/** What to warn about. Given a birth date, also whether it is another one than the number tells. */
export function doubtsAbout(number: GivenNumber, bornOn: string | null): NumberDoubt[] {
  if (number.type !== NationalNumberType.PERSONAL_NUMBER) return [];
  const { value, countryCode } = number;
  const doubts: NumberDoubt[] = [];
  const length = LENGTHS[countryCode];
  if (length && !length.test(value)) doubts.push(NumberDoubt.LENGTH);
  else if (countryCode === 'UZ' && checkDigitOfUzbekistan(value) !== Number(value[13])) {
    doubts.push(NumberDoubt.CHECK_DIGIT);
  }
  const told = countryCode === 'KZ' ? value.slice(0, 6) : null;
  if (told && bornOn && told !== bornOn.slice(2).replaceAll('-', '')) doubts.push(NumberDoubt.BIRTH_DATE);
  return doubts;
}

/** From general knowledge, not confirmed. */
const LENGTHS: Record<string, RegExp> = { UZ: /^\d{14}$/, KG: /^\d{14}$/, AZ: /^[A-Z0-9]{7}$/ };

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** 10 means that such a number is not given out. */
function checkDigitOfKazakhstan(value: string): number {
  const rest = weighed(value, FIRST) % 11;
  return rest === 10 ? weighed(value, SECOND) % 11 : rest;
}

/** Not confirmed: good for a warning at most. */
function checkDigitOfUzbekistan(value: string): number {
  return (
    weighed(
      value,
      Array.from({ length: 13 }, (_, place) => [7, 3, 1][place % 3] as number),
    ) % 10
  );
}

function weighed(value: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(value[place]), 0);
}
