// The stage beside the text: it follows the reader, the reader can turn to it, and it disturbs nobody.
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { SCREENS, sideways } from './support/screens.ts';
import { expect, test } from './support/test.ts';
import { chapterIds, entry, shown } from './support/story.ts';
import type { Page } from '@playwright/test';

const stage = (page: Page) => page.getByRole('region', { name: 'Where and when' });
const when = (page: Page) => page.locator('#stage-when');
const year = (page: Page) => page.getByRole('slider', { name: 'Year' });
const groups = (page: Page) => stage(page).locator('.stage-groups').getByRole('button');
const passages = (page: Page) => stage(page).locator('.places').getByRole('link');

/** A chapter whose passages name groups, its passages' addresses, and the first that names one. */
async function withGroups(page: Page, open: (hash?: string) => Promise<unknown>) {
  for (const chapter of chapterIds()) {
    await open(`#/read/${chapter}`);
    const found = await shown(page)
      .locator('.passage')
      .evaluateAll((all) =>
        all.filter((it) => it.querySelector('.full a[href*="#/map/"]')).map((it) => it.getAttribute('data-passage')!),
      );
    if (found[0]) return { chapter, passage: found[0] };
  }
  throw new Error('no chapter links to a group');
}

/** Opens the strip on a phone; beside the text the stage is open. */
async function opened(page: Page) {
  const details = stage(page).locator('details');
  if ((await details.getAttribute('open')) !== null) return;
  await tabTo(page, details.locator('summary'), 120);
  await page.keyboard.press('Enter');
  await expect(year(page)).toBeVisible();
}

for (const { name, colorScheme, ...viewport } of SCREENS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });

    test('the stage follows the passage in view, says nothing and moves nothing', async ({ page, open }) => {
      const { passage } = await withGroups(page, open);
      const focused = () => page.evaluate(() => document.activeElement?.tagName);
      // A page that has just been opened gets the focus with its first frame.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const before = await focused();
      const said = await page.locator('#announcement').textContent();
      await page.evaluate((it) => document.getElementById(`/read/${it}`)!.scrollIntoView(), passage);
      await expect.poll(() => groups(page).count()).toBeGreaterThan(0).catch(async () => {
        // On a phone the list is there when the strip is opened; its heading names the towns at once.
        await expect(page.locator('#stage-where')).not.toBeEmpty();
      });
      await expect(when(page)).toHaveText(/^1[89]\d\d/);
      expect(await focused()).toBe(before);
      await expect(page.locator('#announcement')).toHaveText(said ?? '');
    });

    test('a year that is chosen offers its passages, by keyboard alone', async ({ page, open }) => {
      await withGroups(page, open);
      await opened(page);
      await tabTo(page, year(page), 120);
      await page.keyboard.press('Home');
      for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowRight');
      const chosen = await year(page).inputValue();
      await expect(when(page)).toHaveText(chosen);
      await expect(page.locator('#announcement')).toContainText(`${chosen}: `);
      await expect(stage(page).getByText(`Passages on ${chosen}`)).toBeVisible();
      await expect(passages(page).first()).toBeVisible();
      await tabTo(page, passages(page).first());
      const href = (await passages(page).first().getAttribute('href'))!;
      await page.keyboard.press('Enter');
      await expect(entry(page, href.slice(1)).getByRole('heading').first()).toBeFocused();
      // The text leads again.
      await expect(stage(page).getByText(`Passages on ${chosen}`)).toHaveCount(0);
    });

    test('a group offers its passages and the map; following the text again keeps the focus near', async ({ page, open }) => {
      const { passage } = await withGroups(page, open);
      await open(`#/read/${passage}`);
      await opened(page);
      const group = groups(page).first();
      await tabTo(page, group, 200);
      await expect(group).toHaveAttribute('aria-pressed', 'false');
      await page.keyboard.press('Enter');
      await expect(group).toHaveAttribute('aria-pressed', 'true');
      await expect(passages(page).first()).toBeVisible();
      await expect(page.locator('#announcement')).toContainText('passage');
      await expect(stage(page).getByRole('link', { name: 'Open on the map' })).toHaveAttribute('href', /^#\/map\/./);
      await stage(page).getByRole('button', { name: 'Follow the text again' }).focus();
      await page.keyboard.press('Enter');
      await expect(year(page)).toBeFocused();
      await expect(group).toHaveAttribute('aria-pressed', 'false');
    });

    test('nothing is found wanting by axe, and nothing scrolls sideways', async ({ page, open, output }) => {
      test.skip(output !== 'site', 'does not differ by output');
      await withGroups(page, open);
      await opened(page);
      await year(page).fill('1974');
      await expect(passages(page).first()).toBeVisible();
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      expect(await faults(page)).toEqual([]);
    });
  });
}

test('what has the focus does not lie under the strip', async ({ page, open }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await open(`#/read/${chapterIds()[0]}`);
  for (let press = 0; press < 45; press += 1) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement!;
      if (!focused.closest('main') || focused.closest('.stage')) return '';
      const { left, top, right, bottom } = focused.getBoundingClientRect();
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return at?.closest('.stage') ? focused.outerHTML : '';
    });
    expect(hidden).toBe('');
  }
});

test('what the stage says is in the accessibility tree', async ({ page, open }) => {
  const { passage } = await withGroups(page, open);
  await open(`#/read/${passage}`);
  await expect(stage(page)).toMatchAriaSnapshot(`
    - region "Where and when":
      - group:
        - slider "Year"
        - list "Groups in this passage":
          - listitem:
            - button
  `);
});

test('the stage is not printed, and not there with scripts off', async ({ page, open }) => {
  await open(`#/read/${chapterIds()[0]}`);
  await expect(stage(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.stage')).toBeHidden();
});
