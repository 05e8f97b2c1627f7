// Papers of the quiz: making one, and what stands on its page.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { questions } from './story.ts';

/** The heading above what the quiz shows. */
export const heading = (page: Page) => page.locator('#item-heading');

/** The button to a question of a paper, by its number from 0. */
export const number = (page: Page, at: number) => page.locator('.paper-questions button').nth(at);

/** The button that hands a paper in, also with gaps. */
export const handIn = (page: Page) => page.getByRole('button', { name: /^Hand in/ });

/** The code in the address of a paper. */
export const code = (page: Page) => page.url().split('#/quiz/')[1]!.split('?')[0]!;

/** Makes a paper of so many questions of these types on the page that does so, and gives its code. */
export async function fillIn(page: Page, count: number, kinds: string[]): Promise<string> {
  await page.getByRole('spinbutton', { name: 'How many questions' }).fill(String(count));
  for (const kind of kinds) await page.getByRole('checkbox', { name: kind, exact: true }).check();
  await page.getByRole('button', { name: 'Make a paper' }).click();
  await expect(heading(page)).toHaveText(new RegExp(`^Paper .+: Question 1 of ${count}$`));
  return code(page);
}

/** Answers the paper of items to choose one that is on the page, each rightly or by its first distractor, and hands it in. */
export async function answer(page: Page, right: (at: number) => boolean): Promise<void> {
  const count = await page.locator('.paper-questions button').count();
  for (let at = 0; at < count; at += 1) {
    await number(page, at).click();
    await expect(page.locator('.paper-questions [aria-current]')).toHaveText(String(at + 1));
    const id = (await page.locator('.options input').first().getAttribute('name'))!;
    const question = questions('choose-one').find((it) => it.id === id)!;
    const option = question.options.find((it) => question.key.includes(it.id) === right(at))!;
    await page.locator(`.options input[value="${option.id}"]`).check();
  }
  await handIn(page).click();
  await expect(heading(page)).toHaveText('Your result');
}

/** Makes the code of the result that is on the page. */
export async function codeOf(page: Page, who: string): Promise<string> {
  await page.getByRole('textbox', { name: /^Your number, or your name/ }).fill(who);
  await page.getByRole('button', { name: 'Make the code' }).click();
  const field = page.getByRole('textbox', { name: /^The code of / });
  await expect(field).toBeFocused();
  return field.inputValue();
}
