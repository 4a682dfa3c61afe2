import fc from 'fast-check';
import { CourseKind } from '../course/course-kind.js';
import { slugOf } from './slug.js';

describe('the slug made from a title', () => {
  it.each([
    ['Охрана труда на стройке', 'ru', 'ohrana-truda-na-stroike'],
    ['Boshlangʻich tashkilot raislari', 'uz', 'boshlangich-tashkilot-raislari'],
    ['Еңбекті қорғау', 'kk', 'enbekti-korgau'],
    ['Convention C155: safety', 'en', 'convention-c155-safety'],
    ['آموزش ایمنی', 'fa-AF', 'master-class'],
    ['«!»', 'ru', 'master-class'],
    ['Я', 'ru', 'master-class'],
  ])('%s (%s) is %s', (title, locale, slug) => {
    expect(slugOf(title, locale, CourseKind.MASTER_CLASS)).toBe(slug);
  });

  it('is plain and short whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (title) => {
        const slug = slugOf(title, 'ru', CourseKind.SEMINAR);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeGreaterThanOrEqual(3);
        expect(slug.length).toBeLessThanOrEqual(70);
      }),
    );
  });
});
