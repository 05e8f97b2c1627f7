// Sheets for paper, as the printer gets them.
import { faults } from './support/axe.ts';
import { fillIn, handIn } from './support/paper.ts';
import { printed } from './support/pdf.ts';
import { groupIds, passageAddresses, questions } from './support/story.ts';
import { expect, test } from './support/test.ts';
import type { Printed } from './support/pdf.ts';
import type { Page } from '@playwright/test';

/** The margin at either side, in parts of the page's width. */
const MARGIN = { A4: 15 / 210, Letter: 15 / 215.9 };

/** The pages as a printer gets them; none has text in its margins. */
async function print(page: Page, format: 'A4' | 'Letter'): Promise<Printed[]> {
  const pages = await printed(page, format);
  for (const it of pages) {
    expect(it.from, it.text).toBeGreaterThan(MARGIN[format] - 0.005);
    expect(it.across, it.text).toBeLessThan(1 - MARGIN[format] + 0.005);
    expect(it.down, it.text).toBeLessThan(0.98);
  }
  return pages;
}

/** How many pages begin with each of these, in their order; all pages do with one of them. */
function runs(pages: Printed[], heads: string[]): number[] {
  const counts = heads.map(() => 0);
  let at = 0;
  for (const { body } of pages) {
    while (at < heads.length && !bare(body).startsWith(bare(heads[at]!))) at += 1;
    expect(at, body).toBeLessThan(heads.length);
    counts[at]! += 1;
  }
  return counts;
}

/** Letters and digits alone: fonts and line ends part words in their own ways. */
const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

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
  const counts = runs(pages, [...heads, 'Where it is settled']);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(pages.map((it) => it.number)).toEqual(pages.map((_, at) => `${at + 1} / ${pages.length}`));
  // Codes for cameras lead to an address, which a file has not. What each passage is called stands there anyway.
  expect((await page.locator('.sheet svg.qr').count()) > 0).toBe(output !== 'file');
  const settled = await page.locator('.found-in li .sheet-code').allTextContents();
  expect(new Set(settled).size).toBe(settled.length);
  expect(settled.every((it) => passageAddresses().includes(it.replace('#/read/', '')))).toBe(true);
});

test('the text to read for a paper, in full and in easier words', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  await open('#/quiz/paper');
  const paper = await fillIn(page, 4, []);
  await open(`#/quiz/sheets?paper=${paper}`);
  await make(page, ['text to read', 'text to read, in easier words'], '', '');
  await expect(page.locator('#sheets-made')).toHaveText('2 sheets');
  const texts = page.locator('.sheet.text');
  const passages = (await texts.first().locator('.sheet-code').allTextContents()).map((it) => it.slice(1));
  expect(passages.length).toBeGreaterThan(0);
  const all = bare((await print(page, 'Letter')).map((it) => it.text).join(' '));
  for (const [at, which] of ['full', 'easy'].entries()) {
    for (const [number, passage] of passages.entries()) {
      const lines = await page.locator(`[id="${passage}"] .${which} > *`).allTextContents();
      expect(await texts.nth(at).locator('section').nth(number).locator('> :is(p:not(.how), ul, blockquote)').allTextContents()).toEqual(lines);
      // Marks of claims are painted, and no part of the text.
      for (const line of lines) expect(all.replace(/[^a-z]/g, '')).toContain(line.toLowerCase().replace(/[^a-z]/g, '').slice(0, 40));
    }
  }
});

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
