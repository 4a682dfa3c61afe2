import { forgivingQuery, tiersOf } from './text-query.js';

const word = (spelling: string, begun: string[] | null = null, similar: string[] = []) => ({
  spellings: [spelling],
  begun,
  similar,
});

describe('the ways to match a text', () => {
  it('go from titles to anywhere and from whole words to misspellings, none repeating another', () => {
    expect(tiersOf([word('kurs', null, ['kusr'])])).toEqual([
      { score: 6, query: `('^kurs')` },
      { score: 5, query: `('^kurs':*) & !(('^kurs'))` },
      { score: 4, query: `('kurs') & !(('^kurs':*))` },
      { score: 3, query: `('kurs':*) & !(('kurs')) & !(('^kurs':*))` },
      { score: 2, query: `('^kurs':* | '^kusr') & !(('kurs':*))` },
      { score: 1, query: `('kurs':* | 'kusr') & !(('kurs':*)) & !(('^kurs':* | '^kusr'))` },
    ]);
  });

  it('name the known words that begin so', () => {
    expect(tiersOf([word('kurs', ['kurs', 'kursi'])])).toEqual([
      { score: 6, query: `('^kurs')` },
      { score: 5, query: `('^kurs' | '^kursi') & !(('^kurs'))` },
      { score: 4, query: `('kurs') & !(('^kurs' | '^kursi'))` },
      { score: 3, query: `('kurs' | 'kursi') & !(('kurs')) & !(('^kurs' | '^kursi'))` },
    ]);
  });

  it.each([
    ['of misspellings, where there are none', [word('kurs')], [6, 5, 4, 3]],
    ['of beginnings, where no known word goes on', [word('kurs', ['kurs'])], [6, 4]],
    ['of whole words, where it is none', [word('kur', ['kurs'])], [5, 3]],
    ['of what was typed, where a word is nowhere', [word('kurs', ['kurs']), word('kasba', [], ['kasaba'])], [2, 1]],
    ['of anything, where a word stands for nothing', [word('kurs', ['kurs']), word('kasba', [])], []],
  ])('leave out those %s', (_, words, scores) => {
    expect(tiersOf(words).map(({ score }) => score)).toEqual(scores);
  });

  it('take any spelling of a word, and ask for every word', () => {
    const words = [{ spellings: ['okuv', 'ukuv'], begun: null, similar: ['okuw'] }, word('kurs', ['kurs', 'kursi'])];

    expect(forgivingQuery(words)).toBe(`('okuv':* | 'ukuv':* | 'okuw') & ('kurs' | 'kursi')`);
  });

  it('keep quotes and backslashes inside their word', () => {
    expect(forgivingQuery([word(`a'b\\c`)])).toBe(`('a''b\\\\c':*)`);
  });
});
