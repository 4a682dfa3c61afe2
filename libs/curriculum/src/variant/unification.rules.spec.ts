import { array, assert, integer, property, record } from 'fast-check';
import { unify } from './unification.rules.js';

const taught = (moduleId: string, lecture: number, practice = 0) => ({
  moduleId,
  hours: { lecture, practice, selfStudy: 0, assessment: 0 },
});

describe('what countries have in common', () => {
  it('is everything when all teach the same', () => {
    const modules = [taught('law', 8), taught('safety', 32)];
    expect(
      unify([
        { countryCode: 'KZ', modules },
        { countryCode: 'UZ', modules },
      ]),
    ).toMatchObject({ commonHours: 40, widestHours: 40, share: 1 });
  });

  it('is the fewest hours of each kind, of modules that all teach', () => {
    const unification = unify([
      { countryCode: 'KZ', modules: [taught('law', 8, 2), taught('safety', 10)] },
      { countryCode: 'UZ', modules: [taught('law', 6, 4), taught('kz-only', 5)] },
    ]);
    expect(unification).toEqual({
      commonHours: 8,
      widestHours: 27,
      share: 8 / 27,
      countries: [
        { countryCode: 'KZ', hours: 20, commonHours: 8 },
        { countryCode: 'UZ', hours: 15, commonHours: 8 },
      ],
    });
  });

  it('is not told where there is no country', () => {
    expect(unify([])).toBeNull();
  });

  it('is never more than any of them teaches, and another country never adds to it', () => {
    const program = array(record({ module: integer({ min: 1, max: 6 }), hours: integer({ min: 1, max: 80 }) }), {
      maxLength: 6,
    }).map((list) => ({
      countryCode: 'XX',
      modules: [...new Map(list.map(({ module, hours }) => [module, taught(String(module), hours)])).values()],
    }));
    assert(
      property(array(program, { minLength: 1, maxLength: 5 }), program, (programs, another) => {
        const before = unify(programs);
        const after = unify([...programs, another]);
        if (!before || !after) throw new Error('there were countries');
        expect(before.countries.every(({ hours }) => before.commonHours <= hours)).toBe(true);
        expect(after.commonHours).toBeLessThanOrEqual(before.commonHours);
      }),
    );
  });
});
