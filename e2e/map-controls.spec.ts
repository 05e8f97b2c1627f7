// What moves the map without dragging it, and what happened in the year that an address names.
import { expect, test } from './support/test.ts';
import { shown, withEvidence } from './support/story.ts';
import type { Locator, Page } from '@playwright/test';

/** Left and top of what is shown, in thousandths of the map. */
async function corner(page: Page): Promise<[number, number]> {
  const style = (await page.locator('.map-frame').getAttribute('style')) ?? '';
  const part = (name: string) => Math.round(1000 * Number(new RegExp(`--${name}: ([\\d.]+)`).exec(style)![1]));
  return [part('x'), part('y')];
}

/**
 * Where the middle of the slider's thumb is in a year, in pixels from the left of the window: a thumb is some 16 pixels
 * wide, and its middle goes along.
 */
async function thumbAt(slider: Locator, year: number): Promise<number> {
  const [least, most, rtl] = await slider.evaluate(
    (it: HTMLInputElement) => [Number(it.min), Number(it.max), getComputedStyle(it).direction === 'rtl'] as const,
  );
  const { x, width } = (await slider.boundingBox())!;
  const along = (year - least) / (most - least);
  return x + 8 + (rtl ? 1 - along : along) * (width - 16);
}

const pans = (page: Page) => page.getByRole('group', { name: 'Move the map' });

test('a map that is larger than its frame is moved by buttons, as far as it goes', async ({ page, open }) => {
  await open('#/map');
  await expect(page.locator('.map-control').first()).toBeVisible();
  await expect(pans(page)).toBeHidden();
  await page.getByRole('button', { name: 'Nearer' }).click();
  await expect(pans(page)).toBeVisible();
  const [x, y] = await corner(page);
  await pans(page).getByRole('button', { name: 'To the right' }).click();
  await expect.poll(() => corner(page)).toEqual([expect.any(Number), y]);
  expect((await corner(page))[0]).toBeGreaterThan(x);
  await pans(page).getByRole('button', { name: 'To the left' }).click();
  await expect.poll(() => corner(page)).toEqual([x, y]);
  await pans(page).getByRole('button', { name: 'Down' }).click();
  await expect.poll(async () => (await corner(page))[1]).toBeGreaterThan(y);
  for (let times = 0; times < 6; times += 1) await pans(page).getByRole('button', { name: 'Up' }).click();
  await expect.poll(() => corner(page)).toEqual([x, 0]);
  // The address tells it, and so does the page that is opened from it.
  await expect(page).toHaveURL(new RegExp(`view=150,${x},0`));
  await page.getByRole('button', { name: 'Whole map' }).click();
  await expect(pans(page)).toBeHidden();
});

test('Shift with an arrow key moves the map, and the focus stays', async ({ page, open }) => {
  await open('#/map');
  await expect(page.locator('.map-control').first()).toBeVisible();
  await shown(page).getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Tab');
  const focused = page.locator('.map-control:focus');
  const id = await focused.getAttribute('id');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const before = await corner(page);
  // Away from the side at which it stands already.
  const [key, back] = before[0] > 300 ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  await page.keyboard.press(`Shift+${key}`);
  await expect.poll(() => corner(page)).not.toEqual(before);
  expect(await focused.getAttribute('id')).toBe(id);
  await page.keyboard.press(`Shift+${back}`);
  await expect.poll(() => corner(page)).toEqual(before);
});

test('an address with a year tells what happened in it, and marks show where much did', async ({ page, open }) => {
  await open('#/map?year=1971');
  const events = page.locator('#map-events');
  await expect(events.getByRole('heading')).toHaveText('In 1971');
  await withEvidence(page);
  const years = await page.locator('#later-timeline .years > li').evaluateAll((all) =>
    all.map((it) => [it.querySelector('.year')!.textContent, it.querySelectorAll('.entry').length] as const),
  );
  const slider = page.getByRole('slider', { name: 'Year' });
  const [least = 0, most = 0] = await slider.evaluate((it: HTMLInputElement) => [Number(it.min), Number(it.max)]);
  const told = years.filter(([year]) => Number(year) >= least && Number(year) <= most);
  const marks = page.locator('.year-marks i');
  await expect(marks).toHaveCount(told.length);
  await expect(events.getByRole('link')).toHaveCount(years.find(([year]) => year === '1971')![1]);
  // Each stands above the place at which the slider has its year.
  for (const [at, [year]] of told.entries()) {
    const mark = (await marks.nth(at).boundingBox())!;
    expect(Math.abs(mark.x + mark.width / 2 - (await thumbAt(slider, Number(year))))).toBeLessThan(2);
  }
});

test('below the slider stands how many left in each year, as bars and for the year in words', async ({ page, open }) => {
  await open('#/timeline');
  await withEvidence(page);
  const rows = await page.locator('.emigration tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      year: row.querySelector('th')!.textContent!,
      people: row.querySelector('td a')!.textContent!,
      doubtful: row.classList.contains('doubtful'),
    })),
  );
  expect(rows.length).toBeGreaterThan(20);
  await open('#/map?year=1963');
  const told = page.locator('p', { has: page.locator('#map-people') });
  await expect(told).toContainText('no figure for 1963');
  await expect(told.getByRole('link')).toHaveAttribute('href', '#/timeline');
  const strip = page.locator('.year-people');
  await expect(strip.locator('[d*="h6v"]')).toHaveCount(rows.length);
  await expect(strip.locator('.sure')).toHaveCount(rows.filter((row) => !row.doubtful).length);
  const slider = page.getByRole('slider', { name: 'Year' });
  for (const [width, direction] of [[1280, 'ltr'], [390, 'ltr'], [320, 'ltr'], [1280, 'rtl']] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), direction);
    for (const { year, people, doubtful } of [rows[0]!, ...rows.filter((row) => row.doubtful).slice(0, 1), rows.at(-1)!]) {
      await slider.fill(year);
      await expect(told).toContainText(`${people} in ${year}${doubtful ? ' (doubtful)' : ''}.`);
      const [track, now, bars] = await Promise.all([slider.boundingBox(), strip.locator('.now').boundingBox(), strip.boundingBox()]);
      const thumb = await thumbAt(slider, Number(year));
      expect(Math.abs(now!.x + now!.width / 2 - thumb), `${year} at ${width} px, ${direction}`).toBeLessThan(2);
      expect(bars!.y, 'below the slider').toBeGreaterThanOrEqual(track!.y + track!.height - 1);
    }
  }
});
