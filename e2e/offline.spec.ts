// Without a network after the first visit, and a newer edition that comes without a fight.
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from './support/server.ts';
import { DIST, expect, started, test } from './support/test.ts';
import { chapterIds, claimIds, entry, evidenceCame, questions, shown } from './support/story.ts';
import type { Page } from '@playwright/test';

test.use({ serviceWorkers: 'allow' });
test.skip(({ output }) => output === 'file', 'a file needs no network');

const [first = ''] = chapterIds();

/** Waits until the page's files are kept, and the page is answered from them. */
async function kept(page: Page) {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (!serviceWorker.controller) {
      await new Promise((done) => serviceWorker.addEventListener('controllerchange', done, { once: true }));
    }
  });
}

for (const width of [390, 1280]) {
  test(`everything is there without a network after the first visit, at ${width} px`, async ({ page, open, context }) => {
    await page.setViewportSize({ width, height: 800 });
    await open('#/');
    await kept(page);
    await context.setOffline(true);
    await page.reload();
    await started(page);
    await page.getByRole('link', { name: 'Start reading' }).click();
    await expect(shown(page).getByRole('heading', { level: 1 })).toBeFocused();
    // The faces come along: text is set in them, not in what the system has.
    const faces = () => page.evaluate(() => document.fonts.ready.then((it) => [...it].filter((face) => face.status === 'loaded').length));
    expect(await faces()).toBeGreaterThan(1);
    await page.locator('[data-nav="map"]').click();
    await expect(page.locator('.map-control').first()).toBeVisible();
    await page.goto(page.url().replace(/#.*/, `#/claims/${claimIds()[0]}`));
    await evidenceCame(page);
    await expect(entry(page, `/claims/${claimIds()[0]}`)).toBeVisible();
    await page.goto(page.url().replace(/#.*/, `#/quiz?item=${questions('choose-one')[0]!.id}`));
    await expect(page.locator('.prompt')).toBeVisible();
    await context.setOffline(false);
  });
}

test('a page in the folder above is none of its business', async ({ page, open, address }) => {
  await open('#/');
  await kept(page);
  const scope = await page.evaluate(() => navigator.serviceWorker.ready.then((it) => it.scope));
  expect(scope).toBe(address);
});

test('nothing is kept for those who save data', async ({ page, open }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await open(`#/read/${first}`);
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((it) => it.length))).toBe(0);
});

/** A copy of the site, to be changed. */
function copy() {
  const folder = mkdtempSync(join(tmpdir(), 'edition-'));
  cpSync(resolve(DIST, 'site'), folder, { recursive: true });
  return folder;
}

function change(folder: string, name: string, change: (text: string) => string) {
  writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
}

/** Makes another edition of a copy. */
function rename(folder: string, edition: string) {
  change(folder, 'sw.js', (text) => text.replace(/const EDITION = "[^"]*"/, `const EDITION = "${edition}"`));
}

test.describe('on a server of its own', () => {
  // It is none that the other tests know.
  test.use({ allowed: [/^request to http:\/\/127\.0\.0\.1/] });
  test.skip(({ output }) => output !== 'site', 'does not differ by output');

  test('what the page has loaded is not downloaded again to be kept', async ({ page }) => {
    const sent: string[] = [];
    const server = await serve(resolve(DIST, 'site'), '/', { sent: (path) => sent.push(path), cached: true });
    try {
      await page.goto(server.origin);
      await started(page);
      await kept(page);
      const named = sent.filter((path) => /-[0-9a-f]{16}/.test(path));
      expect(named.length).toBeGreaterThan(1);
      expect([...new Set(named)]).toEqual(named);
    } finally {
      await server.close();
    }
  });

  test('a newer edition is offered, comes when it is asked for, and leaves nothing of the older one', async ({ page }) => {
    const newer = copy();
    change(newer, 'index.html', (html) => html.replace(/<title>[^<]*/, '<title>A newer edition').replace('<h1', '<h1 data-newer'));
    rename(newer, 'newer');
    const server = await serve(resolve(DIST, 'site'), '/');
    try {
      await page.goto(`${server.origin}/#/read/${first}`);
      await started(page);
      await kept(page);
      await expect(page.locator('#newer-edition')).toBeHidden();
      server.serve(newer);
      await page.reload();
      await started(page);
      // Of one edition until the reader asks for the other.
      await expect(page.locator('[data-newer]')).toHaveCount(0);
      const load = page.getByRole('status').getByRole('button', { name: 'Load it' });
      await expect(load).toBeVisible({ timeout: 15_000 });
      await load.focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-newer]')).toHaveCount(1);
      await started(page);
      await expect(page.locator('#newer-edition')).toBeHidden();
      await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['open-gates / newer']);
    } finally {
      await server.close();
      rmSync(newer, { recursive: true });
    }
  });

  test('a newer edition can be loaded in each tab', async ({ page, context }) => {
    const newer = copy();
    rename(newer, 'newer');
    const server = await serve(resolve(DIST, 'site'), '/');
    try {
      await page.goto(server.origin);
      await started(page);
      await kept(page);
      server.serve(newer);
      const other = await context.newPage();
      for (const tab of [page, other]) {
        await tab.goto(`${server.origin}/#/read/${first}`);
        await tab.reload();
        await started(tab);
      }
      for (const tab of [page, other]) {
        await tab.getByRole('status').getByRole('button', { name: 'Load it' }).click({ timeout: 15_000 });
        await expect(tab.locator('#newer-edition')).toBeHidden();
        await started(tab);
      }
    } finally {
      await server.close();
      rmSync(newer, { recursive: true });
    }
  });

  const wasm = (folder: string) => readdirSync(folder).find((it) => it.endsWith('.wasm'))!;
  const WRONG = {
    'an edition that cannot be had whole': (folder: string) => rmSync(join(folder, wasm(folder))),
    'an edition whose page has not come yet': (folder: string) => {
      const name = wasm(folder);
      const another = name.replace(/[0-9a-f]{16}/, '0'.repeat(16));
      renameSync(join(folder, name), join(folder, another));
      change(folder, 'sw.js', (text) => text.replace(name, another));
    },
  };
  for (const [what, spoil] of Object.entries(WRONG)) {
    // The worker asks for what is not there; whether that is seen here depends on who is quicker.
    test.describe(() => {
      test.use({ allowed: [/^request to http:\/\/127\.0\.0\.1|^404 for .*\.wasm$/] });
      test(`${what} leaves the older one in place`, async ({ page }) => {
        const broken = copy();
        rename(broken, 'broken');
        spoil(broken);
        const server = await serve(resolve(DIST, 'site'), '/');
        try {
          await page.goto(server.origin);
          await started(page);
          await kept(page);
          const before = await page.evaluate(() => caches.keys());
          server.serve(broken);
          await page.reload();
          await started(page);
          await page.waitForTimeout(1500);
          await page.reload();
          await started(page);
          await expect(page.locator('#newer-edition')).toBeHidden();
          await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(before);
        } finally {
          await server.close();
          rmSync(broken, { recursive: true });
        }
      });
    });
  }
});

test('the manifest names the story, and its files are there', async ({ page, open, address }) => {
  await open('#/');
  const found = await page.evaluate(async () => {
    const { href } = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')!;
    const manifest = await (await fetch(href)).json();
    const at = (path: string) => new URL(path, href).href;
    const icons = await Promise.all(manifest.icons.map(async (icon: { src: string }) => (await fetch(at(icon.src))).ok));
    return { name: manifest.name, start: at(manifest.start_url), scope: at(manifest.scope), icons };
  });
  expect(await page.title()).toContain(found.name);
  expect(found.start).toBe(address);
  expect(found.scope).toBe(address);
  expect(found.icons).not.toContain(false);
});

test('the icon that is asked for is the one that was drawn', async ({ page, open }) => {
  await open('#/');
  const different = await page.evaluate(async () => {
    const { href } = document.querySelector<HTMLLinkElement>('link[rel~="icon"]')!;
    const pixels = async (src: string) => {
      const image = new Image(180, 180);
      image.src = src;
      await image.decode();
      const canvas = new OffscreenCanvas(180, 180).getContext('2d')!;
      canvas.drawImage(image, 0, 0, 180, 180);
      return canvas.getImageData(0, 0, 180, 180).data;
    };
    const [small, drawn] = [await pixels(href), await pixels(new URL('icon.svg', href).href)];
    // Edges may be smoothed otherwise.
    return small.filter((it, at) => Math.abs(it - drawn[at]!) > 64).length / small.length;
  });
  expect(different).toBeLessThan(0.01);
});
