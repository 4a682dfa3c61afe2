import './wording.messages.js';
import { SPOKEN } from '#platform';
import { NoticeKind } from '../notice/notice-kind.js';
import type { NoticeValue } from '../notice/values.js';
import { htmlOf } from './html.js';
import { wordingOf } from './wording.js';

const ABOUT: Record<string, NoticeValue> = {
  course: { texts: { en: 'Collective bargaining', ru: 'Коллективные переговоры', 'fa-AF': 'مذاکره جمعی' } },
  provider: { texts: { en: 'Academy' } },
  startsAt: { at: '2026-09-22T05:00:00Z', timeZone: 'Asia/Tashkent' },
};
const EVERYTHING = {
  ...ABOUT,
  sessions: 2,
  place: 'Room 4',
  ahead: 3,
  until: { at: '2026-09-24T05:00:00Z', timeZone: 'Asia/Tashkent' },
  reason: 'OFFERING_CANCELLED',
  note: 'Too few people.',
  people: 2,
  person: 'Letter Test',
  outcome: 'COMPLETED',
  office: { texts: { en: 'Chair', ru: 'Председатель' } },
  dueOn: '2026-12-31',
  number: 'PR-2026-000123',
  title: 'Collective bargaining',
  turn: 'TAKE',
  news: 'MERGE',
  into: 'PR-2026-000100',
  late: 12,
  lateNames: 'Collective bargaining',
  lateMore: 11,
  soon: 1,
  soonNames: 'Letter Test',
  soonMore: 0,
};

const waitlisted = (ahead: number | null, locale: string) =>
  wordingOf(NoticeKind.WAITLISTED, { ...ABOUT, ahead }, [locale]).text;
const confirmed = (values: Record<string, NoticeValue>, locales: string[]) =>
  wordingOf(NoticeKind.SEAT_CONFIRMED, { ...ABOUT, sessions: 1, place: null, ...values }, locales);

/** What a subject cannot do without. */
function mattersIn(kind: NoticeKind, locale: string): string {
  if (kind === NoticeKind.TRAINING_DIGEST) return '12';
  const isOfCourse = !kind.startsWith('PROGRAM_REQUEST');
  return locale === 'ru' && isOfCourse ? 'Коллективные переговоры' : 'Collective bargaining';
}

describe('the words of a notice', () => {
  it.each(Object.values(NoticeKind).flatMap((kind) => SPOKEN.map((locale) => [kind, locale] as const)))(
    'tell of %s in %s without a gap',
    (kind, locale) => {
      const { subject, text, locale: written } = wordingOf(kind, EVERYTHING, [locale]);

      expect(written).toBe(locale);
      expect(`${subject}\n${text}`).not.toMatch(/[{}#]|undefined|null|yes|Given/);
      expect(subject).toContain(mattersIn(kind, locale));
      expect(text.split('\n').slice(-2)).toEqual(['Academy', 'Odaq']);
    },
  );

  it.each([
    ['en', 0, 'You are the next.'],
    ['en', 1, '1 person is before you.'],
    ['en', 5, '5 people are before you.'],
    ['ru', 1, 'Перед вами 1 человек.'],
    ['ru', 3, 'Перед вами 3 человека.'],
    ['ru', 11, 'Перед вами 11 человек.'],
    ['ru', 21, 'Перед вами 21 человек.'],
    ['ru', 22, 'Перед вами 22 человека.'],
    ['uz', 4, 'Sizdan oldin 4 kishi bor.'],
    ['kk', 4, 'Алдыңызда 4 адам бар.'],
  ])('count as %s does: %i', (locale, ahead, words) => {
    expect(waitlisted(ahead, locale)).toContain(words);
  });

  it('do without what is not known', () => {
    expect(waitlisted(null, 'en')).toMatch(/^You are waiting for a seat: Collective bargaining\.\n/);
    expect(confirmed({}, ['en']).text).not.toContain('Place');
    expect(confirmed({ place: 'Room 4' }, ['en']).text).toContain('1 session.\nPlace: Room 4\n');
  });

  it('are English, with the course in their own language, for who reads none that we speak', () => {
    const { locale, subject } = confirmed({}, ['fa-AF']);

    expect(locale).toBe('en');
    // Isolated, so that the line is not turned round.
    expect(subject).toBe('You have a seat: \u2068مذاکره جمعی\u2069');
  });

  it('take the second wish when the first is not spoken', () => {
    expect(confirmed({}, ['tg', 'ru']).locale).toBe('ru');
  });

  it('keep a text that somebody typed from becoming anything else', () => {
    const course = { texts: { en: 'Safety\r\nBcc: all@example.org\u202E {sessions} <b>&' } };
    const { subject, text } = confirmed({ course }, ['en']);

    expect(subject).toBe('You have a seat: Safety Bcc: all@example.org {sessions} <b>&');
    expect(htmlOf(text, 'en')).toContain('Bcc: all@example.org {sessions} &lt;b&gt;&amp;.</p>');
    expect(htmlOf(text, 'en')).not.toContain('<b>');
  });

  it('make no link of an address somebody typed into a text', () => {
    const html = htmlOf('Look at https://evil.example\n\nhttps://odaq.example.org/a"b', 'en');

    expect(html).toContain('<p>Look at https://evil.example</p>');
    expect(html).toContain('<a href="https://odaq.example.org/a&quot;b">');
  });
});
