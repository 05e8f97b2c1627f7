// Taking progress along as a file: saved here, loaded there, and refused with a reason where it must be.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tabTo } from './support/keyboard.ts';
import { expect, started, test } from './support/test.ts';
import { passageAddresses, questions } from './support/story.ts';
import type { Page } from '@playwright/test';

const FIXTURES = resolve(fileURLToPath(import.meta.url), '../../tests/fixtures/progress');
const [passage = ''] = passageAddresses();
const [one] = questions('choose-one');

const result = (page: Page) => page.locator('#file-result');
const input = (page: Page) => page.getByLabel('Load a file');
const stored = (page: Page) => page.evaluate(() => ({ ...localStorage }) as Record<string, string>);

/** Saves a file, by keyboard, and reads it. */
async function saved(page: Page): Promise<string> {
  const button = page.getByRole('button', { name: 'Save as a file' });
  await tabTo(page, button);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^open-gates-progress-\d{4}-\d\d-\d\d\.txt$/);
  await expect(result(page)).toContainText(file.suggestedFilename());
  return readFileSync(await file.path(), 'utf8');
}

const load = (page: Page, text: string | Buffer) =>
  input(page).setInputFiles({ name: 'progress.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });

for (const width of [390, 1280]) {
  test(`progress travels whole from one device to another, at ${width} px`, async ({ page, open, context, address }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address);
    await page.evaluate(
      ([passage, question]) => {
        const chapter = passage!.split('/')[0];
        const progress = `open-gates-progress\t1\nedition\t2026.2\nplace\t${passage}\nread\t${passage}\neasy\t${chapter}\nanswer\t${question}\t1\t1/1\tone\tx\n`;
        const note = `open-gates-notes\t1\nnote\tn1\t2026-11-25\t2026-11-25\t2026.2\timportant\tfull\t${passage!.replace('/', '\t')}\t\tsome words\t\tMy own note\n`;
        localStorage.setItem('open-gates.progress', progress);
        localStorage.setItem('open-gates.notes', note);
        localStorage.setItem('open-gates.theme', 'dark');
      },
      [passage, one!.id],
    );
    await open('#/settings');
    await page.reload();
    await started(page);
    const file = await saved(page);
    const before = await stored(page);

    const other = await context.browser()!.newContext({ viewport: { width, height: 800 } });
    const there = await other.newPage();
    await there.goto(`${address}#/settings`);
    await started(there);
    await load(there, file);
    await expect(result(there)).toHaveText(
      'Taken over: 1 passage read, 1 answer, 1 chapter in easier words, 1 mark or note, 1 setting.',
    );
    const after = await stored(there);
    for (const key of ['open-gates.progress', 'open-gates.notes', 'open-gates.theme']) expect(after[key]).toBe(before[key]);
    await expect(there.locator('html')).toHaveAttribute('data-theme', 'dark');
    await load(there, file);
    await expect(result(there)).toHaveText('All that is in this file was here already.');
    await there.goto(`${address}#/`);
    await expect(there.locator('a.resume')).toHaveAttribute('href', `#/read/${passage}`);
    await other.close();
  });
}

for (const fixture of ['v1-2026.1.txt', 'v1-2026.2.txt']) {
  test(`a file of an earlier day is read: ${fixture}`, async ({ page, open }) => {
    await open('#/settings');
    await load(page, readFileSync(resolve(FIXTURES, fixture)));
    await expect(result(page)).toContainText('Taken over: ');
  });
}

test('what is no file of ours is refused with a reason, and nothing is lost', async ({ page, open }) => {
  const good = readFileSync(resolve(FIXTURES, 'v1-2026.2.txt'), 'utf8');
  await open('#/settings');
  await load(page, good);
  await expect(result(page)).toContainText('Taken over: ');
  const before = await stored(page);
  const cases: [string | Buffer, RegExp][] = [
    ['', /not a file that this page saved/],
    ['{"progress": 1}', /not a file that this page saved/],
    [Buffer.from([0, 255, 254, 13, 10]), /not a file that this page saved/],
    [good.replace('open-gates-file\t1', 'open-gates-file\t99'), /newer version of this page/],
    [good.slice(0, good.length / 2), /The end of this file is missing|was changed since/],
    [good.replace(/read\t./, 'read\t#'), /was changed since it was saved/],
    ['x'.repeat(2 * 1024 * 1024 + 1), /too large/],
  ];
  for (const [text, reason] of cases) {
    await load(page, text);
    await expect(result(page)).toHaveText(reason);
    expect(await stored(page)).toEqual(before);
  }
  // What a mail program does to line ends does no harm.
  await load(page, good.replaceAll('\n', '\r\n'));
  await expect(result(page)).toHaveText('All that is in this file was here already.');
});

test('where to go on is named, and leads there', async ({ page, open }) => {
  const heading = (await (await open(), page.locator(`[id="/read/${passage}"] h2`)).textContent())!.trim();
  await page.evaluate((it) => {
    localStorage.setItem('open-gates.progress', `open-gates-progress\t1\nedition\t2026.2\nplace\t${it}\nread\t${it}\n`);
  }, passage);
  await page.reload();
  await started(page);
  const resume = page.getByRole('link', { name: `Go on where you stopped: ${heading}` });
  await tabTo(page, resume);
  await page.keyboard.press('Enter');
  await expect(page.locator('.arrived').getByRole('heading', { name: heading })).toBeFocused();
});

test('a place that this edition left out is not offered', async ({ page, open }) => {
  await open();
  await page.evaluate(() => {
    localStorage.setItem('open-gates.progress', 'open-gates-progress\t1\nedition\t2026.1\nplace\tgone/away\nread\tgone/away\n');
  });
  await page.reload();
  await started(page);
  await expect(page.locator('a.resume')).toBeHidden();
  await open('#/settings');
  await expect(page.getByRole('region', { name: 'What is kept on this device' })).toContainText('1 passage read');
});
