import { endedBy, inTheWayOf, overlaps } from './edition.rules.js';

const period = (from: string | null, until: string | null) => ({ from, until });

describe('two editions of an act', () => {
  it.each([
    ['one ends on the day the other begins', ['2020-01-01', '2024-01-01'], ['2024-01-01', null], false],
    ['one still runs on that day', ['2020-01-01', '2024-01-02'], ['2024-01-01', null], true],
    ['neither has a known start', [null, '2020-01-01'], [null, '2019-01-01'], true],
    ['neither has a known end', ['2016-01-01', null], ['2030-01-01', null], true],
    ['one lies wholly before the other', ['2016-01-01', '2017-01-01'], ['2018-01-01', '2019-01-01'], false],
  ] as const)('when %s', (_, [from, until], [otherFrom, otherUntil], expected) => {
    expect(overlaps(period(from, until), period(otherFrom, otherUntil))).toBe(expected);
    expect(overlaps(period(otherFrom, otherUntil), period(from, until))).toBe(expected);
  });
});

describe('a new edition', () => {
  const first = period('2016-01-01', '2020-01-01');
  const open = period('2020-01-01', null);

  it('ends the one that runs on', () => {
    const fresh = period('2027-01-01', null);
    expect(endedBy([first, open], fresh)).toBe(open);
    expect(inTheWayOf([first, open], fresh)).toBeNull();
  });

  it('ends one whose first day nobody knows', () => {
    const unknown = period(null, null);
    expect(endedBy([unknown], period('2027-01-01', null))).toBe(unknown);
  });

  it('finds in its way an edition that begins on the same day', () => {
    expect(inTheWayOf([first, open], period('2020-01-01', null))).toBe(open);
  });

  it('finds in its way an edition that has ended since', () => {
    expect(inTheWayOf([first, open], period('2018-01-01', '2019-01-01'))).toBe(first);
  });

  it('fits between two that leave a gap', () => {
    const later = period('2025-01-01', null);
    expect(inTheWayOf([first, later], period('2020-01-01', '2025-01-01'))).toBeNull();
    expect(endedBy([first, later], period('2020-01-01', '2025-01-01'))).toBeNull();
  });
});
