// The quiz: what is said of answers, the way to the sentence and back, and what is remembered.
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';
import { chapterIds, entry, passageAddresses, questions, shown, words } from './support/story.ts';
import type { Question } from './support/story.ts';
import type { Page } from '@playwright/test';

const [one] = questions('choose-one') as [Question];
const [several] = questions('choose-several') as [Question];
const [order] = questions('order') as [Question];

const textOf = (question: Question, id: string) =>
  question.options.find((option) => option.id === id)?.text ?? '';
const wrongOf = (question: Question) =>
  question.options.find((option) => !question.key.includes(option.id))!;
const prompt = (page: Page) => page.locator('.prompt');
const verdict = (page: Page) => page.locator('#quiz-view .verdict-box');
const check = (page: Page) => page.getByRole('button', { name: 'Check', exact: true });
const option = (page: Page, role: 'radio' | 'checkbox', text: string) =>
  page.getByRole(role, { name: text });
const announcement = (page: Page) => page.locator('#announcement');

test('a wrong answer says why, leads to the sentence and back, and can be tried again', async ({ page, open }) => {
  await open(`#/quiz?item=${one.id}`);
  const asked = await words(prompt(page));
  const wrong = wrongOf(one);
  await option(page, 'radio', wrong.text).check();
  await check(page).click();

  await expect(verdict(page).getByRole('heading', { name: 'Not this time.' })).toBeFocused();
  await expect(verdict(page)).toContainText(wrong.feedback);
  await expect(option(page, 'radio', wrong.text)).toBeDisabled();
  await expect(page.getByText('0 right of 1 answered')).toBeVisible();

  await verdict(page).getByRole('link', { name: 'Take me to the sentence' }).click();
  const passage = entry(page, `/read/${one.chapter}/${one.passage}`);
  await expect(passage.getByRole('heading')).toBeFocused();
  await expect(passage.getByRole('heading')).toBeInViewport();
  await expect(passage).toHaveClass(/\barrived\b/);
  await expect(page.getByRole('link', { name: 'Back to the question' })).toBeInViewport();
  await page.getByRole('link', { name: 'Back to the question' }).click();

  await expect(prompt(page)).toHaveText(asked);
  await expect(page.getByRole('link', { name: 'Back to the question' })).toBeHidden();
  await expect(verdict(page).getByRole('heading', { name: 'Not this time.' })).toBeVisible();

  await verdict(page).getByRole('button', { name: 'Try again' }).click();
  await expect(verdict(page)).toBeHidden();
  await expect(page.getByRole('radio').first()).toBeFocused();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await option(page, 'radio', textOf(one, one.key[0]!)).check();
  await check(page).click();
  await expect(verdict(page).getByRole('heading', { name: 'Right.' })).toBeFocused();
  await expect(page.getByText('1 right of 1 answered')).toBeVisible();
});

test('a right answer is told as such, with what settles it', async ({ page, open }) => {
  await open(`#/quiz?item=${one.id}`);
  await option(page, 'radio', textOf(one, one.key[0]!)).check();
  await check(page).click();
  await expect(verdict(page).getByRole('heading', { name: 'Right.' })).toBeFocused();
  await expect(verdict(page).getByRole('button', { name: 'Try again' })).toBeHidden();
  await expect(page.locator('li[data-mark="right"]')).toContainText(textOf(one, one.key[0]!));
  await verdict(page).getByRole('link', { name: 'How do we know?' }).click();
  await expect(page.getByRole('dialog').getByText('Sources that say so')).toBeVisible();
});

test('several answers earn a part, and each fault is explained', async ({ page, open }) => {
  await open(`#/quiz?item=${several.id}`);
  const [right = '', ...left] = several.key;
  const wrong = several.options.filter((it) => !several.key.includes(it.id));
  await option(page, 'checkbox', textOf(several, right)).check();
  await check(page).click();
  await expect(verdict(page).getByRole('heading', { name: /^Partly right: \d+ of \d+ points\.$/ })).toBeFocused();
  for (const id of left) {
    await expect(verdict(page)).toContainText(several.options.find((it) => it.id === id)!.feedback);
  }
  await expect(page.locator('li[data-mark="left"]')).toHaveCount(left.length);
  await expect(page.locator('li[data-mark="right"]')).toHaveCount(1);

  await verdict(page).getByRole('button', { name: 'Try again' }).click();
  // Exactly what should have been left: an option rightly left earns a point too.
  for (const { text } of wrong) await option(page, 'checkbox', text).check();
  await check(page).click();
  await expect(verdict(page).getByRole('heading', { name: 'Not this time.' })).toBeFocused();
  await expect(page.locator('li[data-mark="wrong"]')).toHaveCount(wrong.length);

  await verdict(page).getByRole('button', { name: 'Try again' }).click();
  for (const id of several.key) await option(page, 'checkbox', textOf(several, id)).check();
  await check(page).click();
  await expect(verdict(page).getByRole('heading', { name: 'Right.' })).toBeFocused();
});

test('an order is made by keyboard, each move is said and the focus stays', async ({ page, open }) => {
  await open(`#/quiz?item=${order.id}`);
  const all = order.key.length;
  const shownOrder = () => page.locator('.order .option-text').allTextContents();
  const wanted = order.key.map((id) => textOf(order, id));
  await expect(page.locator('.order li')).toHaveCount(all);
  expect(await shownOrder()).not.toEqual(wanted);
  for (const [place, text] of wanted.entries()) {
    for (;;) {
      const at = (await shownOrder()).indexOf(text);
      if (at === place) break;
      await page.getByRole('button', { name: `Move up: ${text}` }).focus();
      await page.keyboard.press('Enter');
      await expect(announcement(page)).toHaveText(`${text}: now ${at} of ${all}`);
      // At the top the other button takes the focus.
      const button = at - 1 === 0 ? `Move down: ${text}` : `Move up: ${text}`;
      await expect(page.getByRole('button', { name: button })).toBeFocused();
    }
  }
  expect(await shownOrder()).toEqual(wanted);
  await check(page).focus();
  await page.keyboard.press('Enter');
  await expect(verdict(page).getByRole('heading', { name: 'Right.' })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Move/ })).toHaveCount(0);
});

test('a wrong order marks what stands at the wrong place', async ({ page, open }) => {
  await open(`#/quiz?item=${order.id}`);
  await check(page).click();
  await expect(verdict(page).getByRole('heading')).toBeFocused();
  await expect(page.locator('.order li[data-mark="wrong"]').first()).toBeVisible();
  const misplaced = await page.locator('.order li[data-mark="wrong"] .option-text').allTextContents();
  for (const text of misplaced) {
    const { feedback } = order.options.find((it) => it.text === text)!;
    await expect(verdict(page)).toContainText(feedback);
  }
});

test('nothing chosen is not graded', async ({ page, open }) => {
  for (const question of [one, several]) {
    await open(`#/quiz?item=${question.id}`);
    await check(page).click();
    await expect(page.getByText('Choose an answer first.')).toBeFocused();
    await expect(verdict(page)).toHaveCount(0);
    await expect(page.getByText('0 right of 0 answered')).toBeVisible();
  }
});

test('hints come one by one, and then no more', async ({ page, open }) => {
  await open(`#/quiz?item=${order.id}`);
  expect(order.hints).toBeGreaterThan(0);
  const hints = page.locator('.hints li');
  const more = page.getByRole('button', { name: 'Give me a hint' });
  for (let count = 1; count <= order.hints; count += 1) {
    await more.click();
    await expect(hints).toHaveCount(count);
    await expect(hints.last()).not.toBeEmpty();
  }
  await expect(more).toBeHidden();
});

test('after a right answer the very next item follows', async ({ page, open }) => {
  await open('#/quiz');
  const first = questions('choose-one').concat(questions('choose-several')).map((it) => it.id);
  await expect(page.locator('.item')).toBeVisible();
  await expect(page.getByText(/^Question 1 of/)).toBeVisible();
  // Whatever the first item is, it is answered by its key where it can be ticked.
  const id = await page.locator('.options input').first().getAttribute('name');
  expect(first).toContain(id);
  const asked = [...questions('choose-one'), ...questions('choose-several')].find((it) => it.id === id)!;
  for (const key of asked.key) await page.locator(`.options input[value="${key}"]`).check();
  await check(page).click();
  await expect(verdict(page).getByRole('heading', { name: 'Right.' })).toBeFocused();
  await page.getByRole('button', { name: 'Next question' }).click();
  await expect(page.getByText(/^Question 2 of/)).toBeFocused();
});

test('an address of an item or a chapter that this edition has not says so, and leads on', async ({ page, open }) => {
  await open('#/quiz?item=of-long-ago');
  await expect(page.getByText('This edition has no question “of-long-ago”.')).toBeVisible();
  await expect(page.getByText(/^Question 1 of/)).toBeVisible();
  await open('#/quiz?chapter=never-written');
  await expect(page.getByRole('heading', { name: 'This edition asks nothing about “never-written”.' })).toBeVisible();
  await expect(page.locator('.item')).toHaveCount(0);
  await page.getByRole('link', { name: 'Questions of all chapters' }).click();
  await expect(page.getByText(/^Question 1 of/)).toBeVisible();
  await expect(page.getByText('This edition')).toHaveCount(0);
});

test('items follow one another, and a chapter has its own', async ({ page, open }) => {
  const [chapter = ''] = chapterIds();
  await open(`#/read/${chapter}`);
  await shown(page).getByRole('link', { name: 'Test yourself on this chapter' }).click();
  const heading = shown(page).getByRole('heading', { level: 2 });
  const all = Number((await heading.textContent())?.match(/of (\d+)/)?.[1]);
  expect(all).toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: 'Previous question' })).toBeDisabled();
  const seen = new Set<string>();
  for (let at = 1; at <= all; at += 1) {
    await expect(heading).toHaveText(`Question ${at} of ${all}`);
    seen.add(await words(prompt(page)));
    if (at < all) {
      await page.getByRole('button', { name: 'Next question' }).click();
      await expect(heading).toBeFocused();
    }
  }
  expect(seen.size).toBe(all);
  await expect(page.getByRole('button', { name: 'Next question' })).toBeDisabled();
  await page.getByRole('button', { name: 'Previous question' }).click();
  await expect(heading).toHaveText(`Question ${all - 1} of ${all}`);
});

test('reloaded, the page knows answers, score, and where reading stopped', async ({ page, open }) => {
  await open(`#/quiz?item=${one.id}`);
  await option(page, 'radio', textOf(one, one.key[0]!)).check();
  await check(page).click();
  await open(`#/quiz?item=${several.id}`);
  await option(page, 'checkbox', textOf(several, several.key[0]!)).check();
  await check(page).click();
  await expect(page.getByText('1 right of 2 answered')).toBeVisible();
  const [place = ''] = passageAddresses().filter((it) => it.startsWith(`${one.chapter}/`)).slice(-2);
  await open(`#/read/${place}`);
  await entry(page, `/read/${place}`).getByRole('heading').scrollIntoViewIfNeeded();
  await entry(page, `/read/${place}`).locator('p:visible').last().scrollIntoViewIfNeeded();
  await expect.poll(() => stored(page)).toMatch(new RegExp(`^read\t${place}$`, 'm'));
  const stop = (await stored(page))?.match(/^place\t(.+)$/m)?.[1];

  await open('#/');
  await page.reload();
  await expect(page.locator('html[data-started]')).toBeAttached();
  await expect(page.locator(`[data-progress="${one.chapter}"]`)).toHaveText(/of \d+ passages read|^Read$/);
  const resume = page.getByRole('link', { name: 'Go on where you stopped' });
  await expect(resume).toBeVisible();
  await resume.click();
  await expect(page).toHaveURL(new RegExp(`#/read/${stop}$`));
  await expect(entry(page, `/read/${stop}`).getByRole('heading')).toBeInViewport();

  await open(`#/quiz?item=${one.id}`);
  await expect(page.getByText('1 right of 2 answered')).toBeVisible();
  await expect(verdict(page).getByRole('heading', { name: 'Right.' })).toBeVisible();
  await expect(option(page, 'radio', textOf(one, one.key[0]!))).toBeChecked();
});

const stored = (page: Page) => page.evaluate(() => localStorage.getItem('open-gates.progress') ?? '');

test('without progress there is nothing to go on with', async ({ page, open }) => {
  await open();
  await expect(page.getByRole('link', { name: 'Start reading' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go on where you stopped' })).toBeHidden();
});

test('an answer that is begun is still there after a look at the map', async ({ page, open }) => {
  await open(`#/quiz?item=${several.id}`);
  await option(page, 'checkbox', textOf(several, several.key[0]!)).check();
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await navigation.getByRole('link', { name: 'Map' }).click();
  await expect(page.locator('.map-control').first()).toBeVisible();
  await page.goBack();
  await expect(option(page, 'checkbox', textOf(several, several.key[0]!))).toBeChecked();
});

test('a question is answered by keyboard alone', async ({ page, open }) => {
  await open();
  // To the quiz by the navigation.
  await tabTo(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Quiz' }));
  await page.keyboard.press('Enter');
  await expect(shown(page).getByRole('heading', { level: 1 })).toBeFocused();
  // On to the first item that is chosen from.
  const next = page.getByRole('button', { name: 'Next question' });
  const radios = page.getByRole('radio');
  for (let at = 0; (await radios.count()) === 0 && at < 40; at += 1) {
    await tabTo(page, next);
    await page.keyboard.press('Enter');
    await expect(shown(page).getByRole('heading', { level: 2 })).toBeFocused();
  }
  // Where the first item has them, the ways to use the quiz come before.
  await tabTo(page, radios.first(), 20);
  await page.keyboard.press('ArrowDown');
  await expect(radios.nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(verdict(page).getByRole('heading')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Take me to the sentence' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.arrived').getByRole('heading')).toBeFocused();
  // Past what is left of the chapter, and the navigation.
  await tabTo(page, page.getByRole('link', { name: 'Back to the question' }), 200);
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toBeVisible();
});

test.describe('find on the map', () => {
  const [find] = questions('find-on-map') as [Question];
  const sign = (page: Page, group: string) => page.locator(`#find-${group}`);

  test('is answered by keyboard alone, wrongly, then rightly, and remembered', async ({ page, open }) => {
    await open(`#/quiz?item=${find.id}`);
    await check(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Choose an answer first.')).toBeFocused();
    const wrong = (await page.locator('.map-find .map-control').first().getAttribute('id'))!.replace('find-', '');
    expect(wrong).not.toBe(find.key[0]);
    await tabTo(page, page.locator('.map-find .map-control[tabindex="0"]'), 40);
    await page.keyboard.press('Home');
    await expect(sign(page, wrong)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sign(page, wrong)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.find-chosen')).toContainText('Chosen: ');
    await tabTo(page, check(page), 40);
    await page.keyboard.press('Enter');
    await expect(verdict(page).getByRole('heading', { name: 'Not this time.' })).toBeFocused();
    await expect(verdict(page)).toContainText(find.feedback.slice(0, 20));
    await tabTo(page, verdict(page).getByRole('button', { name: 'Try again' }), 20);
    await page.keyboard.press('Enter');
    await sign(page, find.key[0]!).focus();
    await page.keyboard.press('Space');
    await expect(sign(page, wrong)).toHaveAttribute('aria-pressed', 'false');
    await tabTo(page, check(page), 40);
    await page.keyboard.press('Enter');
    await expect(verdict(page).getByRole('heading', { name: 'Right.' })).toBeFocused();
    await page.reload();
    await expect(verdict(page)).toBeVisible();
    await expect(sign(page, find.key[0]!)).toHaveAttribute('aria-pressed', 'true');
  });

  test('is answered by mouse, and the same map works beside it', async ({ page, open }) => {
    await open(`#/quiz?item=${find.id}`);
    await expect(sign(page, find.key[0]!)).toBeVisible();
    // It still does after the reader has looked elsewhere.
    await page.evaluate(() => (location.hash = '#/map'));
    await expect(page.locator(`#sign-${find.key[0]}`)).toBeVisible();
    await page.goBack();
    await sign(page, find.key[0]!).click();
    await check(page).click();
    await expect(verdict(page).getByRole('heading', { name: 'Right.' })).toBeFocused();
    // What was handed in stays.
    await page.locator('.map-find .map-control').first().click();
    await expect(sign(page, find.key[0]!)).toHaveAttribute('aria-pressed', 'true');
  });

  test('says of each sign what it is, and axe finds nothing', async ({ page, open, output }) => {
    test.skip(output !== 'site', 'does not differ by output');
    await open(`#/quiz?item=${find.id}`);
    const labels = await page.locator('.map-find .map-control').evaluateAll((all) => all.map((it) => it.getAttribute('aria-label')));
    expect(labels.every((it) => /, .+\. \w+/.test(it ?? ''))).toBe(true);
    expect(await faults(page)).toEqual([]);
  });
});
