// The page on a stand for everybody: what a visitor did goes with them, and nothing leads away.
import { faults } from './support/axe.ts';
import { entry, html, shown, withEvidence } from './support/story.ts';
import { expect, test } from './support/test.ts';
import type { Page } from '@playwright/test';

const [chapter = ''] = [...html().matchAll(/data-page="read\/([^"]+)"/g)].map(([, id = '']) => id);
const claim = html().match(/href="[^"]*#(\/claims\/[^"?]+)"/)?.[1] ?? '';

const countdown = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' });
const left = (page: Page) => page.locator('#kiosk-seconds');
const theme = (page: Page) => page.locator('html').getAttribute('data-theme');

/** Opens the page on its stand, with a clock that the test moves. */
async function stand(page: Page, open: (hash: string) => Promise<unknown>, hash: string) {
  await page.clock.install();
  await open(`?kiosk=10${hash}`);
  await page.locator('#kiosk-countdown').waitFor({ state: 'attached' });
}

/** Sets what a visitor may set, and answers a question; ends in settings. */
async function visit(page: Page) {
  await page.locator('[data-nav="quiz"]').click();
  await page.locator('#quiz-view').getByRole('button', { name: 'Next question' }).click();
  await page.locator('[data-nav="settings"]').click();
  await page.getByRole('radio', { name: 'Dark', exact: true }).check();
  expect(await theme(page)).toBe('dark');
}

test('a visitor is asked, and when nobody answers the page begins anew', async ({ page, open, address }) => {
  await stand(page, open, `#/read/${chapter}`);
  await shown(page).getByText('Easier words').click();
  await page.locator(`[data-chapter="${chapter}"]`).waitFor({ state: 'attached' });
  await visit(page);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  // From here on only the test moves the clock, and the wait begins with this key.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 100);
  await page.keyboard.press('Shift');
  await page.clock.runFor(9_000);
  await expect(countdown(page)).toBeHidden();
  await page.clock.runFor(1_000);
  await expect(countdown(page)).toBeVisible();
  await expect(left(page)).toHaveText('20');
  await expect(countdown(page).getByRole('button', { name: 'I am here' })).toBeFocused();
  await page.clock.runFor(10_000);
  await expect(left(page)).toHaveText('10');
  await expect(countdown(page).getByRole('status')).toHaveText('10 seconds left');

  // Any key ends it, and does nothing else.
  await page.keyboard.press('/');
  await expect(countdown(page)).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  expect(await theme(page)).toBe('dark');
  await page.clock.runFor(10_000);
  await expect(countdown(page)).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(countdown(page)).toBeHidden();

  await page.clock.runFor(10_000);
  await expect(countdown(page)).toBeVisible();
  await page.clock.resume();
  const again = page.waitForEvent('load');
  await page.clock.runFor(20_000);
  await again;
  await page.locator('#kiosk-countdown').waitFor({ state: 'attached' });
  expect(page.url()).toBe(`${address}?kiosk=10`);
  await expect(page.locator('html')).toHaveAttribute('data-page', 'home');
  expect(await theme(page)).toBeNull();
  await expect(page.locator(`#easy-${chapter}`)).not.toBeChecked();

  // Nobody has come: nobody is asked.
  await page.clock.runFor(60_000);
  await expect(countdown(page)).toBeHidden();
});

test('nothing leads away, and nothing is to be taken along', async ({ page, open }) => {
  await stand(page, open, '#/sources');
  await withEvidence(page);
  await expect(shown(page).locator('cite').first()).toBeVisible();
  await expect(page.locator('a[href^="http"]')).toHaveCount(0);
  await page.evaluate((hash) => (location.hash = hash), claim);
  await expect(entry(page, claim).getByText('Cite', { exact: true }).first()).toBeHidden();
  // Not even in a window of its own.
  const link = page.locator('.brand');
  await link.click({ modifiers: ['ControlOrMeta'] });
  await link.click({ button: 'middle' });
  expect(page.context().pages()).toHaveLength(1);
  await expect(entry(page, claim)).toBeVisible();
  for (const [hash, hidden] of [
    [`#/read/${chapter}`, '.copy-link'],
    ['#/', '#print-story'],
    ['#/settings', '#save-progress'],
    ['#/quiz', '#quiz-desk'],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await expect(page.locator(hidden).first()).toBeAttached();
    await expect(page.locator(hidden).first()).toBeHidden();
    expect(page.url()).toContain('?kiosk=10#');
  }
});

test.describe('without a network', () => {
  test.use({ allowed: [/ERR_INTERNET_DISCONNECTED/] });

  test('the stand keeps the page that it has, and begins anew within it', async ({ page, open, context, output }) => {
    test.skip(output !== 'site', 'from a file there is no network to lose');
    // What was set before, by whoever put up the stand, holds.
    await page.addInitScript(() => localStorage.setItem('open-gates.theme', 'contrast'));
    await stand(page, open, '#/');
    expect(await theme(page)).toBe('contrast');
    await visit(page);
    await context.setOffline(true);
    await page.clock.runFor(10_000);
    await expect(countdown(page)).toBeVisible();
    await page.clock.runFor(20_000);
    await expect(countdown(page)).toBeHidden();
    await expect(page.locator('html')).toHaveAttribute('data-page', 'home');
    expect(await theme(page)).toBe('contrast');
    await page.clock.runFor(60_000);
    await expect(countdown(page)).toBeHidden();
  });
});

for (const width of [390, 1280]) {
  test(`targets are large, and axe finds nothing in the countdown, at ${width} px`, async ({ page, open, output }) => {
    test.skip(output !== 'site', 'does not differ by output');
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await stand(page, open, '#/');
    for (const hash of ['#/', `#/read/${chapter}`, '#/quiz', '#/settings', '#/search', '#/timeline', '#/map']) {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await expect(shown(page).locator('h1').first()).toBeVisible();
      if (hash === '#/quiz') await page.locator('.options, .order, .pairs').first().waitFor();
      if (hash === '#/search') await page.locator('#search-field').waitFor();
      if (hash === '#/map') await page.locator('.map-control').first().waitFor();
      // Signs stand as close on the map as towns do on the earth; the list beside it has the same.
      const small = await page
        .locator('button:visible, select:visible, input:visible, summary:visible, nav a:visible, footer a:visible, .tools a:visible')
        .evaluateAll((all) =>
          all.flatMap((it) => {
            if (it.matches('.map-control, [type="range"], .skip')) return [];
            const { width, height } = ((it as HTMLInputElement).labels?.[0] ?? it).getBoundingClientRect();
            return width < 44 || height < 44 ? [`${it.outerHTML.slice(0, 90)}: ${width} × ${height}`] : [];
          }),
        );
      expect(small, hash).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), hash).toBeLessThanOrEqual(0);
    }
    await page.keyboard.press('Shift');
    await page.clock.runFor(12_000);
    await expect(countdown(page)).toBeVisible();
    expect(await faults(page, '#kiosk-countdown')).toEqual([]);
  });
}
