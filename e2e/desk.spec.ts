// The class desk by itself: what was chosen, files that are dropped, codes that were mistyped, students of the
// same name, and thousands of lines. The way from a paper to the desk is in classroom.spec.ts.
import { readFileSync } from 'node:fs';
import { faults } from './support/axe.ts';
import { changed } from './support/code.ts';
import { answer, codeOf, fillIn, handIn, heading } from './support/paper.ts';
import { questions } from './support/story.ts';
import { expect, test } from './support/test.ts';
import type { Browser, Page } from '@playwright/test';

type Open = (hash: string) => Promise<unknown>;

const codes = (page: Page) => page.getByRole('textbox', { name: 'Codes of your class' });
const read = (page: Page) => page.getByRole('button', { name: 'Read the codes' });
const summary = (page: Page) => page.locator('#desk-summary');
const status = (page: Page) => page.locator('#desk-status');
const problems = (page: Page) => page.locator('.together li');

/** Makes a paper of items of one type, and gives its code. */
async function assignment(page: Page, open: Open, count: number, kind: string): Promise<string> {
  await open('#/quiz/paper');
  return fillIn(page, count, [kind]);
}

/** The code of a student who takes a paper on a device of their own. */
async function take(browser: Browser, address: string, paper: string, who: string, right: boolean): Promise<string> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${address}#/quiz/${paper}`);
  await expect(heading(page)).toHaveText(/Question 1 of/);
  await answer(page, () => right);
  const code = await codeOf(page, who);
  await page.context().close();
  return code;
}

/** The codes of as many students as there are numbers, who all answered as two did whose numbers are 1 and 2. */
function codesOf(one: string, two: string, count: number): string[] {
  let [first, second] = [0n, 0n];
  changed(one, (it) => (first = it));
  changed(two, (it) => (second = it));
  // The number is a digit of the whole: from one student to the next it grows by the same.
  return Array.from({ length: count }, (_, at) => changed(one, (it) => it + BigInt(at) * (second - first)));
}

async function readLines(page: Page, open: Open, lines: string[]): Promise<void> {
  await open('#/quiz/desk');
  await codes(page).fill(lines.join('\n'));
  await read(page).click();
}

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync((await (await download).path())!, 'utf8').replace('\ufeff', '');
}

test('the desk tells how often each answer was given, and saves that', async ({ page, open, browser, address }) => {
  test.slow();
  const paper = await assignment(page, open, 2, 'choose one');
  const lines: string[] = [];
  for (const [who, right] of [['7', true], ['8', false], ['9', false]] as const) {
    lines.push(await take(browser, address, paper, who, right));
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await readLines(page, open, lines);
  await expect(summary(page)).toHaveText('3 results, nothing wrong.');

  const asked = page.locator('details.chosen');
  await expect(asked).toHaveCount(2);
  // Less than half of the points was earned: both are open.
  for (const details of await asked.all()) await expect(details).toHaveAttribute('open', '');
  const csv = await saved(page, 'Save the analysis (CSV)');
  const json = JSON.parse(await saved(page, 'Save for other programs (JSON)')) as {
    analysis: { item: string; papers: number; parts: { right: number; choices: { choice: string; key: boolean; chosen: number }[] }[] }[];
  };
  expect(csv.split('\r\n')[0]).toBe('question,asks,papers,answers,difficulty,discrimination,part,answer,right,chosen');
  let options = 0;
  for (const [at, item] of json.analysis.entries()) {
    const question = questions('choose-one').find((it) => it.id === item.item)!;
    const wrong = question.options.find((it) => !question.key.includes(it.id))!;
    const [part] = item.parts;
    expect([item.papers, item.parts.length, part!.right]).toEqual([3, 1, 1]);
    const rows = asked.nth(at).locator('tbody tr');
    await expect(rows).toHaveCount(question.options.length);
    for (const [row, option] of question.options.entries()) {
      const isKey = question.key.includes(option.id);
      const chosen = isKey ? 1 : option.id === wrong.id ? 2 : 0;
      expect(part!.choices[row]).toEqual({ choice: option.id, key: isKey, chosen });
      await expect(rows.nth(row).locator('td')).toHaveText(String(chosen));
      await expect(rows.nth(row).getByText('right answer', { exact: true })).toHaveCount(isKey ? 1 : 0);
      expect(csv).toMatch(new RegExp(`^${item.item},.*,${isKey ? 'right answer' : ''},${chosen}\\r$`, 'm'));
    }
    options += question.options.length;
  }
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + options);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  // On paper those that are closed are open too.
  await asked.first().locator('summary').click();
  await expect(asked.first().locator('table')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(asked.first().locator('table')).toBeVisible();
});

test('of partners the desk tells which were found, and which were taken for them', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  await assignment(page, open, 1, 'find partners');
  const id = (await page.locator('.item').first().getAttribute('data-question'))!;
  const { options } = questions('match').find((it) => it.id === id)!;
  const labels = await page.locator('.pairs label').allInnerTexts();
  const ids = labels.map((label) => options.find((it) => label.startsWith(it.text.slice(0, 30)))!.id);
  // The first two are taken for each other, the last is left.
  const given = [ids[1]!, ids[0]!, ...ids.slice(2, -1)];
  for (const [at, value] of given.entries()) await page.locator('.pairs select').nth(at).selectOption(value);
  await handIn(page).click();
  await expect(heading(page)).toHaveText('Your result');
  await readLines(page, open, [await codeOf(page, '7')]);
  const details = page.locator('details.chosen');
  await details.evaluate((it: HTMLDetailsElement) => (it.open = true));
  const rows = details.locator('tbody tr');
  await expect(rows).toHaveCount(ids.length);
  for (const [at, label] of labels.entries()) {
    const row = rows.filter({ has: page.getByRole('rowheader', { name: label.trim().slice(0, 30) }) }).first();
    const right = at > 1 && at < ids.length - 1;
    await expect(row.locator('td').first()).toHaveText(right ? '1' : '0');
    await expect(row.locator('td').last()).toHaveText(right ? '' : at < 2 ? /.+ \(1\)$/ : 'no answer (1)');
  }
});

test('files are dropped on the desk, and a drop beside it harms nothing', async ({ page, open }) => {
  await open('#/quiz/desk');
  await codes(page).fill('typed before');
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['one line\nanother'], 'codes.txt', { type: 'text/plain' }));
    transfer.items.add(new File([new Uint8Array([255, 216, 0, 0])], 'photo.jpg', { type: 'image/jpeg' }));
    return transfer;
  });
  const over = page.getByText('Drop the files here', { exact: true });
  await expect(over).toBeHidden();
  // Beside it: the browser is not left to open them.
  const beside = await page.evaluate((dataTransfer) => {
    const heading = document.querySelector('#item-heading')!;
    const drag = (kind: string) => {
      const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
      heading.dispatchEvent(event);
      return event.defaultPrevented;
    };
    return [drag('dragover'), drag('drop')];
  }, files);
  expect(beside).toEqual([true, true]);
  await expect(over).toBeHidden();
  await expect(codes(page)).toHaveValue('typed before');

  await codes(page).dispatchEvent('dragover', { dataTransfer: files });
  await expect(over).toBeVisible();
  await codes(page).dispatchEvent('drop', { dataTransfer: files });
  await expect(over).toBeHidden();
  await expect(codes(page)).toHaveValue('typed before\none line\nanother');
  await expect(page.getByText('“photo.jpg” could not be read as text.')).toBeFocused();

  // Out of the window again.
  await codes(page).dispatchEvent('dragover', { dataTransfer: files });
  await expect(over).toBeVisible();
  await codes(page).dispatchEvent('dragleave', { dataTransfer: files });
  await expect(over).toBeHidden();

  // Words that are dragged into the field are the browser's, and so is every other page.
  const left = await page.evaluate(async (files) => {
    const drag = (selector: string, dataTransfer: DataTransfer) => {
      const event = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector(selector)!.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const words = new DataTransfer();
    words.setData('text/plain', 'a code');
    const inField = drag('#desk-codes', words);
    location.hash = '#/quiz';
    await new Promise((done) => setTimeout(done, 100));
    return [inField, drag('body', files)];
  }, files);
  expect(left).toEqual([false, false]);
});

test('a character that is in no code is named, namesakes both stay, and several papers are told apart', async ({ page, open, browser, address, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  const first = await assignment(page, open, 1, 'choose one');
  await answer(page, () => true);
  const anna = await codeOf(page, 'Anna');
  const wrong = `Ben: ${anna.slice(0, 11)}U${anna.slice(12)}`;
  await readLines(page, open, [wrong, `Anna Cohen: ${anna}`, `Anna Dahl: ${anna}`, `[9:30] Anna Dahl: ${anna}`]);
  await expect(summary(page)).toHaveText('2 results; something is to be said of 3 lines.');
  await expect(problems(page)).toContainText([
    'Line 1: a code that was mistyped or cut: “U”, character number 17 of the line, is in no code',
    'Line 3: the same name or number as line 2, with other words beside the code; both results stay, so check whose they are',
    'Line 4: the same as line 3',
  ]);
  const results = page.getByRole('table', { name: 'Results' });
  await expect(results.getByRole('columnheader', { name: 'Paper' })).toHaveCount(0);
  await expect(results.getByRole('row', { name: /^ANNA .* Anna Cohen$/ })).toBeVisible();
  await expect(results.getByRole('row', { name: /^ANNA .* Anna Dahl$/ })).toBeVisible();

  const second = await assignment(page, open, 1, 'choose one');
  expect(second).not.toBe(first);
  const ben = await take(browser, address, second, 'Ben', false);
  await readLines(page, open, [anna, ben]);
  await expect(results.getByRole('columnheader', { name: 'Paper' })).toHaveCount(1);
  for (const [who, paper] of [['ANNA', first], ['BEN', second]]) {
    await expect(results.getByRole('row', { name: new RegExp(`^${who} .* ${paper}`) })).toBeVisible();
  }
});

test('the page does what else is asked while thousands of results are read, and reading can be stopped', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  test.setTimeout(180_000);
  await assignment(page, open, 2, 'choose one');
  await answer(page, () => true);
  const one = await codeOf(page, '1');
  const two = await codeOf(page, '2');
  const real = codesOf(one, two, 4000);
  expect([real[0], real[1]]).toEqual([one, two]);
  const lines = Array.from({ length: 10_000 }, (_, at) => (at % 2 === 0 && at < 8000 ? real[at / 2]! : `line ${at} with no code`));
  // With twenty results to a line it takes so long that hands are in time.
  const heavy = lines.map((_, at) => Array.from({ length: 20 }, (_, more) => real[(at * 20 + more) % 4000]).join(', '));
  const paste = (lines: string[]) =>
    page.evaluate((text) => {
      document.querySelector<HTMLTextAreaElement>('#desk-codes')!.value = text;
    }, lines.join('\n'));
  await open('#/quiz/desk');
  await paste(heavy);
  // What is done while reading goes on, as the page sees it.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const button = document.querySelector('#desk-button')!;
    document.querySelector('#quiz-view')!.addEventListener('toggle', () => seen.push(button.textContent), true);
  });
  const other = page.getByText('Questions for a learning platform');
  const stop = page.getByRole('button', { name: 'Stop reading' });
  await read(page).click();
  await expect(status(page)).toHaveText(/^Reading: \d+ %$/);
  await other.click();
  await expect.poll(() => page.evaluate('seen')).toEqual(['Stop reading']);

  // A second press stops it, and so does another page.
  await stop.click();
  await expect(status(page)).toHaveText('Stopped. Nothing was read.');
  await expect(summary(page)).toHaveCount(0);
  await read(page).click();
  await expect(stop).toBeVisible();
  await page.locator('[data-nav="map"]').click();
  await expect(page.locator('#map-view')).toBeVisible();
  await page.goBack();
  await expect(read(page)).toBeVisible();
  await expect(status(page)).toHaveText('Stopped. Nothing was read.');

  // Read to the end, all is there: each result once, in tables of some hundred. Who does something else
  // meanwhile is left where they are.
  await paste(lines);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('#desk-button')!.click();
    document.querySelector<HTMLElement>('.share-paper summary')!.focus();
  });
  const said = '4000 results; something is to be said of 6000 lines.';
  await expect(status(page)).toHaveText(said, { timeout: 60_000 });
  await expect(summary(page)).toHaveText(said);
  await expect(summary(page)).not.toBeFocused();
  await expect(page.getByRole('table', { name: /^Results \d+ to \d+$/ })).toHaveCount(20);
  const students = await page.locator('#desk-read .wide:has(caption:text("Results")) tbody th').allTextContents();
  expect(students).toEqual(Array.from({ length: 4000 }, (_, at) => String(at + 1)));
  await expect(page.getByText('Lines to look at (6000)')).toBeVisible();
  expect(await problems(page).count()).toBe(6000);
  const table = (await saved(page, 'Save as a table (CSV)')).trimEnd().split('\r\n');
  expect(table).toHaveLength(4001);
  await expect(page.getByRole('table', { name: 'Question by question' }).getByRole('row').nth(1)).toContainText('4000/4000');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing at the desk with what was chosen, ${colorScheme}`, async ({ page, open, output }) => {
    test.skip(output !== 'site', 'does not differ by output');
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (colorScheme === 'dark') await page.setViewportSize({ width: 390, height: 844 });
    await assignment(page, open, 2, 'choose one');
    await answer(page, () => false);
    const code = await codeOf(page, '12');
    await readLines(page, open, [code, ...Array.from({ length: 70 }, (_, at) => `junk ${at}`)]);
    await expect(summary(page)).toBeFocused();
    await expect(page.locator('details.chosen[open]')).toHaveCount(2);
    await page.locator('details.chosen').first().locator('summary').click();
    await page.locator('#desk-form').evaluate((form) => form.toggleAttribute('data-over'));
    expect(await faults(page)).toEqual([]);
  });
}
