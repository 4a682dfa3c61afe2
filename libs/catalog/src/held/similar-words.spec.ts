import { SimilarWords } from './similar-words.js';

const known = new SimilarWords();
for (const word of ['buhgalter', 'buhgalteriya', 'kasaba', 'kurs', 'c154', 'mehnat', 'buhgalterov']) known.add(word);

describe('the known words a misspelt one may stand for', () => {
  it.each([
    ['buhgatler', ['buhgalter']],
    ['buhgalterav', ['buhgalter', 'buhgalterov', 'buhgalteriya']],
    ['kasab', ['kasaba']],
    ['mehnatlar', ['mehnat']],
    ['kurs', []],
    ['c155', []],
    ['nowhere', []],
  ])('of %s are %j, the nearest first', (typed, words) => {
    expect(known.to(typed)).toEqual(words);
  });
});
