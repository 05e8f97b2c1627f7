// Papers of the quiz: making one, and what stands on its page.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

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
