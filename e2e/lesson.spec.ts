// A whole lesson: a paper for each of thirty students, half of them on the site and half on the single file,
// their codes, and what the desk makes of these.
import { readFileSync } from 'node:fs';
import { ofOtherEdition, symbols, write } from './support/code.ts';
import { openOutput } from './support/outputs.ts';
import { fillIn, handIn, heading, number } from './support/paper.ts';
import { questions } from './support/story.ts';
import type { Question } from './support/story.ts';
import { expect, test } from './support/test.ts';
import type { Browser, Page } from '@playwright/test';

const STUDENTS = 30;
const ITEMS = 4;
const TOGETHER = 3;
const TYPES = ['choose-one', 'choose-several', 'match'] as const;
const asked = new Map<string, Question>(TYPES.flatMap((type) => questions(type)).map((it) => [it.id, it]));

/** What a student came to, by the student's own device. */
interface Outcome {
  paper: string;
  code: string;
  points: number;
  outOf: number;
  right: number;
  items: string[];
  /** Of each item to choose one, the letter that the right option has on the screen. */
  letters: string[];
}

/** Whether a student knows the answer to an item. */
const knows = (student: number, at: number) => (student * 7 + at * 3) % 5 < 3;

/** Answers the item on the page, rightly, or with something else. */
async function answer(page: Page, right: boolean): Promise<string> {
  const first = page.locator('.item [name], .item select').first();
  const id = (await page.locator('.item').first().getAttribute('data-question'))!;
  await expect(first).toBeVisible();
  const question = asked.get(id)!;
  if (question.type === 'match') {
    const labels = await page.locator('.pairs label').allInnerTexts();
    const key = labels.map((label) => question.options.find((it) => label.startsWith(it.text.slice(0, 30)))!.id);
    // Each partner one further.
    const values = right ? key : [...key.slice(1), key[0]!];
    for (const [at, value] of values.entries()) await page.locator('.pairs select').nth(at).selectOption(value);
    return id;
  }
  const wrong = question.options.find((it) => !question.key.includes(it.id))!;
  const chosen = right ? question.key : [wrong.id];
  for (const option of chosen) await page.locator(`.options input[value="${option}"]`).check();
  return id;
}

/** The letter of the right option on the page, counted from above; nothing for other types. */
async function letter(page: Page, id: string): Promise<string> {
  const question = asked.get(id)!;
  if (question.type !== 'choose-one') return '';
  const shown = await page.locator('.options input').evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value));
  return String.fromCharCode(65 + shown.indexOf(question.key[0]!));
}

/** One student, on a device of their own, from the number to the code. */
async function take(browser: Browser, address: string, offline: boolean, paper: string, student: number): Promise<Outcome> {
  const page = await (await browser.newContext({ offline, viewport: { width: 390, height: 844 } })).newPage();
  if (offline) {
    await page.goto(`${address}#/quiz/paper`);
    await page.getByRole('textbox', { name: 'Or type the code of a paper' }).fill(paper.toLowerCase());
  } else await page.goto(`${address}#/quiz/paper?class=${paper}`);
  await page.getByRole('textbox', { name: 'Your number in class' }).fill(String(student));
  await page.getByRole('button', { name: 'Open the paper' }).click();
  await expect(heading(page)).toHaveText(new RegExp(`Question 1 of ${ITEMS}$`));
  const own = page.url().split('#/quiz/')[1]!.split('?')[0]!;
  const items: string[] = [];
  const letters: string[] = [];
  for (let at = 0; at < ITEMS; at += 1) {
    await number(page, at).click();
    await expect(page.locator('.paper-questions [aria-current]')).toHaveText(String(at + 1));
    const id = await answer(page, knows(student, at));
    items.push(id);
    letters.push(await letter(page, id));
  }
  await handIn(page).click();
  await expect(heading(page)).toHaveText('Your result');
  const said = (await page.locator('.came-to').textContent())!.match(/^(\d+) of (\d+) points.* (\d+) of \d+ questions/)!;
  await page.getByRole('button', { name: 'Make the code' }).click();
  const field = page.getByRole('textbox', { name: `The code of ${student}` });
  await expect(field).toBeFocused();
  const code = await field.inputValue();
  await page.context().close();
  const [points, outOf, right] = said.slice(1).map(Number) as [number, number, number];
  return { paper: own, code, points, outOf, right, items, letters };
}

test('thirty students, two outputs, a paper each', async ({ page, open, browser, address, output }) => {
  test.skip(output !== 'site', 'opens the single file too');
  test.setTimeout(300_000);
  await open('#/quiz/paper');
  const paper = await fillIn(page, ITEMS, ['choose one', 'choose several', 'find partners']);
  const file = await openOutput('file');

  const outcomes = new Map<number, Outcome>();
  for (let from = 1; from <= STUDENTS; from += TOGETHER) {
    const students = Array.from({ length: TOGETHER }, (_, at) => from + at).filter((it) => it <= STUDENTS);
    const done = students.map(async (student) => {
      const offline = student % 2 === 0;
      outcomes.set(student, await take(browser, offline ? file.address : address, offline, paper, student));
    });
    await Promise.all(done);
  }
  await file.close();

  // Everyone has a paper of their own, and earned what they knew.
  const all = [...outcomes.entries()].sort(([a], [b]) => a - b);
  expect(new Set(all.map(([, it]) => it.paper)).size).toBe(STUDENTS);
  expect(new Set(all.map(([, it]) => it.items.join())).size).toBeGreaterThan(STUDENTS / 2);
  for (const [student, it] of all) {
    const known = it.items.filter((_, at) => knows(student, at)).length;
    expect(it.right, `student ${student}`).toBe(known);
    expect(write(symbols(it.code))).toBe(it.code);
  }

  // They hand in: one mistypes first, two hand in twice, one uses another edition.
  const of = (student: number) => outcomes.get(student)!.code;
  const typo = of(5).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const lines = ['Results of Friday', typo, ...all.map(([student]) => `Student ${student}: ${of(student)}`)];
  lines.push(of(9), of(12).toLowerCase().replaceAll('-', ' '), ofOtherEdition(of(20)));
  await open('#/quiz/desk');
  await page.getByRole('textbox', { name: 'Codes of your class' }).fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Read the codes' }).click();
  await expect(page.locator('#desk-summary')).toHaveText(`${STUDENTS} results; something is to be said of 5 lines.`);
  await expect(page.locator('.together li')).toContainText([
    'Line 1: no code in it',
    'Line 2: a code that was mistyped or cut',
    `Line ${STUDENTS + 3}: the same as line 11`,
    `Line ${STUDENTS + 4}: the same as line 14`,
    `Line ${STUDENTS + 5}: a code from another edition of the questions`,
  ]);

  // The table is what the students saw themselves.
  const results = page.getByRole('table', { name: 'Results' });
  const rows = await results.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );
  expect(rows.map(([who, points]) => [who, points])).toEqual(all.map(([student, it]) => [String(student), `${it.points}/${it.outOf}`]));

  // Each item was answered by as many as had it, and is as difficult as they made it.
  const analysis = page.getByRole('table', { name: 'Question by question' });
  const items = await analysis.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [row.querySelector('a')!.getAttribute('href')!, ...[...row.children].slice(1).map((it) => it.textContent ?? '')]),
  );
  for (const [href = '', answers, difficulty] of items) {
    const id = href.split('item=')[1]!;
    const had = all.flatMap(([student, it]) => (it.items.includes(id) ? [knows(student, it.items.indexOf(id))] : []));
    expect(answers, id).toBe(`${had.length}/${had.length}`);
    // Of the wrong ones, those to choose one and those of other partners earn nothing.
    if (asked.get(id)!.type === 'choose-one') {
      expect(difficulty, id).toBe(String(Math.round((had.filter(Boolean).length / had.length) * 100)));
    }
  }
  expect(items.length).toBe(new Set(all.flatMap(([, it]) => it.items)).size);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
  const table = readFileSync((await (await download).path())!, 'utf8').replace('\ufeff', '').trimEnd().split('\r\n').slice(1);
  for (const [at, line] of table.entries()) {
    const [student, , own, points, outOf] = line.split(',');
    const it = all[at]![1];
    expect([student, own, points, outOf]).toEqual([String(all[at]![0]), it.paper, String(it.points), String(it.outOf)]);
  }

  // What stands on the printed key of each number is what was graded as right.
  await open(`#/quiz/sheets?paper=${paper}`);
  await page.getByRole('checkbox', { name: 'worksheets', exact: true }).uncheck();
  await page.getByRole('textbox', { name: 'From student number' }).fill('1');
  await page.getByRole('textbox', { name: 'to number' }).fill(String(STUDENTS));
  await page.getByRole('button', { name: 'Make the sheets' }).click();
  const keys = page.locator('#sheets > .sheet.key');
  await expect(keys).toHaveCount(STUDENTS);
  let compared = 0;
  for (const [at, [student, it]] of all.entries()) {
    await expect(keys.nth(at).locator('.sheet-code')).toContainText(it.paper);
    const printed = await keys.nth(at).locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.querySelector('.letters-right')?.textContent ?? ''));
    expect(printed).toHaveLength(ITEMS);
    for (const [item, letter] of it.letters.entries()) {
      if (letter === '') continue;
      expect(printed[item], `student ${student}, item ${item + 1}`).toBe(letter);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(STUDENTS);
});
