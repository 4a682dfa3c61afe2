import { PublicAnswers } from './answers.js';

const answer = (types: string[] = ['Course'], size = 100) => ({
  body: Buffer.alloc(size),
  headers: {},
  etag: '"x"',
  types: new Set(types),
});

function opened(bytes = 1_000_000, age = 60_000): PublicAnswers {
  const answers = new PublicAnswers(bytes, age);
  answers.open();
  return answers;
}

describe('answers for everybody', () => {
  it('are kept until one of their types changes', () => {
    const answers = opened();
    answers.keep('courses', answer(['Course']), answers.begin());
    answers.keep('offerings', answer(['Offering', 'Course']), answers.begin());

    answers.forget(['Offering']);

    expect(answers.get('courses')).not.toBeNull();
    expect(answers.get('offerings')).toBeNull();
  });

  it('are not kept when one of their types changed while they were made', () => {
    const answers = opened();
    const begun = answers.begin();
    answers.forget(['Offering']);

    answers.keep('offerings', answer(['Offering']), begun);
    answers.keep('courses', answer(['Course']), begun);
    expect([answers.get('offerings'), answers.get('courses')?.etag]).toEqual([null, '"x"']);

    answers.forget(null);
    answers.keep('courses', answer(['Course']), begun);
    expect(answers.get('courses')).toBeNull();
  });

  it('are not kept while no changes are heard', () => {
    const answers = opened();
    answers.keep('a', answer(), answers.begin());

    answers.close();

    expect(answers.get('a')).toBeNull();
    answers.keep('a', answer(), answers.begin());
    expect(answers.get('a')).toBeNull();
  });

  it('leave when they are too old, although nothing was heard', () => {
    const answers = opened(1_000_000, -1);

    answers.keep('a', answer(), answers.begin());

    expect(answers.get('a')).toBeNull();
  });

  it('take no more memory than they may: the least recently asked for leave, and the huge are not kept', () => {
    const answers = opened(100_000);
    for (let number = 0; number < 9; number += 1) answers.keep(`${number}`, answer(['Course'], 8_900), answers.begin());
    answers.get('0');

    for (let number = 9; number < 12; number += 1)
      answers.keep(`${number}`, answer(['Course'], 8_900), answers.begin());
    answers.keep('huge', answer(['Course'], 20_000), answers.begin());

    const kept = [...Array(12).keys()].filter((number) => answers.get(`${number}`));
    expect(kept).toEqual([0, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(answers.get('huge')).toBeNull();
  });
});
