import { forgivingQuery, tiersOf } from './text-query.js';

describe('the ways to match a text', () => {
  const words = [
    { spellings: ['okuv', 'ukuv'], similar: ['okuw'] },
    { spellings: ['kurs'], similar: [] },
  ];

  it('go from titles to anywhere and from whole words to misspellings, none repeating another', () => {
    const whole = `('okuv' | 'ukuv') & ('kurs')`;
    const beginning = `('okuv':* | 'ukuv':*) & ('kurs':*)`;
    const similar = `('okuv':* | 'ukuv':* | 'okuw') & ('kurs':*)`;

    expect(
      tiersOf(words).map(({ score, column, query, except }) => [
        score,
        column,
        query,
        except.map((tier) => tier.score),
      ]),
    ).toEqual([
      [6, 'title_words', whole, []],
      [5, 'title_words', beginning, [6]],
      [4, 'all_words', whole, [5]],
      [3, 'all_words', beginning, [5, 4]],
      [2, 'title_words', similar, [3]],
      [1, 'all_words', similar, [3, 2]],
    ]);
  });

  it('leave out misspellings where there are none', () => {
    expect(tiersOf([{ spellings: ['kurs'], similar: [] }]).map(({ score }) => score)).toEqual([6, 5, 4, 3]);
  });

  it('keep quotes and backslashes inside their word', () => {
    expect(forgivingQuery([{ spellings: [`a'b\\c`], similar: [] }])).toBe(`('a''b\\\\c':*)`);
  });
});
