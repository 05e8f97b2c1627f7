// Citing a source: three styles, each with a button that copies.
import { expect, started, test } from './support/test.ts';
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { chapterIds, shown, withEvidence } from './support/story.ts';
import type { Page } from '@playwright/test';

const STYLES = ['Chicago', 'MLA', 'APA'];
const source = (page: Page) => shown(page).locator('.sources > li').filter({ has: page.locator('.on') }).first();
const line = (page: Page, style: string) => source(page).locator('.cite p').filter({ hasText: `Copy ${style}` });

/** Notes what is copied, as a browser that allows it would. */
async function withClipboard(page: Page, works: boolean) {
  await page.addInitScript((works) => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => (works ? Object.assign(window, { copied: text }) : Promise.reject(new Error('refused'))) },
    });
  }, works);
}

test('a source is cited in three styles, each of which can be copied', async ({ page, open }) => {
  await withClipboard(page, true);
  await open('#/sources');
  await source(page).getByText('Cite', { exact: true }).click();
  const title = (await source(page).locator('cite').textContent())!.split(/[“”]/)[0]!;
  for (const style of STYLES) {
    const form = (await line(page, style).locator('> span').textContent())!;
    expect(form).toContain(title);
    await line(page, style).getByRole('button', { name: `Copy ${style}` }).click();
    await expect(page.locator('#announcement')).toHaveText(`${style} citation copied.`);
    expect(await page.evaluate('copied')).toBe(form);
  }
  // Opened again they are not written twice.
  await source(page).getByText('Cite', { exact: true }).click();
  await source(page).getByText('Cite', { exact: true }).click();
  await expect(source(page).locator('.cite p')).toHaveCount(STYLES.length);
});

test('where the clipboard is refused the citation is selected, and that is said', async ({ page, open }) => {
  await withClipboard(page, false);
  await open('#/sources');
  await source(page).getByText('Cite', { exact: true }).click();
  await line(page, 'MLA').getByRole('button').click();
  await expect(page.locator('#announcement')).toHaveText(/refused/);
  const form = (await line(page, 'MLA').locator('> span').textContent())!;
  expect(await page.evaluate(() => String(getSelection()))).toBe(form);
});

for (const width of [390, 1280]) {
  test(`a source is cited by keyboard alone at ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    await withClipboard(page, true);
    await open('#/sources');
    const id = (await source(page).getAttribute('id'))!;
    await open(`#${id}`);
    await expect(source(page)).toBeVisible();
    await source(page).focus();
    await tabTo(page, source(page).locator('summary'), 5);
    await page.keyboard.press('Enter');
    await tabTo(page, source(page).getByRole('button', { name: 'Copy APA' }), 5);
    await page.keyboard.press('Enter');
    await expect(page.locator('#announcement')).toHaveText('APA citation copied.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('what a claim rests on is cited where the claim is told, beside the text too', async ({ page, open }) => {
  await withClipboard(page, true);
  await open('#/claims');
  await withEvidence(page);
  const cited = shown(page).locator('.citations li').filter({ has: page.locator('.cited a') }).first();
  await expect(cited).toBeVisible();
  const source = await cited.locator('.cited a').getAttribute('href');
  await cited.getByText('Cite', { exact: true }).click();
  await cited.getByRole('button', { name: 'Copy MLA' }).click();
  await expect(page.locator('#announcement')).toHaveText('MLA citation copied.');
  const form = await page.evaluate('copied');
  await open(source!);
  const entry = page.locator(`[id="${source!.slice(1)}"]`);
  await entry.getByText('Cite', { exact: true }).click();
  await expect(entry.locator('.cite p').filter({ hasText: 'Copy MLA' }).locator('> span')).toHaveText(String(form));
  await open(`#/read/${chapterIds()[0]}`);
  // Nothing is open any more.
  await page.reload();
  await started(page);
  await shown(page).locator('.full a.ref-claim').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Cite', { exact: true }).first().click();
  await dialog.getByRole('button', { name: 'Copy APA' }).first().click();
  await expect(page.locator('#announcement')).toHaveText('APA citation copied.');
  await expect(dialog).toBeVisible();
});

test('axe finds nothing in forms that are open', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  await open('#/sources');
  await source(page).getByText('Cite', { exact: true }).click();
  await expect(source(page).getByRole('button')).toHaveCount(STYLES.length);
  await page.evaluate(() => {
    for (const it of [...document.querySelectorAll('.sources > li')].filter((it) => !it.querySelector('.cite p')).slice(12)) it.remove();
  });
  expect(await faults(page)).toEqual([]);
});
