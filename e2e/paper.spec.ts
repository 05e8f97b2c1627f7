// Papers: made or opened by their codes, taken, handed in, looked at again; and what was missed.
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { code, fillIn, handIn, heading, number } from './support/paper.ts';
import { expect, test } from './support/test.ts';
import { chapterIds, passageAddresses, questions, shown } from './support/story.ts';
import type { Locator, Page } from '@playwright/test';

const next = (page: Page) => page.getByRole('button', { name: 'Next question' });

/** Makes a paper of so many questions of types that are quick to answer, and opens it. */
async function make(page: Page, open: (hash: string) => Promise<unknown>, count: number, kinds: string[]) {
  await open('#/quiz/paper');
  await fillIn(page, count, kinds);
}

const CHOICES = ['choose one', 'choose several'];

const prompts = async (page: Page, count: number) => {
  const all = [];
  for (let at = 0; at < count; at += 1) {
    await number(page, at).click();
    await expect(number(page, at)).toHaveAttribute('aria-current', 'step');
    all.push(await page.locator('.prompt').innerText(), ...(await page.locator('.option-text').allInnerTexts()));
  }
  return all;
};

test('a final paper is taken by keyboard alone, with a reload in its middle, and looked at again', async ({ page, open }) => {
  test.slow();
  await open('#/quiz');
  const press = async (target: Locator, key = 'Enter') => {
    await tabTo(page, target, 120);
    await page.keyboard.press(key);
  };
  await press(page.getByRole('navigation', { name: 'Ways to use the quiz' }).getByRole('link', { name: 'Paper', exact: true }));
  await expect(heading(page)).toHaveText('A paper of your own');
  await tabTo(page, page.getByRole('spinbutton', { name: 'How many questions' }), 120);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('5');
  for (const kind of CHOICES) await press(page.getByRole('checkbox', { name: kind, exact: true }), 'Space');
  await press(page.getByRole('button', { name: 'Make a paper' }));
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toHaveText(/Question 1 of 5$/);
  const answer = async () => {
    await tabTo(page, page.locator('.item .options input').first(), 40);
    await page.keyboard.press('Space');
    await expect(page.locator('.item .options input').first()).toBeChecked();
    await tabTo(page, page.getByRole('radio', { name: 'a guess' }), 20);
    await page.keyboard.press('Space');
  };
  for (let at = 0; at < 3; at += 1) {
    await answer();
    // Nothing is told before the paper is handed in.
    await expect(page.locator('.verdict-box')).toHaveCount(0);
    await press(next(page));
    await expect(heading(page)).toBeFocused();
  }
  await page.reload();
  await expect(heading(page)).toHaveText(/Question 4 of 5$/);
  await expect(number(page, 0)).toHaveAccessibleName('Question 1, answered');
  await expect(number(page, 3)).toHaveAccessibleName('Question 4, not answered');
  await press(number(page, 0));
  await expect(page.locator('.item .options input').first()).toBeChecked();
  await expect(page.getByRole('radio', { name: 'a guess' })).toBeChecked();
  await press(number(page, 3));
  await answer();
  await press(handIn(page));
  await expect(page.getByText('Not answered yet: 5.')).toBeFocused();
  await press(next(page));
  await answer();
  await press(handIn(page));

  await expect(heading(page)).toHaveText('Your result');
  await expect(heading(page)).toBeFocused();
  await expect(page.locator('.came-to')).toHaveText(/^\d+ of \d+ points, \d+ percent; \d of 5 questions fully right\.$/);
  await expect(page.getByRole('table', { name: 'By how sure you were' }).getByRole('row', { name: /^a guess/ })).toBeVisible();
  await press(page.locator('.each-question button').first());
  await expect(heading(page)).toBeFocused();
  await expect(page.locator('.verdict-box')).toBeVisible();
  await expect(page.locator('.item .options input').first()).toBeDisabled();
  // To the sentence, and back to this question of the paper.
  await press(page.getByRole('link', { name: 'Take me to the sentence' }));
  await expect(page.locator('.arrived').getByRole('heading')).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'Back to the question' }), 200);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(/Question 1 of 5$/);
  await expect(page.locator('.verdict-box')).toBeVisible();
  await press(page.getByRole('button', { name: 'Back to the result' }));
  await expect(heading(page)).toHaveText('Your result');
  await page.reload();
  await expect(heading(page)).toHaveText('Your result');
});

test('a code gives the same paper on another device, however it is typed', async ({ page, open, browser, address }) => {
  await make(page, open, 4, []);
  const made = code(page);
  expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  const first = await prompts(page, 4);

  const other = await (await browser.newContext()).newPage();
  await other.goto(`${address}#/quiz/paper`);
  await other.getByRole('textbox', { name: 'Or type the code of a paper' }).fill(made.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
  await other.getByRole('button', { name: 'Open the paper' }).click();
  await expect(heading(other)).toHaveText(`Paper ${made}: Question 1 of 4`);
  expect(await prompts(other, 4)).toEqual(first);
  await other.context().close();
});

test('chapters and types are those that were ticked', async ({ page, open }) => {
  await open('#/quiz/paper');
  await page.locator('.new-paper fieldset').first().getByRole('checkbox').first().check();
  await page.getByRole('checkbox', { name: 'choose one', exact: true }).check();
  await page.getByRole('button', { name: 'Make a paper' }).click();
  const [chapter = ''] = chapterIds();
  const possible = questions('choose-one').filter((it) => it.chapter === chapter);
  await expect(heading(page)).toHaveText(new RegExp(`Question 1 of ${possible.length}$`));
  await expect(page.locator('.instruction').first()).toHaveText('Choose one.');
});

for (const [what, typed, said] of [
  ['nothing', '', 'Type a code first.'],
  ['a character that no code has', '2A1V-Y0$4', '“$”, the character number 8, is in no code'],
  ['one wrong character', '2A1V-Y004-T0SN', 'This is not a whole code'],
  ['two that changed places', '2A1V-0Y04-T0SM', 'This is not a whole code'],
] as const) {
  test(`a code is refused: ${what}`, async ({ page, open }) => {
    await open('#/quiz/paper');
    const field = page.getByRole('textbox', { name: 'Or type the code of a paper' });
    await field.fill(typed);
    await page.getByRole('button', { name: 'Open the paper' }).click();
    await expect(page.locator('.complaint:visible')).toContainText(said);
    await expect(page.locator('.complaint:visible')).toBeFocused();
    await expect(field).toHaveValue(typed);
  });
}

test('a code of another edition, and one in an address that is none, say so', async ({ page, open }) => {
  // Whole, but made for the items of a test.
  await open('#/quiz/2A1V-Y004-T0SM');
  await expect(page.locator('.complaint:visible')).toContainText('another edition');
  await open('#/quiz/nonsense');
  await expect(page.locator('.complaint:visible')).toContainText('This is not a whole code');
  await page.getByRole('link', { name: 'A paper of your own' }).click();
  await expect(heading(page)).toHaveText('A paper of your own');
});

test('gaps are named, can be handed in, and count as nothing', async ({ page, open }) => {
  await make(page, open, 3, CHOICES);
  await handIn(page).click();
  await expect(page.getByText('Not answered yet: 1, 2, 3.')).toBeFocused();
  await handIn(page).click();
  await expect(page.locator('.came-to')).toHaveText(/^0 of \d+ points, 0 percent; 0 of 3 questions fully right\.$/);
  await expect(page.locator('.each-question .instruction')).toHaveText(['Not answered.', 'Not answered.', 'Not answered.']);
  const again = page.getByRole('heading', { name: 'Worth reading again' });
  const passages = again.locator('xpath=following-sibling::ul[1]').getByRole('link');
  await passages.first().click();
  await expect(shown(page)).toHaveAttribute('data-page', /^read\//);
});

test('a paper is begun anew only when that is asked for twice, and another one has other questions', async ({ page, open }) => {
  await make(page, open, 3, ['choose one']);
  await page.locator('.options input').first().check();
  const before = code(page);
  await handIn(page).click();
  await handIn(page).click();
  await page.getByRole('button', { name: 'Begin this paper anew' }).click();
  await expect(heading(page)).toHaveText('Your result');
  await page.getByRole('button', { name: 'Yes, forget my answers and begin anew' }).click();
  await expect(heading(page)).toHaveText(/Question 1 of 3$/);
  await expect(number(page, 0)).toHaveAccessibleName('Question 1, not answered');
  await expect(page.locator('.options input:checked')).toHaveCount(0);
  await handIn(page).click();
  await handIn(page).click();
  await page.getByRole('button', { name: 'Another paper like this one' }).click();
  await expect(heading(page)).toHaveText(/Question 1 of 3$/);
  expect(code(page)).not.toBe(before);
});

test('where everything is cleared, nothing of a paper is left on the page or comes back', async ({ page, open }) => {
  await make(page, open, 2, ['choose one']);
  await page.locator('.options input').first().check();
  await open('#/settings');
  await page.getByRole('button', { name: 'Clear everything …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear everything' }).click();
  expect(await page.evaluate(() => document.querySelectorAll('#quiz-view .item').length)).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('open-gates.progress'))).toBeNull();
  await page.goBack();
  await expect(heading(page)).toHaveText(/Question 1 of 2$/);
  await expect(page.locator('.options input:checked')).toHaveCount(0);
  await expect(number(page, 0)).toHaveAccessibleName('Question 1, not answered');
});

test('own words are compared by the reader once the paper is handed in', async ({ page, open }) => {
  await make(page, open, 1, ['own words']);
  await page.getByRole('textbox', { name: 'Your answer' }).fill('It did something.');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await handIn(page).click();
  await expect(page.getByText(/^In your own words: 0 of \d points/)).toBeVisible();
  await page.locator('.each-question button').click();
  await page.getByRole('checkbox').first().check();
  await expect(page.locator('.verdict-box h3')).toHaveText(/^You found 1 of/);
  await page.getByRole('button', { name: 'Back to the result' }).click();
  await expect(page.getByText(/^In your own words: 1 of \d points/)).toBeVisible();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a paper is taken on a phone', async ({ page, open }) => {
    await make(page, open, 2, ['choose one']);
    await page.locator('.options label').first().tap();
    await page.getByText('rather sure').tap();
    await number(page, 1).tap();
    await expect(heading(page)).toHaveText(/Question 2 of 2$/);
    await page.locator('.options label').first().tap();
    await handIn(page).tap();
    await expect(heading(page)).toHaveText('Your result');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
});

test.describe('review', () => {
  const [one] = questions('choose-one');

  /** Lets the page's calendar be so many days ahead. */
  const ahead = (page: Page, days: number) =>
    page.addInitScript((days) => {
      const Real = Date;
      const shift = days * 86_400_000;
      globalThis.Date = new Proxy(Real, {
        construct: (target, args) => (args.length ? new target(...(args as [number])) : new target(Real.now() + shift)),
      });
    }, days);

  test('what was missed is due the next day, and then later and later', async ({ page, open }) => {
    await open(`#/quiz/review`);
    await expect(heading(page)).toHaveText('You have missed nothing so far.');
    await open(`#/quiz?item=${one!.id}`);
    const wrong = one!.options.find((it) => !one!.key.includes(it.id))!;
    await page.getByRole('radio', { name: wrong.text }).check();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await open(`#/quiz/review`);
    await expect(heading(page)).toHaveText('Nothing is due today. Something comes up again tomorrow.');

    await ahead(page, 1);
    await page.reload();
    await expect(heading(page)).toHaveText('One question is due.');
    await expect(page.getByRole('link', { name: 'Review (1)' })).toBeVisible();
    // It is asked anew.
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    const right = one!.options.find((it) => it.id === one!.key[0])!;
    await page.getByRole('radio', { name: right.text }).check();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.locator('.verdict-box').getByRole('heading', { name: 'Right.' })).toBeFocused();
    await next(page).click();
    await expect(heading(page)).toHaveText('Nothing is due today. Something comes up again in 3 days.');
    await expect(heading(page)).toBeFocused();
    await page.getByText('What comes up later').click();
    await expect(page.locator('.coming li')).toContainText(['in 3 days']);
  });

  test('what was right with a hint comes up again too, and that is said beforehand', async ({ page, open }) => {
    await open(`#/quiz?item=${one!.id}`);
    await expect(page.getByText('With a hint, the question comes up again in review.')).toBeVisible();
    await page.getByRole('button', { name: 'Give me a hint' }).click();
    const right = one!.options.find((it) => it.id === one!.key[0])!;
    await page.getByRole('radio', { name: right.text }).check();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await open('#/quiz/review');
    await expect(heading(page)).toHaveText('Nothing is due today. Something comes up again tomorrow.');
  });

  test('what was missed in a paper comes up too', async ({ page, open }) => {
    await make(page, open, 3, ['choose one']);
    await handIn(page).click();
    await handIn(page).click();
    await expect(heading(page)).toHaveText('Your result');
    await ahead(page, 2);
    await open('#/quiz/review');
    await page.reload();
    await expect(heading(page)).toHaveText('3 questions are due.');
  });
});

test('a passage leads to its questions, and they to the passage', async ({ page, open }) => {
  const asked = questions('choose-one')[0]!;
  const address = `${asked.chapter}/${asked.passage}`;
  expect(passageAddresses()).toContain(address);
  await open(`#/read/${address}`);
  await page.locator(`[data-passage="${address}"]`).getByRole('link', { name: 'Questions' }).click();
  await expect(page.getByText(/^Questions that the passage “.+” settles\.$/)).toBeVisible();
  await expect(page.locator('.prompt')).toBeVisible();
  await expect(page.getByText(/^Question 1 of \d+$/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a paper, its making and its result, ${colorScheme}`, async ({ page, open, output }) => {
    test.skip(output !== 'site', 'does not differ by output');
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open('#/quiz/paper');
    await expect(heading(page)).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await make(page, open, 2, CHOICES);
    expect(await faults(page)).toEqual([]);
    await page.locator('.options input').first().check();
    await page.getByRole('radio', { name: 'quite sure' }).check();
    await handIn(page).click();
    expect(await faults(page)).toEqual([]);
    await handIn(page).click();
    await expect(heading(page)).toHaveText('Your result');
    expect(await faults(page)).toEqual([]);
    await page.locator('.each-question button').first().click();
    await expect(page.locator('.verdict-box')).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await open('#/quiz/review');
    await expect(heading(page)).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });
}
