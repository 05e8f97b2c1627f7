// Lighthouse's judgement, as of a phone on a slow line: `cargo xtask bench lighthouse`.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from '@playwright/test';
import { needed } from '../support/outputs.ts';
import { serve } from '../support/server.ts';
import { median, table } from './measure.ts';

/** How often each page is judged. */
const TIMES = 5;

const PAGES = { 'front page': '', 'a chapter': '#/read/cleveland-1963', map: '#/map', quiz: '#/quiz' };

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** What of Lighthouse's report is read. */
interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

test('Lighthouse', async () => {
  test.setTimeout(1_800_000);
  const packages = resolve(import.meta.dirname, '../../bench/node_modules');
  if (!existsSync(resolve(packages, 'lighthouse'))) {
    throw new Error('Lighthouse is not installed: `cargo xtask bench lighthouse` does it, or `npm ci --ignore-scripts` in bench/');
  }
  const load = (file: string) => import(pathToFileURL(resolve(packages, file)).href);
  const { default: lighthouse } = await load('lighthouse/core/index.js');
  const { launch } = await load('chrome-launcher/dist/index.js');
  const server = await serve(needed('site'), '/', { packed: true, cached: true });
  // Files are packed when they are first asked for.
  for (const file of readdirSync(needed('site'), { recursive: true })) await fetch(`${server.origin}/${file}`);
  const rows: (string | number)[][] = [];
  const faults = new Set<string>();
  for (const [name, hash] of Object.entries(PAGES)) {
    const reports: Report[] = [];
    for (let times = 0; times < TIMES; times += 1) {
      // A browser of its own each time: what one visit keeps is not there at the next.
      const chrome = await launch({
        chromePath: process.env.CHROMIUM,
        chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      });
      const result = await lighthouse(`${server.origin}/${hash}`, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' });
      reports.push(result.lhr);
      await chrome.kill();
    }
    const scores = (category: string) => reports.map(({ categories }) => (categories[category]?.score ?? 0) * 100);
    const worst = Math.min(...scores('performance'));
    rows.push([name, ...CATEGORIES.map((it) => String(Math.round(median(scores(it))))), String(Math.round(worst))]);
    for (const { audits, categories } of reports) {
      for (const category of CATEGORIES.slice(1)) {
        for (const { id, weight } of categories[category]?.auditRefs ?? []) {
          const audit = audits[id];
          if (weight && audit && audit.score !== null && audit.score < 1) faults.add(`${name}: ${audit.title} ${audit.displayValue ?? ''}`);
        }
      }
    }
  }
  await server.close();
  table(`Lighthouse, mobile, median of ${TIMES}`, ['', ...CATEGORIES, 'worst performance'], rows);
  for (const fault of faults) console.log(`  ${fault}`);
});
