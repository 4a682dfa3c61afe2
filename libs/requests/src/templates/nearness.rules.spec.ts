import fc from 'fast-check';
import { nearnessOf, type OfferedProgram, type WantedProgram } from './nearness.rules.js';

const WANTED: WantedProgram = {
  sectorCodes: ['CNST'],
  roleCodes: ['OSH_SPEC', 'ACCOUNTANT'],
  titleWords: ['okhrana', 'truda'],
  outcomeWords: ['rassledovat', 'neschastnyi', 'sluchai', 'na'],
};
const OFFERED: OfferedProgram = { sectorCodes: ['CNST'], roleCodes: ['OSH_SPEC', 'ACCOUNTANT'], words: [] };

describe('how near a curriculum is', () => {
  it.each<[string, Partial<OfferedProgram>, number]>([
    ['for the same sector and roles', {}, 0.6],
    ['for one of two roles', { roleCodes: ['OSH_SPEC'] }, 0.425],
    ['for all sectors and any role', { sectorCodes: [], roleCodes: [] }, 0.3],
    ['for others', { sectorCodes: ['ENRG'], roleCodes: ['YOUTH'] }, 0],
    ['in the words of the title, whatever their ending', { words: ['okhranoi', 'trude'] }, 0.65],
    ['in one word of three of the outcomes', { words: ['rassledovanie', 'na'] }, 0.7],
  ])('%s', (_, change, score) => {
    expect(nearnessOf(WANTED, { ...OFFERED, ...change }).score).toBe(score);
  });

  it('tells what is shared', () => {
    expect(nearnessOf(WANTED, { ...OFFERED, roleCodes: ['ACCOUNTANT'], words: ['sluchai'] })).toMatchObject({
      sharedSectorCodes: ['CNST'],
      sharedRoleCodes: ['ACCOUNTANT'],
      titleShare: 0,
      outcomesShare: 0.333,
    });
  });

  it('is always from 0 to 1, and never less for saying more', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, words, (wordsWanted, said, more) => {
        const wanted = { ...WANTED, titleWords: wordsWanted, outcomeWords: wordsWanted };
        const less = nearnessOf(wanted, { ...OFFERED, words: said }).score;
        const full = nearnessOf(wanted, { ...OFFERED, words: [...said, ...more] }).score;
        expect(less).toBeGreaterThanOrEqual(0);
        expect(full).toBeLessThanOrEqual(1);
        expect(full).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});
