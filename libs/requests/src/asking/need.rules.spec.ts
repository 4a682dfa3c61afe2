import { contradictionsIn, missingIn, needOf, repeatedPlaces, wordsOf } from './need.rules.js';

const whole = {
  outcomes: ['Investigate an accident'],
  languages: ['ru'],
  periodFrom: '2027-02-01',
  periodTo: '2027-03-01',
};
const at = (countryCode: string, subdivisionCode: string | null = null) => ({
  countryCode,
  subdivisionCode,
  people: 5,
});

describe('a need', () => {
  it('is whole with outcomes, languages, period and people', () => {
    expect(missingIn(whole, 1)).toEqual([]);
  });

  it('tells all that is missing at once', () => {
    const empty = { outcomes: [], languages: [], periodFrom: null, periodTo: null };

    expect(missingIn(empty, 0)).toMatchObject([
      { part: 'OUTCOMES', path: ['need', 'outcomes'] },
      { part: 'LANGUAGES', path: ['need', 'languages'] },
      { part: 'PERIOD', path: ['need', 'periodFrom'] },
      { part: 'PEOPLE', path: ['need', 'people'] },
    ]);
  });

  it.each([
    ['2027-03-01', '2027-02-01', 1],
    ['2027-02-01', '2027-02-01', 0],
    [null, '2027-02-01', 0],
  ])('from %s to %s has so many contradictions', (periodFrom, periodTo, count) => {
    const need = needOf({ locale: 'ru', title: 'Охрана труда', periodFrom, periodTo });

    expect(contradictionsIn(need).length).toBe(count);
  });

  it('takes each code once and drops the blanks round a text', () => {
    const need = needOf({
      locale: 'ru',
      title: ' Охрана труда ',
      roleCodes: ['OSH_SPEC', 'OSH_SPEC'],
      sectorCodes: null,
    });

    expect(need).toMatchObject({ title: 'Охрана труда', roleCodes: ['OSH_SPEC'], sectorCodes: [], why: null });
  });

  it('names a place that comes twice, once', () => {
    const people = [at('KZ'), at('KZ', 'KZ-75'), at('UZ'), at('KZ', 'KZ-75'), at('KZ', 'KZ-75')];

    expect(repeatedPlaces(people, ['people'])).toMatchObject([{ code: 'KZ-75', path: ['people'] }]);
  });

  it('is found by its number and in either script', () => {
    const words = wordsOf({ locale: 'ru', title: 'Охрана труда', outcomes: [] }, 'PR-2026-000123');

    expect(words).toContain('ohrana');
    expect(words).toContain('000123');
  });
});
