// Searching: from the key or the link, while typing, to the place where the words stand, and back.
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { SCREENS, painted } from './support/screens.ts';
import { slow } from './support/slow.ts';
import { entry, holdEvidence, passageAddresses, shown, withEvidence, words } from './support/story.ts';
import { expect, test } from './support/test.ts';
import type { Page } from '@playwright/test';

const passage = passageAddresses()[1]!;
const field = (page: Page) => page.getByRole('searchbox', { name: 'Search the whole page' });
const results = (page: Page) => page.locator('#search-results ol a');

/** The heading of a passage, and a long word of its full text. */
async function known(page: Page) {
  const section = entry(page, `/read/${passage}`);
  const heading = await words(section.locator('h2'));
  const text = await words(section.locator('.full'));
  const word = text.match(/\p{L}{5,}/gu)!.sort((a, b) => b.length - a.length)[0]!;
  return { heading, word };
}

for (const { name, width, height, colorScheme } of SCREENS) {
  test(`from the key to the passage and back by keyboard alone: ${name}`, async ({ page, open }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await open();
    const { heading } = await known(page);
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('');
    await page.keyboard.type(heading);
    const first = results(page).first();
    await expect(first).toHaveText(heading);
    await expect(first.locator('mark').first()).toBeVisible();
    // The address follows after a pause, and leaves the focus where it is by then.
    await page.keyboard.press('ArrowDown');
    await expect(first).toBeFocused();
    await expect(page).toHaveURL(/#\/search\?q=/);
    await page.waitForTimeout(100);
    await expect(first).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`#/read/${passage}\\?find=`));
    await expect(entry(page, `/read/${passage}`).getByRole('heading')).toBeFocused();
    await page.goBack();
    await expect(field(page)).toBeVisible();
    await expect(field(page)).toHaveValue(heading);
    await expect(first).toHaveText(heading);
  });
}

test('the link in the masthead leads to the field, by keyboard', async ({ page, open }) => {
  await open();
  await tabTo(page, page.getByRole('banner').getByRole('link', { name: 'Search' }));
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await expect(shown(page).getByText('For example:')).toBeVisible();
  // An example is a search.
  const example = page.locator('#search-results a').first();
  const term = await words(example);
  await example.click();
  await expect(field(page)).toHaveValue(term);
  await expect(field(page)).toBeFocused();
  await expect(results(page).first()).toBeVisible();
});

test('an address that says what is sought shows and says nothing else until it is found', async ({ page, open }) => {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      for (const part of document.querySelectorAll('#search-results > :not(:has(section)), #search-count')) {
        if (part.textContent) seen.add(part.textContent);
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  // So slow that what is found comes after the pause in which it would have been typed.
  await slow(page, 6);
  await open('#/search?q=Moscow');
  await expect(page.locator('#search-count')).toHaveText(/places found/, { timeout: 20_000 });
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  for (const words of seen) expect(words).toContain('places found');
});

test('a slash in a field is a slash', async ({ page, open }) => {
  await open('#/search');
  await field(page).fill('');
  await field(page).press('/');
  await expect(field(page)).toHaveValue('/');
});

test('Home, End and Escape', async ({ page, open }) => {
  await open('#/search');
  await withEvidence(page);
  const { word } = await known(page);
  await field(page).fill(word);
  await expect(results(page).first()).toBeVisible();
  await field(page).press('ArrowDown');
  // Results come over several frames.
  await page.evaluate(async () => {
    const count = () => document.querySelectorAll('#search-results a').length;
    for (let still = 0, before = -1; still < 8; still = count() === before ? still + 1 : 0) {
      before = count();
      await new Promise(requestAnimationFrame);
    }
  });
  await page.keyboard.press('End');
  await expect(results(page).last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue(word);
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(results(page)).toHaveCount(0);
});

test('the way back leads to what was sought, however soon a result was followed', async ({ page, open }) => {
  await open('#/search');
  const { heading } = await known(page);
  await field(page).fill(heading);
  await results(page).first().click();
  await expect(page).toHaveURL(/#\/read\//);
  await page.goBack();
  await expect(field(page)).toHaveValue(heading);
  await expect(results(page).first()).toHaveText(heading);
});

test('a search can be linked, and says what it found', async ({ page, open }) => {
  await open();
  const { heading } = await known(page);
  await open(`#/search?q=${encodeURIComponent(heading)}`);
  await page.reload();
  await expect(field(page)).toHaveValue(heading);
  await expect(results(page).first()).toHaveText(heading);
  await expect(page.locator('#search-count')).toHaveText(/^\d+ places? found\.$/);
  await expect(shown(page).getByRole('heading', { level: 2, name: /^The story \(\d+\)$/ })).toBeVisible();
});

test('results are told by kind, and completed by the evidence', async ({ page, open }) => {
  await open('#/search');
  await withEvidence(page);
  const claim = page.locator('.claims .entry, [id^="/claims/"]').first();
  const title = await words(claim.locator('h2, h3').first());
  await field(page).fill(title);
  await expect(page.locator('[data-results="/claims/"] a').first()).toHaveText(title);
  await expect(page.locator('#search-results section').filter({ has: page.locator('[href^="#/claims/"]') })).toMatchAriaSnapshot(`
    - heading /How do we know\\? \\(\\d+\\)/ [level=2]
    - list:
      - listitem:
        - link
  `);
});

test('all results of a kind are shown when asked for', async ({ page, open }) => {
  await open('#/search');
  await withEvidence(page);
  await field(page).fill('a');
  const all = page.getByRole('button', { name: /^Show all \d+: How do we know\?$/ });
  const [count] = (await words(all)).match(/\d+/)!;
  await all.focus();
  await page.keyboard.press('Enter');
  const claims = page.locator('[data-results="/claims/"] a');
  await expect(claims).toHaveCount(Number(count));
  await expect(claims.nth(5)).toBeFocused();
});

test('nothing found is said, with the nearest title', async ({ page, open }) => {
  await open('#/search');
  await field(page).fill('qqxxzzqq');
  await expect(shown(page).getByText('Nothing found for “qqxxzzqq”.').last()).toBeVisible();
  await expect(page.locator('#search-count')).toHaveText('Nothing found for “qqxxzzqq”.');
  await expect(page.locator('#search-results').getByRole('link')).toHaveCount(1);
});

test.describe('while the evidence is still to come', () => {
  test.skip(({ output }) => output === 'file', 'the single file carries its evidence');
  test.use({ allowed: [/evidence\.html|Failed to fetch|ERR_FAILED/] });

  test('nothing is said to be missing', async ({ page, open, context }) => {
    const release = await holdEvidence(context);
    await open('#/search?q=qqxxzzqq');
    await expect(page.locator('#search-count')).toHaveText('The evidence is coming.');
    await expect(page.locator('#search-results')).toHaveText('The evidence is coming.');
    release();
    await expect(page.locator('#search-count')).toHaveText('Nothing found for “qqxxzzqq”.');
    await expect(page.locator('#search-results .lead')).toHaveText('Nothing found for “qqxxzzqq”.');
  });

  test('that it can not be had is said, and what is missing without it', async ({ page, open, context }) => {
    await context.route('**/evidence.html?*', (route) => route.abort());
    await open('#/search?q=qqxxzzqq');
    await expect(page.locator('#search-note')).toContainText('could not be loaded');
    await expect(page.locator('#search-count')).toHaveText('Nothing found for “qqxxzzqq”.');
  });
});

test('what was found is painted where it stands, also in a page opened anew, until one goes on', async ({ page, open }) => {
  await open();
  const { word } = await known(page);
  await open(`#/read/${passage}?find=${encodeURIComponent(word)}`);
  await page.reload();
  await expect.poll(() => painted(page, 'found')).toContain(word);
  const seen = await page.evaluate(() => {
    const [first] = [...(CSS as any).highlights.get('found')] as Range[];
    const { top, bottom } = first!.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  expect(seen, 'the first match is in view').toBe(true);
  await page.getByRole('banner').getByRole('link', { name: 'Timeline' }).click();
  await expect.poll(() => painted(page, 'found')).toEqual([]);
});

test('what was sought is painted in easy words too, when they are chosen', async ({ page, open }) => {
  const section = entry(page, `/read/${passage}`);
  await open();
  const text = await words(section.locator('.easy'));
  const word = text.match(/\p{L}{5,}/gu)!.sort((a, b) => b.length - a.length)[0]!;
  await open(`#/read/${passage}?find=${encodeURIComponent(word)}`);
  await section.locator('xpath=ancestor::*[contains(@class, "chapter")][1]').locator('.easy-switch').first().check();
  const inEasy = () =>
    page.evaluate(() => [...CSS.highlights.get('found')!].filter((it) => (it as Range).startContainer.parentElement?.closest('.easy')).length);
  await expect.poll(inEasy).toBeGreaterThan(0);
});

test.describe('everyone', () => {
  test.skip(({ output }) => output !== 'site', 'does not differ by output');
  for (const query of ['', 'a', 'qqxxzzqq']) {
    test(`axe finds nothing, and 320 px are enough, with “${query}”`, async ({ page, open }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(`#/search?q=${query}`);
      await expect(shown(page).locator('#search-results > *').first()).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide).toBe(0);
      expect(await faults(page)).toEqual([]);
    });
  }

  test('marks are told by more than colour where colours are forced', async ({ page, open }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await open('#/search');
    const { heading } = await known(page);
    await field(page).fill(heading);
    const mark = page.locator('#search-results mark').first();
    await expect(mark).toHaveCSS('text-decoration-line', 'underline');
    const [ink, paper] = await mark.evaluate((it) => [getComputedStyle(it).color, getComputedStyle(document.body).backgroundColor]);
    expect(ink).not.toBe(paper);
  });
});
