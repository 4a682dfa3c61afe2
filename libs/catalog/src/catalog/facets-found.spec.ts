import { countValues } from './facets-found.js';

const COURSES = ['SEMINAR;COAL,EDUC;uz,ru;UZ', 'SCHOOL;EDUC;uz;', 'SEMINAR;;ru;KZ'];

describe('what facets count of courses', () => {
  it('is each value once for each course, the most frequent first, those alike in order', () => {
    expect([...countValues(COURSES, ['sectors', 'kinds', 'languages'])]).toEqual([
      [
        'sectors',
        [
          { value: 'EDUC', count: 2 },
          { value: 'COAL', count: 1 },
        ],
      ],
      [
        'kinds',
        [
          { value: 'SEMINAR', count: 2 },
          { value: 'SCHOOL', count: 1 },
        ],
      ],
      [
        'languages',
        [
          { value: 'ru', count: 2 },
          { value: 'uz', count: 2 },
        ],
      ],
    ]);
  });

  it('is nothing where there is no value', () => {
    expect([...countValues(['SEMINAR;;;'], ['sectors', 'languages', 'countries']).values()]).toEqual([[], [], []]);
    expect(countValues([], ['kinds']).get('kinds')).toEqual([]);
  });
});
