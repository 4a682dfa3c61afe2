import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { listenTo, openBrowser } from '../../support/browser.js';
import { myPlace } from '../../support/place.js';

/** Longest wait for anything the page is to show, in milliseconds: what is missing is then named. */
const PATIENCE = 15_000;

let browser: Browser;
let serverUrl: string;

beforeAll(async () => {
  ({ serverUrl } = await myPlace());
  browser = await openBrowser();
}, 120_000);

afterAll(() => browser?.close());

describe('GraphiQL in a browser', () => {
  it('greets a developer with the first example, runs another, and explains the schema, all from our own host', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    const heard = listenTo(page);

    await page.goto(`${serverUrl}/graphiql`);
    await page.locator('.graphiql-query-editor').getByText(firstExample()).first().waitFor();
    await page.getByLabel('Examples').selectOption('find-courses');
    await page.locator('.graphiql-query-editor').getByText('FindCourses').first().waitFor();
    await page.getByLabel('Execute query').click();
    await page.locator('.graphiql-response').getByText('courses').first().waitFor();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).waitFor();

    expect(heard.complaints).toEqual([]);
    expect([...heard.hosts]).toEqual([new URL(serverUrl).host]);
  });

  it('runs what a quick developer chose, though the page has not looked at it yet', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${serverUrl}/graphiql`);
    await page.locator('.graphiql-query-editor').getByText(firstExample()).first().waitFor();
    const asked = page.waitForRequest((request) => request.postData()?.includes('FindCourses') ?? false);

    await chooseAndExecuteAtOnce(page, 'find-courses');

    const answer = await (await asked).response();
    expect(await answer?.json()).toMatchObject({ data: { courses: { edges: expect.any(Array) } } });
  });
});

/** Both within one task of the browser: GraphiQL looks at what its editor holds a tenth of a second later. */
async function chooseAndExecuteAtOnce(page: Page, example: string): Promise<void> {
  await page.evaluate((name) => {
    const picker = document.querySelector<HTMLSelectElement>('select[aria-label="Examples"]');
    const button = document.querySelector<HTMLButtonElement>('button[aria-label^="Execute query"]');
    if (!picker || !button) throw new Error('there is no picker, or no button');
    picker.value = name;
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    button.click();
  }, example);
}

/** The name of the operation that a first visit finds in the editor. */
function firstExample(): string {
  const [first] = readdirSync('schema/operations')
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  const [, name = ''] = /(?:query|mutation) (\w+)/.exec(readFileSync(`schema/operations/${first}`, 'utf8')) ?? [];
  return name;
}
