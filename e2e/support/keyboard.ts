// Using the page by keyboard alone.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, target: Locator, presses = 80) {
  for (let pressed = 0; pressed < presses; pressed += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, `not reached by ${presses} presses of Tab`).toBeFocused();
}
