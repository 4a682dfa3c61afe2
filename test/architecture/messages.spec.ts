import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { messageKeys, SPOKEN, sentence } from '#platform';

const sources = globSync('libs/*/src/**/*.ts').filter((file) => !file.endsWith('.spec.ts'));

/** Keys of the sentences that a source’s reasons ask for. */
function keysUsedIn(source: string): string[] {
  return [...source.matchAll(/\bsuper\(\s*'([a-z]+\.[a-z0-9.-]+)'/g)].map(([, key = '']) => key);
}

const used = sources.flatMap((file) => keysUsedIn(readFileSync(file, 'utf8')));

beforeAll(async () => {
  for (const file of sources.filter((path) => path.endsWith('.messages.ts'))) await import(resolve(file));
});

describe('every reason', () => {
  it('has its sentence', () => {
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((key) => !messageKeys().includes(key))).toEqual([]);
  });

  it('is found in the source by its key', () => {
    expect(keysUsedIn(`constructor() { super('enrollment.offering-full', ['offeringId']); }`)).toEqual([
      'enrollment.offering-full',
    ]);
    expect(keysUsedIn(`constructor() {\n    super(\n      'catalog.nobody-wrote-this',\n    );`)).toEqual([
      'catalog.nobody-wrote-this',
    ]);
  });
});

/** Keys that sources name in any way, those with places to fill (`notice.${kind}.subject`) as patterns. */
function namedIn(source: string): RegExp[] {
  const names = [...source.matchAll(/['`]([a-z]+(?:\.(?:[A-Za-z_-]+|\$\{[^}]+\}))+)['`]/g)];
  return names.map(([, name = '']) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '.+')}$`));
}

describe('every sentence', () => {
  it('is said somewhere', () => {
    const speaking = sources.filter((file) => !file.endsWith('.messages.ts'));
    const named = speaking.flatMap((file) => namedIn(readFileSync(file, 'utf8')));

    expect(messageKeys().filter((key) => !named.some((name) => name.test(key)))).toEqual([]);
  });

  it('is not taken as said when only another is', () => {
    const [pattern] = namedIn(['sentence(locales, `notice.$', '{kind}.subject`)'].join(''));
    expect(['notice.REMINDER.subject', 'notice.unsubscribe'].map((key) => pattern?.test(key))).toEqual([true, false]);
  });

  it.each(SPOKEN)('can be said in %s', (language) => {
    // Values of the right kind for any place: a number, which is also a text.
    const anything = new Proxy({}, { get: () => 7, has: () => true, getOwnPropertyDescriptor: () => undefined });
    const said = messageKeys().map((key) => sentence([language], key, anything));

    expect(said.filter((text) => text.trim() === '')).toEqual([]);
  });
});
