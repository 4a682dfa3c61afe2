import type { CourseContent } from '../content/content.js';
import { CourseKind } from '../course/course-kind.js';
import { obstaclesToPublish } from './publish.rules.js';

const text = (locale: string) => ({ locale, title: `Title ${locale}`, summary: null, description: null });
const outcome = (...locales: string[]) => ({ translations: locales.map((locale) => ({ locale, text: 'Can do it' })) });

const COMPLETE: CourseContent = {
  kind: CourseKind.SEMINAR,
  workload: { academicHours: 36, minutesPerAcademicHour: 45, source: null },
  translations: [text('uz'), text('ru')],
  outcomes: [outcome('uz', 'ru')],
  sectorCodes: [],
  roleCodes: [],
  countryCodes: [],
  languages: ['ru', 'uz'],
  prerequisiteIds: [],
};

describe('what stands in the way of publishing', () => {
  const cases: [string, Partial<CourseContent>, object[]][] = [
    ['nothing, for a complete course', {}, []],
    ['nothing, when it is described in more languages than it is taught in', { languages: ['uz'] }, []],
    [
      'a language of instruction without a translation',
      { translations: [text('uz')] },
      [reason('TranslationMissing', { locale: 'ru' })],
    ],
    [
      'the other script of a language is another translation',
      { languages: ['uz-Cyrl'], outcomes: [outcome('uz-Cyrl')] },
      [reason('TranslationMissing', { locale: 'uz-Cyrl' })],
    ],
    ['no language of instruction', { languages: [] }, [reason('LanguageMissing')]],
    ['no workload', { workload: null }, [reason('WorkloadMissing')]],
    ['no learning outcome', { outcomes: [] }, [reason('OutcomeMissing')]],
    [
      'a learning outcome without a language of instruction',
      { outcomes: [outcome('uz', 'ru'), outcome('uz', 'en')] },
      [reason('OutcomeTranslationMissing', { position: 2, locale: 'ru', path: ['outcomes', '1'] })],
    ],
    [
      'a prerequisite out of the catalog',
      { prerequisiteIds: ['taught', 'gone'] },
      [reason('PrerequisiteNotPublished', { prerequisiteId: 'gone' })],
    ],
    [
      'all of it at once, in the order of the form',
      { workload: null, outcomes: [], translations: [text('en')], prerequisiteIds: ['gone'] },
      [
        reason('TranslationMissing', { locale: 'ru' }),
        reason('TranslationMissing', { locale: 'uz' }),
        reason('WorkloadMissing'),
        reason('OutcomeMissing'),
        reason('PrerequisiteNotPublished', { prerequisiteId: 'gone' }),
      ],
    ],
  ];

  it.each(cases)('%s', (_, change, expected) => {
    const obstacles = obstaclesToPublish({ ...COMPLETE, ...change }, ['taught']);

    expect(obstacles.map((obstacle) => ({ name: obstacle.constructor.name, ...obstacle }))).toEqual(
      expected.map((wanted) => expect.objectContaining(wanted)),
    );
  });
});

function reason(name: string, values: object = {}): object {
  return { name, ...values };
}
