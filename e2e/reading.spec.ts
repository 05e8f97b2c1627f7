// Reading: from the front page through a chapter, to how a thing is known, and back.
import { expect, test } from './support/test.ts';
import {
  addressOf,
  chapterIds,
  entry,
  evidence,
  groupIds,
  html,
  passageAddresses,
  shown,
  withEvidence,
  words,
} from './support/story.ts';
import type { Page } from '@playwright/test';

const [first = '', second = ''] = chapterIds();
const status = (page: Page) => page.locator('#announcement');
const popover = (page: Page) => page.getByRole('dialog');

/** The first reference in full text whose entry in the page matches a selector, by its address. */
async function referenceTo(page: Page, kind: string, selector: string) {
  await withEvidence(page);
  const found = await page.evaluate(
    ([kind, selector]) => {
      for (const link of document.querySelectorAll<HTMLAnchorElement>(`.full a.${kind}`)) {
        // With scripts off links to evidence lead to its file.
        const href = link.getAttribute('href') ?? '';
        if (document.getElementById(href.slice(href.indexOf('#') + 1))?.querySelector(selector!)) {
          return { href, chapter: link.closest('.page')!.getAttribute('data-page')! };
        }
      }
      return undefined;
    },
    [kind, selector],
  );
  if (!found) throw new Error(`no ${kind} leads to an entry with ${selector}`);
  const { href, chapter } = found;
  const link = entry(page, `/${chapter}`).locator(`.full a.${kind}[href="${href}"]`).first();
  return { href, chapter, link, entry: entry(page, addressOf(href)) };
}

test('from the front page to the first chapter', async ({ page, open }) => {
  await open();
  const front = await page.title();
  await page.getByRole('link', { name: 'Start reading' }).click();
  const heading = shown(page).getByRole('heading', { level: 1 });
  await expect(heading).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`#/read/${first}$`));
  await expect(page).not.toHaveTitle(front);
  await expect(page).toHaveTitle(/ · /);
  await expect(status(page)).toHaveText(await page.title());
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation.getByRole('link', { name: 'Story' })).toHaveAttribute('aria-current', 'page');
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('every entry of the contents leads to its chapter', async ({ page, open }) => {
  await open();
  const titles = page.getByRole('navigation', { name: 'The story' }).getByRole('link');
  await expect(titles).toHaveCount(chapterIds().length);
  for (const id of chapterIds()) {
    await page.locator(`.contents a[href="#/read/${id}"]`).click();
    await expect(entry(page, `/read/${id}`).getByRole('heading', { level: 1 })).toBeFocused();
    await page.getByRole('banner').getByRole('link').first().click();
    await expect(page.locator('html')).toHaveAttribute('data-page', 'home');
  }
});

test('a claim opens beside its place and says how it is known', async ({ page, open }) => {
  await open();
  const claim = await referenceTo(page, 'ref-claim', '.citations');
  await open(`#/${claim.chapter}`);
  await claim.link.click();
  const dialog = popover(page);
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveAccessibleName(await words(claim.entry.getByRole('heading', { includeHidden: true })));
  await expect(dialog.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(dialog.getByText('How do we know?', { exact: true }).first()).toBeVisible();
  await expect(dialog.getByText('Sources that say so')).toBeVisible();
  // The text that the claim is about is still to be seen.
  const [link, box] = [await claim.link.boundingBox(), await dialog.boundingBox()];
  const beside = box!.y >= link!.y + link!.height - 1 || box!.y + box!.height <= link!.y + 1;
  expect(beside, 'the popover covers its link').toBe(true);
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.y).toBeGreaterThanOrEqual(0);
  expect(box!.y + box!.height).toBeLessThanOrEqual(800);
});

test('Escape and Close lead from a claim back to its place', async ({ page, open }) => {
  await open();
  const claim = await referenceTo(page, 'ref-claim', '.citations');
  await open(`#/${claim.chapter}`);
  await claim.link.focus();
  await page.keyboard.press('Enter');
  await expect(popover(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(popover(page)).toBeHidden();
  await expect(claim.link).toBeFocused();
  await claim.link.click();
  await popover(page).getByRole('button', { name: 'Close' }).click();
  await expect(popover(page)).toBeHidden();
  await expect(claim.link).toBeFocused();
});

test('a disputed claim shows sources for and against, and our verdict', async ({ page, open }) => {
  await open();
  const claim = await referenceTo(page, 'ref-claim', '[data-status="Disputed"]');
  await open(`#/${claim.chapter}`);
  await claim.link.click();
  const dialog = popover(page);
  await expect(dialog.getByText('Sources differ')).toBeVisible();
  for (const label of ['Sources that say so', 'Sources that say otherwise']) {
    const list = dialog.getByText(label, { exact: true }).locator('xpath=following-sibling::ul[1]');
    await expect(list.getByRole('listitem').first()).toBeVisible();
  }
  await expect(dialog.locator('.verdict')).not.toBeEmpty();
  // The same as on the page of claims, word for word.
  const told = await words(claim.entry.locator('.citations').first());
  expect(await words(dialog.locator('.citations').first())).toBe(told);
});

test('a reference inside the popover opens in it, and closing leads to the text', async ({ page, open }) => {
  await open();
  const outer = await referenceTo(page, 'ref-entity', '.ref-claim');
  await open(`#/${outer.chapter}`);
  await outer.link.click();
  const dialog = popover(page);
  const before = await words(dialog.getByRole('heading', { level: 2 }));
  const inner = dialog.locator('a.ref-claim').first();
  const target = entry(page, addressOf((await inner.getAttribute('href')) ?? ''));
  await inner.click();
  const heading = dialog.getByRole('heading', { level: 2 });
  await expect(heading).not.toHaveText(before);
  expect(await words(heading)).toBe(await words(target.getByRole('heading', { includeHidden: true }).first()));
  await expect(heading).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(outer.link).toBeFocused();
});

test('“Open as a page” leads to the claim among all claims', async ({ page, open }) => {
  await open();
  const claim = await referenceTo(page, 'ref-claim', '.citations');
  await open(`#/${claim.chapter}`);
  await claim.link.click();
  await popover(page).getByRole('link', { name: 'Open as a page' }).click();
  await expect(popover(page)).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`#${addressOf(claim.href)}$`));
  await expect(claim.entry.getByRole('heading').first()).toBeFocused();
  await expect(claim.entry).toBeInViewport();
  await expect(page.locator('html')).toHaveAttribute('data-page', 'claims');
});

test('a claim leads to the passages where it stands', async ({ page, open }) => {
  await open('#/claims');
  const places = shown(page).locator('.places a[href^="#/read/"]').first();
  const href = (await places.getAttribute('href')) ?? '';
  await places.click();
  await expect(entry(page, href.slice(1)).getByRole('heading')).toBeFocused();
  await expect(entry(page, href.slice(1))).toBeInViewport();
});

test('easier words change the text and keep every anchor', async ({ page, open }) => {
  await open(`#/read/${first}`);
  const chapter = entry(page, `/read/${first}`);
  const anchors = () => chapter.locator('.passage:visible').evaluateAll((all) => all.map((it) => it.id));
  const before = { anchors: await anchors(), text: await chapter.locator('.passages').innerText() };
  const control = chapter.getByRole('switch', { name: 'Easier words' });
  await control.focus();
  await page.keyboard.press('Space');
  await expect(control).toBeChecked();
  await expect(chapter.locator('.easy').first()).toBeVisible();
  await expect(chapter.locator('.full').first()).toBeHidden();
  expect(await anchors()).toEqual(before.anchors);
  expect(await chapter.locator('.passages').innerText()).not.toBe(before.text);
  // The label works for the mouse.
  await chapter.getByText('Easier words').click();
  await expect(control).not.toBeChecked();
  await expect(chapter.locator('.full').first()).toBeVisible();
});

test('easier words are remembered, and set before the app starts', async ({ page, open }) => {
  await open(`#/read/${first}`);
  await page.getByRole('switch', { name: 'Easier words' }).focus();
  await page.keyboard.press('Space');
  await page.addInitScript((id) => {
    addEventListener('DOMContentLoaded', () => {
      const box = document.getElementById(`easy-${id}`) as HTMLInputElement;
      const started = document.documentElement.hasAttribute('data-started');
      Object.assign(window, { early: { checked: box.checked, started } });
    });
  }, first);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-started');
  await expect(page.getByRole('switch', { name: 'Easier words' })).toBeChecked();
  expect(await page.evaluate('early')).toEqual({ checked: true, started: false });
  // Each chapter has its own switch.
  await open(`#/read/${second}`);
  await expect(page.getByRole('switch', { name: 'Easier words' })).not.toBeChecked();
});

test('a link to a passage leads to the passage', async ({ page, open }) => {
  const address = passageAddresses().filter((it) => it.startsWith(`${second}/`)).at(-2) ?? '';
  await open(`#/read/${address}`);
  const passage = entry(page, `/read/${address}`);
  await expect(passage.getByRole('heading')).toBeInViewport();
  const top = await passage.evaluate((it) => it.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(400);
  const heading = await words(passage.getByRole('heading'));
  expect(await page.title()).toContain(heading);
});

test('an address that is typed leads to what it names', async ({ page, open }) => {
  await open();
  const address = passageAddresses().filter((it) => it.startsWith(`${second}/`)).at(-1) ?? '';
  await page.evaluate((address) => (location.hash = `/read/${address}`), address);
  await expect(entry(page, `/read/${address}`).getByRole('heading')).toBeFocused();
  await expect(entry(page, `/read/${address}`).getByRole('heading')).toBeInViewport();
});

test('back and forward restore the page and how far it was scrolled', async ({ page, open }) => {
  await open(`#/read/${first}`);
  const next = entry(page, `/read/${first}`).getByRole('navigation').getByRole('link', { name: /^Next/ });
  await next.scrollIntoViewIfNeeded();
  await next.focus();
  const left = await settledScroll(page);
  expect(left).toBeGreaterThan(500);
  await page.keyboard.press('Enter');
  const title = entry(page, `/read/${second}`).getByRole('heading', { level: 1 });
  await expect(title).toBeFocused();
  expect(await settledScroll(page)).toBe(0);
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('data-page', `read/${first}`);
  await expect(entry(page, `/read/${first}`)).toBeVisible();
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(left);
  // And a page that is loaded again.
  await page.reload();
  await expect(page.locator('html[data-started]')).toBeAttached();
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(left);
  await page.goForward();
  await expect(title).toBeVisible();
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(0);
});

/** How far the page is scrolled, once two frames have brought the same. */
async function settledScroll(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    let before;
    do {
      before = scrollY;
      await frame();
      await frame();
    } while (before !== scrollY);
    return Math.round(before);
  });
}

test('an address that leads nowhere offers the nearest', async ({ page, open }) => {
  const [group = ''] = groupIds();
  await open(`#/map/${group}x`);
  await expect(shown(page).getByRole('heading', { level: 1, name: 'No such page' })).toBeVisible();
  await expect(page).toHaveTitle(/^No such page · /);
  await expect(shown(page)).toContainText(`/map/${group}x`);
  await shown(page).locator(`a[href="#/map/${group}"]`).click();
  await expect(page).toHaveURL(new RegExp(`#/map/${group}$`));
  await expect(page.locator('html')).toHaveAttribute('data-page', 'map');
});

test('garbage in the address does no harm', async ({ page, open, address }) => {
  await open();
  for (const hash of ['#/%', '#/%ff%fe', '#//', '#/read/', '#/read//x', '#/<b>', '#/map/"\'', '#/a?b=%zz&&=']) {
    await page.goto(address + hash);
    await page.reload();
    await expect(page.locator('html[data-started]')).toBeAttached();
    await expect(shown(page).getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('#trouble')).toBeHidden();
  }
});

test('the skip link leads past the navigation and leaves the address', async ({ page, open }) => {
  // An address with a passage would let the browser begin there, behind the link.
  await open();
  const before = page.url();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(page.url()).toBe(before);
});

test('a chapter’s first stop of Tab leads past all its references to the next one', async ({ page, open }) => {
  await open();
  await page.locator(`.contents a[href="#/read/${first}"]`).click();
  await expect(shown(page).getByRole('heading', { level: 1 })).toBeFocused();
  const onward = shown(page).locator('.chapter > .skip');
  await expect(onward).toHaveCSS('clip-path', 'inset(50%)');
  await page.keyboard.press('Tab');
  await expect(onward).toBeFocused();
  await expect(onward).toBeInViewport({ ratio: 1 });
  await expect(onward).toHaveCSS('clip-path', 'none');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/read/${second}$`));
  await expect(shown(page).getByRole('heading', { level: 1 })).toBeFocused();
});

test('the dark theme is remembered, and set before anything is painted', async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  const control = page.getByRole('button', { name: 'Dark' });
  await expect(control).toHaveAttribute('aria-pressed', 'false');
  await control.click();
  await expect(control).toHaveAttribute('aria-pressed', 'true');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      Object.assign(window, { early: getComputedStyle(document.body).backgroundColor });
    });
  });
  await page.reload();
  await expect(control).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate('early')).toBe(dark);
});

test('links to originals lead to other hosts only when they are followed', async () => {
  const outside = [...evidence().matchAll(/<a [^>]*href="(https?:[^"]+)"[^>]*>/g)];
  expect(outside.length).toBeGreaterThan(0);
  for (const [tag] of outside) expect(tag).toMatch(/rel="[^"]*noreferrer/);
  // Nothing else names another host: no image, font, script or style.
  for (const text of [html(), evidence()]) {
    expect(text.match(/(?:src|srcset|poster|data)="https?:|url\(["']?https?:|@import/g)).toBeNull();
  }
});

test('the first words of each chapter are copied as they are written', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  for (const chapter of chapterIds()) {
    await open(`#/read/${chapter}`);
    const first = shown(page).locator('.full > p').first();
    expect((await first.innerText()).replace(/\s+/g, ' ').trim()).toBe(await words(first));
  }
});
