import { differences } from './differences.js';
import type { ModuleContent } from './module.rows.js';

const law: ModuleContent = {
  hours: { lecture: 4, practice: 2, selfStudy: 0, assessment: 1 },
  hoursSource: null,
  texts: [{ locale: 'ru', title: 'Основы трудового права', summary: null }],
  outcomes: [{ id: 'read', texts: { ru: 'Читать трудовой договор' } }],
  courseIds: ['a', 'b'],
};

describe('what an editor reads when a module has a newer version', () => {
  it.each([
    ['nothing, when nothing changed', {}, []],
    [
      'the hours of each kind that changed',
      { hours: { lecture: 4, practice: 6, selfStudy: 2, assessment: 1 } },
      [
        { part: 'PRACTICE_HOURS', locale: null, before: '2', after: '6' },
        { part: 'SELF_STUDY_HOURS', locale: null, before: '0', after: '2' },
      ],
    ],
    [
      'a text that was changed and one that was added, each with its language',
      {
        texts: [
          { locale: 'ru', title: 'Трудовое право', summary: null },
          { locale: 'uz', title: 'Mehnat huquqi', summary: null },
        ],
      },
      [
        { part: 'TITLE', locale: 'ru', before: 'Основы трудового права', after: 'Трудовое право' },
        { part: 'TITLE', locale: 'uz', before: null, after: 'Mehnat huquqi' },
      ],
    ],
    [
      'an outcome that was dropped',
      { outcomes: [] },
      [{ part: 'OUTCOME', locale: 'ru', before: 'Читать трудовой договор', after: null }],
    ],
    ['how many courses deliver it', { courseIds: ['a'] }, [{ part: 'COURSES', locale: null, before: '2', after: '1' }]],
    [
      'that the courses are others, though as many',
      { courseIds: ['a', 'c'] },
      [{ part: 'COURSES', locale: null, before: '2', after: '2' }],
    ],
  ])('%s', (_, change, expected) => {
    expect(differences(law, { ...law, ...change })).toEqual(expected);
  });
});
