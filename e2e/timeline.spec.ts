// The timeline: events by year, the choice among them, and emigration as a chart.
import { expect, test } from './support/test.ts';
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { SCREENS } from './support/screens.ts';
import { entry, evidence, groupIds, shown, withEvidence } from './support/story.ts';
import type { Page } from '@playwright/test';

/** Themes and place of each event, as the page carries them. */
const EVENTS = [...evidence().matchAll(/<li data-themes="([^"]*)"(?: data-place="([^"]*)")?[^>]*><article id="\/timeline\/([^"]+)"/g)].map(
  ([, themes = '', place = '', id = '']) => ({ id, themes: themes.split(' '), place }),
);
const [theme = ''] = EVENTS.at(0)!.themes;
const withTheme = EVENTS.filter((it) => it.themes.includes(theme));

const events = (page: Page) => shown(page).locator('.timeline > li:visible');
const status = (page: Page) => shown(page).getByRole('status');
const choice = (page: Page, name: string) => shown(page).getByRole('combobox', { name });

test('every event stands below its year, in order', async ({ page, open }) => {
  await open('#/timeline');
  await expect(events(page)).toHaveCount(EVENTS.length);
  await expect(status(page)).toHaveText(`${EVENTS.length} events`);
  const years = await shown(page).locator('.year').allTextContents();
  expect(years.length).toBeGreaterThan(1);
  expect(years).toEqual([...new Set(years)].sort());
  await expect(shown(page).getByRole('heading', { level: 2, name: years[0]!, exact: true })).toBeVisible();
});

test('a theme and a place choose events, and stand in the address', async ({ page, open }) => {
  await open('#/timeline');
  await choice(page, 'Theme').selectOption(theme);
  await expect(events(page)).toHaveCount(withTheme.length);
  await expect(status(page)).toHaveText(`${withTheme.length} of ${EVENTS.length} events`);
  await expect(page).toHaveURL(new RegExp(`#/timeline\\?theme=${theme}$`));
  const place = withTheme.find((it) => it.place)!.place;
  await choice(page, 'Place').selectOption(place);
  await expect(page).toHaveURL(new RegExp(`#/timeline\\?theme=${theme}&place=${place}$`));
  const both = withTheme.filter((it) => it.place === place || it.place.endsWith(`-${place}`));
  await expect(events(page)).toHaveCount(both.length);
  // Years without an event that is chosen are not there either.
  await expect(shown(page).locator('.years > li:visible:not(:has(.timeline > li:visible))')).toHaveCount(0);
  await page.reload();
  await expect(events(page)).toHaveCount(both.length);
  await expect(choice(page, 'Theme')).toHaveValue(theme);
  await shown(page).getByRole('button', { name: 'Show all' }).click();
  await expect(events(page)).toHaveCount(EVENTS.length);
  await expect(page).toHaveURL(/#\/timeline$/);
  await expect(choice(page, 'Place')).toHaveValue('');
});

test('events are chosen by keyboard alone', async ({ page, open }) => {
  await open('#/timeline');
  await expect(events(page)).toHaveCount(EVENTS.length);
  await tabTo(page, choice(page, 'Theme'));
  await page.keyboard.press('ArrowDown');
  await expect(status(page)).toHaveText(/^\d+ of \d+ events$/);
  await expect(choice(page, 'Theme')).toBeFocused();
  await tabTo(page, shown(page).getByRole('button', { name: 'Show all' }), 3);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(`${EVENTS.length} events`);
  await expect(shown(page).getByRole('button', { name: 'Show all' })).toBeFocused();
});

test('an address that names no theme of the story shows everything', async ({ page, open }) => {
  await open('#/timeline?theme=nothing-like-it&place=%22%5D');
  await expect(events(page)).toHaveCount(EVENTS.length);
});

test('the controls are spoken as what they are', async ({ page, open }) => {
  await open('#/timeline');
  await expect(shown(page).getByRole('group', { name: 'Choose events' })).toMatchAriaSnapshot(`
    - group "Choose events":
      - combobox "Theme":
        - option "All themes" [selected]
      - combobox "Place":
        - option "All places" [selected]
      - button "Show all"
      - status: /\\d+ events/
  `);
});

test('an event leads to the story and to the map in its year', async ({ page, open }) => {
  await open('#/timeline');
  const year = shown(page).locator('.connections a[href^="#/map?year="]').first();
  const href = (await year.getAttribute('href'))!;
  await year.click();
  await expect(page).toHaveURL(new RegExp(`${href.replace('?', '\\?')}$`));
  await expect(page.getByRole('slider', { name: 'Year' })).toHaveValue(href.split('=')[1]!);
  await page.goBack();
  await shown(page).locator('.connections a[href^="#/read/"]').first().click();
  await expect(page.locator('.arrived')).toBeVisible();
});

test('people, groups, terms and events say where the story speaks of them', async ({ page, open }) => {
  for (const list of ['people', 'map', 'glossary', 'timeline']) {
    await open(`#/${list}`);
    await withEvidence(page);
    const links = entry(page, `/${list}`).locator('.entry .connections a[href^="#/read/"]');
    await expect(links.first()).toBeAttached();
    const lost = await links.evaluateAll((all) =>
      all.map((it) => it.getAttribute('href')!.slice(1)).filter((it) => !document.getElementById(it)),
    );
    expect(lost).toEqual([]);
  }
});

test('a group’s panel on the map says so too, as soon as the evidence has come', async ({ page, open }) => {
  const [group] = groupIds();
  await open(`#/map/${group}`);
  await expect(page.locator('.map-panel .connections a').first()).toBeVisible();
  await expect(page.locator('.map-panel .connections')).toHaveCount(1);
});

test('a person of the text opens in place, and the window is named after them on their own page', async ({ page, open }) => {
  await open('#/people');
  const person = shown(page).locator('.entry').first();
  await expect(person).toBeVisible();
  const [id, name] = [await person.getAttribute('id'), await person.locator('h2').textContent()];
  await open(`#${id}`);
  await expect(page).toHaveTitle(new RegExp(`^${name} · `));
  await expect(entry(page, id!)).toBeInViewport();
});

test('the chart tells in words what it draws, and what happened then', async ({ page, open }) => {
  await open('#/timeline');
  const chart = shown(page).getByRole('img', { name: /^Bar chart: / });
  await expect(chart).toHaveAccessibleDescription(/^Most left in \d{4} \(.+\), fewest in \d{4} \(.+\)\. The figures go .+\. Doubtful: /);
  const years = await shown(page).locator('.emigration tbody th').allTextContents();
  await expect(chart.locator('rect')).toHaveCount(years.length);
  await expect(chart.locator('rect.doubtful')).toHaveCount(await shown(page).locator('tr.doubtful').count());
  await expect(shown(page).getByRole('heading', { name: 'What happened when the figures turned' })).toBeVisible();
  const link = chart.locator('xpath=following::dl[1]').locator('a').first();
  await link.click();
  await expect(page.locator('.arrived')).toBeInViewport();
});

for (const { name, colorScheme, ...viewport } of SCREENS) {
  test(`the chart is legible and within the page: ${name}`, async ({ page, open }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await open('#/timeline');
    const out = await shown(page).locator('.chart svg').evaluate((svg) => {
      const right = svg.getBoundingClientRect().right;
      return [...svg.querySelectorAll('text')]
        .filter((it) => it.getBoundingClientRect().right > right + 1 || it.getBoundingClientRect().height < 12)
        .map((it) => it.textContent);
    });
    expect(out).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('nothing is scrolled sideways at 320 px, nor lost in forced colours', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ forcedColors: 'active' });
  await open('#/timeline');
  await expect(events(page).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const rect = shown(page).locator('.chart rect').first();
  const drawn = await rect.evaluate((it) => [getComputedStyle(it).stroke, getComputedStyle(document.body).backgroundColor]);
  expect(drawn[0]).not.toBe(drawn[1]);
});

test('the timeline prints as it is chosen, without its controls', async ({ page, open }) => {
  await open(`#/timeline?theme=${theme}`);
  await expect(events(page)).toHaveCount(withTheme.length);
  await page.emulateMedia({ media: 'print' });
  await expect(events(page)).toHaveCount(withTheme.length);
  await expect(choice(page, 'Theme')).toBeHidden();
  await expect(status(page)).toBeVisible();
});

test('axe finds nothing in what is chosen', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  await open(`#/timeline?theme=${theme}`);
  await expect(events(page)).toHaveCount(withTheme.length);
  expect(await faults(page)).toEqual([]);
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('the timeline is a plain list in the file of the evidence', async ({ page, address, output }) => {
    test.skip(output === 'file', 'one file alone can’t lead to another');
    await page.goto(`${address}evidence.html#/timeline`);
    await expect(entry(page, `/timeline/${EVENTS[0]!.id}`)).toBeVisible();
    await expect(page.locator('.years .timeline > li')).toHaveCount(EVENTS.length);
    await expect(page.locator('#choose-events')).toBeHidden();
    await expect(page.getByRole('img', { name: /^Bar chart: / })).toBeVisible();
  });
});
