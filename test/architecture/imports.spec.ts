import { resolve } from 'node:path';
import { judge } from './made-up-project.js';

const IMPORTS = Object.fromEntries(
  ['platform', 'identity', 'catalog', 'enrollment', 'requests', 'outreach'].map((lib) => [
    `#${lib}`,
    `./libs/${lib}/src/index.ts`,
  ]),
);
const PROJECT = {
  'package.json': JSON.stringify({ type: 'module', imports: IMPORTS, dependencies: { typeorm: '1' } }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', moduleResolution: 'nodenext' } }),
  ...Object.fromEntries(Object.values(IMPORTS).map((index) => [index.slice(2), 'export const name = 1;'])),
};

/** Names of the rules that these files break. */
async function brokenBy(files: Record<string, string>): Promise<string[]> {
  const folders = new Set(['libs', ...Object.keys(files).map((path) => path.split('/')[0] ?? '')]);
  const config = resolve('.dependency-cruiser.cjs');
  const found = await judge({ ...PROJECT, ...files }, 'depcruise', [
    ...folders,
    '--config',
    config,
    '--output-type',
    'json',
  ]);
  const { violations } = (found as { summary: { violations: { rule: { name: string } }[] } }).summary;
  return [...new Set(violations.map(({ rule }) => rule.name))].sort();
}

describe('imports between libraries', () => {
  it('may go down, over any number of steps', async () => {
    const files = {
      'libs/enrollment/src/a.ts': `import { name } from '#platform'; import { name as other } from '#catalog'; export { name, other };`,
      'libs/requests/src/b.ts': `import { name } from '#enrollment'; export { name };`,
    };

    expect(await brokenBy(files)).toEqual([]);
  });

  it.each([
    ['upward', 'libs/identity/src/a.ts', `import { name } from '#catalog';`, ['identity-stays-below']],
    ['to a library on top', 'libs/catalog/src/a.ts', `import { name } from '#requests';`, ['catalog-stays-below']],
    ['sideways on top', 'libs/requests/src/a.ts', `import { name } from '#outreach';`, ['top-libraries-stay-apart']],
    ['to an app', 'libs/catalog/src/a.ts', `import { name } from '../../../apps/api/src/a.js';`, ['libs-know-no-apps']],
    [
      'past an index',
      'libs/catalog/src/a.ts',
      `import { name } from '../../identity/src/inside.js';`,
      ['through-the-front-door'],
    ],
    [
      'past an index from an app',
      'apps/api/src/b.ts',
      `import { name } from '../../../libs/identity/src/inside.js';`,
      ['apps-through-the-front-door'],
    ],
    [
      'through one’s own index',
      'libs/catalog/src/a.ts',
      `import { name } from '#catalog';`,
      ['not-through-ones-own-front-door'],
    ],
    ['of a database into a rule', 'libs/catalog/src/a.rules.ts', `import { name } from 'typeorm';`, ['rules-are-pure']],
    [
      'of a test',
      'libs/catalog/src/a.ts',
      `import { name } from '../../../test/support/a.js';`,
      ['no-tests-in-products'],
    ],
    ['of nothing', 'libs/catalog/src/a.ts', `import { name } from './nowhere.js';`, ['no-lost-imports']],
    ['of an undeclared package', 'libs/catalog/src/a.ts', `import { name } from 'lodash';`, ['no-undeclared-packages']],
    ['in a circle', 'libs/catalog/src/a.ts', `import { name } from './circle.js';`, ['no-cycles']],
  ])('may not go %s', async (_, path, text, rules) => {
    const files = {
      'apps/api/src/a.ts': 'export const name = 1;',
      'libs/identity/src/inside.ts': 'export const name = 1;',
      'libs/catalog/src/circle.ts':
        path === 'libs/catalog/src/a.ts' && text.includes('circle') ? `export * from './a.js';` : '',
      'test/support/a.ts': 'export const name = 1;',
      'node_modules/typeorm/package.json': '{"name":"typeorm","main":"index.js"}',
      'node_modules/typeorm/index.js': 'exports.name = 1;',
      'node_modules/lodash/package.json': '{"name":"lodash","main":"index.js"}',
      'node_modules/lodash/index.js': 'exports.name = 1;',
      [path]: `${text} export const used = name;`,
    };

    expect(await brokenBy(files)).toEqual(rules);
  });
});
