import { encodeCursor } from '#platform';
import { Keyset } from './keyset.js';
import { Parameters } from './rows.js';

const ID = '01900000-0000-7000-8000-000000000000';
const byStart = new Keyset([
  { column: 'starts_at', type: 'timestamptz' },
  { column: 'id', type: 'uuid' },
]);

describe('a list in a total order', () => {
  it('goes on after its cursor', () => {
    const parameters = new Parameters();
    parameters.bind('something before');

    const sql = byStart.beyond('offering', encodeCursor(['2026-12-10 04:00:00+00', ID]), parameters);

    expect(sql).toBe('(offering.starts_at, offering.id) > ($2::timestamptz, $3::uuid)');
    expect(parameters.values).toEqual(['something before', '2026-12-10 04:00:00+00', ID]);
  });

  it.each([null, undefined, ''])('begins at its start after %j', (after) => {
    expect(byStart.beyond('offering', after, new Parameters())).toBe('true');
  });

  it.each(['2026-12-10 04:00:00.123456+00', '2026-12-10 09:30:00+05:30', '1999-01-01 00:00:00-12'])(
    'reads %s',
    (start) => {
      expect(() => byStart.beyond('offering', encodeCursor([start, ID]), new Parameters())).not.toThrow();
    },
  );

  it.each([
    '2026-02-30 00:00:00+00',
    '2026-99-01 00:00:00+00',
    '2026-12-10 24:30:00+00',
    '0000-01-01 00:00:00+00',
    '2026-12-10 00:00:00+16',
    '2026-12-10T00:00:00Z',
    'infinity',
    '',
  ])('refuses the cursor of nobody’s list at %j', (start) => {
    expect(() => byStart.beyond('offering', encodeCursor([start, ID]), new Parameters())).toThrow(
      'This cursor is not one of this list.',
    );
  });

  it('refuses a cursor of another order', () => {
    expect(() => byStart.beyond('offering', encodeCursor([ID]), new Parameters())).toThrow();
    expect(() => byStart.beyond('offering', encodeCursor(['2026-12-10 04:00:00+00', 'x']), new Parameters())).toThrow();
  });
});
