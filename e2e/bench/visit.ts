// A visit to a page that is compared, and what it weighs.
import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect } from '@playwright/test';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { serve } from '../support/server.ts';

const KB = 1024;

/** What is visited. */
export interface Place {
  title: string;
  /** The folder that is served. */
  folder: string;
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
