// A chapter or a paper before a class: by keyboard alone, in two windows, and from the back of a room.
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { sideways } from './support/screens.ts';
import { expect, started, test } from './support/test.ts';
import { chapterIds, questions } from './support/story.ts';
import type { Page } from '@playwright/test';

const stage = (page: Page) => page.getByRole('region', { name: 'What the class sees' });
const heading = (page: Page) => page.locator('#show-heading');
const clock = (page: Page) => page.getByRole('timer');
const cover = (page: Page) => page.locator('.show-blank');
const status = (page: Page) => page.locator('#show-status');

const item = questions('choose-one')[0]!;
const right = item.options.find((it) => item.key.includes(it.id))!;
const atItem = `#/project?chapter=${item.chapter}&step=item/${item.id}&text=full`;

/** What the address says under a name. */
const said = (page: Page, name: string) => new URLSearchParams(page.url().split('?')[1]).get(name);

/** Presses a key until the address names a step of a kind. */
async function pressTo(page: Page, key: string, kind: string) {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (said(page, 'step')?.startsWith(kind)) return;
    const before = said(page, 'step');
    await page.keyboard.press(key);
    await expect.poll(() => said(page, 'step')).not.toBe(before);
  }
  throw new Error(`no step ${kind}`);
}

test('a whole show is stepped through by keyboard alone, and a reload keeps all of it', async ({ page, open, output }) => {
  test.skip(output === 'subpath', 'does not differ by output');
  test.slow();
  await open('#/project');
  await tabTo(page, page.locator(`.show-chooser a[href$="chapter=${item.chapter}"]`), 80);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await expect(page.locator('.masthead')).toBeHidden();
  await expect(stage(page).locator('.art')).toBeVisible();

  await page.keyboard.press('PageDown');
  const passage = page.locator(`[id="/read/${item.chapter}"] .passage`).first();
  await expect(heading(page)).toHaveText((await passage.locator('h2').textContent())!);
  const first = (await passage.locator('.full p').first().textContent())!.slice(0, 12);
  await expect(stage(page)).toContainText(first);
  // References are words on a screen.
  await expect(stage(page).locator('a')).toHaveCount(0);
  await page.keyboard.press('e');
  await expect(stage(page)).toContainText((await passage.locator('.easy p').first().textContent())!.slice(0, 12));
  await page.keyboard.press('e');

  await pressTo(page, 'ArrowRight', 'map/');
  const year = Number(await page.locator('#show-year').textContent());
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#show-year')).toHaveText(String(year + 1));
  await expect(page.locator('#show-summary')).toContainText(`${year + 1}:`);
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('#show-year')).toHaveText(String(year));

  await expect(page.getByRole('combobox', { name: 'Go to' }).locator(`option[value="item/${item.id}"]`)).toHaveCount(1);
  await pressTo(page, 'Space', `item/${item.id}`);
  const options = stage(page).locator('.show-options li');
  await expect(options).toHaveCount(item.options.length);
  await expect(stage(page).locator('[data-mark]')).toHaveCount(0);
  for (const key of ['1', '1', '2', '1', 'Shift+1']) await page.keyboard.press(key);
  await expect(options.nth(0)).toContainText('2 hands');
  await expect(options.nth(1)).toContainText('1 hand');
  await expect(options.nth(2)).toContainText('0 hands');
  await expect(stage(page).locator('[data-mark]')).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(stage(page).locator('[data-mark="right"]')).toHaveCount(item.key.length);
  await expect(stage(page).locator('[data-mark="right"] .show-option')).toHaveText(right.text);
  await expect(page.locator('#announcement')).toContainText(`The answer: `);

  // Letters are words where one types.
  await tabTo(page, page.getByRole('spinbutton', { name: 'Minutes' }), 40);
  await page.keyboard.press('b');
  await expect(cover(page)).toBeHidden();

  await tabTo(page, page.getByRole('button', { name: 'Next', exact: true }), 40);
  await page.keyboard.press('b');
  await expect(cover(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show the screen again' })).toBeFocused();
  await page.keyboard.press('.');
  await expect(cover(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeFocused();

  const before = await stage(page).innerText();
  await page.reload();
  await started(page);
  await expect(options.nth(0)).toContainText('2 hands');
  expect(await stage(page).innerText()).toBe(before);

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toBeVisible();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  expect(said(page, 'step')).toBe(`item/${item.id}`);

  await page.keyboard.press('End');
  await expect(stage(page)).toContainText('To argue about');
  await tabTo(page, page.getByRole('link', { name: 'End' }), 40);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Projector' })).toBeFocused();
});

test('the timer counts down, says what is left, and ends', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  await page.clock.install({ time: new Date('2026-03-02T10:00:00') });
  await open(atItem);
  const minutes = page.getByRole('spinbutton', { name: 'Minutes' });
  await minutes.fill('2');
  await minutes.blur();
  await expect.poll(() => said(page, 'timer')).toBe('2');
  await expect(clock(page)).toBeHidden();
  await heading(page).focus();
  await page.keyboard.press('t');
  await expect(clock(page)).toBeVisible();
  await expect(page.locator('#announcement')).toHaveText(/^The timer runs: (2 minutes|1 minute 59 seconds) left\.$/);
  await page.clock.runFor(61_000);
  await expect(clock(page)).toHaveText(/^0:5\d$/);
  await expect(page.locator('#announcement')).toHaveText('One minute left.');
  await page.keyboard.press('t');
  await expect(page.locator('#announcement')).toHaveText('The timer is stopped.');
  const left = await clock(page).textContent();
  await page.clock.runFor(30_000);
  await expect(clock(page)).toHaveText(left!);
  await page.keyboard.press('t');
  // Other steps go on beside it, and so does a page that was loaded again.
  await page.keyboard.press('PageDown');
  await page.clock.runFor(61_000);
  await expect(clock(page)).toHaveText('Time is up');
  await expect(page.locator('#announcement')).toHaveText('Time is up');
  await page.reload();
  await expect(clock(page)).toHaveText('Time is up');
  await page.getByRole('button', { name: 'Set again' }).last().click();
  await expect(clock(page)).toBeHidden();
});

test('a second window shows the step alone, in step with the first, until it is closed', async ({ page, open, output }) => {
  test.skip(output === 'subpath', 'does not differ by output');
  test.slow();
  await open(atItem);
  await expect(stage(page).locator('.show-options')).toBeVisible();
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Second window' }).click();
  const screen = await opening;
  await started(screen);
  await expect(status(page)).toHaveText('The second window is in step.');
  await expect(heading(screen)).toHaveText((await heading(page).textContent())!);
  await expect(screen.locator('.show-bar, .show-hand-buttons')).toHaveCount(0);

  // The teacher sees what the class does not.
  const notes = page.getByRole('complementary').filter({ hasText: 'Only you see this' });
  await expect(notes).toContainText(right.text);
  await expect(stage(page).locator('[data-mark]')).toHaveCount(0);
  await page.keyboard.press('3');
  await expect(stage(screen)).toContainText('1 hand');
  await expect(screen.locator('[data-mark], .show-answer, .show-notes')).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(stage(screen).locator('[data-mark="right"]')).toHaveCount(item.key.length);
  await page.keyboard.press('b');
  await expect(cover(screen)).toBeVisible();
  await expect(cover(page)).toBeHidden();
  await expect(notes).toContainText('The screen is blank.');
  await page.keyboard.press('b');
  await expect(cover(screen)).toBeHidden();
  await page.keyboard.press('Home');
  await expect(heading(screen)).toHaveText((await heading(page).textContent())!);
  await pressTo(page, 'ArrowRight', 'map/');
  await page.keyboard.press('ArrowDown');
  const year = (await page.locator('#show-year').textContent())!;
  await expect(screen.locator('#show-year')).toHaveText(year);

  // A remote may be heard by either.
  await screen.keyboard.press('Home');
  await expect.poll(() => said(page, 'step')).toBe('opening');

  // Whatever else is told is no message.
  await screen.evaluate(() => {
    const told = ['junk', 'open-gates-show-1 #/project?chapter=nowhere', 'open-gates-show-1 #/settings', { show: 1 }, `open-gates-show-1 ${'x'.repeat(9000)}`];
    for (const message of told) (opener as Window).postMessage(message, '*');
  });
  await page.evaluate(() => postMessage('open-gates-show-1 #/project?chapter=students-1964&step=closing', '*'));
  await page.keyboard.press('PageDown');
  await expect.poll(() => said(screen, 'step')).toBe(said(page, 'step'));
  expect(said(page, 'step')).toMatch(/^passage\//);

  // Each finds the other again.
  await page.reload();
  await expect(heading(page)).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect.poll(() => said(screen, 'step')).toBe('opening');
  await expect(status(page)).toHaveText('The second window is in step.');

  await screen.close();
  await expect(status(page)).toHaveText('The second window is gone.', { timeout: 12_000 });
  await expect(notes).toBeHidden();
});

test('a second window that the browser refuses is said, and the show goes on without it', async ({ page, open, output }) => {
  test.skip(output === 'subpath', 'does not differ by output');
  await page.addInitScript(() => {
    const open = window.open;
    const noted = Object.assign(window, { refusals: 0, allow: () => (window.open = open) });
    window.open = () => {
      noted.refusals += 1;
      return null;
    };
  });
  await open(atItem);
  await expect(stage(page).locator('.show-options')).toBeVisible();
  await page.getByRole('button', { name: 'Second window' }).click();
  await expect.poll(() => page.evaluate(() => (window as unknown as { refusals: number }).refusals)).toBe(1);
  await expect.poll(() => said(page, 'pair')).not.toBeNull();
  const refused = /^The browser let no second window be opened\. Allow pop-up windows for this page/;
  await expect(status(page)).toHaveText(refused);
  // It is spoken too.
  await expect(page.locator('#show-status:is([role="status"], [aria-live])')).toHaveCount(1);
  await expect(page.getByText('Only you see this')).toBeHidden();
  await page.keyboard.press('a');
  await expect(stage(page).locator('[data-mark="right"]')).toHaveCount(item.key.length);
  // What was refused is allowed later.
  await page.evaluate(() => (window as unknown as { allow(): void }).allow());
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Second window' }).click();
  await started(await opening);
  await expect(status(page)).toHaveText('The second window is in step.');
});

test.describe('in a browser without BroadcastChannel', () => {
  test.beforeEach(async ({ context, output }) => {
    test.skip(output === 'subpath', 'does not differ by output');
    await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
  });

  /** Opens the second window of a show. */
  async function second(page: Page): Promise<Page> {
    await expect(stage(page).locator('.show-options')).toBeVisible();
    expect(await page.evaluate(() => 'BroadcastChannel' in window)).toBe(false);
    const opening = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Second window' }).click();
    const screen = await opening;
    await started(screen);
    return screen;
  }

  test('both windows speak to each other directly', async ({ page, open }) => {
    await open(atItem);
    const screen = await second(page);
    await expect(status(page)).toHaveText('The second window is in step.');
    await page.keyboard.press('Home');
    await expect.poll(() => said(screen, 'step')).toBe('opening');
    await screen.keyboard.press('PageDown');
    await expect.poll(() => said(page, 'step')).toMatch(/^passage\//);
  });

  test('where they can not do that either, both say so', async ({ page, open, context }) => {
    await context.addInitScript(() => addEventListener('message', (event) => event.stopImmediatePropagation(), true));
    await page.clock.install({ time: new Date('2026-03-02T10:00:00') });
    await open(atItem);
    const screen = await second(page);
    await expect(status(page)).toHaveText(/^A second window is opening\./);
    await page.clock.runFor(15_000);
    await expect(status(page)).toHaveText(/^The second window does not answer: this browser can’t keep the two in step\./);
    await expect(page.getByText('Only you see this')).toBeHidden();
    // What is shown here stays here, and what it shows can be stepped through by itself.
    await page.keyboard.press('Home');
    await expect.poll(() => said(page, 'step')).toBe('opening');
    expect(said(screen, 'step')).toBe(`item/${item.id}`);
    await screen.keyboard.press('a');
    await expect(stage(screen).locator('[data-mark="right"]')).toHaveCount(item.key.length);
  });
});

test('a paper is shown by its code, which the quiz and a teacher give', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  await open('#/quiz/paper');
  await page.getByRole('spinbutton', { name: 'How many questions' }).fill('3');
  await page.getByRole('button', { name: 'Make a paper' }).click();
  await page.getByText('Give this paper to a class').click();
  const code = (await page.locator('.paper-code').textContent())!;
  const prompt = (await page.locator('.prompt').textContent())!;
  await page.getByRole('link', { name: 'Show it on a projector' }).click();
  await expect(heading(page)).toHaveText(code);
  await expect(stage(page)).toContainText('3 questions');
  await page.keyboard.press('PageDown');
  await expect(heading(page)).toHaveText(prompt);

  await open('#/project');
  const field = page.getByRole('textbox', { name: 'Or the questions of a paper, by its code' });
  await field.fill('nothing');
  await page.keyboard.press('Enter');
  await expect(page.locator('#show-complaint')).toBeFocused();
  await field.fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Show the paper' }).click();
  await expect(heading(page)).toHaveText(code);
});

for (const [width, height] of [[1280, 720], [1920, 1080]] as const) {
  test(`every step of a chapter fits a screen of ${width} × ${height} in large type`, async ({ page, open, output }) => {
    test.skip(output !== 'site', 'does not differ by output');
    test.slow();
    await page.setViewportSize({ width, height });
    await open(`#/project?chapter=${item.chapter}&text=full&screen=1`);
    await expect(stage(page).locator('.art')).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    const cut: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      const here = said(page, 'step') ?? 'opening';
      const look = (answered: boolean) =>
        stage(page).evaluate((stage, { here, answered }) => {
          const size = (it: Element) => parseFloat(getComputedStyle(it).fontSize);
          const found = [];
          // Only what is added to a long question may need the key that scrolls.
          if (stage.scrollHeight > stage.clientHeight + 1 && !answered) found.push(`${here}: ${stage.scrollHeight} of ${stage.clientHeight}`);
          for (const it of stage.querySelectorAll('h2, h3, p:not(.kicker, .instruction, .show-summary), li, .show-option')) {
            const box = it.getBoundingClientRect();
            if (it.closest('.map-frame, .map-key') || !box.width || it.classList.contains('spoken')) continue;
            if (box.left < -1 || box.right > innerWidth + 1 || it.scrollWidth > it.clientWidth + 1) found.push(`${here}: wide ${it.className}`);
            if (size(it) < 32) found.push(`${here}: ${size(it)} px ${it.className}`);
          }
          return found;
        }, { here, answered });
      cut.push(...(await look(false)));
      if (here.startsWith('item/')) {
        await page.keyboard.press('a');
        await expect(page.locator('.show-answer')).toBeVisible();
        cut.push(...(await look(true)));
        const beyond = () => stage(page).evaluate((it) => it.scrollHeight - it.clientHeight - Math.ceil(it.scrollTop));
        for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowDown');
        await expect.poll(beyond).toBeLessThanOrEqual(1);
      }
      if (here === 'closing') break;
      await page.keyboard.press('PageDown');
      await expect.poll(() => said(page, 'step')).not.toBe(here);
    }
    expect(said(page, 'step')).toBe('closing');
    expect(cut).toEqual([]);
  });
}

test('an address that names nothing to be shown says so, and leads on', async ({ page, open }) => {
  const said = page.getByText('This address names no chapter of this story, and no paper.');
  for (const hash of ['#/project?chapter=nowhere', '#/project?paper=nonsense']) {
    await open(hash);
    await expect(said).toBeVisible();
  }
  await open('#/project');
  await expect(page.locator('.show-chooser h2')).toBeVisible();
  await expect(said).toHaveCount(0);
});

test('axe finds nothing, and a phone scrolls nothing sideways', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  for (const hash of ['#/project', `#/project?chapter=${chapterIds()[0]}&step=map/1964&timer=2/left/65`, `${atItem}&answer=1&hands=${item.id},3,5`]) {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(hash);
    await page.reload();
    await expect(page.locator('.show-chooser h2, #show-heading')).toBeVisible();
    if (hash.includes('item')) await expect(page.locator('.show-answer')).toBeVisible();
    expect(await sideways(page), hash).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await faults(page), hash).toEqual([]);
  }
});
