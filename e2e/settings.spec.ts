// Settings: how the page looks, what it keeps on this device, and clearing it.
import AxeBuilder from '@axe-core/playwright';
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { SCREENS, sideways } from './support/screens.ts';
import { expect, started, test } from './support/test.ts';
import { chapterIds, groupIds, passageAddresses, shown, words } from './support/story.ts';
import type { Page } from '@playwright/test';

const [first = ''] = chapterIds();
const root = (page: Page) => page.locator('html');
const radio = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true });
const style = (page: Page, name: string) =>
  page.locator('main > .page:visible .full p').first().evaluate((it, name) => getComputedStyle(it).getPropertyValue(name), name);

/** Each choice: its group, a value of it, and what it becomes on the root. */
const CHOICES = [
  ['Type size', '130 %', 'data-size', '130'],
  ['Space between lines', 'Widest', 'data-lines', 'widest'],
  ['Space between letters', 'Wide', 'data-letters', 'wide'],
  ['Typeface', 'Easier to tell letters apart', 'data-face', 'clear'],
  ['Colors', 'High contrast', 'data-theme', 'contrast'],
  ['Motion', 'None', 'data-motion', 'reduced'],
  ['The key / opens the search', 'No', 'data-keys', 'off'],
] as const;

for (const { name, colorScheme, ...viewport } of SCREENS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });

    test('every choice works by keyboard, lasts, and is there before anything is painted', async ({ page, open }) => {
      await open('#/settings');
      for (const [group, value, attribute, word] of CHOICES) {
        const wanted = radio(page, group, value);
        const checked = page.getByRole('group', { name: group }).getByRole('radio', { checked: true });
        await tabTo(page, checked);
        for (let presses = 0; presses < 6 && !(await wanted.isChecked()); presses += 1) {
          await page.keyboard.press('ArrowRight');
        }
        await expect(wanted).toBeChecked();
        await expect(root(page)).toHaveAttribute(attribute, word);
      }
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      // Before the app: no wasm, and the page looks as chosen.
      await page.addInitScript(() => {
        new MutationObserver(() => {
          const body = document.body?.firstElementChild;
          if (body && !('early' in window)) {
            Object.assign(window, { early: { ...document.documentElement.dataset } });
          }
        }).observe(document, { childList: true, subtree: true });
      });
      await page.reload();
      await started(page);
      const early = await page.evaluate(() => (window as unknown as { early: Record<string, string> }).early);
      for (const [, , attribute, word] of CHOICES) expect(early[attribute.slice(5)]).toBe(word);
    });

    test('axe finds nothing, as it is and with high contrast', async ({ page, open, output }) => {
      test.skip(output !== 'site', 'does not differ by output');
      await open('#/settings');
      await radio(page, 'Colors', 'High contrast').check();
      expect(await faults(page)).toEqual([]);
    });
  });
}

/** What axe-core finds of text under 7:1, with high contrast, in what is shown. */
async function faint(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).include('body').withRules(['color-contrast-enhanced']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ nodes }) => nodes.map((it) => `${it.target.join(' ')} ${it.failureSummary}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const hash of ['#/', `#/read/${first}`, `#/map/${groupIds()[0]}`, '#/timeline', '#/quiz', '#/search', '#/notes', '#/settings']) {
    test(`with high contrast every text of ${hash} has 7:1 or more, ${colorScheme}`, async ({ page, open, output }) => {
      test.skip(output !== 'site', 'does not differ by output');
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.addInitScript(() => localStorage.setItem('open-gates.theme', 'contrast'));
      await open(hash);
      await expect(root(page)).toHaveAttribute('data-theme', 'contrast');
      await expect(shown(page).getByRole('heading', { level: 1 })).toBeVisible();
      // axe does not judge what is not shown, and yet walks through all of it.
      await page.evaluate(() => document.querySelectorAll('main > .page').forEach((it) => it.checkVisibility() || it.remove()));
      expect(await faint(page)).toEqual([]);
      const bare = page.locator('main .full a').evaluateAll((links) =>
        links
          .filter((it) => it.checkVisibility() && !getComputedStyle(it).textDecorationLine.includes('underline'))
          .map((it) => it.outerHTML),
      );
      expect(await bare, 'links without a line under them').toEqual([]);
    });
  }
}

test('larger type and wider lines change the text of a chapter', async ({ page, open }) => {
  await open(`#/read/${first}`);
  const before = { size: parseFloat(await style(page, 'font-size')), line: parseFloat(await style(page, 'line-height')) };
  await open('#/settings');
  await radio(page, 'Type size', '150 %').check();
  await radio(page, 'Space between lines', 'Widest').check();
  await radio(page, 'Space between letters', 'Widest').check();
  await open(`#/read/${first}`);
  expect(parseFloat(await style(page, 'font-size'))).toBeCloseTo(before.size * 1.5, 0);
  expect(parseFloat(await style(page, 'line-height'))).toBeGreaterThan(before.line * 1.5);
  expect(parseFloat(await style(page, 'letter-spacing'))).toBeGreaterThan(0);
});

test('the dark switch and the setting agree, and “back to the way it was” takes all back', async ({ page, open }) => {
  await open('#/settings');
  const dark = page.getByRole('button', { name: 'Dark', exact: true });
  await dark.click();
  await expect(radio(page, 'Colors', 'Dark')).toBeChecked();
  await radio(page, 'Colors', 'Light').check();
  await expect(dark).toHaveAttribute('aria-pressed', 'false');
  await radio(page, 'Type size', '115 %').check();
  await page.getByRole('button', { name: 'Back to the way it was' }).click();
  await expect(radio(page, 'Type size', '100 %')).toBeChecked();
  await expect(radio(page, 'Colors', 'As your system')).toBeChecked();
  await expect(page.locator('#announcement')).toContainText('settings are back');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((it) => it !== 'open-gates.progress'))).toEqual([]);
});

test('another tab takes up a setting', async ({ page, open, context, address, output }) => {
  test.skip(output === 'file', 'files share no storage events in every browser');
  await open('#/settings');
  const other = await context.newPage();
  await other.goto(`${address}#/settings`);
  await started(other);
  await radio(page, 'Colors', 'Dark').check();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(radio(other, 'Colors', 'Dark')).toBeChecked();
});

test('with an easier typeface nothing is wider than 320 px', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  await page.setViewportSize({ width: 320, height: 640 });
  await open('#/settings');
  await radio(page, 'Typeface', 'Easier to tell letters apart').check();
  await radio(page, 'Type size', '130 %').check();
  for (const hash of ['#/', `#/read/${first}`, '#/map', '#/timeline', '#/quiz', '#/settings']) {
    await open(hash);
    expect(await sideways(page), hash).toBeLessThanOrEqual(0);
  }
});

test('in forced colours what is chosen is still seen and the question has a frame', async ({ page, open }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open('#/settings');
  await radio(page, 'Colors', 'High contrast').check();
  await page.getByRole('button', { name: 'Clear everything …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Clear everything?' });
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  expect(await dialog.evaluate((it) => getComputedStyle(it).borderTopStyle)).toBe('solid');
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('no control stands there that would do nothing', async ({ page, open }) => {
    await open('#/settings');
    const settings = page.locator('[id="/settings"]');
    await expect(settings).toContainText('needs its script');
    await expect(settings.locator('input:visible, button:visible')).toHaveCount(0);
  });
});

for (const width of [390, 320]) {
  test(`the largest type has room at ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 700 });
    await open('#/settings');
    await radio(page, 'Type size', '150 %').check();
    await radio(page, 'Space between letters', 'Widest').check();
    for (const hash of ['#/', `#/read/${first}`, '#/map', '#/timeline', '#/quiz', '#/search', '#/glossary', '#/notes', '#/settings']) {
      await open(hash);
      expect(await sideways(page), hash).toBeLessThanOrEqual(0);
    }
  });
}

test('spacing that a reader forces on the text loses nothing', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  for (const hash of ['#/', `#/read/${first}`, `#/map/${groupIds()[0]}`, '#/timeline', '#/quiz', '#/search', '#/settings', '#/notes', '#/glossary']) {
    await open(hash);
    await page.addStyleTag({
      content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    });
    expect(await sideways(page), hash).toBeLessThanOrEqual(0);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main > .page p, main > .page button, main > .page label, .masthead a')]
        .filter((it) => it.checkVisibility() && getComputedStyle(it).overflow === 'hidden')
        .filter((it) => !it.closest('.spoken') && it.scrollHeight > it.clientHeight + 2)
        .map((it) => it.outerHTML.slice(0, 120)),
    );
    expect(cut, hash).toEqual([]);
  }
});

test.describe('what is kept on this device', () => {
  const kept = (page: Page) => page.getByRole('region', { name: 'What is kept on this device' });

  test('is listed, and goes when that is asked for and confirmed, by keyboard', async ({ page, open }) => {
    const [passage = ''] = passageAddresses();
    await open('#/settings');
    await expect(kept(page).getByText('Nothing yet.')).toBeVisible();
    await page.evaluate((it) => {
      localStorage.setItem('open-gates.progress', `open-gates-progress\t1\nedition\t2026.2\nplace\t${it}\nread\t${it}\n`);
      localStorage.setItem('another-page', 'stays');
    }, passage);
    await page.reload();
    await started(page);
    await radio(page, 'Type size', '115 %').check();
    await expect(kept(page).getByRole('listitem').filter({ hasText: '1 passage read' })).toBeVisible();
    await expect(kept(page).getByRole('listitem').filter({ hasText: 'Where you stopped' })).toBeVisible();
    await expect(kept(page).getByRole('listitem').filter({ hasText: '1 setting of yours' })).toBeVisible();

    const clear = kept(page).getByRole('button', { name: 'Clear everything …' });
    await tabTo(page, clear);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Clear everything?' });
    await expect(dialog).toContainText('1 passage read');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(clear).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: 'Clear everything' }));
    await page.keyboard.press('Enter');
    await expect(page.locator('#cleared')).toBeFocused();
    await expect(page.locator('#cleared')).toContainText('Cleared from this device: 1 passage read');
    await expect(root(page)).not.toHaveAttribute('data-size', '115');
    await expect(kept(page).getByText('Nothing yet.')).toBeVisible();
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'another-page': 'stays' });
    // Nothing is written back by what the page still knows.
    await open(`#/read/${first}`);
    await open('#/');
    await expect(page.locator('a.resume')).toBeHidden();
  });

  test('goes from another tab as well, and is not written back there', async ({ page, open, context, address, output }) => {
    test.skip(output === 'file', 'files share no storage events in every browser');
    const [passage = ''] = passageAddresses();
    await open();
    await page.evaluate((it) => {
      localStorage.setItem('open-gates.progress', `open-gates-progress\t1\nedition\t2026.2\nplace\t${it}\nread\t${it}\n`);
    }, passage);
    await page.reload();
    await started(page);
    await expect(page.locator('a.resume')).toBeVisible();
    const other = await context.newPage();
    await other.goto(`${address}#/settings`);
    await started(other);
    await other.getByRole('button', { name: 'Clear everything …' }).click();
    await other.getByRole('button', { name: 'Clear everything', exact: true }).click();
    await expect(other.locator('#cleared')).toContainText('1 passage read');
    await expect(page.locator('a.resume')).toBeHidden();
    await open(`#/read/${first}`);
    await page.getByRole('switch', { name: 'Easier words' }).focus();
    await page.keyboard.press('Space');
    const stored = await page.evaluate(() => localStorage.getItem('open-gates.progress') ?? '');
    expect(stored).toContain(`easy\t${first}`);
    expect(stored).not.toContain(`read\t${passage}\n`);
  });

  test('goes from an item of the quiz that was answered, and from what was set aside', async ({ page, open }) => {
    await open('#/quiz');
    const item = page.locator('#quiz-view .item');
    const verdict = page.locator('#quiz-view .verdict-box');
    await page.evaluate(() => localStorage.setItem('open-gates.progress.set-aside', 'of a newer page'));
    await item.getByRole('radio').or(item.getByRole('checkbox')).first().check();
    await item.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(verdict).toBeVisible();
    await page.evaluate(() => sessionStorage.setItem('open-gates.place', '1#/quiz'));
    await page.locator('[data-nav="settings"]').click();
    await kept(page).getByRole('button', { name: 'Clear everything …' }).click();
    await page.getByRole('button', { name: 'Clear everything', exact: true }).click();
    await expect(page.locator('#cleared')).toContainText('1 question answered');
    await expect(page.locator('#cleared')).toContainText('can’t read');
    expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
    await page.locator('[data-nav="quiz"]').click();
    await expect(verdict).toBeHidden();
    await expect(item.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
  });

  test('axe finds nothing in the question', async ({ page, open, output }) => {
    test.skip(output !== 'site', 'does not differ by output');
    await open('#/settings');
    await radio(page, 'Type size', '115 %').check();
    await kept(page).getByRole('button', { name: 'Clear everything …' }).click();
    await expect(page.getByRole('dialog', { name: 'Clear everything?' })).toMatchAriaSnapshot(`
      - dialog "Clear everything?":
        - heading "Clear everything?" [level=2]
        - paragraph: "This will be gone from this device:"
        - list:
          - listitem: 1 setting of yours
        - paragraph: /can’t be undone/
        - paragraph:
          - button "Keep it"
          - button "Clear everything"
    `);
    expect(await faults(page, '#clear-question')).toEqual([]);
  });

  test('is nothing where storage is blocked, and settings still work', async ({ page, open }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
    });
    await open('#/settings');
    await radio(page, 'Colors', 'Dark').check();
    await expect(root(page)).toHaveAttribute('data-theme', 'dark');
    await expect(kept(page).getByText('Nothing, and nothing can be')).toBeVisible();
  });
});

test('the key of the search can be switched off, and is then no longer told of', async ({ page, open }) => {
  await open('#/settings');
  const link = page.getByRole('banner').getByRole('link', { name: 'Search' });
  await expect(link).toHaveAttribute('aria-keyshortcuts', '/');
  await radio(page, 'The key / opens the search', 'No').check();
  await expect(link).not.toHaveAttribute('aria-keyshortcuts');
  await open(`#/read/${first}`);
  await expect(root(page)).toHaveAttribute('data-page', `read/${first}`);
  await page.keyboard.press('/');
  await page.waitForTimeout(100);
  await expect(root(page)).toHaveAttribute('data-page', `read/${first}`);
  await open('#/settings');
  await radio(page, 'The key / opens the search', 'Yes').check();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('settings are told to screen readers as groups of choices', async ({ page, open }) => {
  await open('#/settings');
  await expect(shown(page)).toMatchAriaSnapshot(`
    - heading "Settings" [level=1]
    - group "Type size":
      - radio "100 %" [checked]
    - group "Colors":
      - radio "As your system" [checked]
    - region "What is kept on this device":
      - heading "What is kept on this device" [level=2]
    - region "Take my progress with me":
      - paragraph:
        - button "Save as a file"
      - paragraph:
        - button "Load a file"
      - status
  `);
  expect(await words(page.locator('#hint-face'))).toContain('dyslexia');
});
