// How we know: the evidence comes after the story, and is there when it is wanted.
import { expect, test } from './support/test.ts';
import { addressOf, chapterIds, claimIds, entry, evidenceCame, holdEvidence, questions, shown, withEvidence, words } from './support/story.ts';
import type { Page } from '@playwright/test';

const [, chapter = ''] = chapterIds();
const [claim = ''] = claimIds();
const reference = (page: Page) => shown(page).locator('.full a.ref-claim').first();
const dialog = (page: Page) => page.getByRole('dialog');

test('the first claim opens in place, though its evidence had not come yet', async ({ page, open }) => {
  await open(`#/read/${chapter}`);
  await expect(page.locator('#later-claims > *')).toHaveCount(0);
  // By keyboard, so that no pointer announces what will be wanted.
  await reference(page).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).locator('.citations').first()).toBeVisible();
  await expect(dialog(page).getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reference(page)).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('data-page', `read/${chapter}`);
});

test('an address of a claim shows it, though the evidence comes later', async ({ page, open }) => {
  const last = claimIds().at(-1)!;
  await open(`#/claims/${last}`);
  await evidenceCame(page);
  await expect(entry(page, `/claims/${last}`)).toBeInViewport();
  await expect(page).toHaveTitle(`${await words(entry(page, `/claims/${last}`).locator('h3'))} · Open the Gates`);
  await expect(shown(page).locator('.later-waiting')).toBeHidden();
});

test('the name of a claim’s link says what it opens, and whether sources differ', async ({ page, open }) => {
  await open();
  for (const [kind, spoken] of [
    ['.ref-claim:not(.disputed)', '(How do we know?)'],
    ['.ref-claim.disputed', '(Sources differ)'],
  ] as const) {
    const { id, at } = await page.evaluate((kind) => {
      const link = document.querySelector(`.full a${kind}`)!;
      const page = link.closest('.page')!;
      const all = [...page.querySelectorAll(`.full a${kind}`)];
      return { id: page.getAttribute('data-page')!, at: all.indexOf(link) };
    }, kind);
    await open(`#/${id}`);
    const text = (await shown(page).locator(`.full a${kind}`).nth(at).textContent()) ?? '';
    // What the browser itself computes for assistive technology.
    const session = await page.context().newCDPSession(page);
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
      nodes: { role?: { value?: string }; name?: { value?: string } }[];
    };
    const names = nodes.filter((node) => node.role?.value === 'link').map((node) => node.name?.value ?? '');
    expect(names.some((it) => it.includes(text) && it.includes(spoken)), `${text} ${spoken}`).toBe(true);
  }
});

test.describe('where the evidence does not come', () => {
  test.use({ allowed: [/(evidence\.html|questions\.txt)|Failed to fetch|ERR_FAILED/] });
  test.skip(({ output }) => output === 'file', 'the single file carries its evidence');

  test('who goes elsewhere meanwhile is left in peace', async ({ page, open, context }) => {
    const release = await holdEvidence(context);
    await open(`#/read/${chapter}`);
    await reference(page).click();
    await expect(page.locator('[data-waiting]')).toHaveCount(1);
    await expect(page.locator('#announcement')).toHaveText('The evidence is coming.');
    await page.locator('[data-nav="map"]').click();
    await expect(page.locator('[data-waiting]')).toHaveCount(0);
    release();
    await expect(page.locator('#later-claims > *').first()).toBeAttached();
    await expect(dialog(page)).toBeHidden();
    await expect(page.locator('html')).toHaveAttribute('data-page', 'map');
  });

  test('a second click on a claim that does not come leads to its page', async ({ page, open, context }) => {
    await context.route('**/evidence.html?*', () => {});
    await open(`#/read/${chapter}`);
    await reference(page).click();
    await reference(page).click();
    await expect(page.locator('html')).toHaveAttribute('data-page', 'claims');
    await expect(shown(page).getByText('The evidence comes after the story')).toBeVisible();
    await context.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('a claim leads to a page that says so, and a second try brings it', async ({ page, open, context }) => {
    await context.route('**/evidence.html?*', (route) => route.abort());
    await open(`#/read/${chapter}`);
    const href = (await reference(page).getAttribute('href')) ?? '';
    await reference(page).click();
    await expect(page.locator('html')).toHaveAttribute('data-page', 'claims');
    await expect(page).toHaveURL(new RegExp(`#${addressOf(href)}$`));
    await expect(shown(page).getByText('The evidence comes after the story')).toBeVisible();
    await expect(shown(page).getByRole('link', { name: 'open it by itself.' })).toHaveAttribute('href', 'evidence.html');
    await shown(page).getByRole('link', { name: 'open it by itself.' }).click();
    await expect(page).toHaveURL(/evidence\.html$/);
    await page.waitForLoadState();
    await expect(entry(page, addressOf(href))).toBeVisible();
    await page.goBack();
    await context.unroute('**/evidence.html?*');
    await page.goBack();
    await reference(page).click();
    await expect(dialog(page).locator('.citations').first()).toBeVisible();
  });

  test('a quiz without its questions says so, and has them on a second try', async ({ page, open, context }) => {
    await context.route('**/questions.txt?*', (route) => route.abort());
    await open('#/quiz');
    await expect(shown(page).getByText('The questions come after the story, and have not come yet.')).toBeVisible();
    await context.unroute('**/questions.txt?*');
    await page.locator('[data-nav="map"]').click();
    await page.locator('[data-nav="quiz"]').click();
    await expect(shown(page).locator('form.item, #quiz-view button, #quiz-view a').first()).toBeVisible();
    await expect(shown(page).getByText('have not come yet')).toBeHidden();
  });

  test('questions are saved without the names of sources, which is said', async ({ page, open, context }) => {
    await context.route('**/evidence.html?*', (route) => route.abort());
    await open('#/quiz/desk');
    await page.getByText('Questions for a learning platform').click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the questions' }).click();
    await download;
    await expect(page.getByText('Names of sources could not be loaded, and are not in the file.')).toBeVisible();
    await context.unroute('**/evidence.html?*');
    const again = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the questions' }).click();
    await again;
    await expect(page.getByText('Names of sources could not be loaded')).toHaveCount(0);
  });
});

test('the evidence file sends readers with scripts to the page', async ({ page, address, output }) => {
  test.skip(output === 'file', 'there is no such file beside it');
  await page.goto(`${address}evidence.html#/claims/${claim}`);
  await expect(page).toHaveURL(new RegExp(`index\\.html#/claims/${claim}$`));
  await evidenceCame(page);
  await expect(entry(page, `/claims/${claim}`)).toBeVisible();
});

test('disputes show at least twelve claims, each with both sides and a verdict', async ({ page, open }) => {
  await open('#/disputes');
  await expect(page.locator('.page h1:visible')).toHaveText('What sources disagree about');
  const disputes = page.locator('article.claim:visible');
  await expect(disputes.first()).toBeVisible();
  expect(await disputes.count()).toBeGreaterThanOrEqual(12);
  const oneSided = await disputes.evaluateAll((all) =>
    all.filter((it) => it.querySelectorAll('.citations').length !== 2).map((it) => it.id),
  );
  expect(oneSided).toEqual([]);
  // What the sources agree on is not among them, nor a heading with nothing below it.
  await expect(page.locator('.status:visible').filter({ hasNotText: 'Sources differ' })).toHaveCount(0);
  const empty = await page.locator('#later-claims > div:visible').evaluateAll((all) =>
    all.filter((it) => !it.querySelector('article:not(.settled)')).length,
  );
  expect(empty).toBe(0);
});

test('sources stand by kind, and their titles lead to the originals', async ({ page, open }) => {
  await open('#/sources');
  const kinds = shown(page).getByRole('heading', { level: 2 });
  await expect(kinds).toHaveCount(5);
  expect(await shown(page).locator('a.original').count()).toBeGreaterThan(100);
});

test('“Look further” lists archives, books, a film and lessons', async ({ page, open }) => {
  await open('#/sources');
  await shown(page).getByRole('link', { name: 'Look further' }).click();
  await expect(shown(page).getByRole('heading', { level: 1 })).toBeFocused();
  for (const name of ['Archives', 'Voices', 'Books and articles', 'Film', 'Lesson plans']) {
    await expect(shown(page).getByRole('heading', { name, exact: true })).toBeVisible();
  }
});

test('what happened in the Soviet Union stands at a chapter’s end, in easy words too', async ({ page, open }) => {
  await open();
  const chapters = await page.evaluate(() =>
    [...document.querySelectorAll('.meanwhile')].map((it) => it.closest('.page')!.getAttribute('data-page')!),
  );
  expect(chapters.length).toBeGreaterThanOrEqual(4);
  await open(`#/${chapters[0]}`);
  const panel = shown(page).locator('.meanwhile');
  await expect(panel.getByRole('heading', { name: /^Meanwhile/ })).toBeVisible();
  await expect(panel.locator('.full')).toBeVisible();
  await shown(page).getByRole('switch', { name: 'Easier words' }).press('Space');
  await expect(panel.locator('.full')).toBeHidden();
  await expect(panel.locator('.easy')).toBeVisible();
  await panel.locator('.easy a.ref-claim').first().click();
  await expect(dialog(page).locator('.citations').first()).toBeVisible();
});

test('a browser without popovers leads to the claim’s page', async ({ page, open }) => {
  await page.addInitScript(() => {
    delete (HTMLElement.prototype as { showPopover?: unknown }).showPopover;
  });
  await open(`#/read/${chapter}`);
  const href = (await reference(page).getAttribute('href')) ?? '';
  await reference(page).click();
  await expect(page).toHaveURL(new RegExp(`#${addressOf(href)}$`));
  await expect(entry(page, addressOf(href)).getByRole('heading').first()).toBeFocused();
});

for (const [what, hash, entries] of [
  ['disputes', '#/disputes', 'article.claim'],
  ['claims', '#/claims', 'article.claim'],
  ['events', '#/timeline', '#later-timeline .entry'],
] as const) {
  test(`a reload keeps the place among ${what}`, async ({ page, open }) => {
    await open(hash);
    await withEvidence(page);
    const seen = page.locator(`${entries}:visible`).nth(20);
    await seen.evaluate((it) => it.scrollIntoView({ behavior: 'instant' }));
    const id = (await seen.getAttribute('id'))!;
    // Heights of what stands around it become known when it is seen.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.mouse.wheel(0, 130);
    const top = () => page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? NaN, id);
    await expect.poll(top).toBeLessThan(-60);
    const before = await top();
    await page.reload();
    // A font that comes later than before may move a line.
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(20);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });
}

/** The page of all claims; their addresses, in its order. */
async function allClaims(page: Page, open: (hash: string) => Promise<unknown>): Promise<string[]> {
  await open('#/claims');
  await withEvidence(page);
  return page.locator('#later-claims article').evaluateAll((all) => all.map((it) => it.id));
}

test('an address of a claim leads to it among all others, and back by the history to where it was', async ({ page, open }) => {
  const all = await allClaims(page, open);
  const [far, near] = [all.at(-5)!, all[3]!];
  const top = (id: string) => page.evaluate((id) => Math.round(document.getElementById(id)!.getBoundingClientRect().top), id);
  for (const id of [far, near]) {
    await page.evaluate((id) => { location.hash = id; }, id);
    await expect.poll(() => top(id)).toBeLessThan(300);
    expect(await top(id)).toBeGreaterThanOrEqual(0);
    await expect(entry(page, id).getByRole('heading').first()).toBeFocused();
  }
  // To another page and back, the place is the one that was left.
  await page.mouse.wheel(0, 900);
  await expect.poll(() => top(near)).toBeLessThan(-500);
  const left = await top(near);
  // A link in the head would scroll there first.
  await page.evaluate(() => { location.hash = '#/timeline'; });
  await expect(shown(page).getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect.poll(async () => Math.abs((await top(near)) - left)).toBeLessThan(20);
});

test('claims are laid out as they come into the window', async ({ page, open, browserName, output }) => {
  test.skip(browserName !== 'chromium' || output !== 'site', 'one browser tells');
  const all = await allClaims(page, open);
  const laidOut = (id: string) => page.evaluate((id) => document.getElementById(id)!.querySelector('h3')!.checkVisibility({ contentVisibilityAuto: true }), id);
  expect([await laidOut(all[0]!), await laidOut(all.at(-1)!)]).toEqual([true, false]);
  await page.keyboard.press('End');
  await expect.poll(() => laidOut(all.at(-1)!)).toBe(true);
});

test('a claim that only a panel tells of leads to its chapter', async ({ page, open }) => {
  await open('#/claims');
  await withEvidence(page);
  const lost = await page.evaluate(() => {
    const told = [...document.querySelectorAll('.meanwhile .full a.ref-claim')].map((it) => it.getAttribute('href')!);
    return told.filter((href) => !document.getElementById(href.slice(1))!.querySelector('.places a'));
  });
  expect(lost).toEqual([]);
});

test('the evidence, once there, is found again without a second request', async ({ page, open, output }) => {
  test.skip(output === 'file', 'the single file asks for nothing');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open('#/claims');
  await withEvidence(page);
  await open('#/sources');
  await expect(shown(page).locator('li').first()).toBeVisible();
  expect(asked.filter((url) => url.includes('evidence.html'))).toHaveLength(1);
});

test('a quiz asks for its questions alone, and the evidence, when it is wanted, not for them again', async ({ page, open, output }) => {
  test.skip(output === 'file', 'the single file asks for nothing');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const [item] = questions('choose-one');
  await open(`#/quiz?item=${item!.id}`);
  await expect(page.locator('#quiz-view .options input').first()).toBeVisible();
  const times = (file: string) => asked.filter((url) => url.includes(file)).length;
  expect([times('questions.txt'), times('evidence.html')]).toEqual([1, 0]);
  await withEvidence(page);
  expect([times('questions.txt'), times('evidence.html')]).toEqual([1, 1]);
});
