// The groups on our map beside the same groups on pages that others would make of them: see bench/README.md.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { DIST } from '../support/outputs.ts';
import type { Group } from '../../bench/assemble.ts';
import { SLOWED, median, slow } from './measure.ts';
import { beginning, operable, opens, sides } from './sides.ts';
import type { Side } from './sides.ts';
import { visit, weight } from './visit.ts';
import { walk } from './walk.ts';
import type { Walk } from './walk.ts';

/** How often times are taken. */
const TIMES = 5;
/** Milliseconds in which a page that can be operated has done whatever else it does. */
const REST = 3000;

/** Milliseconds since the navigation; what has not happened is missing. */
interface Times {
  /** A group's name is in the page, maybe beyond the window's edge. */
  named?: number;
  /** A group's name is in the window. */
  seen?: number;
  /** There is a control for each group. */
  operable?: number;
  /** All tasks of more than 50 ms, added up. */
  long: number;
}

/** What was found out about a page. */
interface Figures {
  sent: string[];
  kept: string[];
  times: Times[];
  walk: Walk;
  faults: number;
  fromFile: boolean;
  offline: boolean;
  withoutScripts: number;
}

test('our map and its peers', async ({ browser }) => {
  const { groups, all } = await sides();
  const found = new Map<Side, Figures>();
  for (const side of all) found.set(side, { ...(await examine(browser, side, groups)), times: [] });
  // In turn, so that whatever else this machine does meets all of them.
  for (let times = 0; times < TIMES; times += 1) {
    for (const side of all) found.get(side)!.times.push(await timed(browser, side, groups));
  }
  print(browser, groups, [...found.keys()], [...found.values()]);
});

/** Goes to a page and waits until all groups can be operated. */
async function arrive(page: Page, side: Side, groups: Group[], address: string) {
  await page.goto(address);
  expect(await operable(page, side, groups.length), `${side.title} has a control for each group`).toBe(true);
}

/** Everything but times. */
async function examine(browser: Browser, side: Side, groups: Group[]): Promise<Omit<Figures, 'times'>> {
  const sent = await visit(browser, side, {}, async (page, { address, sent }) => {
    await arrive(page, side, groups, address);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState('networkidle');
    const first = [...sent];
    expect(await opens(page, side, groups), `${side.title} opens a group`).toBe(true);
    return first;
  });
  const { offline, all } = await visit(browser, side, { serviceWorkers: 'allow' }, async (page, { address, sent }) => {
    await arrive(page, side, groups, address);
    await page.waitForTimeout(REST);
    await page.evaluate(async () => {
      if (await navigator.serviceWorker.getRegistration()) await navigator.serviceWorker.ready;
    });
    const all = [...sent];
    await page.context().setOffline(true);
    const again = await page.context().newPage();
    await again.goto(address).catch(() => undefined);
    return { all, offline: (await operable(again, side, groups.length, 5000)) && (await opens(again, side, groups)) };
  });
  const walked = await walk(side, groups, (act) =>
    visit(browser, side, {}, async (page, { address }) => {
      await arrive(page, side, groups, address);
      await act(page);
    }),
  );
  const against = await visit(browser, side, {}, async (page, { address }) => {
    await arrive(page, side, groups, address);
    // Colors are judged when they have come to rest.
    await page.waitForTimeout(REST);
    const asItOpens = await faults(page);
    await opens(page, side, groups);
    await page.waitForTimeout(REST);
    const all = [...asItOpens, ...(await faults(page))];
    // A rule that an element breaks is one fault, in whatever theme and however often it is found.
    return new Set(all.map((fault) => fault.replace(/^(light|dark): /, '').split(' Fix ')[0])).size;
  });
  const withoutScripts = await visit(browser, side, { javaScriptEnabled: false }, async (page, { address }) => {
    await page.goto(address);
    const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
    return groups.filter((group) => text.includes(group.name) && text.includes(beginning(group))).length;
  });
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(side.file).href + side.hash);
  const fromFile = (await operable(page, side, groups.length)) && (await opens(page, side, groups));
  await context.close();
  const kept = all.slice();
  for (const path of sent) if (kept.includes(path)) kept.splice(kept.indexOf(path), 1);
  return { sent, kept, walk: walked, faults: against, fromFile, offline, withoutScripts };
}

/** One visit, with the processor slowed. */
function timed(browser: Browser, side: Side, groups: Group[]): Promise<Times> {
  return visit(browser, side, { serviceWorkers: 'allow' }, async (page, { address }) => {
    await page.addInitScript(watch, {
      names: side.names,
      controls: side.controls,
      ready: side.ready,
      groups: groups.map(({ name, short }) => [name, short]),
    });
    await slow(page, SLOWED);
    await page.goto(address);
    await page.waitForFunction('watched.operable', undefined, { polling: 250, timeout: 60_000 });
    await page.waitForTimeout(REST);
    const times = await page.evaluate<Times>('watched');
    if (times.seen === undefined) {
      const text = await page.locator('body').innerText();
      const missed = groups.filter(({ name, short }) => text.includes(name) || text.includes(short));
      expect(missed, 'groups whose names are there all the same').toEqual([]);
    }
    return times;
  });
}

/** Runs in the page, from its beginning: notes in each frame what a reader has before them. */
function watch({ names, controls, ready, groups }: Pick<Side, 'names' | 'controls' | 'ready'> & { groups: string[][] }) {
  const watched: Times = { long: 0 };
  Object.assign(window, { watched });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.long += duration;
  }).observe({ type: 'longtask', buffered: true });
  const known = new Set(groups.flat());
  // What is found before a frame is painted has been painted when the next message comes.
  const painted = new MessageChannel();
  let fresh: (keyof Times)[] = [];
  painted.port1.onmessage = () => {
    for (const what of fresh) watched[what] ??= performance.now();
    fresh = [];
  };
  const isShown = (it: Element) => it.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const inWindow = (it: Element) => {
    const { left, right, top, bottom } = it.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  };
  const look = () => {
    if (watched.seen === undefined) {
      const all = [...document.querySelectorAll(names)];
      const named = all.filter((it) => known.has(it.textContent!.trim()) && isShown(it));
      if (named.length) fresh.push('named');
      if (named.some(inWindow)) fresh.push('seen');
    }
    if (watched.operable === undefined && document.querySelector(ready)) {
      const all = document.querySelectorAll(controls);
      if (all.length === groups.length && [...all].every(isShown)) fresh.push('operable');
    }
    if (fresh.length) painted.port2.postMessage(null);
    if (watched.seen === undefined || watched.operable === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Prints the table, and leaves it in `target/bench/` as Markdown. */
function print(browser: Browser, groups: Group[], all: Side[], found: Figures[]) {
  const rows: string[][] = [];
  /** Numbers of which less is better, with how many times ours a peer's is. */
  const numbers = (what: string, of: (it: Figures, side: Side) => number | undefined, digits = 0) => {
    const [ours, ...peers] = found.map((it, at) => of(it, all[at]!));
    const form = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const text = (it: number | undefined) => it?.toLocaleString('en-US', form);
    const ratio = (it: number) => (ours ? ` (${(it / ours).toFixed(2)}×)` : '');
    rows.push([what, text(ours) ?? '–', ...peers.map((it) => (it === undefined ? '–' : text(it) + ratio(it)))]);
  };
  const words = (what: string, of: (it: Figures) => string) => rows.push([what, ...found.map(of)]);
  const time = (of: (it: Times) => number | undefined) => (it: Figures) => {
    const known = it.times.map(of).filter((it) => it !== undefined);
    return known.length === it.times.length ? median(known) : undefined;
  };
  const whole = (it: number) => Math.round(it).toLocaleString('en-US');
  const yes = (it: boolean) => (it ? 'yes' : 'no');
  const some = (count: number) => `${count} of ${groups.length}`;
  numbers('first visit, KB by brotli', ({ sent }, side) => weight(side, sent), 1);
  numbers('first visit, requests', ({ sent }) => sent.length);
  numbers('kept after it for use offline, KB', ({ kept }, side) => weight(side, kept), 1);
  numbers('ms until a group’s name is on the page', time((it) => it.named));
  numbers('ms until a group’s name is in view', time((it) => it.seen));
  numbers('ms until all groups can be operated', time((it) => it.operable));
  words('… the quickest and the slowest visit', ({ times }) => {
    const all = times.map((it) => it.operable ?? 0);
    return [Math.min(...all), Math.max(...all)].map(whole).join('–');
  });
  numbers('long tasks, ms', time((it) => it.long));
  words('opened by keyboard alone', ({ walk }) => some(walk.opened.size));
  numbers('… after so many Tab stops', ({ walk }) => walk.tabs);
  numbers('… keys to the farthest of them', ({ walk }) => Math.max(...walk.opened.values()));
  numbers('faults that axe-core finds', (it) => it.faults);
  words('works from a file', (it) => yes(it.fromFile));
  words('works offline on a second visit', (it) => yes(it.offline));
  words('groups to be read with scripts off', (it) => some(it.withoutScripts));

  const cells = [['', ...all.map((it) => it.title)], ...rows];
  const widths = cells[0]!.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  const lines = cells.map((row) => row.map((it, at) => (at ? it.padStart(widths[at]!) : it.padEnd(widths[at]!))).join('  '));
  const about =
    `${groups.length} groups, Chromium ${browser.version()}, 1280×800, processor slowed ${SLOWED}×, median of ${TIMES}; ` +
    'in brackets how many times ours, – where it does not happen until a reader opens a group';
  console.log(`\nOur map and its peers: ${about}\n${lines.join('\n')}`);
  const markdown = cells.map((row) => `| ${row.join(' | ')} |`);
  markdown.splice(1, 0, `|---|${'---:|'.repeat(all.length)}`);
  writeFileSync(resolve(DIST, '../target/bench/peers.md'), `${markdown.join('\n')}\n`);
}
