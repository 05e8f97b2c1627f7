// The map: groups by mouse and by keyboard, the year, and links to what it shows.
import { expect, test } from './support/test.ts';
import { entry, groupIds, shown, words } from './support/story.ts';
import type { Locator, Page } from '@playwright/test';

const STATES = ['not yet founded', 'perhaps active', 'active', 'ended'];
const [first = '', second = ''] = groupIds();

const controls = (page: Page) => page.locator('.map-control');
const control = (page: Page, group: string) => page.locator(`#sign-${group}`);
const year = (page: Page) => page.getByRole('slider', { name: 'Year' });
const summary = (page: Page) => page.locator('.map-summary');

/** The name of a group as the list below the map tells it. */
const nameOf = (page: Page, group: string) =>
  words(entry(page, `/map/${group}`).getByRole('heading', { includeHidden: true }).first());

/** The panel that tells of a group. */
async function panel(page: Page, group: string): Promise<Locator> {
  return page.getByRole('region', { name: await nameOf(page, group) });
}

/** Presses Tab from the page's heading until a control of the map has the focus. */
async function tabToMap(page: Page) {
  await shown(page).getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('.map-control:focus')).toHaveCount(1);
}

test('each sign says name, town, kind and state', async ({ page, open }) => {
  await open('#/map');
  await expect(page.getByRole('list', { name: /^Map of groups/ }).getByRole('button')).toHaveCount(groupIds().length);
  for (const group of groupIds()) {
    const facts = await words(entry(page, `/map/${group}`).locator('.facts'));
    const [kind = '', town = ''] = facts.split(' · ');
    const label = (await control(page, group).getAttribute('aria-label')) ?? '';
    expect(label).toContain(await nameOf(page, group));
    expect(label).toContain(town);
    expect(label).toContain(kind);
    expect(STATES).toContain(label.split(', ').at(-1));
    await expect(page.getByRole('button', { name: label, exact: true })).toHaveCount(1);
  }
});

test('a group opens by mouse and closes by Escape', async ({ page, open }) => {
  await open('#/map');
  for (const group of [first, second]) {
    await control(page, group).click();
    const details = await panel(page, group);
    await expect(details.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(control(page, group)).toHaveAttribute('aria-expanded', 'true');
    await expect(page).toHaveURL(new RegExp(`#/map/${group}(\\?|$)`));
    await expect(page).toHaveTitle(new RegExp(' · '));
    // The same account as in the list below.
    expect(await words(details.locator('.facts'))).toBe(
      await words(entry(page, `/map/${group}`).locator('.facts')),
    );
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
    await expect(control(page, group)).toBeFocused();
    await expect(control(page, group)).toHaveAttribute('aria-expanded', 'false');
    await expect(page).toHaveURL(/#\/map(\?|$)/);
  }
});

test('a group opens by keyboard alone, and its Close button leads back', async ({ page, open }) => {
  await open('#/map');
  await tabToMap(page);
  await expect(control(page, first)).toBeFocused();
  await page.keyboard.press('End');
  const last = groupIds().at(-1) ?? '';
  await expect(control(page, last)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(control(page, first)).toBeFocused();
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
  const reached = (await page.locator('.map-control:focus').getAttribute('id'))!.replace('sign-', '');
  await page.keyboard.press('Enter');
  const details = await panel(page, reached);
  await expect(details.getByRole('heading', { level: 2 })).toBeFocused();
  await details.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Enter');
  await expect(details).toBeHidden();
  await expect(control(page, reached)).toBeFocused();
  // One stop in the tab order, wherever the arrows led.
  await expect(page.locator('.map-control[tabindex="0"]')).toHaveCount(1);
});

// The crowding of controls depends on the map's width, and with it what lies in which direction.
for (const [screen, width] of [['laptop', 1280], ['phone', 390]] as const) {
  test(`arrow keys reach every group on a ${screen}`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    await open('#/map');
    const focused = () =>
      page.evaluate(() => (document.activeElement?.id ?? '').replace(/^sign-/, ''));
    await tabToMap(page);
    const start = await focused();
    const reached = new Set([start]);
    for (const from of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        await control(page, from).focus();
        await page.keyboard.press(key);
        reached.add(await focused());
      }
    }
    expect([...reached].sort()).toEqual([...groupIds()].sort());
  });

  test(`controls on a ${screen} are large enough and do not cover one another`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    await open('#/map');
    await expect(controls(page).first()).toBeVisible();
    // They are spread once the map's width is known.
    await expect.poll(() => overlaps(page)).toEqual([]);
    for (const box of await boxes(page)) {
      expect(box.width, box.id).toBeGreaterThanOrEqual(24);
      expect(box.height, box.id).toBeGreaterThanOrEqual(24);
      expect(box.x, box.id).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, box.id).toBeLessThanOrEqual(width);
    }
  });
}

const boxes = (page: Page) =>
  controls(page).evaluateAll((all) =>
    all.map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      return { id: it.id, x, y, width, height };
    }),
  );

/** Pairs of controls of which one covers more than a pixel of the other's target of 24. */
async function overlaps(page: Page): Promise<string[]> {
  const all = await boxes(page);
  return all.flatMap((a, at) =>
    all
      .slice(at + 1)
      .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 23)
      .map((b) => `${a.id} and ${b.id}`),
  );
}

test('a step of the year changes states, the summary and the link', async ({ page, open }) => {
  await open('#/map');
  const before = Number(await year(page).inputValue());
  await year(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(year(page)).toHaveValue(String(before + 1));
  await expect(page).toHaveURL(new RegExp(`\\?year=${before + 1}$`));
  await expectConsistent(page, before + 1);

  await page.keyboard.press('Home');
  const earliest = Number(await year(page).getAttribute('min'));
  await expect(page).toHaveURL(new RegExp(`\\?year=${earliest}$`));
  await expectConsistent(page, earliest);
  await expect(page.getByRole('button', { name: 'One year back' })).toBeDisabled();

  await page.keyboard.press('End');
  const latest = Number(await year(page).getAttribute('max'));
  await expectConsistent(page, latest);
  await expect(page.getByRole('button', { name: 'One year on' })).toBeDisabled();

  await page.getByRole('button', { name: 'One year back' }).click();
  await expectConsistent(page, latest - 1);
  await expect(page).toHaveURL(new RegExp(`\\?year=${latest - 1}$`));
  // Steps of the year are not steps of the history.
  await expect(page.locator('html')).toHaveAttribute('data-page', 'map');
});

test('no group is active before the first was founded, and some end', async ({ page, open }) => {
  await open('#/map');
  await year(page).focus();
  await page.keyboard.press('Home');
  const count = (state: string) => page.locator(`.map-control[data-activity="${state}"]`).count();
  const start = { active: await count('active'), notYet: await count('not-yet') };
  await page.keyboard.press('End');
  await expect.poll(() => count('not-yet')).toBe(0);
  expect(start.notYet).toBeGreaterThan(0);
  expect(await count('active')).not.toBe(start.active);
  expect(await count('ended')).toBeGreaterThan(0);
});

/** Signs, their names, the list beside them, the sentence and the slider say the same. */
async function expectConsistent(page: Page, expected: number) {
  await expect(summary(page)).toContainText(`${expected}: `);
  await expect(year(page)).toHaveValue(String(expected));
  const signs = await controls(page).evaluateAll((all) =>
    all.map((it) => ({
      group: it.id.replace('sign-', ''),
      state: it.getAttribute('data-activity'),
      name: it.getAttribute('aria-label') ?? '',
      row: document.querySelector(`#${it.id.replace('sign-', 'row-')} .map-state`)?.textContent ?? '',
    })),
  );
  for (const { group, name, row } of signs) expect(name.endsWith(`, ${row}`), group).toBe(true);
  const states = new Set<string>();
  const count = (state: string) => signs.filter((sign) => sign.state === state).length;
  for (const { state, name } of signs) {
    if (state === 'active') states.add(name.match(/, ([^,.]+)\. [^.]*$/)?.[1] ?? '');
  }
  const [active, perhaps] = [count('active'), count('perhaps')];
  const sentence = (await summary(page).textContent()) ?? '';
  if (active === 0) expect(sentence).toContain('no group known for certain');
  else expect(sentence).toContain(`${active} group`);
  if (perhaps > 0) expect(sentence).toContain(`perhaps ${perhaps} more`);
  else expect(sentence).not.toContain('perhaps');
  if (active > 0) expect(sentence).toContain(`in ${states.size} state`);
}

test('a link with a year and a group restores both', async ({ page, open }) => {
  await open(`#/map/${second}?year=1966`);
  await expect(year(page)).toHaveValue('1966');
  await expectConsistent(page, 1966);
  await expect(await panel(page, second)).toBeVisible();
  await expect(control(page, second)).toHaveAttribute('aria-expanded', 'true');
  // Nothing takes the focus while the page is only loaded.
  await expect(page.locator('body')).toBeFocused();
  await page.reload();
  await expect(year(page)).toHaveValue('1966');
  await expect(await panel(page, second)).toBeVisible();
});

test('a year out of range or no year at all is put right', async ({ page, open }) => {
  await open('#/map?year=3000');
  await expect(year(page)).toHaveValue((await year(page).getAttribute('max'))!);
  await open('#/');
  await open('#/map?year=soon');
  await expect(controls(page).first()).toBeVisible();
  await expect(summary(page)).toContainText(`${await year(page).inputValue()}: `);
});

test('the year stays while groups are opened, and back closes what was opened', async ({ page, open }) => {
  await open('#/map?year=1970');
  await control(page, first).click();
  await expect(page).toHaveURL(new RegExp(`#/map/${first}\\?year=1970$`));
  await page.goBack();
  await expect(page.locator('.map-panel')).toBeHidden();
  await expect(year(page)).toHaveValue('1970');
  await page.goForward();
  await expect(await panel(page, first)).toBeVisible();
});

test('the list beside the map opens the same', async ({ page, open }) => {
  await open('#/map');
  const row = page.locator(`#row-${second}`);
  await row.getByRole('link').click();
  await expect((await panel(page, second)).getByRole('heading', { level: 2 })).toBeFocused();
});

test('a claim in the panel opens over it, and Escape closes only the claim', async ({ page, open }) => {
  await open('#/map');
  await control(page, second).click();
  const details = await panel(page, second);
  const claim = details.locator('a.ref-claim').first();
  await claim.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(details).toBeVisible();
  await expect(claim).toBeFocused();
});

test('the address of a group shows the map, not its entry in the list', async ({ page, open }) => {
  await open(`#/map/${groupIds().at(-1)}`);
  await expect(page.locator('.map-panel')).toBeInViewport();
  // Typed later, too.
  await page.evaluate((id) => (location.hash = `#/map/${id}`), groupIds()[3]);
  await expect(page.locator('.map-panel')).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a group in a chapter leads to the map with that group open', async ({ page, open }) => {
  await open(`#/read/${await chapterWithGroup(page, open)}`);
  const link = shown(page).getByRole('complementary').locator('a[href^="#/map/"]').first();
  const group = ((await link.getAttribute('href')) ?? '').replace('#/map/', '');
  await link.click();
  await expect((await panel(page, group)).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page.locator('.map-frame')).toBeInViewport();
  await page.goBack();
  await expect(link).toBeVisible();
});

async function chapterWithGroup(page: Page, open: (hash?: string) => Promise<unknown>) {
  await open();
  return page.evaluate(() =>
    document.querySelector('.chapter-aside a[href^="#/map/"]')!
      .closest('.page')!
      .getAttribute('data-page')!
      .replace('read/', ''),
  );
}
