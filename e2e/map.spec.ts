// The map: groups by mouse and by keyboard, the year, and links to what it shows.
import { expect, test } from './support/test.ts';
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
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
  await expect(controls(page).first()).toBeVisible();
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

test('each group is reached by keys, opened by Enter and closed by Escape, with nothing but a keyboard', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  await open('#/map');
  const all = await controls(page).evaluateAll((them) => them.map((it) => it.id.replace('sign-', '')));
  expect([...all].sort()).toEqual([...groupIds()].sort());
  const names = new Map<string, string>();
  for (const group of all) names.set(group, await nameOf(page, group));
  await tabTo(page, controls(page).first());

  const focused = () => page.evaluate(() => (document.activeElement?.id ?? '').replace(/^sign-/, ''));
  const details = page.locator('.map-panel');
  const opened = new Set<string>();
  const openAndClose = async (group: string) => {
    await page.keyboard.press('Enter');
    await expect(details.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(details).toHaveRole('region');
    await expect(details).toHaveAccessibleName(names.get(group)!);
    await expect(control(page, group)).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
    await expect(control(page, group)).toBeFocused();
    opened.add(group);
  };

  // A reader who does not know the map tries each key at each sign, and walks back by keys to where one is left.
  const KEYS = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'Home', 'End'];
  const led = new Map<string, Map<string, string>>();
  const untried = (group: string) => KEYS.find((key) => !led.get(group)?.has(key));
  const wayToUntried = (from: string): string[] => {
    const ways = new Map<string, string[]>([[from, []]]);
    for (const [group, way] of ways) {
      const key = untried(group);
      if (key) return [...way, key];
      for (const [key, to] of led.get(group)!) if (!ways.has(to)) ways.set(to, [...way, key]);
    }
    return [];
  };
  for (let at = await focused(), way: string[] = []; ; ) {
    expect(all, 'what has the focus is a sign').toContain(at);
    if (!opened.has(at)) await openAndClose(at);
    way = way.length > 0 ? way : wayToUntried(at);
    const key = way.shift();
    if (!key || opened.size === all.length) break;
    await page.keyboard.press(key);
    const to = await focused();
    const before = led.get(at) ?? new Map<string, string>();
    // The same key leads from the same sign to the same one, each time.
    expect(to, `${key} at ${at}`).toBe(before.get(key) ?? to);
    led.set(at, before.set(key, to));
    at = to;
  }
  expect([...opened].sort()).toEqual([...all].sort());
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
  await expectConsistent(page, Number(await year(page).getAttribute('min')));
  const start = { active: await count('active'), notYet: await count('not-yet') };
  expect(start.notYet).toBeGreaterThan(0);
  await page.keyboard.press('End');
  await expectConsistent(page, Number(await year(page).getAttribute('max')));
  expect(await count('not-yet')).toBe(0);
  expect(await count('active')).not.toBe(start.active);
  expect(await count('ended')).toBeGreaterThan(0);
});

/** Signs, their names, the list beside them, the sentence and the slider say the same, once all of them are written. */
async function expectConsistent(page: Page, expected: number) {
  await expect(summary(page)).toContainText(`${expected}: `);
  await expect(year(page)).toHaveValue(String(expected));
  await expect(async () => {
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
  }).toPass({ timeout: 5000 });
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

const chosen = (page: Page) => page.getByRole('group', { name: 'Choose groups' }).getByRole('status');
const visible = (page: Page) => page.locator('.map-control:visible');
const rows = (page: Page) => page.locator('.map-table tbody tr:visible');
const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });

test.describe('choosing groups', () => {
  test('by kind and state, in signs, table and sentence, and in the link', async ({ page, open }) => {
    await open('#/map?year=1985');
    const all = groupIds().length;
    await expect(chosen(page)).toHaveText(`${all} groups`);
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('grassroots');
    const kind = await page.locator('.map-control[data-kind="grassroots"]').count();
    expect(kind).toBeLessThan(all);
    await expect(visible(page)).toHaveCount(kind);
    await expect(rows(page)).toHaveCount(kind);
    await expect(chosen(page)).toHaveText(`${kind} of ${all} groups`);
    await expect(page).toHaveURL(/\?year=1985&kind=grassroots$/);
    // The sentence counts what is chosen.
    const active = await page.locator('.map-control:visible[data-activity="active"]').count();
    await expect(summary(page)).toContainText(`1985: ${active} group`);
    await page.getByRole('combobox', { name: 'State' }).selectOption('NY');
    await expect(page).toHaveURL(/&kind=grassroots&state=NY$/);
    const both = Number((await chosen(page).textContent())!.split(' ')[0]);
    expect(both).toBeLessThan(kind);
    await expect(visible(page)).toHaveCount(both);
    await expect(rows(page)).toHaveCount(both);
    for (const label of await visible(page).evaluateAll((them) => them.map((it) => it.getAttribute('aria-label')))) {
      expect(label).toMatch(/, NY\. Grassroots, /);
    }
    await page.reload();
    await expect(rows(page)).toHaveCount(both);
    await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('NY');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(visible(page)).toHaveCount(all);
    await expect(page).toHaveURL(/#\/map\?year=1985$/);
  });

  test('of which there are none leaves the table empty, from the beginning too', async ({ page, open }) => {
    await open('#/map?year=1985&kind=student&state=AL');
    await expect(chosen(page)).toContainText(/^(0|no)/i);
    await expect(rows(page)).toHaveCount(0);
    await page.getByRole('combobox', { name: 'State' }).selectOption('');
    await expect(rows(page)).not.toHaveCount(0);
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('');
    await expect(rows(page)).toHaveCount(groupIds().length);
  });

  test('taken back while rows still come, and none is lost', async ({ page, open }) => {
    await open('#/map?year=1985');
    const all = groupIds();
    await expect(rows(page)).toHaveCount(all.length);
    const before = await rows(page).evaluateAll((them) => them.map((it) => it.id));
    for (const frames of [1, 2, 3, 4]) {
      await page.evaluate(async (frames) => {
        const kind = document.getElementById('map-kind') as HTMLSelectElement;
        for (const value of ['student', '']) {
          kind.value = value;
          kind.dispatchEvent(new Event('change', { bubbles: true }));
          for (let frame = 0; frame < frames; frame += 1) await new Promise(requestAnimationFrame);
        }
      }, frames);
      await expect.poll(() => rows(page).evaluateAll((them) => them.map((it) => it.id)), `after ${frames} frames`).toEqual(before);
    }
  });

  test('founders and groups with people, by keyboard; arrows stay among what is chosen', async ({ page, open }) => {
    await open('#/map');
    await box(page, 'Founders of a union').focus();
    await page.keyboard.press('Space');
    await expect(chosen(page)).toContainText(' of ');
    const founders = Number((await chosen(page).textContent())!.split(' ')[0]);
    expect(founders).toBeGreaterThan(1);
    expect(founders).toBeLessThan(groupIds().length);
    await expect(visible(page)).toHaveCount(founders);
    await expect(page).toHaveURL(/founders=1/);
    await expect(page.locator('.map-control:visible[tabindex="0"]')).toHaveCount(1);
    await page.locator('.map-control:visible[tabindex="0"]').focus();
    const reached = new Set<string>();
    for (const key of ['Home', 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'End']) {
      await page.keyboard.press(key);
      const focused = page.locator('.map-control:focus');
      await expect(focused).toBeVisible();
      reached.add((await focused.getAttribute('id'))!);
    }
    expect(reached.size).toBeGreaterThan(1);
    await box(page, 'With people of this story').check();
    expect(await visible(page).count()).toBeLessThanOrEqual(founders);
  });
});

test('letters lead to a group or to its town', async ({ page, open }) => {
  await open('#/map');
  await tabToMap(page);
  const facts = await words(entry(page, `/map/${second}`).locator('.facts'));
  const town = facts.split(' · ')[1]!.split(',')[0]!;
  await page.keyboard.type(town.toLowerCase().replaceAll(' ', ''));
  const label = await page.locator('.map-control:focus').getAttribute('aria-label');
  expect(label!.toLowerCase()).toContain(town.split(' ')[0]!.toLowerCase());
});

test.describe('the table', () => {
  const first = (page: Page) => page.locator('.map-table tbody tr').first();

  test('is in the order of the column that is pressed, and back', async ({ page, open }) => {
    await open('#/map');
    const names = async () => (await page.locator('.map-table tbody a').allTextContents()).map((it) => it.toLowerCase());
    const head = page.getByRole('columnheader', { name: 'Group', exact: true });
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    // A long table is brought in order part by part.
    await expect.poll(async () => (await names()).length).toBe(groupIds().length);
    const up = (await names()).sort();
    await expect.poll(names).toEqual(up);
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(names).toEqual([...up].reverse());
    await expect(head.getByRole('button')).toBeFocused();
    await expect(page.locator('.map-table [aria-sort]:not([aria-sort="none"])')).toHaveCount(1);
  });

  test('keeps the focus in a row that moves', async ({ page, open }) => {
    await open('#/map?year=1985');
    await expect(rows(page)).toHaveCount(groupIds().length);
    // While rows still come to their places, one that stands in another's would be taken for it.
    const order = await rows(page).evaluateAll((them) => them.map((it) => it.querySelector('a')!.getAttribute('href')!));
    for (const place of [0, 2, 7]) {
      const href = order[place]!;
      await page.locator(`.map-table a[href="${href}"]`).focus();
      // By founding, and back; the press itself leaves the focus where it is.
      for (const end of ['descending', 'ascending']) {
        await page.evaluate(() => document.querySelector<HTMLElement>('[data-sort="2"]')!.click());
        await expect(page.locator('[data-column="2"]')).toHaveAttribute('aria-sort', end);
        const at = end === 'ascending' ? place : groupIds().length - 1 - place;
        await expect(rows(page).nth(at).getByRole('link')).toHaveAttribute('href', href);
        await expect(rows(page).nth(at).getByRole('link')).toBeFocused();
      }
    }
  });

  test('keeps it where only a few rows are left, and one of them is that row', async ({ page, open }) => {
    await open('#/map?year=1985&founders=1');
    await expect(chosen(page)).toContainText(' of ');
    const few = Number((await chosen(page).textContent())!.split(' ')[0]);
    await expect(rows(page)).toHaveCount(few);
    const last = await rows(page).last().getAttribute('id');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(rows(page)).toHaveCount(groupIds().length);
    // Among all it stands further down.
    expect(await rows(page).evaluateAll((them, id) => them.findIndex((it) => it.id === id), last)).toBeGreaterThan(few);
    const link = page.locator(`#${last} a`);
    await link.focus();
    // The choice itself leaves the focus where it is.
    await page.evaluate(() => document.getElementById('map-founders')!.click());
    await expect(rows(page)).toHaveCount(few);
    await expect(link).toBeFocused();
    // What is left over takes no place, and is not there for a screen reader either.
    const bodies = page.locator('.map-table tbody');
    await expect(bodies.and(page.locator(':visible'))).toHaveCount(Math.ceil(few / 5));
    await expect(page.locator('.map-table').getByRole('row')).toHaveCount(few + 1);
    // Nor do the bodies that only a story with many more groups has, which are longer.
    const more = await page.locator('.map-table').evaluate((table) => {
      const before = table.getBoundingClientRect().height;
      for (let added = 0; added < 20; added += 1) {
        const body = table.querySelector('tbody')!.cloneNode(true) as HTMLElement;
        body.setAttribute('data-left', '');
        table.append(body);
      }
      return table.getBoundingClientRect().height - before;
    });
    expect(more).toBe(0);
  });

  test('is spoken with kind, town, founding and state', async ({ page, open }) => {
    await open('#/map');
    await expect(page.getByRole('table', { name: 'Groups' })).toBeVisible();
    const row = first(page);
    await expect(row.getByRole('rowheader')).toContainText(', ');
    await expect(row.getByRole('cell')).toHaveCount(3);
    await expect(row.getByRole('cell').last()).toHaveText(new RegExp(STATES.join('|')));
  });
});

test.describe('the years', () => {
  test('go by when they are played, stop when asked, and are not said one by one', async ({ page, open }) => {
    await open('#/map?year=1980');
    const play = page.getByRole('button', { name: 'Play' });
    await play.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused();
    await expect(summary(page)).toHaveAttribute('aria-live', 'off');
    await expect(year(page)).toHaveValue('1982');
    await page.keyboard.press('Enter');
    await expect(play).toBeVisible();
    await expect(summary(page)).toHaveAttribute('aria-live', 'polite');
    await expect(page).toHaveURL(/year=1982/);
    await page.waitForTimeout(1500);
    await expect(year(page)).toHaveValue('1982');
  });

  test('stop at the last, and begin anew from there', async ({ page, open }) => {
    await page.clock.install();
    await open('#/map');
    await year(page).focus();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(year(page)).toHaveValue((await year(page).getAttribute('min'))!);
    await page.clock.runFor(1200 * 40);
    await expect(year(page)).toHaveValue((await year(page).getAttribute('max'))!);
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  });

  test('tell what happened in them', async ({ page, open }) => {
    await open('#/map?year=1974');
    await year(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect(shown(page).getByRole('heading', { name: 'In 1975' })).toBeVisible();
    await page.locator('.map-events a').first().click();
    await expect(page).toHaveURL(/#\/timeline\//);
  });
});

test.describe('larger and smaller', () => {
  const zoom = (page: Page) => page.locator('.map-frame').evaluate((it) => Number(getComputedStyle(it).getPropertyValue('--zoom')));
  const button = (page: Page, name: string) => page.getByRole('group', { name: 'Size of the map' }).getByRole('button', { name });

  test('by buttons, said, in the link, and whole again', async ({ page, open }) => {
    await open('#/map');
    await expect(button(page, 'Farther')).toBeDisabled();
    await button(page, 'Nearer').click();
    expect(await zoom(page)).toBeCloseTo(1.5, 2);
    await expect(page.locator('#announcement')).toHaveText('Map at 150 percent.');
    await expect(page).toHaveURL(/view=150,/);
    await page.reload();
    await expect.poll(() => zoom(page)).toBeCloseTo(1.5, 2);
    await button(page, 'Whole map').click();
    expect(await zoom(page)).toBe(1);
    await expect(page).not.toHaveURL(/view=/);
  });

  test('by keys, and the sign in focus stays in view', async ({ page, open }) => {
    await open('#/map');
    await tabToMap(page);
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('+');
    expect(await zoom(page)).toBeGreaterThan(4);
    for (const key of ['Home', 'ArrowLeft', 'ArrowLeft', 'End', 'ArrowDown', 'ArrowRight']) {
      await page.keyboard.press(key);
      const [sign, frame] = [await page.locator('.map-control:focus').boundingBox(), await page.locator('.map-frame').boundingBox()];
      expect(sign!.x, key).toBeGreaterThanOrEqual(frame!.x);
      expect(sign!.x + sign!.width, key).toBeLessThanOrEqual(frame!.x + frame!.width);
      expect(sign!.y, key).toBeGreaterThanOrEqual(frame!.y);
      expect(sign!.y + sign!.height, key).toBeLessThanOrEqual(frame!.y + frame!.height);
    }
    await page.keyboard.press('0');
    expect(await zoom(page)).toBe(1);
  });

  test('by the wheel with Ctrl alone: without it the page scrolls', async ({ page, open }) => {
    await open('#/map');
    const box = (await page.locator('.map-frame').boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + box.height - 30);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
    expect(await zoom(page)).toBe(1);
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(() => zoom(page)).toBeCloseTo(2, 1);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('dragged by the mouse when it is larger, and a sign is still pressed', async ({ page, open }) => {
    await open('#/map?view=300,300,300');
    const x = () => page.locator('.map-frame').evaluate((it) => Number(getComputedStyle(it).getPropertyValue('--x')));
    await expect.poll(() => zoom(page)).toBe(3);
    const before = await x();
    const frame = (await page.locator('.map-frame').boundingBox())!;
    await page.mouse.move(frame.x + 60, frame.y + 200);
    await page.mouse.down();
    await page.mouse.move(frame.x + 160, frame.y + 200, { steps: 4 });
    await page.mouse.up();
    expect(await x()).toBeLessThan(before);
    await expect(page).toHaveURL(/view=300,/);
    await open(`#/map?view=300,300,300`);
    await button(page, 'Fit').click();
    await visible(page).first().click();
    await expect(page.locator('.map-panel')).toBeVisible();
  });

  test('two fingers make it larger, one scrolls the page', async ({ page, open }) => {
    await open('#/map');
    const client = await page.context().newCDPSession(page);
    const frame = (await page.locator('.map-frame').boundingBox())!;
    const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: apart === undefined ? [] : [{ x: x - apart, y, id: 0 }, { x: x + apart, y, id: 1 }],
      });
    await touch('touchStart', 40);
    for (const apart of [50, 60, 70, 80]) await touch('touchMove', apart);
    await touch('touchEnd');
    await expect.poll(() => zoom(page)).toBeGreaterThan(1.5);
    expect(await page.locator('.map-frame').evaluate((it) => getComputedStyle(it).touchAction)).toBe('pan-x pan-y');
  });

  test.describe('by two fingers', () => {
    test.use({ hasTouch: true });

    type Finger = readonly [x: number, y: number];
    const place = (page: Page) =>
      page.locator('.map-frame').evaluate((it) => {
        const style = getComputedStyle(it);
        const [scale, x, y] = ['--zoom', '--x', '--y'].map((name) => Number(style.getPropertyValue(name))) as [number, number, number];
        return { scale, x, y };
      });

    /** Moves fingers over the screen, all at once, from places in the frame to others, in some steps. */
    async function move(page: Page, from: Finger[], to: Finger[]) {
      const client = await page.context().newCDPSession(page);
      const frame = (await page.locator('.map-frame').boundingBox())!;
      const steps = 6;
      for (let step = 0; step <= steps; step += 1) {
        const touchPoints = from.map((start, id) => {
          const [x, y] = [0, 1].map((side) => start[side]! + ((to[id]![side]! - start[side]!) * step) / steps) as [number, number];
          return { x: frame.x + x, y: frame.y + y, id };
        });
        await client.send('Input.dispatchTouchEvent', { type: step === 0 ? 'touchStart' : 'touchMove', touchPoints });
      }
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }

    test('it is moved as they move, and neither larger nor the page scrolled', async ({ page, open }) => {
      await open('#/map?view=300,300,300');
      await expect.poll(() => zoom(page)).toBe(3);
      const [before, frame] = [await place(page), (await page.locator('.map-frame').boundingBox())!];
      await move(page, [[200, 150], [300, 250]], [[140, 190], [240, 290]]);
      // What lay under a finger lies under it still.
      await expect.poll(async () => (await place(page)).x).toBeCloseTo(before.x + 60 / frame.width / 3, 2);
      await expect.poll(async () => (await place(page)).y).toBeCloseTo(before.y - 40 / frame.height / 3, 2);
      expect((await place(page)).scale).toBeCloseTo(3, 1);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await expect(page).not.toHaveURL(/view=300,300,300$/);
      await expect(page).toHaveURL(/view=\d+,\d+,\d+$/);
    });

    test('it is smaller as they come together, around what lies between them, and no smaller than whole', async ({ page, open }) => {
      await open('#/map?view=400,300,300');
      await expect.poll(() => zoom(page)).toBe(4);
      const frame = (await page.locator('.map-frame').boundingBox())!;
      const middle = [frame.width / 2, frame.height / 2] as const;
      const between = async () => {
        const { scale, x, y } = await place(page);
        return [x + 0.5 / scale, y + 0.5 / scale] as const;
      };
      const before = await between();
      const apart = (far: number): Finger[] => [[middle[0] - far, middle[1]], [middle[0] + far, middle[1]]];
      await move(page, apart(160), apart(80));
      await expect.poll(() => zoom(page)).toBeCloseTo(2, 1);
      const after = await between();
      expect(after[0]).toBeCloseTo(before[0], 1);
      expect(after[1]).toBeCloseTo(before[1], 1);
      await move(page, apart(200), apart(20));
      await expect.poll(() => place(page)).toEqual({ scale: 1, x: 0, y: 0 });
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });

    test('and one alone scrolls the page over it', async ({ page, open }) => {
      await open('#/map?view=300,300,300');
      await expect.poll(() => zoom(page)).toBe(3);
      const before = await place(page);
      const frame = (await page.locator('.map-frame').boundingBox())!;
      await move(page, [[frame.width / 2, 300]], [[frame.width / 2, 60]]);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
      expect(await place(page)).toEqual(before);
    });
  });

  test('fitted to the group that is open, which stays open', async ({ page, open }) => {
    await open('#/map');
    for (const group of [first, second, groupIds().at(-1)!]) {
      await control(page, group).click();
      await expect(await panel(page, group)).toBeVisible();
      await button(page, 'Fit').click();
      await expect.poll(() => zoom(page)).toBe(4);
      await expect(page).toHaveURL(new RegExp(`#/map/${group}\\?.*view=400,`));
      await expect(await panel(page, group)).toBeVisible();
      await expect(control(page, group)).toHaveAttribute('aria-expanded', 'true');
      // Its sign is in sight, though it may have to give way to others of its town.
      const frame = (await page.locator('.map-frame').boundingBox())!;
      await expect
        .poll(async () => {
          const sign = (await control(page, group).boundingBox())!;
          const [x, y] = [sign.x + sign.width / 2 - frame.x, sign.y + sign.height / 2 - frame.y];
          return x > 0 && x < frame.width && y > 0 && y < frame.height;
        })
        .toBe(true);
      await page.locator('.map-panel').getByRole('button', { name: 'Close' }).click();
      await expect(control(page, group)).toBeFocused();
      // What is shown stays as it is when the group closes.
      expect(await zoom(page)).toBe(4);
      await button(page, 'Whole map').click();
      await expect.poll(() => zoom(page)).toBe(1);
    }
  });

  test('fitted to what is chosen', async ({ page, open }) => {
    await open('#/map?state=CA');
    await button(page, 'Fit').click();
    expect(await zoom(page)).toBeGreaterThan(2);
    const frame = (await page.locator('.map-frame').boundingBox())!;
    for (const sign of await visible(page).all()) {
      const at = (await sign.boundingBox())!;
      expect(at.x).toBeGreaterThanOrEqual(frame.x);
      expect(at.x + at.width).toBeLessThanOrEqual(frame.x + frame.width);
    }
  });
});

test('lines between groups are drawn and told, only once both are there', async ({ page, open }) => {
  await open('#/map?year=1965');
  await box(page, 'Lines between groups').focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/ties=1/);
  const lines = () => page.locator('.map-land .tie-lines path').count();
  const told = () => page.locator('#map-tie-list a').count();
  const early = await lines();
  expect(await told()).toBe(early);
  await year(page).focus();
  await page.keyboard.press('End');
  await expect.poll(lines).toBeGreaterThan(early);
  await expect.poll(async () => (await told()) - (await lines())).toBe(0);
  await expect(page.locator('#map-tie-list')).toContainText('A founder of');
  // Kinds of ties differ by more than their colour.
  await expect(page.locator('.map-land .tie.founder').first()).toHaveCSS('stroke-dasharray', 'none');
  await expect(page.locator('.map-land .tie.heir').first()).not.toHaveCSS('stroke-dasharray', 'none');
  await page.locator('#map-tie-list a').first().click();
  await expect(page.locator('.map-panel')).toBeVisible();
  await box(page, 'Lines between groups').uncheck();
  await expect(page.locator('.map-land .tie-lines path')).toHaveCount(0);
});

test('Enter in a field of the map sends nothing and leads nowhere', async ({ page, open }) => {
  await open('#/map?year=1980');
  await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
  const fields = page.locator('#map-view form').locator('select, input:not([type="range"])');
  const count = await fields.count();
  expect(count).toBeGreaterThan(4);
  for (let at = 0; at < count; at += 1) {
    await fields.nth(at).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(fields.nth(at)).toBeFocused();
  }
  await expect(page.locator('html')).toHaveAttribute('data-kept', '');
  await expect(page).toHaveURL(/#\/map\?year=1980$/);
  await expect(rows(page)).toHaveCount(groupIds().length);
});

test('groups near a town or a state, without asking where the reader is', async ({ page, open, context }) => {
  await context.clearPermissions();
  await open('#/map');
  const field = page.getByRole('combobox', { name: 'Groups near' });
  await field.fill('ohio');
  await field.press('Enter');
  const near = page.locator('.map-near li');
  await expect(near).toHaveCount(5);
  await expect(near.first()).toContainText(/\d+ miles? \(\d+ km\)/);
  const miles = (await near.allTextContents()).map((it) => Number(it.match(/(\d+) mile/)?.[1] ?? 0));
  expect(miles).toEqual([...miles].sort((a, b) => a - b));
  await expect(page).toHaveURL(/near=ohio/);
  await page.reload();
  await expect(near).toHaveCount(5);
  await field.fill('Atlantis');
  await field.press('Enter');
  await expect(page.locator('#map-near')).toContainText('No town of a group and no state is called “Atlantis”');
});

test.describe('on paper', () => {
  for (const [name, what] of [['Print with names', 'map-names'], ['Print a blank map', 'map-blank']] as const) {
    test(`${name}: numbers, and what they stand for or lines to write it on`, async ({ page, open }) => {
      await page.addInitScript(() => {
        window.print = () => Object.assign(window, { printed: document.documentElement.getAttribute('data-print') });
      });
      await open('#/map?kind=student');
      await page.getByRole('button', { name }).click();
      expect(await page.evaluate('printed')).toBe(what);
      await page.emulateMedia({ media: 'print' });
      const numbers = await page.locator('.map-control:visible .map-number').allTextContents();
      expect(numbers.length).toBeGreaterThan(1);
      expect(await page.locator('.map-table tr:visible .map-number').allTextContents()).toEqual(numbers);
      await expect(page.locator('.map-frame')).toBeVisible();
      const told = page.locator('.map-table tr:visible a').first();
      if (what === 'map-names') await expect(told).toBeVisible();
      else await expect(told).toHaveCSS('visibility', 'hidden');
      await expect(page.locator('.map-zoom')).toBeHidden();
    });
  }

  test('a group that is open is printed in its place, and no other with it', async ({ page, open }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`#/map/${first}`);
    const details = await panel(page, first);
    await expect(details).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(details).toHaveCSS('position', 'static');
    await expect(entry(page, `/map/${second}`)).toBeHidden();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing when all of the map is in use, ${colorScheme}`, async ({ page, open, output }) => {
    test.skip(output !== 'site', 'does not differ by output');
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open('#/map?year=1975&kind=grassroots&ties=1&near=ohio&view=150,300,200');
    await expect(page.locator('.map-near li')).toHaveCount(5);
    expect(await faults(page)).toEqual([]);
  });
}

test('a row that is followed keeps what is chosen, and so does a sign that is pressed at once after a step', async ({ page, open }) => {
  await open('#/map?year=1980&kind=student&ties=1');
  // The map comes in a chunk of its own.
  await expect(rows(page).first()).toBeVisible();
  const count = await rows(page).count();
  await page.locator('.map-table a:visible').first().click();
  await expect(page.locator('.map-panel')).toBeVisible();
  await expect(page).toHaveURL(/#\/map\/[^?]+\?year=1980&kind=student&ties=1$/);
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(count);
  await page.evaluate(() => {
    document.getElementById('map-on')!.click();
    document.querySelector<HTMLElement>('.map-control:not(li[hidden] *)')!.click();
  });
  await expect(page.locator('.map-panel')).toBeVisible();
  await expect(year(page)).toHaveValue('1981');
  await expect(page).toHaveURL(/\?year=1981&kind=student&ties=1$/);
});

test('a group that an account speaks of opens beside the account, not in its place', async ({ page, open }) => {
  const speaks = groupIds().map((id) => `[id="/map/${id}"] a.ref-entity[href^="#/map/"]`).join(', ');
  await open('#/map');
  const id = await page.locator(speaks).first().evaluate((it) => it.closest('[id^="/map/"]')!.id);
  await open(`#${id}`);
  await page.locator('.map-panel a.ref-entity[href^="#/map/"]').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
});

test.describe('where there is no room for all', () => {
  /** Makes the map as small as a stamp; the real ones have room for the groups of this story. */
  async function shrink(page: Page) {
    await expect(controls(page)).toHaveCount(groupIds().length);
    await page.addStyleTag({ content: '.map-frame { inline-size: 150px; }' });
    await expect(page.locator('.map-control[data-crowd]').first()).toBeVisible();
    // Signs come and go over some frames: when each group is counted once, all have.
    await expect.poll(async () => (await counts(page)).reduce((sum, it) => sum + it, 0)).toBe(groupIds().length);
  }

  /** How many groups each sign stands for. */
  const counts = (page: Page) =>
    controls(page).evaluateAll((all) => all.map((it) => Number((it as HTMLElement).dataset.crowd ?? 1)));

  test('groups are drawn as one, which says how many, and none is lost', async ({ page, open, output }) => {
    await open('#/map?year=1974');
    await shrink(page);
    await expect.poll(() => overlaps(page)).toEqual([]);
    expect((await counts(page)).length).toBeLessThan(groupIds().length);
    for (const name of await page.locator('.map-control[data-crowd]').evaluateAll((all) => all.map((it) => it.ariaLabel))) {
      expect(name).toMatch(/^\d+ groups around .+, \d+ of them active\. Press to draw them nearer\.$/);
    }
    // The table still has each of them.
    await expect(rows(page)).toHaveCount(groupIds().length);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    if (output === 'site') expect(await faults(page)).toEqual([]);
  });

  test('each is reached by arrows, parted by Enter, and opened when it stands alone', async ({ page, open }) => {
    await open('#/map?year=1974');
    await shrink(page);
    const start = page.locator('.map-control[tabindex="0"]');
    await start.focus();
    const reached = new Set<string>();
    reached.add((await start.getAttribute('id'))!);
    for (const from of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        await page.locator(`[id="${from}"]`).focus();
        await page.keyboard.press(key);
        await expect(page.locator('.map-control:focus')).toHaveCount(1);
        reached.add((await page.locator('.map-control:focus').getAttribute('id'))!);
      }
    }
    expect(reached.size).toBe(await controls(page).count());

    const crowd = page.locator('.map-control[data-crowd]').first();
    await crowd.focus();
    const presses = [];
    // A town's groups are parted only when the map is as large as it gets.
    while (await page.locator('.map-panel').isHidden()) {
      expect(presses.length).toBeLessThan(8);
      await expect(page.locator('.map-control:focus')).toHaveCount(1);
      presses.push(await page.locator('.map-control:focus').getAttribute('data-crowd'));
      const url = page.url();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.url()).not.toBe(url);
    }
    expect(presses.length).toBeGreaterThan(1);
    expect(presses.at(-1)).toBeNull();
    await page.keyboard.press('Escape');
    await expect(page.locator('.map-control:focus')).toHaveCount(1);
  });

  test('letters lead to a group that stands for its crowd', async ({ page, open }) => {
    await open('#/map?year=1974');
    await shrink(page);
    const drawn = new Set(await controls(page).evaluateAll((all) => all.map((it) => it.id.replace('sign-', ''))));
    const away = groupIds().find((id) => !drawn.has(id))!;
    const town = (await page.locator(`#row-${away} td`).first().textContent())!.split(',')[0]!;
    await page.locator('.map-control[tabindex="0"]').focus();
    await page.keyboard.type(town.toLowerCase().replaceAll(' ', ''));
    await expect(page.locator('.map-control:focus')).toHaveAttribute('aria-label', new RegExp(town.split(' ')[0]!));
  });
});
