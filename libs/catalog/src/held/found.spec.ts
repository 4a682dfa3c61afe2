import fc from 'fast-check';
import { CourseKind } from '../course/course-kind.js';
import { Found, type FoundPlace, type TypedWord } from './found.js';
import { HeldEntries, type HeldEntry } from './held-entries.js';

const WORDS = ['law', 'laws', 'lawful', 'wage', 'wages', 'strike'];
const KINDS = [CourseKind.SEMINAR, CourseKind.MASTER_CLASS];

interface Given {
  title: string[];
  text: string[];
  kind: CourseKind;
  day: number;
}

const given = fc.record({
  title: fc.subarray(WORDS, { maxLength: 2 }),
  text: fc.subarray(WORDS, { maxLength: 3 }),
  kind: fc.constantFrom(...KINDS),
  day: fc.nat(5),
});
const typed = fc.record({
  spellings: fc.subarray([...WORDS, 'wag', 'la', 'nowhere'], { minLength: 1, maxLength: 2 }),
  similar: fc.subarray(WORDS, { maxLength: 2 }),
});

const entryOf = ({ title, text, kind, day }: Given, number: number): HeldEntry => ({
  courseId: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  shownAt: day * 1_000_000,
  words: [...new Set([...text, ...title]), ...title.map((word) => `^${word}`)],
  values: { kinds: [kind], sectors: [], languages: [], countries: [], roles: [], providers: [] },
});

/** As people were promised: titles before texts, whole words before beginnings before misspellings. */
function scoreOf({ title, text }: Given, words: readonly TypedWord[]): number {
  const all = [...title, ...text];
  const isWhole = (known: readonly string[]) =>
    words.every(({ spellings }) => spellings.some((word) => known.includes(word)));
  const isBegun = (known: readonly string[], isForgiven: boolean) =>
    words.every(
      ({ spellings, similar }) =>
        spellings.some((word) => known.some((one) => one.startsWith(word))) ||
        (isForgiven && similar.some((word) => known.includes(word))),
    );
  const ways = [
    isWhole(title),
    isBegun(title, false),
    isWhole(all),
    isBegun(all, false),
    isBegun(title, true),
    isBegun(all, true),
  ];
  return ways.includes(true) ? 6 - ways.indexOf(true) : 0;
}

describe('courses that a text finds', () => {
  it('come the best first and then the newest, page by page, each once', () => {
    fc.assert(
      fc.property(
        fc.array(given, { maxLength: 40 }),
        fc.array(typed, { minLength: 1, maxLength: 3 }),
        fc.subarray(KINDS, { maxLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        (courses, words, kinds, size) => {
          const held = new HeldEntries(null);
          for (const [number, course] of courses.entries()) held.add(entryOf(course, number));
          const asTyped = new Found(
            held,
            { kinds },
            words.map((word) => ({ ...word, similar: [] })),
          );
          const isForgiving = words.some(({ similar }) => similar.length > 0);
          const found = isForgiving ? new Found(held, { kinds }, words, asTyped) : asTyped;

          const wanted = courses
            .map((course, number) => ({ ...entryOf(course, number), score: scoreOf(course, words), kind: course.kind }))
            .filter(({ score, kind }) => score > 0 && (kinds.length === 0 || kinds.includes(kind)))
            .sort(
              (one, other) =>
                other.score - one.score || other.shownAt - one.shownAt || (one.courseId < other.courseId ? 1 : -1),
            )
            .map(({ courseId, score }) => `${score} ${courseId}`);
          const seen: string[] = [];
          for (let after: FoundPlace | null = null; ; ) {
            const page: FoundPlace[] = found.page(size, after) ?? [];
            seen.push(...page.map(({ score, courseId }) => `${score} ${courseId}`));
            after = page.at(-1) ?? null;
            if (page.length < size) break;
          }

          expect(seen).toEqual(wanted);
          expect(found.size).toBe(wanted.length);
        },
      ),
    );
  });
});
