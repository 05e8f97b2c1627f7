// Sheets for paper, as the printer gets them.
import { faults } from './support/axe.ts';
import { fillIn } from './support/paper.ts';
import { printed as print } from './support/pdf.ts';
import { questions } from './support/story.ts';
import { expect, test } from './support/test.ts';
import type { Page } from '@playwright/test';

/** Letters and digits alone: fonts and line ends part words in their own ways. */
const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

async function make(page: Page, sheets: string[], from: string, to: string) {
  for (const name of ['worksheets', 'worksheets in large print', 'answer key', 'timeline cards']) {
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
  await expect(page.locator('#sheets-made')).toHaveText('6 sheets');
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

  const printed = await print(page, 'A4');
  const all = bare(printed.map((it) => it.text).join(' '));
  let from = 0;
  for (const prompt of prompts) {
    const found = all.indexOf(bare(prompt), from);
    expect(found, prompt).toBeGreaterThanOrEqual(from);
    from = found;
  }
  for (const number of [11, 12, 13]) expect(all.split(`no${number}`).length - 1).toBe(2);
  expect(all).not.toContain(bare('Make the sheets'));
  for (const it of printed) {
    expect(it.text).not.toBe('');
    expect(it.across).toBeLessThan(0.97);
    expect(it.down).toBeLessThan(0.98);
  }
  // Each sheet begins on a page of its own, and says how many there are.
  expect(printed.at(-1)!.text).toContain(`${printed.length} / ${printed.length}`);
  const withHead = printed.filter((it) => /Name\s.*Date|Key to paper/.test(it.text));
  expect(withHead).toHaveLength(6);
  // Codes for cameras lead to an address, which a file has not.
  expect(await page.locator('.sheet svg.qr').count() > 0).toBe(output !== 'file');
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
  const key = await page.locator('.sheet.key > ol > li').allTextContents();
  expect(cards.length).toBe(key.length);
  expect(cards.join()).not.toMatch(/\b19\d\d\b/);
  for (const title of cards) expect(key.some((it) => it.endsWith(title))).toBe(true);
  const printed = await print(page, 'Letter');
  const all = bare(printed.map((it) => it.text).join(' '));
  for (const title of cards) expect(all).toContain(bare(title));
  for (const it of printed) expect(it.across).toBeLessThan(0.98);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
