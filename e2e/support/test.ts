// What every test starts from:
//
//   import { expect, test } from './support/test.ts';
//
//   test('the map opens', async ({ page, open }) => {
//     await open('#/map?year=1974');
//     await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
//   });
//
// A test runs once for each output (see playwright.config.ts); `open` knows the address of
// the present one. `output` names it, for what can differ: `test.skip(output === 'file')`.
//
// Beyond what it asserts, every test fails on
//   - a request to another host, or to a file that is not there,
//   - an error on the console,
//   - an uncaught error or rejection,
// in any page or window that it opens. A test that provokes one says which:
//
//   test.use({ allowed: [/otg:failed/, /unreachable/] });
import { test as base, expect } from '@playwright/test';
import type { BrowserContext, Page, Response } from '@playwright/test';
import { openOutput } from './outputs.ts';
import type { Opened, Output } from './outputs.ts';

export { expect };
export { DIST } from './outputs.ts';

/** What a project or a file can set by `test.use`. */
export interface Options {
  /** Faults that a test provokes on purpose; matched against their text. */
  allowed: RegExp[];
}

/** How to open the page. */
export interface Opening {
  /** Whether to wait until the app has taken over the page. Default: if scripts are on. */
  started?: boolean;
}

interface Fixtures extends Options {
  /** Opens the page at a hash and waits until the app has taken it over. */
  open(hash?: string, opening?: Opening): Promise<Response | null>;
  /** The page's address, without a hash. */
  address: string;
  /** Faults seen so far. Checked after the test. */
  faults: string[];
}

interface WorkerFixtures {
  /** Which output is being tested. */
  output: Output;
  opened: Opened;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  allowed: [[], { option: true }],
  output: ['site', { option: true, scope: 'worker' }],

  opened: [
    async ({ output }, use) => {
      const opened = await openOutput(output);
      await use(opened);
      await opened.close();
    },
    { scope: 'worker' },
  ],

  address: async ({ opened }, use) => use(opened.address),

  page: async ({ page, output }, use) => {
    if (output === 'file') {
      // Once in some hundred times Chromium has forgotten all that a file stored when it is loaded again.
      // That is not what these tests are about: all of it is stored once more. On the other outputs,
      // where this does not happen, the same tests would notice if the app lost it.
      const reload = page.reload.bind(page);
      const stored = () => page.evaluate(() => ({ ...localStorage }) as Record<string, string>).catch(() => ({}));
      page.reload = async (options) => {
        const before = await stored();
        const response = await reload(options);
        const after: Record<string, string> = await stored();
        if (!Object.keys(before).length || Object.keys(before).some((key) => key in after)) return response;
        await page.evaluate((all) => Object.entries(all).forEach((it) => localStorage.setItem(...it)), before);
        return reload(options);
      };
    }
    await use(page);
  },

  faults: [
    async ({ context, opened, allowed }, use) => {
      const faults: string[] = [];
      watch(context, opened, faults);
      await use(faults);
      const unexpected = faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)));
      expect(unexpected, 'faults during this test').toEqual([]);
    },
    { auto: true },
  ],

  open: async ({ page, address, javaScriptEnabled }, use) => {
    await use(async (hash = '', opening = {}) => {
      const response = await page.goto(address + hash);
      if (opening.started ?? javaScriptEnabled !== false) {
        await started(page);
      }
      return response;
    });
  },
});

/** Waits until the app has taken over the page, which the app itself says. */
export async function started(page: Page) {
  await page.locator('html[data-started]').waitFor({ state: 'attached' });
}

/** Notes every fault in every page of a context. */
function watch(context: BrowserContext, opened: Opened, faults: string[]) {
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:', 'about:'].includes(url.protocol) || opened.owns(url)) return;
    faults.push(`request to ${url.href}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().stack ?? error.error()}`));
}
