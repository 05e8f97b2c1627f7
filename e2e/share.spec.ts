// Copying links to passages.
import type { Page } from '@playwright/test';
import { faults } from './support/axe.ts';
import { SCREENS } from './support/screens.ts';
import { entry, passageAddresses } from './support/story.ts';
import { expect, test } from './support/test.ts';

const [, passage = ''] = passageAddresses();
const tools = (page: Page) => entry(page, `/read/${passage}`).getByRole('group');
const button = (page: Page) => tools(page).getByRole('button', { name: 'Copy link' });
const COPIED = 'The link to this passage is copied.';

for (const screen of SCREENS) {
  test(`a link is copied by keyboard: ${screen.name}`, async ({ page, open, context, address, output }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.setViewportSize(screen);
    await page.emulateMedia({ colorScheme: screen.colorScheme });
    await open(`#/read/${passage}?from=any`);
    await button(page).focus();
    await page.keyboard.press('Enter');
    await expect(tools(page)).toContainText(COPIED);
    await expect(page.locator('#announcement')).toContainText(COPIED);
    await expect(button(page)).toBeFocused();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${address}#/read/${passage}`);
    const note = page.locator('#announcement').getByText('It works only where this same file is.');
    await expect(note).toHaveCount(output === 'file' ? 1 : 0);
    if (output === 'site') expect(await faults(page)).toEqual([]);
  });
}

for (const refusal of ['refuses', 'has no clipboard']) {
  const refuse = (page: Page, command: boolean) =>
    page.addInitScript(
      ([refusal, command]) => {
        const clipboard = refusal === 'refuses' ? { writeText: () => Promise.reject(new Error('no')) } : undefined;
        Object.defineProperty(navigator, 'clipboard', { value: clipboard });
        document.execCommand = () => {
          const field = document.activeElement as HTMLInputElement;
          Object.assign(window, { selected: field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) });
          return command as boolean;
        };
      },
      [refusal, command],
    );

  test(`the old way copies where the browser ${refusal}`, async ({ page, open, address }) => {
    await refuse(page, true);
    await open(`#/read/${passage}`);
    await button(page).click();
    await expect(tools(page)).toContainText(COPIED);
    await expect(button(page)).toBeFocused();
    await expect(tools(page).getByRole('textbox')).toHaveCount(0);
    expect(await page.evaluate('selected')).toBe(`${address}#/read/${passage}`);
  });

  test(`the address is shown where the browser ${refusal} and no way is left`, async ({ page, open, address, output }) => {
    await refuse(page, false);
    await page.setViewportSize({ width: 320, height: 640 });
    await open(`#/read/${passage}`);
    await button(page).click();
    const field = tools(page).getByRole('textbox', { name: 'Copy this address:' });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(`${address}#/read/${passage}`);
    await expect(tools(page)).toContainText('Copy this address:');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    if (output === 'site') expect(await faults(page)).toEqual([]);
  });
}
