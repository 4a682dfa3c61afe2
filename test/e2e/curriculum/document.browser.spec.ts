import type { Browser } from 'playwright-core';
import { listenTo, openBrowser } from '../../support/browser.js';
import { type Academy, newAcademy } from '../../support/catalog.world.js';
import { align, newAct, newModule, publishedCurriculum } from '../../support/curriculum.world.js';
import { myPlace } from '../../support/place.js';

let academy: Academy;
let browser: Browser;
let serverUrl: string;

beforeAll(async () => {
  ({ serverUrl } = await myPlace());
  academy = await newAcademy();
  browser = await openBrowser();
}, 180_000);

afterAll(() => browser?.close());

const LANGUAGES: [language: string, title: string, direction: 'ltr' | 'rtl'][] = [
  ['uz', 'Mehnatni muhofaza qilish mutaxassislari', 'ltr'],
  ['ru', 'Специалисты по охране труда', 'ltr'],
  ['fa-AF', 'متخصصان ایمنی کار', 'rtl'],
  ['ps', 'د کار د خوندیتوب کارپوهان', 'rtl'],
];

describe('the document in a browser', () => {
  it.each(LANGUAGES)(
    'in %s reads and prints in its direction, from our own host alone',
    async (language, title, side) => {
      const act = await newAct('KZ', [
        { code: 'min-hours', kind: 'MIN_HOURS', value: 40, unit: 'ACADEMIC_HOURS', roleCodes: ['YOUTH'] },
      ]);
      const modules: string[] = [];
      for (const [place] of Array.from({ length: 12 }).entries()) {
        const titles = { [language]: `${title} ${place + 1}` };
        modules.push(await newModule(academy, { titles, hours: { lecture: 2, practice: 1 }, outcomes: [titles] }));
      }
      const id = await publishedCurriculum(academy, { titles: { [language]: title }, modules, roleCodes: ['YOUTH'] });
      await align(academy, id, modules[0] as string, act.requirements['min-hours']);
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      const heard = listenTo(page);

      await page.goto(`${serverUrl}/curricula/${id}/versions/1/document?country=KZ&language=${language}`);

      const place = await page.locator('table').first().locator('tbody td').first().boundingBox();
      const name = await page.locator('table').first().locator('tbody td').nth(1).boundingBox();
      expect((place?.x ?? 0) > (name?.x ?? 0) ? 'rtl' : 'ltr').toBe(side);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThanOrEqual(3);
      expect(heard.complaints).toEqual([]);
      expect([...heard.hosts]).toEqual([new URL(serverUrl).host]);
    },
  );
});
