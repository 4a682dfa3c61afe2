import { encodeCursor } from '../graphql/cursor.js';
import { Binds } from './binds.js';
import { Keyset } from './keyset.js';

const ID = '01900000-0000-7000-8000-000000000000';
const byStart = new Keyset([
  { column: 'offering.starts_at', type: 'timestamptz' },
  { column: 'offering.id', type: 'uuid' },
]);

describe('a list in a total order', () => {
  it('goes on after its cursor', () => {
    const binds = new Binds();
    binds.of('something before');

    const sql = byStart.beyond(encodeCursor(['2026-12-10 04:00:00+00', ID]), binds);

    expect(sql).toBe('(offering.starts_at, offering.id) > ($2::timestamptz, $3::uuid)');
    expect(binds.values).toEqual(['something before', '2026-12-10 04:00:00+00', ID]);
  });

  it.each([null, undefined, ''])('begins at its start after %j', (after) => {
    expect(byStart.beyond(after, new Binds())).toBe('true');
  });

  it.each(['2026-12-10 04:00:00.123456+00', '2026-12-10 09:30:00+05:30', '1999-01-01 00:00:00-12'])(
    'reads %s',
    (start) => {
      expect(() => byStart.beyond(encodeCursor([start, ID]), new Binds())).not.toThrow();
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
    expect(() => byStart.beyond(encodeCursor([start, ID]), new Binds())).toThrow(
      'This cursor is not one of this list.',
    );
  });

  it('refuses a cursor of another order', () => {
    expect(() => byStart.beyond(encodeCursor([ID]), new Binds())).toThrow();
    expect(() => byStart.beyond(encodeCursor(['2026-12-10 04:00:00+00', 'x']), new Binds())).toThrow();
  });
});
