import { forgivingQuery, tiersOf } from './text-query.js';

describe('the ways to match a text', () => {
  it('go from titles to anywhere and from whole words to misspellings, none repeating another', () => {
    expect(tiersOf([{ spellings: ['kurs'], similar: ['kusr'] }])).toEqual([
      { score: 6, query: `('^kurs')` },
      { score: 5, query: `('^kurs':*) & !(('^kurs'))` },
      { score: 4, query: `('kurs') & !(('^kurs':*))` },
      { score: 3, query: `('kurs':*) & !(('kurs')) & !(('^kurs':*))` },
      { score: 2, query: `('^kurs':* | '^kusr') & !(('kurs':*))` },
      { score: 1, query: `('kurs':* | 'kusr') & !(('kurs':*)) & !(('^kurs':* | '^kusr'))` },
    ]);
  });

  it('leave out misspellings where there are none', () => {
    expect(tiersOf([{ spellings: ['kurs'], similar: [] }]).map(({ score }) => score)).toEqual([6, 5, 4, 3]);
  });

  it('take any spelling of a word, and ask for every word', () => {
    const words = [
      { spellings: ['okuv', 'ukuv'], similar: ['okuw'] },
      { spellings: ['kurs'], similar: [] },
    ];

    expect(forgivingQuery(words)).toBe(`('okuv':* | 'ukuv':* | 'okuw') & ('kurs':*)`);
  });

  it('keep quotes and backslashes inside their word', () => {
    expect(forgivingQuery([{ spellings: [`a'b\\c`], similar: [] }])).toBe(`('a''b\\\\c':*)`);
  });
});
