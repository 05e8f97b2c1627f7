// What is compared: our map, and the peers' pages. How each shows a group, and where.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { DIST, needed } from '../support/outputs.ts';
import type { Group } from '../../bench/assemble.ts';
import type { Place } from './visit.ts';

/** A page that shows the groups. */
export interface Side extends Place {
  /** Selects text with names of groups, shown or not. */
  names: string;
  /** Selects what opens a group, one for each. */
  controls: string;
  /** Selects something that is there when controls do what they say. */
  ready: string;
  /** Selects what holds a group's account when it has been opened. */
  account: string;
}

/** Our page and its peers; assembles the latter. */
export async function sides(): Promise<{ groups: Group[]; all: [Side, ...Side[]] }> {
  const bench = resolve(DIST, '../bench');
  if (!existsSync(resolve(bench, 'node_modules'))) {
    throw new Error('the peers are not installed: `cargo xtask bench peers` does it, or `npm ci --ignore-scripts` in bench/');
  }
  // Not before it is known that its packages are there.
  const { assemble, groups } = await import('../../bench/assemble.ts');
  const shown = groups();
  const { leaflet, timeline } = assemble(shown);
  const ours: Side = {
    title: 'Open the Gates',
    folder: needed('site'),
    file: needed('open-gates.html'),
    hash: '#/map',
    names: 'section[data-page="map"] h3, .map-rows a',
    controls: '.map-control[aria-label]',
    ready: 'html[data-started]',
    account: '.map-panel',
  };
  const peers: Side[] = [
    {
      title: 'Leaflet',
      folder: leaflet,
      file: resolve(leaflet, 'index.html'),
      hash: '',
      names: '.leaflet-popup h2',
      controls: '.leaflet-marker-icon',
      ready: 'body',
      account: '.leaflet-popup',
    },
    {
      title: 'TimelineJS3',
      folder: timeline,
      file: resolve(timeline, 'index.html'),
      hash: '',
      names: '.tl-headline',
      controls: '.tl-timemarker',
      ready: 'body',
      account: '.tl-slide',
    },
  ];
  return { groups: shown, all: [ours, ...peers] };
}

/** The beginning of a group's account: enough to know it. */
export const beginning = (group: Group) => group.account.slice(0, 40);

/** Whether the account of a group is before the reader within some milliseconds. */
export async function shows(page: Page, { account }: Side, group: Group, timeout = 2500): Promise<boolean> {
  const shown = page.waitForFunction(
    ({ account, text }) =>
      [...document.querySelectorAll(account)].some((it) => {
        const { left, right, top, bottom, width } = it.getBoundingClientRect();
        const inWindow = width > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
        return inWindow && it.checkVisibility() && it.textContent!.replace(/\s+/g, ' ').includes(text);
      }),
    { account, text: beginning(group) },
    { timeout },
  );
  return shown.then(
    () => true,
    () => false,
  );
}

/** Waits until there is a control for each group; false if that does not happen. */
export async function operable(page: Page, side: Side, count: number, timeout = 15_000): Promise<boolean> {
  const { controls, ready } = side;
  const there = page.waitForFunction(
    ({ controls, ready, count }) =>
      document.querySelector(ready) &&
      [...document.querySelectorAll(controls)].filter((it) => it.checkVisibility()).length === count,
    { controls, ready, count },
    { timeout },
  );
  return there.then(
    () => true,
    () => false,
  );
}

/** Opens a group by its control, whichever group has the last one. */
export async function opens(page: Page, side: Side, groups: Group[]): Promise<boolean> {
  // By a key, since signs may lie on one another.
  await page.locator(side.controls).last().focus();
  await page.keyboard.press('Enter');
  const any = groups.map((group) => shows(page, side, group).then((shown) => shown || Promise.reject()));
  return Promise.any(any).then(
    () => true,
    () => false,
  );
}
