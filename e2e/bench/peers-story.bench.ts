// The story on our page beside the same story as slides and as a book: see bench/README.md.
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { needed } from '../support/outputs.ts';
import { slow } from '../support/slow.ts';
import type { Chapter, Passage } from '../../bench/assemble.ts';
import { SLOWED, median } from './measure.ts';
import { kept, range, report } from './report.ts';
import type { Common } from './report.ts';
import { REST, TIMES, different, revisit, visit, worksFromFile } from './visit.ts';
import type { Place } from './visit.ts';

/** More keys than this nobody presses for a chapter. */
const MOST_KEYS = 400;

/** A page that shows the story. */
interface Side extends Place {
  /** Brings the next part of the chapter, or of the story, into view. */
  onward: string;
  /** Brings the next chapter, where the above does not: a key, or a link that is selected. */
  next?: { key: string } | { link: string };
  /** Selects the link to the next page, where each chapter has one. */
  pages?: string;
}

/** What was found out about a page. */
interface Figures extends Common {
  /** Milliseconds until the beginning of the story is in view, and all long tasks. */
  times: { seen: number; long: number }[];
  /** Passages that came into view by keys, and how many keys that took. */
  reached: number;
  keys: number;
  withoutScripts: number;
}

test('our story and its peers', async ({ browser }) => {
  test.setTimeout(1_200_000);
  const { chapters, assembleStory } = await import('../../bench/assemble.ts').catch(() => {
    throw new Error('the peers are not installed: `cargo xtask bench peers` does it, or `npm ci --ignore-scripts` in bench/');
  });
  const { assembleBook } = await import('../../bench/books.ts');
  const story = chapters();
  const { reveal } = assembleStory(story);
  const [first] = story;
  if (!first) throw new Error('there is no story to compare');
  const book = assembleBook(story);
  const all: [Side, ...Side[]] = [
    {
      title: 'Open the Gates',
      folder: needed('site'),
      file: needed('open-gates.html'),
      hash: `#/read/${first.id}/${first.passages[0]!.id}`,
      onward: 'Space',
      next: { link: '.chapter > .skip, .chapter-navigation a.next' },
    },
    { title: 'reveal.js', folder: reveal, file: resolve(reveal, 'index.html'), hash: '#/0/1', onward: 'Space' },
    {
      title: 'mdBook',
      folder: book,
      file: resolve(book, 'index.html'),
      hash: '',
      onward: 'Space',
      next: { key: 'ArrowRight' },
      pages: 'a.nav-chapters.next',
    },
  ];
  const found: Figures[] = [];
  for (const side of all) found.push(await examine(browser, side, story));
  for (let times = 0; times < TIMES; times += 1) {
    for (const [at, side] of all.entries()) found[at]!.times.push(await timed(browser, side, first.passages[0]!));
  }
  print(browser, story, all, found);
});

/** Enough of a passage to know it. */
const beginning = ({ paragraphs }: Passage) => paragraphs[0]!.slice(0, 40);

const passages = (story: Chapter[]) => story.flatMap((chapter) => chapter.passages);

/** What of some passages stands in the window. */
const inView = (page: Page, beginnings: string[]) =>
  page.evaluate((beginnings) => {
    const shown = [...document.querySelectorAll('main p, .slides p')].filter((it) => {
      const { top, bottom, left, right, width } = it.getBoundingClientRect();
      return width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && it.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    });
    const texts = shown.map((it) => it.textContent!.replace(/\s+/g, ' ').trim());
    return beginnings.filter((beginning) => texts.some((text) => text.startsWith(beginning)));
  }, beginnings);

/** Waits until the beginning of the story is in view; false if that does not happen. */
async function begins(page: Page, first: Passage, timeout = 10_000): Promise<boolean> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    if ((await inView(page, [beginning(first)]).catch(() => [])).length) return true;
    await page.waitForTimeout(100);
  }
  return false;
}

/** Everything but times. */
async function examine(browser: Browser, side: Side, story: Chapter[]): Promise<Figures> {
  const first = story[0]!.passages[0]!;
  const sent = await visit(browser, side, {}, async (page, { address, sent }) => {
    await page.goto(address);
    // A stage beside the text is no part of it, but comes with it.
    await page.waitForTimeout(REST);
    expect(await page.locator('body').innerText(), side.title).toContain(beginning(first).slice(0, 20));
    return [...sent];
  });
  const { offline, all } = await revisit(browser, side, (page, address) => page.goto(address), async (page) => {
    await page.waitForTimeout(1000);
    return (await page.locator('body').innerText()).includes(beginning(first).slice(0, 20));
  });
  const { reached, keys } = await visit(browser, side, {}, async (page, { address }) => {
    await page.goto(address);
    await page.waitForTimeout(REST);
    return byKeys(page, side, story);
  });
  const against = await visit(browser, side, {}, async (page, { address }) => {
    await page.goto(address);
    await page.waitForTimeout(REST);
    return different(await faults(page));
  });
  const withoutScripts = await visit(browser, side, { javaScriptEnabled: false }, async (page, { address }) => {
    await page.goto(address);
    // A large first letter parts words otherwise.
    const bare = (text: string) => text.replace(/\s/g, '');
    let text = '';
    for (;;) {
      text += bare(await page.locator('body').innerText());
      const next = side.pages ? page.locator(side.pages) : undefined;
      if (!(await next?.count())) break;
      await next!.click();
    }
    return passages(story).filter((it) => text.includes(bare(beginning(it)))).length;
  });
  const fromFile = await worksFromFile(browser, side, (page) => begins(page, first));
  return { sent, later: kept(sent, all), times: [], reached, keys, faults: against, fromFile, offline, withoutScripts };
}

/** Reads on by keys alone: which passages come into view, and after how many keys. */
async function byKeys(page: Page, { onward, next }: Side, story: Chapter[]) {
  const missing = new Set(passages(story).map(beginning));
  const total = missing.size;
  let keys = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    keys += 1;
  };
  const look = async () => {
    for (const it of await inView(page, [...missing])) missing.delete(it);
  };
  const state = () => page.evaluate(() => `${scrollY} ${[...document.querySelectorAll('.slides .present')].map((it) => it.textContent).join()}`);
  await look();
  for (let chapter = 0; chapter < story.length && missing.size; chapter += 1) {
    for (let pressed = 0, before = ''; pressed < MOST_KEYS && missing.size; pressed += 1) {
      await press(onward);
      // Pages scroll and slides move for a while.
      await page.waitForTimeout(350);
      await look();
      const now = await state();
      if (now === before) break;
      before = now;
    }
    if (!next || !missing.size) break;
    if ('key' in next) {
      await press(next.key);
      await page.waitForTimeout(500);
      await page.waitForLoadState('load');
      await look();
      continue;
    }
    const there = () => page.evaluate((next) => document.activeElement?.matches(next), next.link);
    for (let pressed = 0; pressed < MOST_KEYS && !(await there()); pressed += 1) await press('Tab');
    await press('Enter');
    await page.waitForTimeout(500);
    await look();
  }
  return { reached: total - missing.size, keys };
}

/** One visit, with the processor slowed. */
function timed(browser: Browser, side: Side, first: Passage): Promise<{ seen: number; long: number }> {
  return visit(browser, side, { serviceWorkers: 'allow' }, async (page, { address }) => {
    await page.addInitScript((beginning) => {
      const watched = { seen: 0, long: 0 };
      Object.assign(window, { watched });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) watched.long += duration;
      }).observe({ type: 'longtask', buffered: true });
      const look = () => {
        const there = [...document.querySelectorAll('main p, .slides p')].some((it) => {
          const { top, bottom, width } = it.getBoundingClientRect();
          const inWindow = width > 0 && bottom > 0 && top < innerHeight && it.checkVisibility({ opacityProperty: true, visibilityProperty: true });
          return inWindow && it.textContent!.replace(/\s+/g, ' ').trim().startsWith(beginning);
        });
        // What is found before a frame has been painted when the next one begins.
        if (there) requestAnimationFrame(() => (watched.seen = performance.now()));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, beginning(first));
    await slow(page, SLOWED);
    await page.goto(address);
    await page.waitForTimeout(2 * REST);
    const watched = await page.evaluate<{ seen: number; long: number }>('watched');
    expect(watched.seen, `${side.title} shows the story`).toBeGreaterThan(0);
    return watched;
  });
}

/** Prints what was found, and leaves it in `target/bench/`. */
function print(browser: Browser, story: Chapter[], all: [Side, ...Side[]], found: Figures[]) {
  const count = passages(story).length;
  const { numbers, words, weights, reach, print } = report(all, found);
  const some = (it: number) => `${it} of ${count}`;
  weights();
  numbers('ms until the story’s first words are in view', ({ times }) => median(times.map((it) => it.seen)));
  words('… the quickest and the slowest visit', ({ times }) => range(times.map((it) => it.seen)));
  numbers('long tasks, ms', ({ times }) => median(times.map((it) => it.long)));
  words('passages that keys alone bring into view', ({ reached }) => some(reached));
  numbers('… after so many keys', ({ keys }) => keys);
  reach();
  words('passages to be read with scripts off', (it) => some(it.withoutScripts));
  const about = `${count} passages, Chromium ${browser.version()}, 1280×800, processor slowed ${SLOWED}×, median of ${TIMES}; in brackets how many times ours`;
  print(`Our story and its peers: ${about}`, 'peers-story.md');
}
