// A class without a server: a paper for all, results as codes, and the desk that reads them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { answer, codeOf, fillIn, handIn, heading, number } from './support/paper.ts';
import { seenByCamera } from './support/qr.ts';
import { DIST, expect, test } from './support/test.ts';
import { questions } from './support/story.ts';
import { stored } from './support/zip.ts';
import type { Browser, Page } from '@playwright/test';

const summary = (page: Page) => page.locator('#desk-summary');
const codes = (page: Page) => page.getByRole('textbox', { name: 'Codes of your class' });
const read = (page: Page) => page.getByRole('button', { name: 'Read the codes' });
const results = (page: Page) => page.getByRole('table', { name: 'Results' });

/** The code of a paper of items that ask to choose one. */
async function assignment(page: Page, open: (hash: string) => Promise<unknown>, count: number): Promise<string> {
  await open('#/quiz/paper');
  return fillIn(page, count, ['choose one']);
}

/** Answers the paper on the page: rightly, or, each wrong one, by the first distractor; gives the code. */
async function take(page: Page, who: string, right: (at: number) => boolean): Promise<string> {
  await answer(page, right);
  return codeOf(page, who);
}

/** A student on a device of their own. */
async function student(browser: Browser, address: string, paper: string) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${address}#/quiz/${paper}`);
  await expect(heading(page)).toHaveText(/Question 1 of/);
  return page;
}

test('a class hands in codes, some mistyped, some twice, and the desk tells what they come to', async ({ page, open, browser, address }) => {
  test.slow();
  const paper = await assignment(page, open, 4);
  const handed: Record<string, string> = {};
  for (const [who, right] of [
    ['7', () => true],
    ['8', (at: number) => at < 2],
    ['Ana Ríos', (at: number) => at > 0],
  ] as const) {
    const device = await student(browser, address, paper);
    handed[who] = await take(device, who, right);
    await device.context().close();
  }
  for (const code of Object.values(handed)) expect(code.length).toBeLessThanOrEqual(60);

  const typo = handed['7']!.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  await open('#/quiz/desk');
  await codes(page).fill(
    [`Good morning, here are ours`, `Row 1: ${handed['7']}`, handed['8']!.toLowerCase(), typo, handed['Ana Ríos'], handed['8'], paper].join('\n'),
  );
  await read(page).click();
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toHaveText('3 results; something is to be said of 4 lines.');
  for (const line of [
    'Line 1: no code in it',
    'Line 4: a code that was mistyped or cut',
    'Line 6: the same as line 3',
    'Line 7: the code of a paper, not of a result',
  ]) {
    await expect(page.locator('.together li').filter({ hasText: line })).toHaveCount(1);
  }
  const row = (who: string) => results(page).getByRole('row', { name: new RegExp(`^${who} `) });
  await expect(row('7').getByRole('cell').first()).toHaveText('4/4');
  await expect(row('8').getByRole('cell').first()).toHaveText('2/4');
  await expect(row('ANA RIOS').getByRole('cell').nth(1)).toHaveText('75');
  await expect(row('7').getByRole('cell').last()).toHaveText('Row 1');

  const analysis = page.getByRole('table', { name: 'Question by question' });
  await expect(analysis.getByRole('row')).toHaveCount(1 + 4);
  await expect(analysis.getByRole('row').nth(1)).toContainText('3/3');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
  const table = readFileSync((await (await download).path())!, 'utf8');
  const lines = table.replace('\ufeff', '').trimEnd().split('\r\n');
  expect(lines[0]).toBe('student,minutes,paper,points,out of,own words,out of,beside,code');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(new RegExp(`^7,\\d+,${paper},4,4,`));

  // The table is read again, as a file.
  await codes(page).fill('');
  await page.getByLabel('Or choose files with codes').setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(codes(page)).toHaveValue(/^\ufeff?student,minutes/);
  await read(page).click();
  await expect(summary(page)).toHaveText('3 results, nothing wrong.');

  // So it is from JSON, which tells of each item too.
  const json = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save for other programs (JSON)' }).click();
  const text = readFileSync((await (await json).path())!, 'utf8');
  const saved = JSON.parse(text) as { results: { student: string; points: number; items: { points: number }[] }[] };
  expect(saved.results.map((it) => [it.student, it.points])).toEqual([
    ['7', 4],
    ['8', 2],
    ['ANA RIOS', 3],
  ]);
  expect(saved.results[1]!.items.map((it) => it.points)).toEqual([1, 1, 0, 0]);
  await codes(page).fill('');
  const files = page.getByLabel('Or choose files with codes');
  await files.setInputFiles([
    { name: 'class.json', mimeType: 'application/json', buffer: Buffer.from(text) },
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0, 0, 0]) },
  ]);
  await expect(page.getByText('“photo.jpg” could not be read as text.')).toBeFocused();
  await expect(codes(page)).toHaveValue(/^student,code/);
  await read(page).click();
  await expect(summary(page)).toHaveText('3 results, nothing wrong.');
  await expect(row('8').getByRole('cell').first()).toHaveText('2/4');
  await expect(page.getByText('could not be read')).toBeHidden();
});

test('each number of a class has a paper of its own, the same on every device', async ({ page, open, browser, output, address }) => {
  const paper = await assignment(page, open, 3);
  await page.getByText('Give this paper to a class').click();
  await page.getByRole('checkbox', { name: 'Each student a paper of their own, by number' }).check();
  const link = `${address}#/quiz/paper?class=${paper}`;
  if (output !== 'file') await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(link);

  const own = async (student: Page, of: string) => {
    await student.goto(link);
    await expect(heading(student)).toHaveText('Your own paper');
    const code = student.getByRole('textbox', { name: 'Or type the code of a paper' });
    await expect(code).toHaveValue(paper);
    const field = student.getByRole('textbox', { name: 'Your number in class' });
    await field.fill('seven');
    await field.press('Enter');
    await expect(student.getByText('Type your number in class')).toBeFocused();
    await field.fill(of);
    await field.press('Enter');
    await expect(heading(student)).toHaveText(/Question 1 of 3/);
    const ids: string[] = [];
    for (let at = 0; at < 3; at += 1) {
      await number(student, at).click();
      await expect(student.locator('.paper-questions [aria-current]')).toHaveText(String(at + 1));
      ids.push((await student.locator('.options input').first().getAttribute('name'))!);
    }
    return ids.join(' ');
  };
  const first = await own(page, '7');
  const other = await (await browser.newContext()).newPage();
  expect(await own(other, '7')).toBe(first);
  expect(await own(other, '8')).not.toBe(first);
  await other.context().close();

  // The number is known when the paper is handed in.
  await handIn(page).click();
  await handIn(page).click();
  await expect(page.getByRole('textbox', { name: /^Your number, or your name/ })).toHaveValue('7');
});

test('the page saves the questions as the build does, and names what a format lacks', async ({ page, open, output }) => {
  // On another output the address of the page stands in the files.
  test.skip(output !== 'file', 'elsewhere the files tell the address');
  await open('#/quiz/desk');
  await page.getByText('Questions for a learning platform').click();
  const save = async (format: string) => {
    await page.getByRole('combobox', { name: 'Format' }).selectOption(format);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the questions' }).click();
    return readFileSync((await (await download).path())!);
  };
  const built = (name: string) => readFileSync(resolve(DIST, 'export', name));
  expect((await save('GIFT')).toString()).toBe(built('questions.gift.txt').toString());
  await expect(page.getByRole('heading', { name: /^Saved: \d+ of \d+ questions$/ })).toBeFocused();
  const order = questions('order')[0]!;
  await expect(page.locator(`#export-said a[href="#/quiz?item=${order.id}"]`)).toHaveCount(1);
  expect((await save('Moodle XML')).toString()).toBe(built('questions.moodle.xml').toString());
  expect(stored(await save('QTI 2.1'))).toEqual(stored(built('questions-qti21.zip')));
  await page.getByRole('textbox', { name: 'Code of a paper' }).fill('nonsense');
  await page.getByRole('button', { name: 'Save the questions' }).click();
  await expect(page.locator('.complaint')).toBeFocused();
});

test('the code is copied, and says for whom it is; a name is needed', async ({ page, open, context, output }) => {
  await context.grantPermissions(output === 'file' ? [] : ['clipboard-read', 'clipboard-write']);
  await assignment(page, open, 1);
  await page.locator('.options input').first().check();
  await handIn(page).click();
  await page.getByRole('button', { name: 'Make the code' }).click();
  await expect(page.getByText('Type a number from 1 to 4095, or a name in Latin letters.')).toBeFocused();
  await page.getByRole('textbox', { name: /^Your number/ }).fill('Zoë');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'The code of ZOE' })).toBeFocused();
  await page.getByRole('button', { name: 'Copy the code' }).click();
  await expect(page.locator('#result-copied')).not.toBeEmpty();
  if (output === 'site') {
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.getByRole('textbox', { name: 'The code of ZOE' }).inputValue());
  }
});

test('the desk is used by keyboard alone, and nothing of it is kept', async ({ page, open }) => {
  await open('#/quiz/desk');
  await tabTo(page, codes(page), 60);
  await page.keyboard.type('nothing here\nnor here');
  await tabTo(page, read(page), 10);
  await page.keyboard.press('Enter');
  await expect(summary(page)).toHaveText('0 results; something is to be said of 2 lines.');
  await expect(summary(page)).toBeFocused();
  await page.reload();
  await expect(codes(page)).toHaveValue('');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('nothing here');
  for (const without of ['', '{"results": []}']) {
    await codes(page).fill(without);
    await read(page).click();
    await expect(summary(page)).toHaveText('There is no code in it.');
  }
});

test('ten thousand lines with junk between are pasted and read', async ({ page, open, context, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await assignment(page, open, 2);
  const code = await take(page, '12', () => true);
  await open('#/quiz/desk');
  const lines = Array.from({ length: 10_000 }, (_, at) => (at === 5000 ? code : `line ${at} with no code`));
  // Typed by a test so much would take minutes.
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'));
  await codes(page).focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(codes(page)).toHaveValue(/line 9999/);
  await read(page).click();
  await expect(summary(page)).toHaveText('1 result; something is to be said of 9999 lines.', { timeout: 20_000 });
  await expect(results(page).getByRole('row', { name: /^12 / })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing at the desk, ${colorScheme}`, async ({ page, open, output }) => {
    test.skip(output !== 'site', 'does not differ by output');
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (colorScheme === 'dark') await page.setViewportSize({ width: 390, height: 844 });
    await assignment(page, open, 2);
    const code = await take(page, '12', (at) => at === 0);
    expect(await faults(page)).toEqual([]);
    await open('#/quiz/desk');
    await codes(page).fill(`${code}\njunk`);
    await read(page).click();
    await expect(summary(page)).toBeFocused();
    expect(await faults(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}

test('a paper is given to a class by its code, its address, and that for cameras', async ({ page, open, output, address }) => {
  const paper = await assignment(page, open, 2);
  await page.getByText('Give this paper to a class').click();
  await expect(page.locator('.paper-code')).toHaveText(paper);
  const field = page.getByRole('textbox', { name: 'Address' });
  const picture = page.getByRole('img', { name: 'QR code of this address' });
  if (output === 'file') {
    // Nobody else has this disk: only the code helps.
    await expect(field).toHaveCount(0);
    await expect(picture).toHaveCount(0);
    return;
  }
  await expect(field).toHaveValue(`${address}#/quiz/${paper}`);
  expect(await seenByCamera(picture)).toBe(`${address}#/quiz/${paper}`);
});

test('the code of a result is there for cameras too', async ({ page, open }) => {
  await assignment(page, open, 2);
  const code = await take(page, '12', (at) => at === 0);
  const picture = page.getByRole('img', { name: 'The same code for a camera' });
  expect(await seenByCamera(picture)).toBe(code);
  await expect(page.locator('#result-code')).toHaveValue(code);
  await expect(picture).toBeInViewport({ ratio: 0.01 });
});
