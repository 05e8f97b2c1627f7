// The teacher's page: reached from the desk, whole on paper, and there with scripts off.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { tabTo } from './support/keyboard.ts';
import { printed } from './support/pdf.ts';
import { evidence, shown, withEvidence } from './support/story.ts';
import { expect, test } from './support/test.ts';

const file = resolve(import.meta.dirname, '../content/en/teaching.toml');
const titles = () => [...readFileSync(file, 'utf8').matchAll(/^title = "(.*)"$/gm)].map(([, title = '']) => title);

test('a teacher comes from the desk, reads the plans, and prints all of it', async ({ page, open }) => {
  await open('#/quiz/desk');
  const link = page.locator('#quiz-view').getByRole('link', { name: 'For teachers' });
  await tabTo(page, link, 90);
  await page.keyboard.press('Enter');
  await expect(shown(page).getByRole('heading', { level: 1 })).toBeFocused();
  await withEvidence(page);
  for (const title of titles()) await expect(shown(page).getByRole('heading', { level: 3 }).filter({ hasText: title })).toHaveCount(1);
  // Minutes of the steps are those that the plan says.
  for (const plan of await shown(page).locator('.teach-part:has(.steps)').all()) {
    const all = parseInt((await plan.locator('.minutes').textContent())!, 10);
    const steps = await plan.locator('.steps > li > b').allTextContents();
    expect(steps.reduce((sum, it) => sum + parseInt(it, 10), 0)).toBe(all);
  }
  const pages = await printed(page, 'A4');
  expect(pages.length).toBeGreaterThanOrEqual(2);
  const text = pages.map((it) => it.text).join(' ').replace(/\W/g, '');
  for (const title of titles()) expect(text).toContain(title.replace(/\W/g, ''));
  for (const it of pages) expect(it.across).toBeLessThan(0.98);
  // Its ways lead somewhere.
  await shown(page).getByRole('link', { name: 'Sheets for paper' }).click();
  await expect(page.getByRole('heading', { name: 'Sheets for paper' })).toBeVisible();
});

test('the page as one file and the package are there to be taken along, where there is a site', async ({ page, open, output }) => {
  await open('#/teach');
  await withEvidence(page);
  const links = shown(page).locator('a[download]');
  if (output === 'file') return expect(links).toHaveCount(0);
  await expect(links).toHaveCount(2);
  for (const [at, size] of [800_000, 100_000].entries()) {
    const [download] = await Promise.all([page.waitForEvent('download'), links.nth(at).click()]);
    const file = readFileSync((await download.path())!);
    expect(file.length).toBeGreaterThan(size);
    // What it is, by how it begins.
    expect(file.subarray(0, 2).toString()).toBe(at ? 'PK' : '<!');
  }
});

test('all of it stands in the file of the evidence', ({ output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  for (const title of titles()) expect(evidence()).toContain(title.replace('&', '&amp;'));
});
