// A visit to a page that is compared, and what it weighs.
import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect } from '@playwright/test';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { serve } from '../support/server.ts';

const KB = 1024;

/** How often times are taken. */
export const TIMES = 5;

/** Milliseconds in which a page has done whatever it does at its start. */
export const REST = 3000;

/** What is visited. */
export interface Place {
  title: string;
  /** The folder that is served. */
  folder: string;
  /** What opens without a server: a file, or the folder of several. */
  file: string;
  /** Where in the page that is which is compared. */
  hash: string;
}

/** A page of its own, with nothing kept from others, at a side that is served; what it asked for is in `sent`. */
export async function visit<T>(
  browser: Browser,
  side: Place,
  options: BrowserContextOptions,
  act: (page: Page, served: { address: string; sent: string[] }) => Promise<T>,
): Promise<T> {
  const sent: string[] = [];
  const server = await serve(side.folder, '/', { sent: (path) => sent.push(path), cached: true });
  const context = await browser.newContext({ colorScheme: 'light', ...options });
  const broken: string[] = [];
  context.on('weberror', (error) => broken.push(String(error.error())));
  context.on('response', (response) => {
    if (response.status() >= 400) broken.push(`${response.status()} for ${response.url()}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.origin) && !/^(data|blob):/.test(url)) broken.push(`request to ${url}`);
  });
  try {
    const result = await act(await context.newPage(), { address: `${server.origin}/${side.hash}`, sent });
    // A page that does not work as its author meant is no peer.
    expect(broken, side.title).toEqual([]);
    return result;
  } finally {
    await context.close();
    await server.close();
  }
}

/** All that is asked for in a first visit which lasts a while, and whether a second one works without a network. */
export function revisit(browser: Browser, side: Place, arrive: (page: Page, address: string) => Promise<unknown>, works: (page: Page) => Promise<boolean>) {
  return visit(browser, side, { serviceWorkers: 'allow' }, async (page, { address, sent }) => {
    await arrive(page, address);
    await page.waitForTimeout(REST);
    await page.evaluate(async () => {
      if (await navigator.serviceWorker.getRegistration()) await navigator.serviceWorker.ready;
    });
    const all = [...sent];
    await page.context().setOffline(true);
    const again = await page.context().newPage();
    await again.goto(address).catch(() => undefined);
    return { all, offline: await works(again) };
  });
}

/** Whether a side works when its file is opened, without a network. */
export async function worksFromFile(browser: Browser, side: Place, works: (page: Page) => Promise<boolean>): Promise<boolean> {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(side.file).href + side.hash);
  const fromFile = await works(page);
  await context.close();
  return fromFile;
}

/** How many faults there are: a rule that an element breaks is one, in whatever theme and however often it is found. */
export const different = (faults: string[]): number =>
  new Set(faults.map((fault) => fault.replace(/^(light|dark): /, '').split(' Fix ')[0])).size;

/** What some files of a side weigh on their way, in KB. */
export function weight({ folder }: Place, paths: string[]): number {
  const bytes = paths.map((path) => {
    const content = readFileSync(resolve(folder, `.${path}`, path.endsWith('/') ? 'index.html' : ''));
    // Compressed already, and sent as they are.
    if (['.png', '.woff', '.woff2'].includes(extname(path))) return content.length;
    return brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }).length;
  });
  return bytes.reduce((sum, it) => sum + it, 0) / KB;
}
