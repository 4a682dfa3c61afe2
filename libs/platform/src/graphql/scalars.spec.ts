import fc from 'fast-check';
import { DateTime } from './scalars.js';

const instants = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });

describe('an instant', () => {
  it('is told in UTC, whether it comes as a date, or as PostgreSQL writes it into JSON', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('+00:00', 'Z'), (instant, offset) => {
        const [whole = '', part = ''] = instant.toISOString().slice(0, -1).split('.');
        const shortest = part.replace(/0+$/, '');
        const text = `${whole}${shortest ? `.${shortest}` : ''}${offset}`;

        expect(DateTime.serialize(instant)).toBe(instant.toISOString());
        expect(DateTime.serialize(text)).toBe(instant.toISOString());
        expect(DateTime.serialize(`${whole}+00:00`)).toBe(`${whole}.000Z`);
      }),
    );
  });

  it('of another offset is the same moment in UTC', () => {
    expect(DateTime.serialize('2026-11-22T14:00:00+05:00')).toBe('2026-11-22T09:00:00.000Z');
  });

  it('that is none is refused', () => {
    for (const text of ['', 'soon', '2026-13-45T09:00:00+05:00']) expect(() => DateTime.serialize(text)).toThrow();
  });
});
