// Sheets for paper, as the printer gets them.
import { faults } from './support/axe.ts';
import { fillIn, handIn } from './support/paper.ts';
import { printed } from './support/pdf.ts';
import { groupIds, passageAddresses, questions } from './support/story.ts';
import { expect, test } from './support/test.ts';
import type { Printed } from './support/pdf.ts';
import type { Locator, Page } from '@playwright/test';

/** The margins of every sheet, in millimetres. */
const MARGIN = { top: 15, side: 15, bottom: 18 };

/** How far what is measured may be off: letters reach out of their boxes, and drivers round. */
const SLACK = 0.6;

/** The pages as a printer gets them: numbered, all in letters that can be copied, and none of them in a margin, cut or not. */
async function print(page: Page, format: 'A4' | 'Letter'): Promise<Printed[]> {
  const pages = await printed(page, format);
  expect(pages.map((it) => it.number)).toEqual(pages.map((_, at) => `${at + 1} / ${pages.length}`));
  for (const { text, placed, width, height } of pages) {
    expect(text).not.toMatch(/[\ufffd\ue000-\uf8ff]/);
    const inside = placed.filter((it) => it.bottom < height - MARGIN.bottom + 5);
    expect(inside.length, text).toBeGreaterThan(0);
    for (const it of inside) {
      expect(it.left, it.words).toBeGreaterThan(MARGIN.side - SLACK);
      expect(it.right, it.words).toBeLessThan(width - MARGIN.side + SLACK);
      // A line that a change of pages cuts reaches over it.
      expect(it.top, it.words).toBeGreaterThan(MARGIN.top - SLACK);
      expect(it.bottom, it.words).toBeLessThan(height - MARGIN.bottom + SLACK);
    }
  }
  return pages;
}

/** Something that one page should hold: all its words, and how high it is with what parts it from the next. */
interface Block {
  words: string[];
  height: number;
  /** Whether it may go on on the next page. */
  goesOn: boolean;
}

/** Elements as blocks, as high as paper of this format makes them; words are those of some parts of them. */
async function blocks(page: Page, elements: Locator, parts: string, format: 'A4' | 'Letter'): Promise<Block[]> {
  const screen = page.viewportSize()!;
  const width = Math.round(((format === 'A4' ? 210 : 215.9) - 2 * MARGIN.side) * (96 / 25.4));
  await page.setViewportSize({ width, height: screen.height });
  await page.emulateMedia({ media: 'print' });
  const found = await elements.evaluateAll((all, parts) => {
    return all.map((it) => {
      const own = [...it.querySelectorAll(parts)];
      const { top, bottom } = it.getBoundingClientRect();
      const margin = parseFloat(getComputedStyle(it).marginBlockEnd);
      return {
        // Before what can be chosen stands its letter, which is painted apart.
        words: (own.length ? own : [it]).map((part) => (part.matches('li li') ? part.lastChild! : part).textContent ?? ''),
        height: (bottom - top + margin) * (25.4 / 96),
        goesOn: it.querySelector('.sheet-map') !== null,
      };
    });
  }, parts);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(screen);
  return found;
}

/** How high all of these are together. */
const heightOf = async (page: Page, elements: Locator, format: 'A4' | 'Letter') =>
  (await blocks(page, elements, 'i', format)).reduce((sum, it) => sum + it.height, 0);

/**
 * Each block stands whole on a page, in order; and none begins a page that had room on the one before, below what
 * stands on each page, and on the first alone.
 */
function expectPacked(pages: Printed[], all: Block[], heads: { each?: number; first?: number }) {
  const room = pages[0]!.height - MARGIN.top - MARGIN.bottom - (heads.each ?? 0);
  const texts = pages.map((it) => bare(it.body));
  let [at, left] = [0, room - (heads.first ?? 0)];
  // The last page that something may have gone on to: of that nobody knows how full it is.
  let reached = -1;
  for (const { words, height, goesOn } of all) {
    const [first, ...rest] = words.map(bare) as [string, ...string[]];
    const parted = goesOn || height > room * 0.97;
    const holds = (page: number, some: string[]) => some.every((it) => texts[page]?.includes(it));
    // Of what goes on the question stands whole where it begins.
    const place = pages.findIndex((_, page) => page >= at && holds(page, parted ? [first] : [first, ...rest]));
    expect(place, `parted, or missing: ${words.join(' | ')}`).toBeGreaterThanOrEqual(0);
    expect(place, `empty pages before: ${words[0]}`).toBeLessThanOrEqual(Math.max(at, reached) + 1);
    // In large print a map may fill a page between a question and its names.
    const last = place + (goesOn ? 2 : parted ? 1 : 0);
    const together = texts.slice(place, last + 1).join(' ');
    for (const it of rest) expect(together, words[0]).toContain(it);
    if (place > at) {
      if (!parted && at > reached) expect(left - height, `room was left for: ${words[0]}`).toBeLessThan(10);
      [at, left] = [place, room];
    }
    left -= height;
    if (parted) reached = last;
  }
  expect(Math.max(at, reached), 'pages with nothing on them').toBeGreaterThanOrEqual(pages.length - 1);
}

/** What cameras read on pages, from the first to the last. */
async function codesOf(pages: Printed[]): Promise<string[]> {
  const all: string[] = [];
  for (const it of pages) all.push(...(await it.codes()));
  return all;
}

/** Pages by the sheets that they belong to, which begin with these. */
function sheetsOf(pages: Printed[], heads: string[]): Printed[][] {
  let from = 0;
  return runs(pages, heads).map((count) => pages.slice(from, (from += count)));
}

/** The heading of a sheet that is everybody's, and so has no head on its other pages. */
const SETTLED = 'Where it is settled';

/** How many pages begin with each of these, in their order; all pages do with one of them, or go on with the last sheet. */
function runs(pages: Printed[], heads: string[]): number[] {
  const counts = heads.map(() => 0);
  let at = 0;
  for (const { body } of pages) {
    const goesOn = heads[at] === SETTLED && counts[at]! > 0;
    while (!goesOn && at < heads.length && !bare(body).startsWith(bare(heads[at]!))) at += 1;
    expect(at, body).toBeLessThan(heads.length);
    counts[at]! += 1;
  }
  return counts;
}

/** Letters and digits alone: fonts and line ends part words in their own ways. */
const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

const EVERY = (['choose-one', 'choose-several', 'order', 'match', 'find-on-map', 'estimate', 'word-bank', 'weigh-sources', 'open'] as const).flatMap((it) => questions(it));

const SHEETS = [
  'worksheets',
  'worksheets in large print',
  'answer key',
  'timeline cards',
  'text to read',
  'text to read, in easier words',
];

async function make(page: Page, sheets: string[], from: string, to: string) {
  for (const name of SHEETS) {
    await page.getByRole('checkbox', { name, exact: true }).setChecked(sheets.includes(name));
  }
  await page.getByRole('textbox', { name: 'From student number' }).fill(from);
  await page.getByRole('textbox', { name: 'to number' }).fill(to);
  await page.getByRole('button', { name: 'Make the sheets' }).click();
  await expect(page.locator('#sheets-made')).toBeFocused();
}

test('worksheets and keys for three numbers: whole, in order, and of one mind', async ({ page, open, output }) => {
  test.slow();
  await open('#/quiz/paper');
  const paper = await fillIn(page, 6, []);
  await open(`#/quiz/sheets?paper=${paper}`);
  await make(page, ['worksheets', 'answer key'], '11', '13');
  await expect(page.locator('#sheets-made')).toHaveText('7 sheets');
  const sheets = page.locator('#sheets > .sheet');
  const prompts = await sheets.locator('.asked').allTextContents();
  expect(prompts).toHaveLength(3 * 6);

  // On the key stands the letter that the worksheet gives to the right option.
  const options = new Map([...questions('choose-one')].map((it) => [bare(it.options.find((o) => o.id === it.key[0])!.text), it]));
  let compared = 0;
  for (let at = 0; at < 3; at += 1) {
    const letters = await sheets.nth(3 + at).locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.querySelector('.letters-right')?.textContent ?? ''));
    const items = sheets.nth(at).locator('.on-paper > li');
    for (let item = 0; item < 6; item += 1) {
      if (!(await items.nth(item).locator('.how').textContent())!.startsWith('Tick one.')) continue;
      const shown = await items.nth(item).locator('.ticks li').evaluateAll((all) => all.map((it) => [it.querySelector('b')!.textContent!, it.textContent!.slice(1)]));
      const right = shown.filter(([, words = '']) => options.has(bare(words))).map(([letter]) => letter);
      expect(right).toEqual([letters[item]]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(0);

  const pages = await print(page, 'A4');
  const all = bare(pages.map((it) => it.body).join(' '));
  let from = 0;
  for (const prompt of prompts) {
    const found = all.indexOf(bare(prompt), from);
    expect(found, prompt).toBeGreaterThanOrEqual(from);
    from = found;
  }
  // The last of them has all its rows before the keys begin.
  const rows = await sheets.nth(2).locator('.on-paper > li li').evaluateAll((rows) => rows.map((row) => row.lastChild!.textContent!));
  for (const row of rows) expect(all.slice(0, all.indexOf('answerkey')), row).toContain(bare(row));
  expect(all).not.toContain(bare('Make the sheets'));
  // Each page says whose it is, and each sheet begins on a page of its own.
  const heads = await sheets.locator('.running').allTextContents();
  expect(heads.map((it) => it.replace(/^.* No/, 'No'))).toEqual(['No. 11', 'No. 12', 'No. 13', 'No. 11', 'No. 12', 'No. 13']);
  const counts = runs(pages, [...heads, SETTLED]);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  // Codes for cameras lead to an address, which a file has not. What each passage is called stands there anyway.
  expect((await page.locator('.sheet svg.qr').count()) > 0).toBe(output !== 'file');
  const settled = await page.locator('.found-in li .sheet-code').allTextContents();
  expect(new Set(settled).size).toBe(settled.length);
  expect(settled.every((it) => passageAddresses().includes(it.replace('#/read/', '')))).toBe(true);
});

for (const format of ['A4', 'Letter'] as const) {
  for (const size of ['plain', 'large'] as const) {
    test(`a worksheet on ${format}, ${size}: each question whole, no page wasted, and a code for the paper`, async ({ page, open, output, address }) => {
      test.skip(output !== 'site', 'does not differ by output');
      test.slow();
      await open('#/quiz/paper');
      const paper = await fillIn(page, 14, []);
      await open(`#/quiz/sheets?paper=${paper}`);
      await make(page, [size === 'plain' ? 'worksheets' : 'worksheets in large print'], '8', '9');
      await expect(page.locator('#sheets-made')).toHaveText('2 sheets');
      const sheets = page.locator('#sheets > .sheet');
      const heads = await sheets.locator('.running').allTextContents();
      const pages = await print(page, format);
      for (const [at, own] of sheetsOf(pages, heads).entries()) {
        const items = await blocks(page, sheets.nth(at).locator('.on-paper > li'), '.asked, .how, .gaps, li', format);
        expect(items).toHaveLength(14);
        expectPacked(own, items, {
          each: await heightOf(page, sheets.nth(at).locator('.running'), format),
          first: await heightOf(page, sheets.nth(at).locator('header'), format),
        });
        const [code = ''] = heads[at]!.split(' ');
        expect(await codesOf(own)).toEqual([`${address}#/quiz/${code}`]);
      }
      // Whoever reads the last is at that student's own paper.
      const [code = ''] = heads[1]!.split(' ');
      const first = (await sheets.nth(1).locator('.asked').first().textContent())!;
      await open(`#/quiz/${code}`);
      await expect(page.locator('#item-heading')).toHaveText(`Paper ${code}: Question 1 of 14`);
      await expect(page.locator('.prompt')).toHaveText(first);
    });
  }

  test(`a key on ${format}: each row whole below its heads, and a code for each passage that settles the paper`, async ({ page, open, output, address }) => {
    test.skip(output !== 'site', 'does not differ by output');
    test.slow();
    await open('#/quiz/paper');
    const paper = await fillIn(page, 16, []);
    await open(`#/quiz/sheets?paper=${paper}`);
    await make(page, ['answer key'], '', '');
    const pages = await print(page, format);
    const key = page.locator('.sheet.key');
    const [rows, ways] = sheetsOf(pages, [paper, SETTLED]) as [Printed[], Printed[]];
    const columns = bare((await key.locator('thead th').allTextContents()).join(''));
    for (const it of rows) expect(bare(it.body)).toContain(columns);
    const all = await blocks(page, key.locator('tbody tr'), 'th, td:not(:has(li)), td li', format);
    expect(all).toHaveLength(16);
    expectPacked(rows, all, {
      each: await heightOf(page, key.locator('.running, thead'), format),
      first: await heightOf(page, key.locator('header'), format),
    });
    const found = page.locator('.found-in li');
    for (const { words } of await blocks(page, found, 'p', format)) {
      expect(ways.some((it) => words.every((part) => bare(it.body).includes(bare(part))))).toBe(true);
    }
    const leading = (await found.locator('.sheet-code').allTextContents()).map((it) => address + it);
    expect((await codesOf(ways)).sort()).toEqual([...leading].sort());
    // They are the passages that the questions themselves name; some are asked alike.
    const prompts = await key.locator('tbody th').allTextContents();
    const named = prompts.map((prompt, at) => EVERY.filter((it) => bare(`${at + 1}${it.prompt}`) === bare(prompt)).map((it) => `${address}#/read/${it.chapter}/${it.passage}`));
    for (const of of named) expect(leading.some((it) => of.includes(it))).toBe(true);
    for (const it of leading) expect(named.some((of) => of.includes(it)), it).toBe(true);
    const heading = (await found.first().locator('b').textContent())!;
    await open(leading[0]!.slice(address.length));
    await expect(page.locator('.arrived').getByRole('heading')).toHaveText(heading);
  });

  for (const [sheet, which, other] of [['text to read', 'full', 'easy'], ['text to read, in easier words', 'easy', 'full']] as const) {
    test(`${sheet}, on ${format}: all of it, nothing of the other text, and a code for each passage`, async ({ page, open, output, address }) => {
      test.skip(output !== 'site', 'does not differ by output');
      test.slow();
      await open('#/quiz/paper');
      const paper = await fillIn(page, 6, []);
      await open(`#/quiz/sheets?paper=${paper}`);
      await make(page, [sheet], '', '');
      await expect(page.locator('#sheets-made')).toHaveText('1 sheet');
      const sections = page.locator('.sheet.text section');
      const passages = (await sections.locator('.sheet-code').allTextContents()).map((it) => it.slice(1));
      expect(passages.length).toBeGreaterThan(1);
      const pages = await print(page, format);
      // Marks of claims are painted, and no part of the text.
      const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
      const all = letters(pages.map((it) => it.body).join(' '));
      let from = 0;
      for (const [number, passage] of passages.entries()) {
        const lines = (text: string) => page.locator(`[id="${passage}"] .${text} > *`).allTextContents();
        const own = await lines(which);
        expect(await sections.nth(number).locator('> :is(p:not(.how), ul, blockquote)').allTextContents()).toEqual(own);
        expect(own.length).toBeGreaterThan(0);
        for (const line of own) {
          const found = all.indexOf(letters(line), from);
          expect(found, line).toBeGreaterThanOrEqual(from);
          from = found + letters(line).length;
        }
        for (const line of (await lines(other)).filter((it) => !own.includes(it))) expect(all).not.toContain(letters(line));
      }
      // A heading is not parted from its text.
      for (const [number, section] of (await sections.all()).entries()) {
        const heading = bare((await section.locator('h4, .how').allTextContents()).join(''));
        const first = bare((await section.locator('> :is(p:not(.how), ul, blockquote)').first().textContent())!).replace(/[0-9]/g, '').slice(0, 20);
        expect(pages.some((it) => bare(it.body).includes(heading) && letters(it.body).includes(letters(first))), passages[number]).toBe(true);
      }
      // As many pages as the text is long, and one for what is kept together.
      const needed = (await heightOf(page, page.locator('.sheet.text'), format)) / (pages[0]!.height - MARGIN.top - MARGIN.bottom);
      expect(pages.length).toBeGreaterThanOrEqual(Math.ceil(needed - 0.05));
      expect(pages.length).toBeLessThanOrEqual(Math.ceil(needed) + 1);
      expect(await codesOf(pages)).toHaveLength(passages.length);
      expect((await codesOf(pages)).sort()).toEqual(passages.map((it) => `${address}#${it}`).sort());
    });
  }

  test(`timeline cards and their dates on ${format}: each whole, and as few pages as hold them`, async ({ page, open, output }) => {
    test.skip(output !== 'site', 'does not differ by output');
    await open('#/quiz/sheets');
    await make(page, ['timeline cards'], '', '');
    const pages = await print(page, format);
    const first = pages.findIndex((it) => bare(it.body).startsWith(bare('When it happened')));
    expect(first).toBeGreaterThan(0);
    const cards = await blocks(page, page.locator('.cards li'), 'b', format);
    const rows = Array.from({ length: Math.ceil(cards.length / 3) }, (_, at) => cards.slice(at * 3, at * 3 + 3));
    expectPacked(pages.slice(0, first), rows.map((row) => ({
      words: row.flatMap((it) => it.words),
      height: Math.max(...row.map((it) => it.height)),
      goesOn: false,
    })), { first: await heightOf(page, page.locator('.cards header'), format) });
    const dates = await blocks(page, page.locator('.dates li'), 'i', format);
    expect(dates).toHaveLength(cards.length);
    const rest = pages.slice(first);
    for (const { words } of dates) expect(rest.some((it) => bare(it.body).includes(bare(words.join('')))), words[0]).toBe(true);
    // In two columns.
    const list = await heightOf(page, page.locator('.dates'), format);
    expect(rest).toHaveLength(Math.ceil(list / (pages[0]!.height - MARGIN.top - MARGIN.bottom)));
  });

  for (const [name, blank] of [['Print with names', false], ['Print a blank map', true]] as const) {
    test(`${name}, on ${format}: one page with a number for each group, ${blank ? 'and no name' : 'and what it stands for'}`, async ({ page, open, output }) => {
      test.skip(output !== 'site', 'does not differ by output');
      await page.addInitScript(() => {
        window.print = () => undefined;
      });
      await open('#/map');
      const rows = page.locator('.map-table tr:has(a)');
      await expect(rows).toHaveCount(groupIds().length);
      const groups = await rows.evaluateAll((all) => all.map((it) => it.querySelector('a')!.textContent!));
      await page.getByRole('button', { name }).click();
      // The page asks for no margins here, and browsers leave about as much.
      const [sheet, ...more] = await printed(page, format, '10mm');
      expect(more).toEqual([]);
      for (const it of sheet!.placed) {
        expect(Math.min(it.left, it.top), it.words).toBeGreaterThan(10 - SLACK);
        expect(it.right, it.words).toBeLessThan(sheet!.width - 10 + SLACK);
        expect(it.bottom, it.words).toBeLessThan(sheet!.height - 10 + SLACK);
      }
      const numbers = sheet!.text.split(' ').filter((it) => /^\d+$/.test(it));
      // Once on the map, and once before its name or line.
      for (const at of groups.keys()) expect(numbers.filter((it) => it === String(at + 1)), String(at + 1)).toHaveLength(2);
      if (blank) expect(sheet!.text).toMatch(/^[\d ]+$/);
      else for (const [at, group] of groups.entries()) expect(bare(sheet!.text)).toContain(bare(`${at + 1} ${group}`));
      // Land is drawn between the numbers.
      const { data, width } = await sheet!.draw(2);
      const [from, to] = [20, 90].map((it) => it * 2 * width) as [number, number];
      let inked = 0;
      for (let point = from; point < to; point += 1) if (data[point * 4]! < 250) inked += 1;
      expect(inked / (to - from)).toBeGreaterThan(0.2);
    });
  }
}

test('one map for all items on it: whole, and in large print with nothing small', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  await open('#/quiz/paper');
  const paper = await fillIn(page, 2, ['find on the map']);
  await open(`#/quiz/sheets?paper=${paper}`);
  await make(page, ['worksheets', 'worksheets in large print'], '', '');
  for (const at of [0, 1]) {
    const sheet = page.locator('.sheet').nth(at);
    await expect(sheet.locator('.sheet-map')).toHaveCount(1);
    await expect(sheet.locator('.on-map li')).toHaveCount(groupIds().length);
    await expect(sheet.locator('.on-paper > li').nth(1)).toContainText('Use the map at question 1.');
  }
  const pages = await print(page, 'A4');
  // What is drawn and does not fit its frame is cut without a trace in the text.
  for (const at of [0, 1]) {
    const over = await page.locator('.sheet-map').nth(at).evaluate((map) => {
      const [frame, drawn] = [map, map.querySelector('use')!].map((it) => it.getBoundingClientRect()) as [DOMRect, DOMRect];
      return Math.max(frame.left - drawn.left, drawn.right - frame.right, frame.top - drawn.top, drawn.bottom - frame.bottom);
    });
    expect(over).toBeLessThan(2);
  }
  const plain = pages.findIndex((it) => it.points > 17);
  expect(plain).toBeGreaterThan(0);
  for (const it of pages.slice(plain)) expect(it.points, it.text).toBeGreaterThanOrEqual(17.9);
  for (const sheet of [pages.slice(0, plain), pages.slice(plain)]) {
    const words = sheet.map((it) => it.body).join(' ').split(' ');
    // Once on the map and once before the name.
    for (const [at] of groupIds().entries()) expect(words.filter((it) => it === String(at + 1)).length).toBeGreaterThanOrEqual(2);
  }
});

test('large print, cards, and what is refused', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  await open('#/quiz/paper');
  const paper = await fillIn(page, 3, ['choose one', 'find on the map', 'own words']);
  await page.getByText('Give this paper to a class').click();
  await page.locator('.share-paper').getByRole('link', { name: 'Sheets for paper' }).click();
  await expect(page.getByRole('textbox', { name: 'Code of the paper' })).toHaveValue(paper);
  for (const [from, to] of [['5', '4'], ['1', '61'], ['x', '']] as const) {
    await page.getByRole('textbox', { name: 'From student number' }).fill(from);
    await page.getByRole('textbox', { name: 'to number' }).fill(to);
    await page.getByRole('button', { name: 'Make the sheets' }).click();
    await expect(page.getByText('Type whole numbers from 1 to 4095')).toBeFocused();
  }
  await make(page, ['worksheets in large print', 'timeline cards'], '', '');
  await expect(page.locator('#sheets-made')).toHaveText('3 sheets');
  expect(await faults(page)).toEqual([]);
  const large = await page.locator('.sheet.large .asked').first().evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  expect(large).toBeGreaterThanOrEqual(24);
  const cards = await page.locator('.cards li').allTextContents();
  const key = await page.locator('.dates li').allTextContents();
  expect(cards.length).toBe(key.length);
  expect(cards.join()).not.toMatch(/\b19\d\d\b/);
  for (const title of cards) expect(key.some((it) => it.endsWith(title))).toBe(true);
  const all = bare((await print(page, 'Letter')).map((it) => it.text).join(' '));
  for (const title of cards) expect(all).toContain(bare(title));
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a sheet for each student: what was answered, what is right, and where to read', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  await open('#/quiz/paper');
  const paper = await fillIn(page, 2, ['choose one']);
  await page.locator('.options input').first().check();
  const id = (await page.locator('.options input').first().getAttribute('name'))!;
  const answered = await page.locator('.option-text').first().innerText();
  await handIn(page).click();
  await handIn(page).click();
  await page.getByRole('textbox', { name: /^Your number, or your name/ }).fill('7');
  await page.getByRole('button', { name: 'Make the code' }).click();
  const result = await page.getByRole('textbox', { name: 'The code of 7' }).inputValue();
  await open('#/quiz/desk');
  await page.getByRole('textbox', { name: 'Codes of your class' }).fill(result);
  await page.getByRole('button', { name: 'Read the codes' }).click();
  await page.getByRole('button', { name: 'A sheet for each student' }).click();
  await expect(page.locator('#sheets-made')).toBeFocused();
  const sheet = page.locator('.sheet.student');
  await expect(sheet.locator('h3')).toHaveText('No. 7');
  const question = questions('choose-one').find((it) => it.id === id)!;
  const right = question.options.find((it) => it.id === question.key[0])!.text;
  await expect(sheet.locator('tbody tr').first().locator('td').nth(0)).toHaveText(answered);
  await expect(sheet.locator('tbody tr').first().locator('td').nth(1)).toHaveText(right);
  await expect(sheet.locator('tbody tr').nth(1).locator('td').first()).toHaveText('no answer');
  await expect(sheet.locator('.settling')).toContainText('#/read/');
  expect(await faults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  const pages = await print(page, 'Letter');
  expect(runs(pages, [paper])).toEqual([pages.length]);
  // The table is as wide as the page.
  expect(Math.max(...pages.map((it) => it.across))).toBeGreaterThan(0.85);
});

test('sheets for students: each on pages of its own, each row whole, and codes for what was missed', async ({ page, open, output, address }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  await open('#/quiz/paper');
  const paper = await fillIn(page, 14, []);
  await handIn(page).click();
  await handIn(page).click();
  const results: string[] = [];
  for (const name of ['ANNA', 'BEN']) {
    await page.getByRole('textbox', { name: /^Your number, or your name/ }).fill(name);
    await page.getByRole('button', { name: 'Make the code' }).click();
    results.push(await page.getByRole('textbox', { name: `The code of ${name}` }).inputValue());
  }
  await open('#/quiz/desk');
  await page.getByRole('textbox', { name: 'Codes of your class' }).fill(results.join('\n'));
  await page.getByRole('button', { name: 'Read the codes' }).click();
  await page.getByRole('button', { name: 'A sheet for each student' }).click();
  await expect(page.locator('#sheets-made')).toHaveText('2 sheets');
  const sheets = page.locator('.sheet.student');
  for (const format of ['A4', 'Letter'] as const) {
    const pages = await print(page, format);
    const from = pages.findIndex((it, at) => at > 0 && bare(it.body).startsWith(bare(`${paper} BEN`)));
    expect(from).toBeGreaterThan(0);
    for (const [at, own] of [pages.slice(0, from), pages.slice(from)].entries()) {
      for (const it of own) expect(bare(it.body)).toMatch(new RegExp(`^${bare(paper)}`));
      const sheet = sheets.nth(at);
      const rows = await blocks(page, sheet.locator('tbody tr'), 'th, td:not(:has(li)), td li', format);
      expect(rows).toHaveLength(14);
      const ways = await blocks(page, sheet.locator('.settling li'), 'p', format);
      const last = own.findIndex((it) => bare(it.body).includes(bare('Worth reading again')));
      // The ways to passages follow in two columns.
      expectPacked(own.slice(0, own.findLastIndex((it) => bare(it.body).includes(bare(rows.at(-1)!.words[0]!))) + 1), rows, {
        each: await heightOf(page, sheet.locator('.running, thead'), format),
        first: await heightOf(page, sheet.locator('header'), format),
      });
      expect(last).toBeGreaterThanOrEqual(0);
      for (const { words } of ways) expect(own.some((it) => bare(it.body).includes(bare(words[0]!))), words[0]).toBe(true);
      const leading = (await sheet.locator('.settling .sheet-code').allTextContents()).map((it) => address + it);
      expect(leading.length).toBeGreaterThan(1);
      expect((await codesOf(own)).sort()).toEqual([...leading].sort());
    }
  }
});
