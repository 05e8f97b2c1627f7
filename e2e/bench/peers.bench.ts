// The groups on our map beside the same groups on pages that others would make of them: see bench/README.md.
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { slow } from '../support/slow.ts';
import type { Group } from '../../bench/assemble.ts';
import { SLOWED, median } from './measure.ts';
import { kept, range, report } from './report.ts';
import type { Common } from './report.ts';
import { beginning, operable, opens, sides } from './sides.ts';
import type { Side } from './sides.ts';
import { REST, TIMES, different, revisit, visit, worksFromFile } from './visit.ts';
import { walk } from './walk.ts';
import type { Walk } from './walk.ts';

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
interface Figures extends Common {
  times: Times[];
  walk: Walk;
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
  const { offline, all } = await revisit(
    browser,
    side,
    (page, address) => arrive(page, side, groups, address),
    async (page) => (await operable(page, side, groups.length, 5000)) && (await opens(page, side, groups)),
  );
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
    return different([...asItOpens, ...(await faults(page))]);
  });
  const withoutScripts = await visit(browser, side, { javaScriptEnabled: false }, async (page, { address }) => {
    await page.goto(address);
    const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
    return groups.filter((group) => text.includes(group.name) && text.includes(beginning(group))).length;
  });
  const fromFile = await worksFromFile(
    browser,
    side,
    async (page) => (await operable(page, side, groups.length)) && (await opens(page, side, groups)),
  );
  return { sent, later: kept(sent, all), walk: walked, faults: against, fromFile, offline, withoutScripts };
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
    await page.waitForFunction(() => (globalThis as unknown as { watched: Times }).watched.operable, undefined, { polling: 250, timeout: 60_000 });
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
    const { left, right, top, bottom, width } = it.getBoundingClientRect();
    // What is not laid out yet has no size, and lies nowhere.
    return width > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
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

/** Prints what was found, and leaves it in `target/bench/`. */
function print(browser: Browser, groups: Group[], all: Side[], found: Figures[]) {
  const { numbers, words, weights, reach, print } = report(all, found);
  const time = (of: (it: Times) => number | undefined) => (it: Figures) => {
    const known = it.times.map(of).filter((it) => it !== undefined);
    return known.length === it.times.length ? median(known) : undefined;
  };
  const some = (count: number) => `${count} of ${groups.length}`;
  weights();
  numbers('ms until a group’s name is on the page', time((it) => it.named));
  numbers('ms until a group’s name is in view', time((it) => it.seen));
  numbers('ms until all groups can be operated', time((it) => it.operable));
  words('… the quickest and the slowest visit', ({ times }) => range(times.map((it) => it.operable ?? 0)));
  numbers('long tasks, ms', time((it) => it.long));
  words('opened by keyboard alone', ({ walk }) => some(walk.opened.size));
  numbers('… after so many Tab stops', ({ walk }) => walk.tabs);
  numbers('… keys to the farthest of them', ({ walk }) => Math.max(...walk.opened.values()));
  reach();
  words('groups to be read with scripts off', (it) => some(it.withoutScripts));
  const about =
    `${groups.length} groups, Chromium ${browser.version()}, 1280×800, processor slowed ${SLOWED}×, median of ${TIMES}; ` +
    'in brackets how many times ours, – where it does not happen until a reader opens a group';
  print(`Our map and its peers: ${about}`, 'peers.md');
}
