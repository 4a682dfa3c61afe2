import { RatificationStatus } from './law.enums.js';
import { ConventionStanding, standingOn } from './standing.rules.js';

const { RATIFIED, NOT_RATIFIED, NONE_FOUND, UNDER_WAY } = RatificationStatus;
const C187 = { inForceFrom: '2009-02-20' };
const ratified = (date: string | null) => ({ status: RATIFIED, date });

describe('a country and a convention', () => {
  it.each([
    ['ratified, and twelve months have passed', ratified('2015-02-03'), '2016-02-03', ConventionStanding.IN_FORCE],
    ['ratified, a day before they have passed', ratified('2015-02-03'), '2016-02-02', ConventionStanding.RATIFIED],
    ['the day before it ratified', ratified('2015-02-03'), '2015-02-02', ConventionStanding.NOT_RATIFIED],
    ['ratified in a month: the last day counts', ratified('2015-02'), '2016-02-27', ConventionStanding.RATIFIED],
    ['ratified in a month that is over for a year', ratified('2015-02'), '2016-02-28', ConventionStanding.IN_FORCE],
    ['ratified in a year: the last day counts', ratified('2015'), '2016-12-30', ConventionStanding.RATIFIED],
    ['ratified in a year that is over for a year', ratified('2015'), '2016-12-31', ConventionStanding.IN_FORCE],
    ['the year before it ratified', ratified('2015'), '2014-12-31', ConventionStanding.NOT_RATIFIED],
    ['ratified, nobody knows when', ratified(null), '2026-11-27', ConventionStanding.RATIFIED],
    [
      'ratified before the convention came into force',
      ratified('2007-01-01'),
      '2009-02-19',
      ConventionStanding.RATIFIED,
    ],
    ['decided at home only', { status: UNDER_WAY, date: '2024-10' }, '2026-11-27', ConventionStanding.UNDER_WAY],
    ['not ratified', { status: NOT_RATIFIED, date: null }, '2026-11-27', ConventionStanding.NOT_RATIFIED],
    ['nothing was found', { status: NONE_FOUND, date: null }, '2026-11-27', ConventionStanding.NOT_KNOWN],
    ['the register says nothing of it', null, '2026-11-27', ConventionStanding.NOT_KNOWN],
  ])('%s', (_, ratification, day, standing) => {
    expect(standingOn(day, C187, ratification)).toBe(standing);
  });
});
