import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import type { RequestContext } from '../graphql/request-context.js';
import type { Changes } from './changes.service.js';
import { SharedLoader } from './shared-loader.js';

interface Venue {
  id: string;
  name: string;
}

let changes: Changes;
let names: Map<string, string>;
let reads: string[][];
/** What happens while the database answers. */
let meanwhile: () => void;
let venues: SharedLoader<Venue>;

const request = () => ({}) as RequestContext;

beforeEach(() => {
  changes = new EventEmitter() as Changes;
  names = new Map([
    ['a', 'House of Labor'],
    ['b', 'Hall'],
  ]);
  reads = [];
  meanwhile = () => {};
  venues = new SharedLoader(changes, async (ids) => {
    reads.push([...ids]);
    const rows = ids.flatMap((id): [string, Venue][] => {
      const name = names.get(id);
      return name ? [[id, { id, name }]] : [];
    });
    meanwhile();
    return new Map(rows);
  });
  changes.emit('heard');
});

describe('rows that requests share', () => {
  it('are read once and together, and then known to everybody without waiting', async () => {
    const one = request();
    const found = await Promise.all([venues.load('a', one), venues.load('b', one), venues.loadAll(['b', 'a'], one)]);

    expect(found.flat().map((venue) => venue?.name)).toEqual(['House of Labor', 'Hall', 'Hall', 'House of Labor']);
    expect(reads).toEqual([['a', 'b']]);
    expect(venues.load('a', request())).toEqual({ id: 'a', name: 'House of Labor' });
    expect(venues.loadAll(['b', 'a'], request())).toEqual([
      { id: 'b', name: 'Hall' },
      { id: 'a', name: 'House of Labor' },
    ]);
    expect(reads).toHaveLength(1);
  });

  it('are completed by what is missing alone', async () => {
    await venues.load('a', request());
    expect(await venues.loadAll(['b', 'a'], request())).toHaveLength(2);
    expect(reads).toEqual([['a'], ['b']]);
  });

  it('that do not exist are asked for by each, and left out of many', async () => {
    expect(await venues.load('c', request())).toBeNull();
    expect(await venues.loadAll(['c', 'a'], request())).toEqual([{ id: 'a', name: 'House of Labor' }]);
    names.set('c', 'New');
    expect(await venues.load('c', request())).toMatchObject({ name: 'New' });
  });

  it('are read again after a change, but not when seats were taken', async () => {
    await venues.load('a', request());
    names.set('a', 'Palace of Labor');
    changes.emit('changed', ['Offering']);
    expect(await venues.load('a', request())).toMatchObject({ name: 'House of Labor' });
    changes.emit('changed', null);
    expect(await venues.load('a', request())).toMatchObject({ name: 'Palace of Labor' });
  });

  it('that changed while they were read are not kept', async () => {
    meanwhile = () => {
      names.set('a', 'Palace of Labor');
      changes.emit('changed', null);
    };
    expect(await venues.load('a', request())).toMatchObject({ name: 'House of Labor' });
    expect(await venues.load('a', request())).toMatchObject({ name: 'Palace of Labor' });
  });

  it('are kept by nobody who hears of no changes', async () => {
    await venues.load('a', request());
    changes.emit('deaf');
    await venues.load('a', request());
    await venues.load('a', request());
    expect(reads).toHaveLength(3);
  });

  it('are read again after ten seconds, should a notice be lost', async () => {
    await venues.load('a', request());
    names.set('a', 'Palace of Labor');
    jest.useFakeTimers({ now: Date.now() + 10_001, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });

    expect(await venues.load('a', request())).toMatchObject({ name: 'Palace of Labor' });

    jest.useRealTimers();
  });

  it('cannot be changed by one of them', async () => {
    const venue = (await venues.load('a', request())) as Venue;
    expect(() => {
      venue.name = 'Mine';
    }).toThrow(TypeError);
  });
});
