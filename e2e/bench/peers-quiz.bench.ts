// Our quiz beside the same items as others would show them: see bench/README.md.
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { needed } from '../support/outputs.ts';
import { slow } from '../support/slow.ts';
import type { Item, Quiz } from '../../bench/items.ts';
import { SLOWED, median } from './measure.ts';
import { kept, range, report } from './report.ts';
import type { Common } from './report.ts';
import { REST, TIMES, different, revisit, visit, worksFromFile } from './visit.ts';
import type { Place } from './visit.ts';
import { watch, watched } from './watch.ts';
import type { Watched } from './watch.ts';

/** Milliseconds after a key in which a page may answer it: a quick reader takes as long to the next one. */
const PACE = 100;

/** Who has not come to a control by then has given up. */
const MOST_TABS = 100;

/** A page that shows items. */
interface Side extends Place {
  /** Where a chapter's items are. */
  at(chapter: string): string;
  /** Selects what begins a chapter's quiz, where something has to. */
  begin?: string;
  /** Selects what a reader of the quiz uses first. */
  control: string;
  /** Selects the words of the item that is shown. */
  prompt: string;
  /** Selects what hands an answer in. */
  submit: string;
  /** Selects what leads from an item to the next, where handing in does not. */
  next?: string;
  /** How the page says the number of right answers of a chapter. */
  score: RegExp;
}

/** What was found out about a page. */
interface Figures extends Common {
  times: Watched[];
  /** Items that were answered rightly by keys, and how many keys that took. */
  right: number;
  keys: number;
  withoutScripts: number;
}

test('our quiz and its peers', async ({ browser }) => {
  test.setTimeout(1_800_000);
  const { chapters, assembleSurvey } = await import('../../bench/assemble.ts').catch(() => {
    throw new Error('the peers are not installed: `cargo xtask bench peers` does it, or `npm ci --ignore-scripts` in bench/');
  });
  const { quizzes } = await import('../../bench/items.ts');
  const { assembleQuizBook } = await import('../../bench/books.ts');
  const quiz = quizzes(chapters());
  const [first] = quiz;
  if (!first) throw new Error('there is no quiz to compare');
  const book = assembleQuizBook(quiz);
  const survey = assembleSurvey(quiz);
  const of = (side: Omit<Side, 'hash'>): Side => ({ ...side, hash: side.at(first.chapter) });
  const all = [
    of({
      title: 'Open the Gates',
      folder: needed('site'),
      file: needed('open-gates.html'),
      at: (chapter) => `#/quiz?chapter=${chapter}`,
      control: '#quiz-view form.item input',
      prompt: '#quiz-view .prompt',
      submit: '#quiz-view form.item [type="submit"]',
      next: '#quiz-view [data-do="next"]',
      score: /(\d+) right of \d+ answered/,
    }),
    of({
      title: 'mdBook with mdbook-quiz',
      folder: book,
      file: `${book}/`,
      at: (chapter) => `${chapter}.html`,
      begin: 'button.start',
      control: 'button.start',
      prompt: '.question .prompt p',
      submit: '.question input[type="submit"]',
      score: /You answered (\d+)\/\d+ questions correctly/,
    }),
    of({
      title: 'SurveyJS',
      folder: survey,
      file: resolve(survey, 'index.html'),
      at: (chapter) => `#${chapter}`,
      // Its inputs themselves are not painted.
      control: '.sd-item',
      prompt: '.sd-question__title .sv-string-viewer',
      submit: '.sd-navigation__next-btn, .sd-navigation__complete-btn',
      score: /You got (\d+) out of \d+ correct/,
    }),
  ];
  const found: Figures[] = [];
  for (const side of all) found.push(await examine(browser, side, quiz));
  for (let times = 0; times < TIMES; times += 1) {
    for (const [at, side] of all.entries()) found[at]!.times.push(await timed(browser, side));
  }
  print(browser, quiz, all, found);
});

const count = (quiz: Quiz[]) => quiz.reduce((sum, { items }) => sum + items.length, 0);

/** Waits until something is shown; false if that does not happen. */
function shows(page: Page, selector: string, timeout = 10_000): Promise<boolean> {
  return page.locator(selector).filter({ visible: true }).first().waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

/** Waits for an item, which may have to be asked for; false if none comes. */
async function asks(page: Page, { begin, control, prompt }: Side, timeout?: number): Promise<boolean> {
  if (!(await shows(page, control, timeout))) return false;
  if (begin) await page.locator(begin).click();
  return shows(page, prompt, timeout);
}

/** Everything but times. */
async function examine(browser: Browser, side: Side, quiz: Quiz[]): Promise<Figures> {
  const sent = await visit(browser, side, {}, async (page, { address, sent }) => {
    await page.goto(address);
    expect(await shows(page, side.control), `${side.title} has a quiz`).toBe(true);
    await page.waitForTimeout(REST);
    const first = [...sent];
    expect(await asks(page, side), `${side.title} asks a question`).toBe(true);
    return first;
  });
  const { offline, all } = await revisit(browser, side, (page, address) => page.goto(address), (page) => asks(page, side, 5000));
  let [right, keys] = [0, 0];
  for (const chapter of quiz) {
    await visit(browser, { ...side, hash: side.at(chapter.chapter) }, {}, async (page, { address }) => {
      await page.goto(address);
      await shows(page, side.control);
      const answered = await new Reader(page, side).answer(chapter);
      right += answered.right;
      keys += answered.keys;
    });
  }
  const against = await visit(browser, side, {}, async (page, { address }) => {
    await page.goto(address);
    await page.waitForTimeout(REST);
    const asItOpens = await faults(page);
    await asks(page, side);
    await page.waitForTimeout(REST);
    return different([...asItOpens, ...(await faults(page))]);
  });
  let withoutScripts = 0;
  for (const { chapter, items } of quiz) {
    await visit(browser, { ...side, hash: side.at(chapter) }, { javaScriptEnabled: false }, async (page, { address }) => {
      await page.goto(address);
      const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
      withoutScripts += items.filter(({ prompt }) => text.includes(prompt)).length;
    });
  }
  const fromFile = await worksFromFile(browser, side, (page) => asks(page, side));
  return { sent, later: kept(sent, all), times: [], right, keys, faults: against, fromFile, offline, withoutScripts };
}

/** Someone who has a keyboard only. */
class Reader {
  private page: Page;
  private side: Side;
  private keys = 0;

  constructor(page: Page, side: Side) {
    this.page = page;
    this.side = side;
  }

  /** Answers the items of a chapter: how many the page then calls right, and the keys that they took. */
  async answer({ items, all }: Quiz): Promise<{ right: number; keys: number }> {
    const { begin, submit, next, score } = this.side;
    if (begin) await this.use(begin);
    let answered = 0;
    for (let shown = 0; shown < all && answered < items.length; shown += 1) {
      const asked = await this.prompt();
      const item = items.find(({ prompt }) => prompt === asked);
      const before = this.keys;
      if (item) {
        await this.choose(item);
        await this.use(submit);
        answered += 1;
      }
      if (next && answered < items.length) await this.use(next);
      // The peers do not have it, so that it counts for nobody.
      if (!item) this.keys = before;
    }
    const said = (await this.page.locator('body').innerText()).match(score)?.[1];
    return { right: Number(said ?? 0), keys: this.keys };
  }

  private async press(key: string) {
    await this.page.keyboard.press(key);
    this.keys += 1;
  }

  /** The words of the item that is shown. */
  private async prompt(): Promise<string> {
    const prompt = this.page.locator(this.side.prompt).filter({ visible: true }).first();
    return (await prompt.innerText({ timeout: 2000 }).catch(() => '')).replace(/\s+/g, ' ').trim();
  }

  /** Tabs until what has the focus will do; false if nothing does. */
  private async tabTo(wanted: () => Promise<boolean>): Promise<boolean> {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await wanted()) return true;
      await this.press('Tab');
    }
    return wanted();
  }

  /** Tabs to a button and presses it. */
  private async use(selector: string) {
    const there = () => this.page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);
    if (!(await this.tabTo(there))) return;
    await this.press('Enter');
    await this.page.waitForTimeout(2 * PACE);
  }

  /** What option has the focus, by its label. */
  private option(): Promise<string | undefined> {
    return this.page.evaluate(() => {
      const it = document.activeElement;
      if (!(it instanceof HTMLInputElement) || !['radio', 'checkbox'].includes(it.type)) return undefined;
      return it.labels?.[0]?.textContent?.replace(/\s+/g, ' ').trim();
    });
  }

  private async choose({ right, wrong, isSeveral }: Item) {
    const options = [...right, ...wrong];
    for (const text of right) {
      const among = async (texts: string[]) => texts.includes((await this.option()) ?? '');
      if (isSeveral) {
        await this.tabTo(() => among([text]));
        await this.press('Space');
        continue;
      }
      await this.tabTo(() => among(options));
      if (await among([text])) await this.press('Space');
      // Arrows move within a group, and choose.
      for (let arrows = 0; arrows < options.length && !(await among([text])); arrows += 1) await this.press('ArrowDown');
    }
    await this.page.waitForTimeout(PACE);
  }
}

/** One visit, with the processor slowed. */
function timed(browser: Browser, side: Side): Promise<Watched> {
  return visit(browser, side, { serviceWorkers: 'allow' }, async (page, { address }) => {
    await watch(page, { control: side.control, prompt: side.prompt });
    await slow(page, SLOWED);
    await page.goto(address);
    await page.waitForTimeout(2 * REST);
    return watched(page);
  });
}

/** Prints what was found, and leaves it in `target/bench/`. */
function print(browser: Browser, quiz: Quiz[], all: Side[], found: Figures[]) {
  const { numbers, words, weights, reach, print } = report(all, found);
  const some = (it: number) => `${it} of ${count(quiz)}`;
  const known = ({ times }: Figures, what: string) => times.map(({ at }) => at[what]).filter((it) => it !== undefined);
  const time = (it: Figures, what: string) => (known(it, what).length === TIMES ? median(known(it, what)) : undefined);
  weights();
  numbers('ms until a reader can begin', (it) => time(it, 'control'));
  words('… the quickest and the slowest visit', (it) => range(known(it, 'control')));
  numbers('ms until a question is in view', (it) => time(it, 'prompt'));
  numbers('long tasks, ms', ({ times }) => median(times.map(({ long }) => long)));
  words('answered rightly by keyboard alone', ({ right }) => some(right));
  numbers('… keys for each', ({ keys }) => keys / count(quiz), 1);
  reach();
  words('questions to be read with scripts off', (it) => some(it.withoutScripts));
  const about =
    `${count(quiz)} questions, Chromium ${browser.version()}, 1280×800, processor slowed ${SLOWED}×, median of ${TIMES}; ` +
    'in brackets how many times ours, – where it does not happen until a reader begins';
  print(`Our quiz and its peers: ${about}`, 'peers-quiz.md');
}
