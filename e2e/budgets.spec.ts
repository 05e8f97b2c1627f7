// Budgets of what readers download, and of what moves under their eyes. 1 KB is 1024 bytes here.
//
// Bytes are counted by brotli at its best (11), as any web server can send files prepared ahead;
// the test server sends them plain.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from '@playwright/test';
import { DIST, expect, test } from './support/test.ts';
import { chapterIds, groupIds, html, shown } from './support/story.ts';

const KB = 1024;
const [first = ''] = chapterIds();
const [group = ''] = groupIds();

test.describe('bytes', () => {
  test.skip(({ output }) => output !== 'site', 'counted on the files themselves');

  const compressed = new Map<string, number>();
  const brotli = (content: Buffer) =>
    brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }).length;
  /** What a file of `dist/site/` weighs on its way. Fonts are compressed already, and sent as they are. */
  const weight = (name: string) => {
    const known = compressed.get(name);
    if (known !== undefined) return known;
    const content = readFileSync(resolve(DIST, 'site', name));
    const size = extname(name) === '.woff2' ? content.length : brotli(content);
    compressed.set(name, size);
    return size;
  };
  const modules = () => readdirSync(resolve(DIST, 'site')).filter((name) => name.endsWith('.wasm'));
  /** The module that starts the page. */
  const main = () => modules().find((name) => name.endsWith('_bg.wasm')) ?? '';
  const within = (bytes: number, budget: number, what: string) => {
    test.info().annotations.push({ type: what, description: `${(bytes / KB).toFixed(1)} KB of ${budget}` });
    expect(bytes / KB, `${what}, in KB by brotli`).toBeLessThanOrEqual(budget);
  };

  test('the whole story, with its style, takes at most 60 KB', async () => {
    // Styles stand in the page. Were there files of them, they would be counted.
    const styles = [...html().matchAll(/<link[^>]*rel="?stylesheet"?[^>]*href="([^"]+)"/g)].map(([, href]) => href!);
    within(weight('index.html') + styles.reduce((sum, name) => sum + weight(name), 0), 60, 'HTML and CSS');
  });

  test('the wasm that starts the page takes at most 140 KB without the story', async () => {
    const wasm = readFileSync(resolve(DIST, 'site', main()));
    // The story stands in the wasm byte for byte as the build encoded it. With those bytes made
    // zeros, which compress to nothing, what is left is code and its own tables.
    const story = encodedStory(wasm);
    const at = wasm.indexOf(story);
    const blank = Buffer.from(wasm);
    blank.fill(0, at, at + story.length);
    within(brotli(blank), 140, 'wasm without the story');
  });

  test('the single file takes at most 1,000 KB', async () => {
    const { size } = statSync(resolve(DIST, 'open-gates.html'));
    // A file is copied as it is: nothing compresses it on its way.
    expect(size / KB).toBeLessThanOrEqual(1000);
  });

  test('the fonts take at most 70 KB', async () => {
    const fonts = readdirSync(resolve(DIST, 'site/public/fonts')).filter((name) => name.endsWith('.woff2'));
    within(fonts.reduce((sum, name) => sum + weight(`public/fonts/${name}`), 0), 70, 'fonts');
  });

  test('a first visit takes at most 340 KB and 12 requests', async ({ page, open, address }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open('#/');
    await page.getByRole('link', { name: 'Start reading' }).click();
    await expect(shown(page).getByRole('heading', { level: 1 })).toBeFocused();
    await shown(page).getByRole('navigation', { name: 'Chapters' }).scrollIntoViewIfNeeded();
    await page.locator('[data-nav="map"]').click();
    await expect(page.locator('.map-control').first()).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    expect(asked.length, asked.join(' ')).toBeLessThanOrEqual(12);
// The browser asks for the icon anew at each address, of its cache where the server allows one.
    const again = asked.filter((url, at) => asked.indexOf(url) < at && !url.endsWith('icon.png'));
    expect(again, 'asked for twice').toEqual([]);
    const names = asked.map((url) => {
      expect(url.startsWith(address), url).toBe(true);
      return url.slice(address.length).split(/[?#]/)[0] || 'index.html';
    });
    const sum = (names: string[]) => names.reduce((sum, name) => sum + weight(name), 0);
    within(sum([...new Set(names)]), 340, 'first visit');
    const wasm = names.filter((name) => name.endsWith('.wasm'));
    // The map comes in a chunk of its own.
    expect(wasm.length).toBeGreaterThan(1);
    within(sum(wasm), 240, 'wasm of a first visit');
  });

  /** The encoded story: of those that builds have left behind, the one that this wasm holds. */
  function encodedStory(wasm: Buffer): Buffer {
    const root = resolve(fileURLToPath(import.meta.url), '../..');
    const target = process.env.CARGO_TARGET_DIR ?? resolve(root, 'target');
    const found = process.env.E2E_STORY ? [process.env.E2E_STORY] : [...storiesIn(target, 5)];
    const story = found.map((path) => readFileSync(path)).find((bytes) => bytes.length > 0 && wasm.includes(bytes));
    if (!story) {
      throw new Error('no story.bin of a build stands in this wasm: name it in E2E_STORY, or run `cargo xtask dist`');
    }
    return story;
  }

  /** Files `build/…/out/story.bin`, at most so many folders down. */
  function* storiesIn(folder: string, depth: number): Generator<string> {
    const builds = resolve(folder, 'build');
    if (existsSync(builds)) {
      for (const name of readdirSync(builds)) {
        const path = resolve(builds, name, 'out/story.bin');
        if (existsSync(path)) yield path;
      }
    }
    if (depth === 0) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const skipped = ['build', 'deps', 'incremental', '.fingerprint', 'examples', 'doc'].includes(entry.name);
      if (entry.isDirectory() && !skipped) yield* storiesIn(resolve(folder, entry.name), depth - 1);
    }
  }
});

test.describe('what has been painted does not move', () => {
  // The other outputs load the same page in the same order, or all at once.
  test.skip(({ output }) => !['site', 'file'].includes(output), 'site and file differ most');

  const SCREENS = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 } };
  const VIEWS = {
    'front page': '#/',
    'a chapter': `#/read/${first}`,
    map: '#/map',
    'map with a group': `#/map/${group}`,
    quiz: '#/quiz',
  };
  for (const [screen, size] of Object.entries(SCREENS)) {
    for (const [view, hash] of Object.entries(VIEWS)) {
      test(`${view} on a ${screen}`, async ({ page, open }) => {
        await page.setViewportSize(size);
        await page.addInitScript(() => {
          const shifts: { value: number; where: string }[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              // What follows a key or a click within half a second does not count: the reader asked.
              const shift = entry as PerformanceEntry & {
                value: number;
                hadRecentInput: boolean;
                sources: { node?: Node }[];
              };
              if (shift.hadRecentInput) continue;
              const where = shift.sources.map(({ node }) =>
                node instanceof Element ? `${node.tagName}.${node.className}#${node.id}` : node?.nodeName,
              );
              shifts.push({ value: shift.value, where: where.join(', ') });
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await open(hash);
        await page.evaluate(async () => {
          await document.fonts.ready;
          // Two frames bring what the last font or the app's last effect changed.
          for (let frames = 0; frames < 3; frames += 1) {
            await new Promise((done) => requestAnimationFrame(done));
          }
        });
        const shifts = await seen(page);
        const sum = shifts.reduce((sum, { value }) => sum + value, 0);
        expect(sum, JSON.stringify(shifts)).toBeLessThanOrEqual(0.01);
      });
    }
  }

  const seen = (page: Page) => page.evaluate<{ value: number; where: string }[]>('shifts');
});
