import { Found } from './found.js';
import { HeldEntries, type HeldEntry } from './held-entries.js';

const DAY = 86_400_000_000;

const entry = (number: number, title: string, given: Partial<HeldEntry> = {}): HeldEntry => ({
  courseId: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  shownAt: 1_795_000_000_000_000 + number * DAY,
  words: title.split(' ').flatMap((word) => [word, `^${word}`]),
  values: { kinds: ['SEMINAR'], sectors: ['COAL'], languages: ['uz'], countries: [], roles: [], providers: [] },
  ...given,
});

const numbersOf = (places: readonly { courseId: string }[] | null) =>
  places?.map(({ courseId }) => Number(courseId.slice(-12))) ?? null;
const find = (held: HeldEntries, text: string, filter = {}) =>
  new Found(
    held,
    filter,
    text.split(' ').map((word) => ({ spellings: [word], similar: [] })),
  );

let held: HeldEntries;

beforeEach(() => {
  held = new HeldEntries(null);
  for (const [place, title] of ['strike law', 'wages', 'strike fund', 'strikes'].entries())
    held.add(entry(place, title));
});

describe('a course in memory', () => {
  it('is found as it is now when it was published again, in its new place', () => {
    held.replace(entry(0, 'wages law', { shownAt: entry(9, '').shownAt }), true);

    expect(numbersOf(find(held, 'strike').page(5, null))).toEqual([2, 3]);
    expect(numbersOf(find(held, 'wages').page(5, null))).toEqual([0, 1]);
    expect(find(held, 'law').counts().get('kinds')).toEqual([{ value: 'SEMINAR', count: 1 }]);
    expect(held.size).toBe(4);
  });

  it('keeps its place among the newest when it was only written anew', () => {
    held.replace(entry(0, 'strike law'), true);

    expect(numbersOf(find(held, 'strike').page(5, null))).toEqual([2, 0, 3]);
  });

  it('is gone when it was retired, and stays so however often that is heard', () => {
    for (let time = 0; time < 2; time += 1) held.replace(entry(2, 'strike fund'), false);

    expect(numbersOf(find(held, 'strike').page(5, null))).toEqual([0, 3]);
    expect(held.size).toBe(3);
  });

  it('is found by the beginning of many words, also when it comes after somebody looked for that', () => {
    for (let number = 10; number < 260; number += 1) held.add(entry(number, `wage${number}`));
    expect(find(held, 'wag').size).toBe(251);
    held.add(entry(260, 'wage260'));
    held.replace(entry(10, 'strike'), true);

    expect(find(held, 'wag').size).toBe(251);
    expect(numbersOf(find(held, 'wag').page(2, null))).toEqual([260, 259]);
  });

  it('is not taken in twice when the same is heard again', () => {
    for (let time = 0; time < 3; time += 1) held.replace(entry(4, 'strike'), true);

    expect(numbersOf(find(held, 'strike').newest(5, null))).toEqual([4, 3, 2, 0]);
    expect(held.size).toBe(5);
  });
});

describe('a memory that does not hold the oldest', () => {
  beforeEach(() => {
    held = new HeldEntries(entry(10, ''));
    for (const number of [11, 12, 13]) held.add(entry(number, 'strike'));
    held.add(entry(14, 'strikes'));
  });

  it('answers with pages that nothing older can stand on', () => {
    expect(numbersOf(find(held, 'strike').page(2, null))).toEqual([13, 12]);
    expect(numbersOf(find(held, 'strike').newest(4, null))).toEqual([14, 13, 12, 11]);
  });

  it('does not answer with others, and says that it does not hold all', () => {
    expect(find(held, 'strike').page(4, null)).toBeNull();
    expect(find(held, 'strike').newest(5, null)).toBeNull();
    expect(find(held, 'wages').page(1, null)).toBeNull();
    expect(find(held, 'strike').isWhole).toBe(false);
  });

  it('does not take in one that is older', () => {
    held.replace(entry(9, 'strike'), true);
    expect(held.size).toBe(4);
  });
});

describe('what could be chosen next', () => {
  it('is counted under the whole filter but its own part, the most frequent first', () => {
    held.add(entry(5, 'strike', { values: { ...entry(5, '').values, kinds: ['SCHOOL'], sectors: ['EDUC', 'COAL'] } }));
    const found = find(held, 'strike', { kinds: ['SCHOOL'] });

    expect(found.size).toBe(1);
    expect(found.counts().get('kinds')).toEqual([
      { value: 'SEMINAR', count: 3 },
      { value: 'SCHOOL', count: 1 },
    ]);
    expect(found.counts().get('sectors')).toEqual([
      { value: 'COAL', count: 1 },
      { value: 'EDUC', count: 1 },
    ]);
    expect(found.counts().get('countries')).toEqual([]);
  });

  it('leaves out what misses two parts of the filter, and counts for a part what misses that one alone', () => {
    const of = (kind: string, language: string) => ({ ...entry(0, '').values, kinds: [kind], languages: [language] });
    held.add(entry(5, 'strike', { values: of('SCHOOL', 'ru') }));
    held.add(entry(6, 'strike', { values: of('SCHOOL', 'kk') }));
    const counts = find(held, 'strike', { kinds: ['SEMINAR'], languages: ['uz', 'kk'] }).counts();

    expect(counts.get('kinds')).toEqual([
      { value: 'SEMINAR', count: 3 },
      { value: 'SCHOOL', count: 1 },
    ]);
    expect(counts.get('languages')).toEqual([{ value: 'uz', count: 3 }]);
    expect(counts.get('sectors')).toEqual([{ value: 'COAL', count: 3 }]);
  });

  it('is nothing where the filter asks for a value that nobody has', () => {
    const counts = find(held, 'strike', { sectorCodes: ['NONE'] }).counts();

    expect(counts.get('kinds')).toEqual([]);
    expect(counts.get('sectors')).toEqual([{ value: 'COAL', count: 3 }]);
  });
});
