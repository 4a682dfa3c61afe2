import { isMisspelling } from './misspelling.rules.js';

describe('a typed word', () => {
  it.each([
    ['kasipodk', 'kasipodak', 'a letter lost'],
    ['kasiipodak', 'kasipodak', 'a letter twice'],
    ['kasipodag', 'kasipodak', 'a neighbor on the keyboard'],
    ['kizemt', 'kizmet', 'two letters swapped'],
    ['kaispodka', 'kasipodak', 'two slips in a long word'],
    ['kizmet', 'kizmet', 'no slip at all'],
  ])('%s may stand for %s: %s', (typed, known) => {
    expect(isMisspelling(typed, known)).toBe(true);
  });

  it.each([
    ['kizemtt', 'kizmet', 'two slips in a short word'],
    ['neft', 'ne', 'too short to be guessed'],
    ['shkola12', 'shkola13', 'a number'],
    ['mugalim', 'kizmetker', 'another word'],
  ])('%s does not stand for %s: %s', (typed, known) => {
    expect(isMisspelling(typed, known)).toBe(false);
  });
});
