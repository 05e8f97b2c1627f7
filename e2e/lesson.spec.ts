// A whole lesson: a paper for each of thirty students, half of them on the site and half on the single file,
// their codes, and what the desk makes of these.
import { readFileSync } from 'node:fs';
import { ofOtherEdition, symbols, write } from './support/code.ts';
import { openOutput } from './support/outputs.ts';
import { fillIn, handIn, heading, number } from './support/paper.ts';
import { chapterIds, questions } from './support/story.ts';
import type { Question } from './support/story.ts';
import { expect, test } from './support/test.ts';
import type { Browser, Page } from '@playwright/test';

const STUDENTS = 30;
const ITEMS = 4;
const TOGETHER = 3;
const TYPES = ['choose-one', 'choose-several', 'match'] as const;
const asked = new Map<string, Question>(TYPES.flatMap((type) => questions(type)).map((it) => [it.id, it]));

/** Two chapters with the most to ask, so that each item is answered by many. */
const CHAPTERS = chapterIds()
  .map((id) => ({ id, items: [...asked.values()].filter((it) => it.chapter === id).length }))
  .sort((one, other) => other.items - one.items)
  .slice(0, 2)
  .map(({ id }) => id);

/** An item as a student answered it, on the student's own device. */
interface Answered {
  id: string;
  /** Ids of what was chosen; of partners, what was put to each of those on the page. */
  given: string[];
  /** What the key must say of it, by the letters that the screen shows, counted from above. */
  letters: string;
}

/** What a student came to, by the student's own device. */
interface Outcome {
  paper: string;
  code: string;
  points: number;
  outOf: number;
  right: number;
  items: Answered[];
}

/** Whether a student knows the answer to an item: of partners hardly anybody does. */
const knows = (student: number, at: number, question: Question) =>
  question.type === 'match' ? student % 15 === 0 : (student * 7 + at * 3) % 5 < 3;

/** How long a student takes. */
const minutes = (student: number) => (student * 4) % 23;

/** What a student answers. */
function answerOf(student: number, at: number, question: Question): string[] {
  const { key, options, type } = question;
  if (knows(student, at, question)) return type === 'match' ? options.map((it) => it.id) : key;
  if (type === 'match') {
    const [one, other, ...rest] = options.map((it) => it.id);
    // Two of them the wrong way around, or each one further.
    return student % 3 === 0 ? [other!, one!, ...rest] : [other!, ...rest, one!];
  }
  const wrongs = options.filter((it) => !key.includes(it.id));
  const wrong = wrongs[(student * 5 + at) % wrongs.length]!;
  return type === 'choose-one' ? [wrong.id] : [...key.slice(student % 2), wrong.id];
}

/** Points that an answer earns, and out of how many: the rules of crates/quiz/src/grade.rs, written a second time. */
function earned(question: Question, given: string[]): [points: number, outOf: number] {
  const { key, options, type } = question;
  if (type === 'choose-one') return [given[0] === key[0] ? 1 : 0, 1];
  const rightly = options.filter((it, at) =>
    type === 'match' ? given[at] === it.id : given.includes(it.id) === key.includes(it.id),
  );
  return [rightly.length, options.length];
}

/** Percent, or any other part of a whole, to the nearest whole number. */
const part = (points: number, outOf: number, parts = 100) => Math.round((points * parts) / outOf);

/** What can be wrong in an answer, as the desk tells it: options, or to which thing which partner, in the order of the story. */
function distractorsOf({ type, options, key }: Question): { text: string; id: string; at?: number }[] {
  if (type !== 'match') return options.filter((it) => !key.includes(it.id));
  return options.flatMap(({ text }, at) =>
    options.filter((_, other) => other !== at).map((it) => ({ text: `${text}: ${it.match}`, id: it.id, at })),
  );
}

/** What the answers of all students say of an item: the definitions of crates/quiz/src/analysis.rs, written a second time. */
function analysed(question: Question, all: Outcome[]) {
  const marks = all.flatMap(({ items }) => {
    const of = items.map((it) => earned(asked.get(it.id)!, it.given));
    const at = items.findIndex((it) => it.id === question.id);
    if (at < 0) return [];
    const [points, outOf] = of[at]!;
    const sum = (which: 0 | 1) => of.reduce((sum, it) => sum + it[which], 0);
    return [{ points, outOf, rest: part(sum(0) - points, sum(1) - outOf, 10_000), given: items[at]!.given }];
  });
  const sum = (of: (it: (typeof marks)[number]) => number) => marks.reduce((sum, it) => sum + of(it), 0);
  const [x, y] = [sum((it) => it.points) / marks.length, sum((it) => it.rest) / marks.length];
  const varies = (of: (it: (typeof marks)[number]) => number) => new Set(marks.map(of)).size > 1;
  const together = sum((it) => (it.points - x) * (it.rest - y));
  const apart = Math.sqrt(sum((it) => (it.points - x) ** 2)) * Math.sqrt(sum((it) => (it.rest - y) ** 2));
  return {
    papers: marks.length,
    difficulty: part(sum((it) => it.points), sum((it) => it.outOf)),
    discrimination: varies((it) => it.points) && varies((it) => it.rest) ? (together / apart) * 100 : undefined,
    distractors: distractorsOf(question)
      .map(({ text, id, at }) => ({
        text,
        count: marks.filter(({ given }) => (at === undefined ? given.includes(id) : given[at] === id)).length,
      }))
      .filter((it) => it.count > 0),
  };
}

/** What the desk says of wrong answers to an item: words and count of the one that most chose, of several the first. */
function expectDistractors(cell: string, distractors: { text: string; count: number }[], id: string) {
  const most = distractors.toSorted((one, other) => other.count - one.count)[0];
  if (!most) expect(cell, id).toBe('');
  else expect(cell, id).toContain(`${most.text} (${most.count})`);
}

/** Answers the item on the page. */
async function answer(page: Page, student: number, at: number): Promise<Answered> {
  const first = page.locator('.item [name], .item select').first();
  const id = (await page.locator('.item').first().getAttribute('data-question'))!;
  await expect(first).toBeVisible();
  const question = asked.get(id)!;
  const given = answerOf(student, at, question);
  const lettered = (ids: string[], key: string) => String.fromCharCode(65 + ids.indexOf(key));
  if (question.type === 'match') {
    const selects = page.locator('.pairs select');
    const labels = await page.locator('.pairs label').allInnerTexts();
    const rows = labels.map((label) => question.options.findIndex((it) => label.startsWith(it.text.slice(0, 30))));
    for (const [at, row] of rows.entries()) await selects.nth(at).selectOption(given[row]!);
    const partners = await selects.first().locator('option:not([value=""])').evaluateAll((all) => all.map((it) => (it as HTMLOptionElement).value));
    const letters = rows.map((row, at) => `${at + 1} ${lettered(partners, question.options[row]!.id)}`);
    return { id, given, letters: letters.join(', ') };
  }
  for (const option of given) await page.locator(`.options input[value="${option}"]`).check();
  const shown = await page.locator('.options input').evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value));
  return { id, given, letters: question.key.map((it) => lettered(shown, it)).sort().join(', ') };
}

/** One student, on a device of their own, from the number to the code. */
async function take(browser: Browser, address: string, typed: string | undefined, student: number): Promise<Outcome> {
  const page = await (await browser.newContext({ offline: typed !== undefined, viewport: { width: 390, height: 844 } })).newPage();
  const begun = new Date('2026-03-02T10:00:00').getTime();
  await page.clock.setFixedTime(begun);
  await page.goto(address);
  if (typed !== undefined) await page.getByRole('textbox', { name: 'Or type the code of a paper' }).fill(typed);
  await page.getByRole('textbox', { name: 'Your number in class' }).fill(String(student));
  await page.getByRole('button', { name: 'Open the paper' }).click();
  await expect(heading(page)).toHaveText(new RegExp(`Question 1 of ${ITEMS}$`));
  const own = page.url().split('#/quiz/')[1]!.split('?')[0]!;
  const items: Answered[] = [];
  for (let at = 0; at < ITEMS; at += 1) {
    await number(page, at).click();
    await expect(page.locator('.paper-questions [aria-current]')).toHaveText(String(at + 1));
    items.push(await answer(page, student, at));
  }
  await page.clock.setFixedTime(begun + minutes(student) * 60_000);
  await handIn(page).click();
  await expect(heading(page)).toHaveText('Your result');
  const said = (await page.locator('.came-to').textContent())!.match(/^(\d+) of (\d+) points.* (\d+) of \d+ questions/)!;
  await page.getByRole('button', { name: 'Make the code' }).click();
  const field = page.getByRole('textbox', { name: `The code of ${student}` });
  await expect(field).toBeFocused();
  const code = await field.inputValue();
  await page.context().close();
  const [points, outOf, right] = said.slice(1).map(Number) as [number, number, number];
  return { paper: own, code, points, outOf, right, items };
}

test('thirty students, two outputs, a paper each', async ({ page, open, browser, address, output }) => {
  test.skip(output !== 'site', 'opens the single file too');
  test.setTimeout(300_000);
  await open('#/quiz/paper');
  const chapters = page.locator('.new-paper fieldset').first().getByRole('checkbox');
  for (const id of CHAPTERS) await chapters.nth(chapterIds().indexOf(id)).check();
  const paper = await fillIn(page, ITEMS, ['choose one', 'choose several', 'find partners']);
  const file = await openOutput('file');

  // What the teacher gives out: an address where there is a network, and the code where there is none.
  await page.getByText('Give this paper to a class').click();
  await page.getByRole('checkbox', { name: 'Each student a paper of their own, by number' }).check();
  const field = page.getByRole('textbox', { name: 'Address' });
  await expect(field).toHaveValue(/class=/);
  const link = await field.inputValue();
  expect(link.startsWith(address), link).toBe(true);
  const given = (await page.locator('.paper-code').textContent())!;

  const outcomes = new Map<number, Outcome>();
  for (let from = 1; from <= STUDENTS; from += TOGETHER) {
    const students = Array.from({ length: TOGETHER }, (_, at) => from + at).filter((it) => it <= STUDENTS);
    const done = students.map(async (student) => {
      const offline = student % 2 === 0;
      const taken = offline
        ? take(browser, `${file.address}#/quiz/paper`, given.toLowerCase(), student)
        : take(browser, link, undefined, student);
      outcomes.set(student, await taken);
    });
    await Promise.all(done);
  }
  await file.close();

  // Everyone has a paper of their own, and earned what they knew.
  const all = [...outcomes.entries()].sort(([a], [b]) => a - b);
  const papers = all.map(([, it]) => it);
  expect(new Set(papers.map((it) => it.paper)).size).toBe(STUDENTS);
  expect(new Set(papers.map(({ items }) => items.map((it) => it.id).join())).size).toBeGreaterThan(STUDENTS / 2);
  for (const [student, it] of all) {
    const marks = it.items.map(({ id, given }) => earned(asked.get(id)!, given));
    const sum = (which: 0 | 1) => marks.reduce((sum, it) => sum + it[which], 0);
    const known = it.items.filter(({ id }, at) => knows(student, at, asked.get(id)!)).length;
    expect([it.points, it.outOf, it.right], `student ${student}`).toEqual([sum(0), sum(1), known]);
    for (const { id } of it.items) expect(CHAPTERS).toContain(asked.get(id)!.chapter);
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
  const row = ([student, it]: [number, Outcome]) => [
    String(student),
    `${it.points}/${it.outOf}`,
    String(part(it.points, it.outOf)),
    '',
    String(minutes(student)),
    it.paper,
    `Student ${student}`,
  ];
  expect(rows).toEqual(all.map(row));

  // Each item was answered by as many as had it, and is as hard, and tells as much, as they made it.
  const analysis = page.getByRole('table', { name: 'Question by question' });
  const items = await analysis.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [row.querySelector('a')!.getAttribute('href')!, ...[...row.children].slice(1).map((it) => it.textContent ?? '')]),
  );
  const had = [...new Set(papers.flatMap((it) => it.items.map(({ id }) => id)))].sort();
  expect(items.map(([href = '']) => href.split('item=')[1])).toEqual(had);
  const analyses = had.map((id) => ({ question: asked.get(id)!, ...analysed(asked.get(id)!, papers) }));
  for (const [at, [, answers, difficulty, discrimination, wrong]] of items.entries()) {
    const it = analyses[at]!;
    const { id } = it.question;
    expect([answers, difficulty], id).toEqual([`${it.papers}/${it.papers}`, String(it.difficulty)]);
    if (it.discrimination === undefined) expect(discrimination, id).toBe('');
    else {
      expect(discrimination, id).toMatch(/^-?\d+$/);
      // Which way a half is rounded hangs on the last digits of a root.
      expect(Math.abs(Number(discrimination) - it.discrimination), id).toBeLessThanOrEqual(0.5 + 1e-6);
    }
    expectDistractors(wrong!, it.distractors, id);
  }
  expect(analyses.filter((it) => it.discrimination !== undefined).length).toBeGreaterThan(had.length / 2);
  expect(analyses.filter((it) => it.distractors.length > 1).length).toBeGreaterThan(0);

  // To be taught again is what settles items of which less than half was earned, the hardest first, each once.
  const hard = analyses.filter((it) => it.difficulty < 50).sort((one, other) => one.difficulty - other.difficulty);
  expect(hard.length).toBeGreaterThan(0);
  const passages = page.getByRole('heading', { name: 'Worth teaching again' }).locator('xpath=following-sibling::*[1]').getByRole('link');
  const leading = await passages.evaluateAll((all) => all.map((it) => it.getAttribute('href')));
  expect(leading).toEqual([...new Set(hard.map(({ question }) => `#/read/${question.chapter}/${question.passage}`))]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
  const table = readFileSync((await (await download).path())!, 'utf8').replace('\ufeff', '').trimEnd().split('\r\n');
  expect(table[0]).toBe('student,minutes,paper,points,out of,own words,out of,beside,code');
  expect(table.slice(1).map((line) => line.split(','))).toEqual(
    all.map(([student, it]) =>
      [student, minutes(student), it.paper, it.points, it.outOf, 0, 0, `Student ${student}`, it.code].map(String),
    ),
  );

  // What stands on the printed key of each number is what was graded as right.
  await open(`#/quiz/sheets?paper=${paper}`);
  await page.getByRole('checkbox', { name: 'worksheets', exact: true }).uncheck();
  await page.getByRole('textbox', { name: 'From student number' }).fill('1');
  await page.getByRole('textbox', { name: 'to number' }).fill(String(STUDENTS));
  await page.getByRole('button', { name: 'Make the sheets' }).click();
  const keys = page.locator('#sheets > .sheet.key');
  await expect(keys).toHaveCount(STUDENTS);
  const compared = new Map<string, number>();
  for (const [at, [student, it]] of all.entries()) {
    await expect(keys.nth(at).locator('.sheet-code')).toContainText(it.paper);
    const printed = await keys.nth(at).locator('tbody tr').evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('.letters-right')?.textContent ?? '', ...[...row.querySelectorAll('td')].map((it) => it.textContent ?? '')]),
    );
    expect(printed).toHaveLength(ITEMS);
    for (const [item, { id, letters }] of it.items.entries()) {
      const question = asked.get(id)!;
      const [right, words, points] = printed[item]!;
      expect([right, points], `student ${student}, item ${item + 1}`).toEqual([letters, String(earned(question, [])[1])]);
      // Partners stand on the worksheet with their letters, and are not told again.
      const told = question.type === 'match' ? [] : question.options.filter((it) => question.key.includes(it.id));
      for (const { text } of told) expect(words).toContain(text);
      compared.set(question.type, (compared.get(question.type) ?? 0) + 1);
    }
  }
  for (const type of TYPES) expect(compared.get(type) ?? 0, type).toBeGreaterThan(STUDENTS / 10);
});
