import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { judge } from './made-up-project.js';

/** The project’s own rules, over files that are not in the project. */
const { linter, plugins } = JSON.parse(readFileSync('biome.json', 'utf8'));
const RULES = JSON.stringify({ linter, plugins: plugins.map((path: string) => resolve(path)) });

/** Categories of what the linter finds wrong in one line of code. */
async function foundIn(code: string): Promise<string[]> {
  const found = await judge({ 'biome.json': RULES, 'made-up.ts': `${code}\n` }, 'biome', [
    'lint',
    '--reporter=json',
    '.',
  ]);
  return (found as { diagnostics: { category: string }[] }).diagnostics.map(({ category }) => category);
}

describe('the linter', () => {
  it.each([
    'await tx.findOneBy(Course, {});',
    'await courses.findOneBy({});',
    'await tx.findOneByOrFail(Course, {});',
    'await tx.findOne(Course, { where: {} });',
    'await courses.delete({});',
    'await tx.update(Course, {}, { stage });',
  ])('refuses criteria that mean any row: %s', async (code) => {
    expect(await foundIn(code)).toEqual(['plugin']);
  });

  it.each(['await tx.findOneBy(Course, { id });', 'await tx.update(Course, { id }, { stage });', 'seen.delete(id);'])(
    'has nothing against %s',
    async (code) => {
      expect(await foundIn(code)).toEqual([]);
    },
  );

  it.each([
    ["it.skip('later', () => {});", 'lint/suspicious/noSkippedTests'],
    ["it.only('mine', () => {});", 'lint/suspicious/noFocusedTests'],
    ['course!.publish();', 'lint/style/noNonNullAssertion'],
  ])('refuses %s', async (code, category) => {
    expect(await foundIn(code)).toEqual([category]);
  });
});
