// Style sheets that come with a tool change nothing of the pages that were there before.
import { chapterIds, shown, withEvidence } from './support/story.ts';
import { expect, test } from './support/test.ts';
import type { Page } from '@playwright/test';

const [first = ''] = chapterIds();
const PAGES = ['#/', `#/read/${first}`, '#/glossary', '#/sources', '#/settings', '#/teach'];

/** How wide and how high everything on a page is, by its tag. */
async function measured(page: Page, hash: string): Promise<string[]> {
  await page.evaluate((hash) => (location.hash = hash), hash);
  await expect(shown(page).locator('h1').first()).toBeVisible();
  // A face is asked for when something is laid out in it.
  await page.evaluate(() => document.body.offsetHeight && document.fonts.ready.then(() => undefined));
  return shown(page).evaluate((it) =>
    [...it.querySelectorAll('*')].map((it) => {
      const { width, height } = it.getBoundingClientRect();
      return `${it.tagName}.${it.getAttribute('class') ?? ''} ${Math.round(width)} × ${Math.round(height)}`;
    }),
  );
}

test('pages are as they were when the quiz has been opened', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  await open();
  await withEvidence(page);
  const before: Record<string, string[]> = {};
  for (const hash of PAGES) before[hash] = await measured(page, hash);
  await page.locator('[data-nav="quiz"]').click();
  await page.locator('.prompt').first().waitFor();
  for (const hash of PAGES) expect(await measured(page, hash), hash).toEqual(before[hash]);
});
