// Items of every type, each by mouse, by touch and by keyboard alone.
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';
import { questions } from './support/story.ts';
import type { Question } from './support/story.ts';
import type { Locator, Page } from '@playwright/test';

const [match] = questions('match') as [Question];
const [bank] = questions('word-bank') as [Question];
const [weigh] = questions('weigh-sources') as [Question];
const [estimate] = questions('estimate') as [Question];
const [own] = questions('open') as [Question];
const [one] = questions('choose-one') as [Question];
const [several] = questions('choose-several') as [Question];
const [order] = questions('order') as [Question];
const [find] = questions('find-on-map') as [Question];

const verdict = (page: Page) => page.locator('#quiz-view .verdict-box');
const heading = (page: Page) => verdict(page).getByRole('heading', { level: 3 });
const check = (page: Page) => page.getByRole('button', { name: 'Check', exact: true });
const selects = (page: Page) => page.locator('.item select');

/** What is put to each select of an item, in the order of the page, so that all is right. */
async function key(page: Page, question: Question): Promise<string[]> {
  if (question.type === 'word-bank') return question.blanks;
  const labels = await page.locator('.pairs label').allInnerTexts();
  return labels.map((label) => {
    const option = question.options.find((it) => label.startsWith(it.text.slice(0, 30)))!;
    return question.type === 'match' ? option.id : option.bears;
  });
}

const ways = {
  mouse: async (select: Locator, value: string) => {
    await select.click();
    await select.selectOption(value);
  },
  touch: async (select: Locator, value: string) => {
    await select.tap();
    await select.selectOption(value);
  },
  keyboard: async (select: Locator, value: string) => {
    const page = select.page();
    await tabTo(page, select, 60);
    for (let pressed = 0; (await select.inputValue()) !== value; pressed += 1) {
      expect(pressed).toBeLessThan(20);
      await page.keyboard.press('ArrowDown');
    }
  },
};

for (const [way, put] of Object.entries(ways)) {
  test.describe(`by ${way}`, () => {
    test.use({ hasTouch: way === 'touch' });

    for (const question of [match, bank, weigh]) {
      test(`${question.type}: one thing wrong is named, and all right is right`, async ({ page, open }) => {
        await open(`#/quiz?item=${question.id}`);
        await expect(selects(page).first()).toBeVisible();
        const right = await key(page, question);
        const count = right.length;
        expect(await selects(page).count()).toBe(count);
        const hand_in = async () => {
          if (way === 'keyboard') {
            await tabTo(page, check(page), 60);
            await page.keyboard.press('Enter');
          } else if (way === 'touch') await check(page).tap();
          else await check(page).click();
        };
        // A gap is asked for, and nothing is lost by that.
        for (const [at, value] of right.slice(0, -1).entries()) await put(selects(page).nth(at), value);
        await hand_in();
        await expect(page.getByText('Something is still missing')).toBeFocused();
        await expect(selects(page).first()).toHaveValue(right[0]!);
        const last = selects(page).nth(count - 1);
        const values = await last.locator('option').evaluateAll((all) => all.map((it) => (it as HTMLOptionElement).value));
        const wrong = values.find((value) => value && value !== right.at(-1))!;
        if (way === 'keyboard') await selects(page).first().focus();
        await put(last, wrong);
        await hand_in();
        await expect(heading(page)).toBeFocused();
        await expect(heading(page)).toHaveText(`Partly right: ${count - 1} of ${count} points.`);
        await expect(page.locator('.item [data-mark="wrong"]')).toHaveCount(1);
        await expect(page.locator('.item [data-mark="right"]')).toHaveCount(count - 1);
        await expect(last).toBeDisabled();
        await expect(last).toHaveAccessibleDescription('not so');
        await expect(selects(page).first()).toHaveAccessibleDescription('right');
        await expect(verdict(page).locator('.faults li')).toHaveCount(1);

        await verdict(page).getByRole('button', { name: 'Try again' }).click();
        await expect(selects(page).first()).toBeFocused();
        await expect(selects(page).first()).toHaveValue('');
        for (const [at, value] of right.entries()) await put(selects(page).nth(at), value);
        await hand_in();
        await expect(heading(page)).toHaveText('Right.');
        await page.reload();
        await expect(heading(page)).toHaveText('Right.');
        await expect(last).toHaveValue(right.at(-1)!);
      });
    }

    test('estimate: figures by number, and across the chart where there is a hand', async ({ page, open }) => {
      await open(`#/quiz?item=${estimate.id}`);
      const inputs = page.locator('.figures input');
      const chart = page.locator('.figures-chart');
      await expect(inputs.first()).toBeVisible();
      const [from, to] = estimate.years;
      await expect(inputs).toHaveCount(to - from + 1);
      if (way === 'keyboard') {
        await tabTo(page, inputs.first(), 60);
        for (let year = from; year <= to; year += 1) {
          await expect(page.getByRole('spinbutton', { name: String(year) })).toBeFocused();
          await page.keyboard.type('13000');
          await page.keyboard.press('Tab');
        }
      } else {
        await chart.scrollIntoViewIfNeeded();
        const box = (await chart.boundingBox())!;
        const y = box.y + box.height * 0.6;
        if (way === 'mouse') {
          await page.mouse.move(box.x + 5, y);
          await page.mouse.down();
          await page.mouse.move(box.x + box.width - 5, y, { steps: 60 });
          await page.mouse.up();
        } else {
          for (let at = 0; at <= to - from; at += 1) {
            await page.touchscreen.tap(box.x + box.width * (0.075 + (0.85 * at) / (to - from)), y);
          }
        }
        const drawn = await inputs.evaluateAll((all) => all.map((it) => Number((it as HTMLInputElement).value)));
        expect(Math.min(...drawn)).toBeGreaterThan(0);
        expect(Math.max(...drawn) - Math.min(...drawn)).toBeLessThanOrEqual(2000);
      }
      await expect(chart.locator('circle.estimated')).toHaveCount(to - from + 1);
      await expect(chart.locator('.counted')).toHaveCount(0);
      await check(page).focus();
      await page.keyboard.press('Enter');
      await expect(heading(page)).toBeFocused();
      await expect(heading(page)).toHaveText(/^(Partly right: \d+ of \d+ points|Not this time)\.$/);
      await expect(chart.locator('path.counted')).toHaveCount(1);
      await expect(page.getByText(/^counted: [\d,]+/)).toHaveCount(to - from + 1);
      await expect(inputs.first()).toBeDisabled();
      await expect(inputs.first()).toHaveAccessibleDescription(/^counted: /);
      for (const item of await page.locator('.figures li').all()) {
        const said = (await item.getAttribute('data-mark')) === 'right' ? /; right$/ : /; not so$/;
        await expect(item.getByRole('spinbutton')).toHaveAccessibleDescription(said);
      }
    });

    for (const question of [one, several]) {
      test(`${question.type}: the key is right`, async ({ page, open }) => {
        await open(`#/quiz?item=${question.id}`);
        const role = question === one ? 'radio' : 'checkbox';
        for (const id of question.key) {
          const option = page.getByRole(role, { name: question.options.find((it) => it.id === id)!.text });
          await expect(option).toBeVisible();
          if (way === 'keyboard') {
            // Radio buttons are one stop, and Space chooses the one in focus.
            await tabTo(page, page.locator('.item .options input').first(), 60);
            for (let pressed = 0; !(await option.evaluate((it) => it === document.activeElement)); pressed += 1) {
              expect(pressed).toBeLessThan(9);
              await page.keyboard.press(role === 'radio' ? 'ArrowDown' : 'Tab');
            }
            await page.keyboard.press('Space');
            if (role === 'checkbox') await page.locator('#item-heading').focus();
          } else if (way === 'touch') await option.tap();
          else await option.check();
          await expect(option).toBeChecked();
        }
        if (way === 'touch') await check(page).tap();
        else if (way === 'mouse') await check(page).click();
        else {
          await tabTo(page, check(page), 60);
          await page.keyboard.press('Enter');
        }
        await expect(heading(page)).toHaveText('Right.');
        await expect(heading(page)).toBeFocused();
      });
    }

    test('order: the key is right, and each move is said', async ({ page, open }) => {
      await open(`#/quiz?item=${order.id}`);
      const rows = page.locator('.order li');
      await expect(rows).toHaveCount(order.key.length);
      for (const [place, id] of order.key.entries()) {
        const words = order.options.find((it) => it.id === id)!.text;
        const up = page.getByRole('button', { name: `Move up: ${words}`, exact: true });
        for (;;) {
          const now = (await rows.locator('.option-text').allInnerTexts()).indexOf(words);
          expect(now).toBeGreaterThanOrEqual(place);
          if (now === place) break;
          if (way === 'keyboard') {
            await up.focus();
            await page.keyboard.press('Enter');
          } else if (way === 'touch') await up.tap();
          else await up.click();
          await expect(page.locator('#announcement')).toHaveText(`${words}: now ${now} of ${order.key.length}`);
        }
      }
      await check(page).focus();
      await page.keyboard.press('Enter');
      await expect(heading(page)).toHaveText('Right.');
    });

    test('find on the map: the key is right', async ({ page, open }) => {
      await open(`#/quiz?item=${find.id}`);
      const sign = page.locator(`#find-${find.key[0]}`);
      await expect(sign).toBeVisible();
      if (way === 'touch') await sign.tap();
      else if (way === 'mouse') await sign.click();
      else {
        await tabTo(page, page.locator('.map-find .map-control[tabindex="0"]'), 60);
        await page.keyboard.press('End');
        for (let pressed = 0; !(await sign.evaluate((it) => it === document.activeElement)); pressed += 1) {
          expect(pressed).toBeLessThan(60);
          // Letters lead from one group to the next with that name.
          await page.keyboard.type((await sign.locator('.map-label').textContent())!.slice(0, 1));
          await page.waitForTimeout(750);
        }
        await page.keyboard.press('Space');
      }
      await expect(sign).toHaveAttribute('aria-pressed', 'true');
      await check(page).focus();
      await page.keyboard.press('Enter');
      await expect(heading(page)).toHaveText('Right.');
    });

    test('own words: the rubric comes after them, and what is found is counted', async ({ page, open }) => {
      await open(`#/quiz?item=${own.id}`);
      const text = page.getByRole('textbox', { name: 'Your answer' });
      const compare = page.getByRole('button', { name: 'Compare with what a good answer touches' });
      await expect(page.getByRole('checkbox')).toHaveCount(0);
      const press = async (target: Locator) => {
        if (way === 'keyboard') {
          await tabTo(page, target, 60);
          await page.keyboard.press((await target.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
        } else if (way === 'touch') await target.tap();
        else await target.click();
      };
      await press(compare);
      await expect(page.getByText('Choose an answer first.')).toBeFocused();
      await text.focus();
      await page.keyboard.type('It did something.\nIt lacked “money\\budget”.');
      await press(compare);
      await expect(page.getByText('What a good answer touches. Tick')).toBeFocused();
      await press(page.getByRole('checkbox').first());
      await press(page.getByRole('button', { name: 'Note what I found' }));
      await expect(heading(page)).toBeFocused();
      await expect(heading(page)).toHaveText(/^You found 1 of \d points in your answer\.$/);
      await page.reload();
      await expect(text).toHaveValue('It did something.\nIt lacked “money\\budget”.');
      await expect(page.getByRole('checkbox').first()).toBeChecked();
      // Trying again goes on with the words.
      await verdict(page).getByRole('button', { name: 'Try again' }).click();
      await expect(text).toBeFocused();
      await expect(text).toHaveValue(/something/);
    });
  });
}

test('what cannot be read as a figure is refused, and kept to be mended', async ({ page, open }) => {
  await open(`#/quiz?item=${estimate.id}`);
  const inputs = page.locator('.figures input');
  await expect(inputs.first()).toBeVisible();
  for (const input of await inputs.all()) await input.fill('12000');
  await inputs.first().fill('-5');
  await check(page).click();
  await expect(page.getByText('Give whole numbers')).toBeFocused();
  await expect(inputs.nth(1)).toHaveValue('12000');
});

for (const question of [match, bank, weigh, estimate, own]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in ${question.type} before and after an answer, ${colorScheme}`, async ({ page, open, output }) => {
      test.skip(output !== 'site', 'does not differ by output');
      test.slow();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(`#/quiz?item=${question.id}`);
      await expect(page.locator('.item')).toBeVisible();
      expect(await faults(page)).toEqual([]);
      for (const select of await selects(page).all()) await select.selectOption({ index: 1 });
      for (const input of await page.locator('.figures input').all()) await input.fill('1');
      const text = page.locator('.item textarea');
      if (await text.count()) await text.fill('Words.');
      await page.locator('.item .action').click();
      if (await text.count()) {
        expect(await faults(page)).toEqual([]);
        await page.locator('.item .action').click();
      }
      await expect(heading(page)).toBeFocused();
      expect(await faults(page)).toEqual([]);
    });
  }
}
