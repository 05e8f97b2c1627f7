// Takes the pictures in docs/screenshots/, with the story as it stands, and draws public/icon.png.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fillIn, number } from './support/paper.ts';
import { DIST, expect, test } from './support/test.ts';
import { chapterIds, claimIds, groupIds, passageAddresses, questions, shown, withEvidence } from './support/story.ts';
import type { Page } from '@playwright/test';

const FOLDER = resolve(DIST, '../docs/screenshots');
const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1280, height: 800 };
const PROJECTOR = { width: 1920, height: 1080 };

const chapters = chapterIds();
/** A passage in the middle of the story, where groups are at work. */
const passage = passageAddresses().filter((it) => it.startsWith(`${chapters[3]}/`))[1] ?? passageAddresses()[0]!;

const scrolledTo = (address: string) => async (page: Page) => {
  await page.evaluate((id) => document.getElementById(id)!.scrollIntoView(), address);
};

/** A picture: its name, what it is of, and how to come there. */
const PICTURES: {
  name: string;
  hash: string;
  size: { width: number; height: number };
  dark?: boolean;
  act?: (page: Page) => Promise<unknown>;
}[] = [
  { name: 'front-page-laptop', hash: '#/', size: LAPTOP },
  { name: 'front-page-phone-dark', hash: '#/', size: PHONE, dark: true },
  { name: 'chapter-laptop', hash: `#/read/${chapters[1]}`, size: LAPTOP },
  { name: 'stage-laptop', hash: `#/read/${passage}`, size: LAPTOP, act: scrolledTo(`/read/${passage}`) },
  {
    name: 'stage-year-projector-dark',
    hash: `#/read/${passage}`,
    size: PROJECTOR,
    dark: true,
    act: (page) => page.getByRole('region', { name: 'Where and when' }).getByRole('slider').fill('1974'),
  },
  { name: 'stage-phone', hash: `#/read/${passage}`, size: PHONE, act: (page) => page.locator('.stage summary').click() },
  {
    name: 'claim-laptop',
    hash: `#/read/${passage}`,
    size: LAPTOP,
    act: async (page) => {
      await withEvidence(page);
      await shown(page).locator('.full a.ref-claim.disputed').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'easy-words-phone', hash: `#/read/${chapters[1]}`, size: PHONE, act: (page) => easyWords(page) },
  { name: 'map-laptop', hash: `#/map/${groupIds()[0]}?year=1974`, size: LAPTOP },
  { name: 'map-lines-laptop', hash: '#/map?year=1975&ties=1', size: LAPTOP },
  { name: 'map-zoomed-projector-dark', hash: '#/map?year=1975&view=300,600,200', size: PROJECTOR, dark: true },
  { name: 'map-phone', hash: '#/map?year=1975&kind=grassroots', size: PHONE },
  { name: 'find-on-map-phone-dark', hash: `#/quiz?item=${questions('find-on-map')[0]!.id}`, size: PHONE, dark: true },
  { name: 'claims-laptop-dark', hash: `#/claims/${claimIds()[0]}`, size: LAPTOP, dark: true },
  {
    name: 'search-laptop',
    hash: '#/search?q=council',
    size: LAPTOP,
    act: async (page) => {
      await withEvidence(page);
      await expect(page.locator('#search-results mark').first()).toBeVisible();
    },
  },
  { name: 'mark-phone', hash: `#/read/${passage}`, size: PHONE, act: (page) => markDialog(page) },
  {
    name: 'notes-laptop-dark',
    hash: `#/read/${passage}`,
    size: LAPTOP,
    dark: true,
    act: async (page) => {
      await markDialog(page);
      await page.getByRole('textbox').fill('Ask about this in class.');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.evaluate(() => (location.hash = '#/notes'));
      await expect(shown(page).getByText('Ask about this in class.')).toBeVisible();
    },
  },
  { name: 'settings-laptop', hash: '#/settings', size: LAPTOP },
  { name: 'settings-phone-contrast', hash: '#/settings', size: PHONE, act: (page) => page.getByRole('radio', { name: 'High contrast' }).check() },
  { name: 'timeline-projector', hash: '#/timeline', size: PROJECTOR, act: withEvidence },
  { name: 'timeline-phone-dark', hash: '#/timeline', size: PHONE, dark: true, act: below('.years > li:nth-child(3)') },
  { name: 'emigration-laptop', hash: '#/timeline', size: LAPTOP, act: below('.chart') },
  {
    name: 'cite-laptop',
    hash: '#/sources',
    size: LAPTOP,
    act: async (page) => {
      await withEvidence(page);
      await shown(page).getByText('Cite', { exact: true }).first().click();
    },
  },
  { name: 'quiz-phone', hash: `#/quiz?item=${questions('choose-one')[0]!.id}`, size: PHONE },
  { name: 'estimate-laptop', hash: `#/quiz?item=${questions('estimate')[0]!.id}`, size: LAPTOP, act: estimated },
  { name: 'weigh-phone-dark', hash: `#/quiz?item=${questions('weigh-sources')[0]!.id}`, size: PHONE, dark: true },
  { name: 'paper-laptop', hash: '#/quiz/paper', size: LAPTOP, act: (page) => paper(page) },
  { name: 'result-phone', hash: '#/quiz/paper', size: PHONE, act: handedIn },
  { name: 'desk-projector-dark', hash: '#/quiz/paper', size: PROJECTOR, dark: true, act: desk },
];

async function estimated(page: Page) {
  const figures = page.locator('.figures input');
  await expect(figures.first()).toBeVisible();
  for (const [at, input] of (await figures.all()).entries()) await input.fill(String(2000 + at * 4500));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.locator('.prompt').evaluate((it) => it.scrollIntoView());
}

/** Makes a paper, always the same. */
async function paper(page: Page) {
  await page.evaluate(() => (Math.random = () => 0.5));
  await fillIn(page, 8, ['choose one', 'choose several']);
}

async function handedIn(page: Page) {
  await paper(page);
  for (let at = 0; at < 8; at += 1) {
    await number(page, at).click();
    await page.locator('.options input').nth(at % 3).check();
    await page.locator('.how-sure input').nth(at % 3).check();
  }
  await page.getByRole('button', { name: 'Hand in the paper' }).click();
  await page.locator('#item-heading').evaluate((it) => it.scrollIntoView());
}

async function desk(page: Page) {
  await handedIn(page);
  const codes = [];
  for (const who of ['12', 'Ana', '7']) {
    await page.getByRole('textbox', { name: /^Your number/ }).fill(who);
    await page.getByRole('button', { name: 'Make the code' }).click();
    codes.push(`${await page.locator('#result-code').inputValue()}`);
  }
  await page.getByRole('link', { name: 'Class desk' }).click();
  await page.getByRole('textbox', { name: 'Codes of your class' }).fill(['Good morning', ...codes].join('\n'));
  await page.getByRole('button', { name: 'Read the codes' }).click();
  await page.locator('#desk-summary').evaluate((it) => it.scrollIntoView());
}

/** Scrolls to what comes with the evidence. */
function below(selector: string) {
  return async (page: Page) => {
    await withEvidence(page);
    await shown(page).locator(selector).evaluate((it) => it.scrollIntoView());
  };
}

async function markDialog(page: Page) {
  await shown(page).locator(`[id="/read/${passage}"] .mark`).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function easyWords(page: Page) {
  await page.getByRole('switch', { name: 'Easier words' }).focus();
  await page.keyboard.press('Space');
  await page.mouse.wheel(0, 500);
}

for (const { name, hash, size, dark, act } of PICTURES) {
  test(name, async ({ page, open }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await open(hash);
    await page.evaluate(() => document.fonts.ready);
    await act?.(page);
    // What is drawn late, such as a map that has just learned its width, is drawn by then.
    await page.waitForTimeout(300);
    await page.screenshot({ path: resolve(FOLDER, `${name}.png`) });
  });
}

test('icon', async ({ page }) => {
  const folder = resolve(DIST, '../public');
  await page.setViewportSize({ width: 180, height: 180 });
  await page.setContent(`<body style="margin:0">${readFileSync(resolve(folder, 'icon.svg'), 'utf8')}</body>`);
  await page.screenshot({ path: resolve(folder, 'icon.png') });
});
