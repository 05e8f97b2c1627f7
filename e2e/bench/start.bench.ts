// The start of the page beside the same page without its scripts, and an answer to an item: on a processor that is
// slowed as an old laptop's.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { needed } from '../support/outputs.ts';
import { serve } from '../support/server.ts';
import { slow } from '../support/slow.ts';
import { questions } from '../support/story.ts';
import { SLOWED, busy, median, table } from './measure.ts';

/** How often the page is visited. */
const TIMES = 9;

/** Milliseconds in which the page is left alone: what drives the browser has tasks of its own in it. */
const REST = 2500;

/** Milliseconds, from the navigation on. */
interface Start {
  /** Until something of the text is painted. */
  painted: number;
  /** Until the program has taken the page over. */
  started: number;
  /** The longest task of the main thread that is long, or nothing. */
  longest: number;
  /** How far what is seen has moved by itself. */
  shift: number;
}

test('the start, with and without scripts', async ({ browser }) => {
  const site = needed('site');
  const bare = resolve(import.meta.dirname, '../../target/bench/without-scripts');
  rmSync(bare, { recursive: true, force: true });
  mkdirSync(bare, { recursive: true });
  cpSync(resolve(site, 'public'), resolve(bare, 'public'), { recursive: true });
  const html = readFileSync(resolve(site, 'index.html'), 'utf8');
  const without = html
    .replace(/<script(?: type="module")?>[\s\S]*?<\/script>/g, '')
    .replace(/<link rel="(?:module)?preload"[^>]*(?:\.js|\.wasm)[^>]*>/g, '')
    // What scripts would have set before the first paint: that one page is shown, not all.
    .replace('<html ', '<html data-scripts data-page="home" ');
  writeFileSync(resolve(bare, 'index.html'), without);
  const servers = [await serve(site, '/', { packed: true }), await serve(bare, '/', { packed: true })];
  const starts: Start[][] = [[], []];
  // The first visit to each is not counted: the server packs its files then.
  for (let times = 0; times <= TIMES; times += 1) {
    for (const [at, { origin }] of servers.entries()) {
      const visit = await start(browser, origin, at === 0);
      if (times) starts[at]!.push(visit);
    }
  }
  for (const server of servers) await server.close();
  const row = (what: string, of: (it: Start) => number) => {
    const [ours = 0, theirs = 0] = starts.map((all) => median(all.map(of)));
    return [what, ours, theirs, theirs ? `${(ours / theirs).toFixed(2)}×` : '–'];
  };
  table(
    `The start at a processor slowed ${SLOWED} times: median of ${TIMES} visits in turn`,
    ['', 'with scripts', 'without', 'ratio'],
    [
      row('ms until the text is painted', (it) => it.painted),
      row('ms until the program has started', (it) => it.started),
      row('longest task of more than 50 ms', (it) => it.longest),
      row('layout shift, in hundredths', (it) => it.shift * 100),
    ],
  );
});

/** A visit with nothing kept from others. */
async function start(browser: Browser, origin: string, scripts: boolean): Promise<Start> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript((rest) => {
    const watched: Start = { painted: 0, started: 0, longest: 0, shift: 0 };
    Object.assign(window, { watched });
    const observe = (type: string, hear: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
    observe('paint', (entry) => {
      if (entry.name === 'first-contentful-paint') watched.painted = entry.startTime;
    });
    observe('longtask', (entry) => {
      if (entry.startTime < rest) watched.longest = Math.max(watched.longest, entry.duration);
    });
    observe('layout-shift', (entry) => {
      watched.shift += (entry as PerformanceEntry & { value: number }).value;
    });
    addEventListener('otg:started', () => {
      watched.started = performance.now();
    });
  }, REST);
  await slow(page, SLOWED);
  await page.goto(`${origin}/`);
  await page.waitForTimeout(REST + 500);
  const found = await page.evaluate<Start>('watched');
  if (scripts && !found.started) throw new Error(`the program has not started within ${REST} ms`);
  await page.close();
  return found;
}

test('an answer', async ({ browser }) => {
  const server = await serve(needed('site'), '/');
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const [question] = questions('choose-one');
  if (!question) throw new Error('the story has no question of this type');
  const costs: { what: string; total: number; longest: number }[] = [];
  for (let times = 0; times < 7; times += 1) {
    await page.goto('about:blank');
    await page.goto(`${server.origin}/#/quiz?item=${question.id}`);
    await page.locator('#quiz-view input[type="radio"]').first().waitFor();
    await page.waitForTimeout(500);
    await slow(page, SLOWED);
    const [chosen] = await busy(page, [0], `document.querySelector('#quiz-view input[type="radio"]').click();`);
    const [graded] = await busy(page, [0], `[...document.querySelectorAll('#quiz-view button')].find((it) => it.textContent === 'Check').click();`);
    costs.push({ what: 'an option is chosen', ...chosen! }, { what: 'the answer is handed in', ...graded! });
    await slow(page, 1);
    await page.evaluate(() => localStorage.clear());
  }
  const rows = [...new Set(costs.map((it) => it.what))].map((what) => {
    const of = costs.filter((it) => it.what === what);
    return [what, median(of.map((it) => it.total)), median(of.map((it) => it.longest))];
  });
  table(`An answer at a processor slowed ${SLOWED} times: milliseconds of the main thread, median of 7`, ['', 'in all', 'longest task'], rows);
  await page.close();
  await server.close();
});
