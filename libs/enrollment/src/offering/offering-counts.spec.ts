import { EventEmitter } from 'node:events';
import type { Changes } from '#platform';
import { OfferingCounts } from './offering-counts.js';

let changes: Changes;
let counts: OfferingCounts;
let counted: number;

const count = async () => {
  counted += 1;
  return counted;
};
const ask = (language: string) => counts.of({ languages: [language] }, count);

beforeEach(() => {
  changes = new EventEmitter() as Changes;
  counts = new OfferingCounts(changes);
  changes.emit('heard');
  counted = 0;
});

describe('how many offerings there are', () => {
  it('is known without counting again, to whoever asks the same', async () => {
    expect(await Promise.all([ask('uz'), ask('uz'), ask('ru')])).toEqual([1, 1, 2]);
    expect(await ask('uz')).toBe(1);
  });

  it('is forgotten when anything changed, but not when seats were taken', async () => {
    await ask('uz');
    changes.emit('changed', ['Offering']);
    expect(await ask('uz')).toBe(1);
    changes.emit('changed', null);
    expect(await ask('uz')).toBe(2);
  });

  it('is forgotten when seats were taken, here or elsewhere, by whoever asks for seats', async () => {
    const askForSeats = () => counts.of({ hasSeats: true }, count);
    expect([await askForSeats(), await askForSeats()]).toEqual([1, 1]);
    changes.emit('changed', ['Offering']);
    expect(await askForSeats()).toBe(2);
    changes.emit('committed');
    expect(await askForSeats()).toBe(3);
    changes.emit('changed', null);
    expect(await askForSeats()).toBe(4);
  });

  it('is not kept while no change can be heard of', async () => {
    changes.emit('deaf');
    expect([await ask('uz'), await ask('uz')]).toEqual([1, 2]);
    changes.emit('heard');
    expect([await ask('uz'), await ask('uz')]).toEqual([3, 3]);
  });

  it('is counted again when counting failed', async () => {
    const failing = counts.of({ languages: ['uz'] }, () => Promise.reject(new Error('away')));
    await expect(failing).rejects.toThrow('away');
    expect(await ask('uz')).toBe(1);
  });

  it('before a change is not kept after it, though it is counted later', async () => {
    let end = (_count: number) => {};
    const slow = counts.of({ languages: ['uz'] }, () => new Promise<number>((resolve) => (end = resolve)));
    changes.emit('changed', null);
    end(9);
    expect(await slow).toBe(9);
    expect(await ask('uz')).toBe(1);
  });
});
