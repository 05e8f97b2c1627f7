// A learning platform as small as one can be: a page that has the API of SCORM 1.2, by scorm-again, and
// shows the package in a frame.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { expect } from '@playwright/test';
import type { Frame, Page } from '@playwright/test';
import { needed } from './outputs.ts';
import { serve } from './server.ts';
import { stored } from './zip.ts';

/** What a platform keeps, by element. */
export type Kept = Record<string, string>;

/** A call of the API: function, arguments, what it returned, and the error code after it. */
export type Call = [name: string, argument: string, value: string, returned: string, code: string];

/** How a platform fails: with which code what it is told, by the beginning of the element. */
export type Failing = Record<string, string>;

const HOST = `<!DOCTYPE html><html lang="en"><title>Platform</title><h1>Platform</h1>
<script src="scorm12.js"></script><div id="course"></div></html>`;

/** The files of the package. */
export const packaged = () => stored(readFileSync(needed('open-gates-scorm12.zip')));

/** Unpacks the package into a folder and serves it with the platform's page. */
export async function servePlatform(folder: string) {
  for (const [name, text] of packaged()) {
    const path = resolve(folder, 'course', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const { resolve: found } = createRequire(import.meta.url);
  writeFileSync(resolve(folder, 'scorm12.js'), readFileSync(found('scorm-again/scorm12/min')));
  writeFileSync(resolve(folder, 'index.html'), HOST);
  return serve(folder, '/');
}

/** Opens the package for a student, with what the platform kept of an earlier visit. */
export async function visit(page: Page, origin: string, kept: Kept, failing: Failing = {}): Promise<Frame> {
  await page.goto(origin);
  await page.evaluate(
    ([kept, failing]) => {
      // The level at which it says nothing.
      const api = new (window as any).Scorm12API({ autocommit: false, logLevel: 5 });
      api.loadFromFlattenedJSON(kept);
      const calls: Call[] = [];
      let code = '';
      const last = () => code || String(api.LMSGetLastError());
      const names = ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish'];
      const wrapped = names.map((name) => [
        name,
        (argument: string, value: string) => {
          code = Object.entries(failing!).find(([it]) => [name, argument].join(' ').includes(it))?.[1] ?? '';
          const get = name === 'LMSGetValue';
          const returned = code ? (get ? '' : 'false') : String(api[name](argument, value));
          calls.push([name, argument, value ?? '', returned, last()]);
          return returned;
        },
      ]);
      Object.assign(window, { calls, platform: api, API: { ...Object.fromEntries(wrapped), LMSGetLastError: last } });
      const frame = document.createElement('iframe');
      frame.src = 'course/open-gates.html';
      frame.title = 'Course';
      frame.style.cssText = 'border: 0; inline-size: 100%; block-size: 720px';
      document.querySelector('#course')!.replaceChildren(frame);
    },
    [kept, failing] as const,
  );
  await page.frameLocator('iframe').locator('html[data-started]').waitFor({ state: 'attached' });
  return page.frames().find((it) => it.url().includes('/course/'))!;
}

/** The calls of a visit so far. */
export const calls = (page: Page) => page.evaluate(() => (window as any).calls as Call[]);

/** What the platform was told last of an element. */
export async function told(page: Page, element: string): Promise<string | undefined> {
  return (await calls(page)).findLast(([name, it]) => name === 'LMSSetValue' && it === element)?.[2];
}

/** Closes the package's frame, as platforms do, and gives what the platform keeps. */
export async function leave(page: Page): Promise<Kept> {
  await page.evaluate(() => document.querySelector('iframe')!.remove());
  await expect.poll(async () => (await calls(page)).filter(([name]) => name === 'LMSFinish').length).toBe(1);
  return page.evaluate(() => {
    const flat = (window as any).platform.getFlattenedCMI() as Kept;
    const keep = ['student_id', 'lesson_location', 'lesson_status', 'score.raw', 'score.min', 'score.max', 'total_time'];
    const kept = Object.fromEntries(keep.map((name) => [`cmi.core.${name}`, flat[`cmi.core.${name}`] ?? '']));
    const written = Object.entries(flat).filter(([name, value]) => /^cmi\.interactions\.\d/.test(name) && value !== '');
    return {
      ...kept,
      ...Object.fromEntries(written),
      'cmi.core.entry': flat['cmi.core.exit'] === 'suspend' ? 'resume' : '',
      'cmi.suspend_data': flat['cmi.suspend_data'] ?? '',
    };
  });
}
