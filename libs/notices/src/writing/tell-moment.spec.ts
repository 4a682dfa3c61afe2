import { tellMoment } from './tell-moment.js';

const AUTUMN = '2026-09-22T05:30:00Z';

describe('a moment', () => {
  it.each(['en', 'ru', 'uz', 'kk', 'ky', 'tg', 'tk', 'az'])(
    'is told to a reader of %s as documents write it',
    (locale) => {
      expect(tellMoment({ at: AUTUMN, timeZone: 'Asia/Tashkent' }, locale)).toBe('22.09.2026, 10:30 (UTC+5)');
    },
  );

  it('is told by the clocks of the offering', () => {
    expect(tellMoment({ at: AUTUMN, timeZone: 'Asia/Bishkek' }, 'ru')).toBe('22.09.2026, 11:30 (UTC+6)');
    expect(tellMoment({ at: AUTUMN, timeZone: 'Asia/Kabul' }, 'ru')).toBe('22.09.2026, 10:00 (UTC+4:30)');
    expect(tellMoment({ at: '2026-09-22T21:00:00Z', timeZone: 'Asia/Almaty' }, 'kk')).toBe('23.09.2026, 02:00 (UTC+5)');
  });

  it.each(['fa-AF', 'ps'])('is told to a reader of %s by the Persian calendar', (locale) => {
    expect(tellMoment({ at: AUTUMN, timeZone: 'Asia/Kabul' }, locale)).toContain('۱۴۰۵/۶/۳۱');
  });
});
