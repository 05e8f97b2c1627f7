// The story as it stands in the built page and in its files, so that tests hold for any content.
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { DIST } from './outputs.ts';

const CONTENT = resolve(fileURLToPath(import.meta.url), '../../../content/en');

/** `dist/site/index.html`, as every visitor gets it. */
export const html = () => readFileSync(resolve(DIST, 'site/index.html'), 'utf8');

/** Values of an attribute that fit a pattern, in the order of the page. */
const all = (pattern: RegExp) => [...html().matchAll(pattern)].map((match) => match[1] ?? '');

/** Ids of chapters, in the order in which they are read. */
export const chapterIds = () => all(/<section[^>]* data-page="read\/([^"]+)"/g);

/** Passages as `chapter/passage`. */
export const passageAddresses = () => all(/data-passage="([^"]+)"/g);

/** Ids of groups, by date of founding. */
export const groupIds = () => all(/id="\/map\/([^"]+)"/g);

/** `dist/site/evidence.html`: claims and sources, which come after the story. */
export const evidence = () => readFileSync(resolve(DIST, 'site/evidence.html'), 'utf8');

/** Ids of claims. */
export const claimIds = () => [...evidence().matchAll(/id="\/claims\/([^"]+)"/g)].map((match) => match[1] ?? '');

/** The page of the document that is shown. */
export const shown = (page: Page): Locator => page.locator('main > .page:visible');

/** An entry by its address, such as `/claims/first-group`, wherever it stands. */
export const entry = (page: Page, address: string): Locator => page.locator(`[id="${address}"]`);

/** The address that a link of ours leads to, without what comes before it. */
export const addressOf = (href: string) => href.slice(href.indexOf('#') + 1);

/** Waits until the evidence is in the page, which otherwise comes when it is wanted. */
export async function withEvidence(page: Page) {
  await page.evaluate(() => dispatchEvent(new Event('otg:want-evidence')));
  await evidenceCame(page);
}

/**
 * Waits until the evidence is in the page, without asking for it. To look for an entry instead may take the test
 * runner longer than it waits: it reads all of the page where it finds nothing, and of evidence there is much.
 */
export async function evidenceCame(page: Page) {
  await page.locator('#later-claims > *').first().waitFor({ state: 'attached' });
}

/** The words of an element without runs of white space, even where it is hidden. */
export async function words(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}

/** A question as its file tells it: what tests need of it. */
export interface Question {
  id: string;
  type: string;
  chapter: string;
  passage: string;
  prompt: string;
  hints: number;
  options: { id: string; text: string; feedback: string; match: string; bears: string; source: string }[];
  /** Ids of the right options; for an order, all of them in it; on the map, the group's. */
  key: string[];
  /** Said with any wrong answer. */
  feedback: string;
  /** Ids of the words that belong into the blanks of a word bank. */
  blanks: string[];
  /** The text of a word bank, parted at its blanks. */
  around: string[];
  /** First and last year of an estimate. */
  years: [number, number];
  /** How many percent an estimate may be off. */
  tolerance: number;
  /** What a good answer touches. */
  rubric: string[];
}

export type QuestionType =
  | 'choose-one'
  | 'choose-several'
  | 'order'
  | 'match'
  | 'find-on-map'
  | 'estimate'
  | 'word-bank'
  | 'weigh-sources'
  | 'open';

/** All questions of the story's files that are of a type. */
export function questions(type: QuestionType): Question[] {
  return tables('questions', 'question')
    .map(question)
    .filter((it) => it.type === type);
}

/** The tables of a name in a folder of the story's files, as text. */
function tables(folder: string, name: string): string[] {
  const files = resolve(CONTENT, folder);
  return readdirSync(files)
    .sort()
    .filter((file) => file.endsWith('.toml'))
    .flatMap((file) => readFileSync(resolve(files, file), 'utf8').split(`[[${name}]]`).slice(1));
}

/** Titles of sources by their ids. */
export function sourceTitles(): Map<string, string> {
  const value = (table: string, name: string) => JSON.parse(table.match(new RegExp(`^${name} = (.*)$`, 'm'))?.[1] ?? '""') as string;
  return new Map(tables('sources', 'source').map((table) => [value(table, 'id'), value(table, 'title')]));
}

/** Of each year how many left, and the least and the most that anybody counted. */
export function figures(): Map<number, { total: number; least: number; most: number }> {
  const rows = readFileSync(resolve(CONTENT, 'emigration.toml'), 'utf8').split('[[emigration_year]]').slice(1);
  return new Map(
    rows.map((row) => {
      const number = (name: string) => Number(row.match(new RegExp(`^${name} = (\\d+)$`, 'm'))![1]);
      const others = row.match(/^others = (.*)$/m)?.[1] ?? '';
      const counts = [number('total'), ...[...others.matchAll(/\bcount = (\d+)/g)].map((it) => Number(it[1]))];
      return [number('year'), { total: number('total'), least: Math.min(...counts), most: Math.max(...counts) }] as const;
    }),
  );
}

/** Reads one table. Its files keep each value, and each option, on a line of its own. */
function question(table: string): Question {
  const value = (name: string) => table.match(new RegExp(`^${name} = (.*)$`, 'm'))?.[1] ?? '""';
  const text = (name: string) => JSON.parse(value(name)) as string;
  const [chapter = '', passage = ''] = text('passage').split('/');
  const options = [...table.matchAll(/^ +\{ (id = .*) \},?$/gm)].map(([, option = '']) => {
    const part = (name: string) =>
      JSON.parse(option.match(new RegExp(`\\b${name} = ("(?:[^"\\\\]|\\\\.)*")`))?.[1] ?? '""');
    return { id: part('id'), text: part('text'), feedback: part('feedback'), match: part('match'), bears: part('bears'), source: part('source') };
  });
  return {
    id: text('id'),
    type: text('type'),
    chapter,
    passage,
    prompt: text('prompt'),
    hints: (JSON.parse(value('hints')) as string[] | '').length,
    options,
    key: [JSON.parse(value(text('type') === 'find-on-map' ? 'group' : 'key')) as string | string[]].flat(),
    feedback: text('feedback'),
    blanks: [...text('text').matchAll(/\{\{(.+?)\}\}/g)].map(([, id = '']) => id),
    around: text('text').split(/\{\{.+?\}\}/),
    years: [Number(value('from').replaceAll('"', '')), Number(value('to').replaceAll('"', ''))],
    tolerance: Number(value('tolerance').replaceAll('"', '')),
    rubric: [...table.matchAll(/^rubric = (\[.*\])$/gm)].flatMap(([, list = '[]']) => JSON.parse(list) as string[]),
  };
}

/** Keeps the evidence of a site back, until what this gives is called. */
export async function holdEvidence(context: BrowserContext): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await context.route('**/evidence.html?*', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
