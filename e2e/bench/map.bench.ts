// A step of the year, a choice of groups and an arrow key on the map, with ever more groups: made ones,
// which `cargo xtask bench map` writes and builds beforehand.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from '@playwright/test';
import { serve } from '../support/server.ts';
import { slow } from '../support/slow.ts';
import { SLOWED, busy, median, table } from './measure.ts';

const COUNTS = [30, 300, 3000];

/** A frame. */
const FRAME = 16.7;

/** Signs and rows come over some frames: in so many nearly all have come. */
const UNTIL = 40;

const ACTS = {
  // What the browser itself takes to show any change of this page: nothing can cost less.
  'one word of the page': {
    inputs: ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
    act: `document.getElementById('map-summary').firstChild.textContent = input;`,
  },
  'step of the year': {
    inputs: [1, 2, 3, 4, 5, 6, 7],
    act: `document.getElementById('map-on').click();`,
  },
  'choice of a kind': {
    inputs: ['student', 'umbrella', 'grassroots', 'militant', ''],
    act: `const it = document.getElementById('map-kind');
          it.value = input;
          it.dispatchEvent(new Event('change', { bubbles: true }));`,
  },
  // The made groups founded nothing: none is left, and all come back.
  'choice of the founders': {
    inputs: [1, 2, 3, 4, 5, 6, 7, 8],
    act: `document.getElementById('map-founders').click();`,
  },
  'arrow key': {
    inputs: ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowDown'],
    act: `const it = document.querySelector('.map-control[tabindex="0"]');
          it.focus();
          it.dispatchEvent(new KeyboardEvent('keydown', { key: input, bubbles: true, cancelable: true }));`,
  },
};

test('the map, with ever more groups', async ({ browser }) => {
  const costs: Record<string, number[]> = {};
  for (const count of COUNTS) {
    const folder = resolve(import.meta.dirname, `../../target/bench/site-${count}`);
    if (!existsSync(folder)) throw new Error(`${folder} is missing: run \`cargo xtask bench map\``);
    const server = await serve(folder, '/');
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.origin}/#/map?year=1970`);
    await page.locator('.map-control').first().waitFor();
    await page.waitForTimeout(2000 + count);
    await slow(page, SLOWED);
    for (const [what, { inputs, act }] of Object.entries(ACTS)) {
      const of = await busy(page, inputs, act, UNTIL);
      for (const part of ['total', 'longest'] as const) {
        (costs[`${what}, ${part === 'total' ? 'in all' : 'longest task'}`] ??= []).push(median(of.map((it) => it[part])));
      }
    }
    await page.close();
    await server.close();
  }
  const rows = Object.entries(costs).map(([what, of]) => {
    const [first = 0, second = 0, third = 0] = of;
    // Less than this can not be told from what else the machine does.
    const ratio = (more: number, less: number) => (less < 5 ? '–' : `${(more / less).toFixed(1)}×`);
    return [what, ...of, ratio(second, first), ratio(third, second), `${Math.round((third / FRAME) * 100)} %`];
  });
  table(
    `The map at a processor slowed ${SLOWED} times: milliseconds of the main thread in ${UNTIL} frames, median`,
    ['', ...COUNTS.map((it) => `${it} groups`), '30 → 300', '300 → 3,000', '3,000 of a frame'],
    rows,
  );
});
