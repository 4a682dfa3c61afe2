import { forgives } from './forgiveness.js';

describe('a word that was typed', () => {
  it.each([
    ['buhgaltr', 'buhgalter', 'a letter lost'],
    ['buhgaltter', 'buhgalter', 'a letter too many'],
    ['buhgalder', 'buhgalter', 'another letter'],
    ['buhgatler', 'buhgalter', 'two letters swapped'],
    ['vznos', 'vznosov', 'another ending'],
    ['vznosov', 'vznos', 'an ending too many of a short word'],
    ['vznosami', 'vznosov', 'another ending on both sides'],
    ['svarshikov', 'svarshik', 'an ending too many'],
    ['kasab', 'kasaba', 'the last letter lost'],
    ['trda', 'truda', 'a letter lost of a short word'],
    ['kusr', 'kurs', 'two of four letters swapped'],
    ['buhgatlerov', 'buhgalter', 'a slip and an ending'],
    ['کارگرن', 'کارگران', 'a letter lost, in Dari'],
  ])('%s may stand for %s: %s', (typed, known) => {
    expect(forgives(typed, known)).toBe(true);
  });

  it.each([
    ['kurs', 'kran', 'half of it is another word'],
    ['rais', 'kurs', 'too short to guess'],
    ['ish', 'ishi', 'three letters are never guessed'],
    ['profsoyuz', 'professor', 'the beginning is not enough'],
    ['c154', 'c155', 'numbers are never guessed'],
    ['konventsiya154', 'konventsiya155', 'codes are never guessed'],
    ['ukun', 'ukuv', 'another letter of four'],
    ['mina', 'minimum', 'a short word with a long ending'],
    ['ohrana', 'ohvata', 'two slips in six letters'],
  ])('%s does not stand for %s: %s', (typed, known) => {
    expect(forgives(typed, known)).toBe(false);
  });
});
