import fc from 'fast-check';
import { PackedTexts } from './packed-texts.js';

describe('packed texts', () => {
  it('are the same when they are taken out, whatever their script and length', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 400 }), (texts) => {
        const packed = packedOf(texts);
        expect(texts.map((_, number) => packed.at(number))).toEqual(texts);
      }),
      { numRuns: 30 },
    );
  });

  it('are kept when there are more of them than room was made for', () => {
    const texts = Array.from({ length: 5_000 }, (_, number) => `Әлия Сәрсенбайқызы ${number}`);

    const packed = packedOf(texts);

    expect(texts.map((_, number) => packed.at(number))).toEqual(texts);
  });

  it.each([-1, 1, 0.5, Number.NaN])('have nothing at %p, where none was added', (number) => {
    expect(packedOf(['алма']).at(number)).toBeUndefined();
  });
});

function packedOf(texts: readonly string[]): PackedTexts {
  const packed = new PackedTexts();
  for (const text of texts) packed.add(text);
  return packed;
}
