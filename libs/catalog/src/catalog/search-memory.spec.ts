import { EventEmitter } from 'node:events';
import type { Changes } from '#platform';
import { SearchMemory } from './search-memory.js';

let changes: Changes;
let memory: SearchMemory;
let searches: number;

const search = async () => {
  searches += 1;
  return searches;
};
const ask = (text: string) => memory.of(['places', { text }], search);

beforeEach(() => {
  changes = new EventEmitter() as Changes;
  memory = new SearchMemory(changes);
  changes.emit('heard');
  searches = 0;
});

describe('what a search found', () => {
  it('is found again without searching, by whoever asks the same', async () => {
    expect(await Promise.all([ask('strike'), ask('strike'), ask('wages')])).toEqual([1, 1, 2]);
    expect(await ask('strike')).toBe(1);
  });

  it('is forgotten when anything changed, here or elsewhere, but not when seats were taken', async () => {
    await ask('strike');
    changes.emit('changed', ['Offering']);
    expect(await ask('strike')).toBe(1);
    changes.emit('changed', null);
    expect(await ask('strike')).toBe(2);
    memory.forget();
    expect(await ask('strike')).toBe(3);
  });

  it('is not kept while no change can be heard of', async () => {
    changes.emit('deaf');
    expect([await ask('strike'), await ask('strike')]).toEqual([1, 2]);
    changes.emit('heard');
    expect([await ask('strike'), await ask('strike')]).toEqual([3, 3]);
  });

  it('of several words is asked together for those alone that nobody asked for', async () => {
    const asked: (readonly string[])[] = [];
    const lengths = async (words: readonly string[]) => {
      asked.push(words);
      return new Map(words.map((word) => [word, word.length]));
    };

    expect(await memory.ofEach('length', ['pay', 'strike', 'pay'], lengths)).toEqual([3, 6, 3]);
    expect(await memory.ofEach('length', ['strike', 'union'], lengths)).toEqual([6, 5]);
    expect(await memory.ofEach('length', ['union', 'pay'], lengths)).toEqual([5, 3]);
    changes.emit('deaf');
    expect(await memory.ofEach('length', ['pay'], lengths)).toEqual([3]);
    expect(asked).toEqual([['pay', 'strike'], ['union'], ['pay']]);
  });

  it('that failed is searched again', async () => {
    const failing = memory.of(['places', { text: 'strike' }], () => Promise.reject(new Error('away')));
    await expect(failing).rejects.toThrow('away');
    expect(await ask('strike')).toBe(1);
  });

  it('before a change is not kept after it, though the search ends later', async () => {
    let end = (_found: string) => {};
    const slow = memory.of(['places', { text: 'strike' }], () => new Promise<string>((resolve) => (end = resolve)));
    memory.forget();
    end('old');
    expect(await slow).toBe('old');
    expect(await ask('strike')).toBe(1);
  });
});
