import { countValues } from './facets-found.js';

const COURSES = ['SEMINAR;COAL,EDUC;uz,ru;UZ', 'SCHOOL;EDUC;uz;', 'SEMINAR;;ru;KZ'];

describe('what facets count of courses', () => {
  it('is each value once for each course, the most frequent first, those alike in order', () => {
    expect(countValues(COURSES, ['sectors', 'kinds', 'languages'])).toEqual([
      { facet: 'sectors', value: 'EDUC', count: 2 },
      { facet: 'sectors', value: 'COAL', count: 1 },
      { facet: 'kinds', value: 'SEMINAR', count: 2 },
      { facet: 'kinds', value: 'SCHOOL', count: 1 },
      { facet: 'languages', value: 'ru', count: 2 },
      { facet: 'languages', value: 'uz', count: 2 },
    ]);
  });

  it('is nothing where there is no value', () => {
    expect(countValues(['SEMINAR;;;'], ['sectors', 'languages', 'countries'])).toEqual([]);
    expect(countValues([], ['kinds'])).toEqual([]);
  });
});
