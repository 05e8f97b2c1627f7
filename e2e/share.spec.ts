// Links to passages: copied where the browser lets us, and otherwise put where they can be copied.
import { tabTo } from './support/keyboard.ts';
import { expect, started, test } from './support/test.ts';
import { entry, passageAddresses } from './support/story.ts';
import type { Page } from '@playwright/test';

const passage = passageAddresses()[1]!;
const [chapter = ''] = passage.split('/');
const button = (page: Page) => entry(page, `/read/${passage}`).locator('.copy-link');

for (const width of [390, 1280]) {
  test(`the link of a passage is copied by keyboard, and leads there, at ${width} px`, async ({ page, open, context, address }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      // Headless browsers on files have no clipboard to read from.
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => Object.assign(window, { copied: text }) },
      });
    });
    await open(`#/read/${chapter}`);
    await tabTo(page, button(page), 200);
    await page.keyboard.press('Enter');
    await expect(button(page)).toHaveText('Copied');
    await expect(page.locator('#announcement')).toHaveText('The link to this passage is copied.');
    await expect(button(page)).toBeFocused();
    const link = await page.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(link).toBe(`${address}#/read/${passage}`);
    await expect(button(page)).toHaveText('Copy link', { timeout: 5000 });
    const there = await context.newPage();
    await there.goto(link);
    await started(there);
    await expect(there.locator('html')).toHaveAttribute('data-page', `read/${chapter}`);
  });
}

test('where copying is refused the link is in the address bar, and that is said', async ({ page, open }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
    });
    document.execCommand = () => false;
  });
  await open(`#/read/${chapter}`);
  await button(page).click();
  await expect(page.locator('#announcement')).toContainText('in the address bar');
  expect(new URL(page.url()).hash).toBe(`#/read/${passage}`);
  await expect(button(page)).toBeFocused();
});
