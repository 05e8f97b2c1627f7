// Any view on paper: what it tells, whole, and nothing that only a screen can do.
import { codeOf, fillIn, handIn } from './support/paper.ts';
import { printed } from './support/pdf.ts';
import { chapterIds, evidenceCame, passageAddresses, questions, shown } from './support/story.ts';
import { expect, test } from './support/test.ts';
import type { Page } from '@playwright/test';

// The same text and style sheet stand in every output, and printing takes long.
test.skip(({ output }) => output !== 'site', 'does not differ by output');

const [chapter = ''] = chapterIds();
const [passage = ''] = passageAddresses();
const item = questions('choose-one')[0]!;

/** A view: its address, what has to be on paper besides its headings, and what is done there before. */
interface View {
  hash: string;
  told: string;
  act?: (page: Page) => Promise<void>;
}

const VIEWS: Record<string, View> = {
  'the front page': { hash: '#/', told: '.contents a' },
  'a chapter': { hash: `#/read/${chapter}`, told: '.passage .full > p' },
  'the map': { hash: '#/map?year=1974', told: '.map-table tbody a, .map-summary, .map-key li' },
  'the timeline': { hash: '#/timeline', told: '.entry h3' },
  'people': { hash: '#/people', told: '.entry > p' },
  'the glossary': { hash: '#/glossary', told: '.entry > p' },
  'an item of the quiz': { hash: `#/quiz?item=${item.id}`, told: '#item-heading, .item .option-text' },
  'results of a paper': { hash: '#/quiz/paper', told: '.came-to, .sums th, .each-question li', act: handInPaper },
  'what the search found': { hash: '#/search?q=march', told: '#search-results h2, #search-results a', act: allFound },
  'claims': { hash: '#/claims', told: '.entry h3' },
  'what sources disagree about': { hash: '#/disputes', told: '.entry h3' },
  'sources': { hash: '#/sources', told: '.sources a.original' },
  'where to look further': { hash: '#/further', told: 'main li a.original' },
  'notes': { hash: '#/notes', told: '.notes li h3, .notes li > :not(.note-where, .note-actions)', act: note },
  'settings': { hash: '#/settings', told: 'main legend, main p:not(:has(button))' },
  'the class desk': { hash: '#/quiz/paper', told: '#desk-read td, #desk-read th', act: readCodes },
  'a step of a show': { hash: `#/project?chapter=${chapter}`, told: '#show-stage h2, #show-stage p', act: oneStep },
  'plans for teachers': { hash: '#/teach', told: 'main p, main li:not(nav li)' },
};

/** Kinds of entry come one by one, and those that need the evidence last. */
async function allFound(page: Page) {
  await evidenceCame(page);
  await expect(page.locator('#search-results [data-results="/sources/"]')).toBeVisible();
}

async function handInPaper(page: Page) {
  await fillIn(page, 2, ['choose one']);
  await handIn(page).click();
  await handIn(page).click();
  await expect(page.locator('.came-to')).toBeVisible();
}

async function readCodes(page: Page) {
  await handInPaper(page);
  const code = await codeOf(page, '7');
  await page.evaluate(() => (location.hash = '#/quiz/desk'));
  await page.getByRole('textbox', { name: 'Codes of your class' }).fill(`Ada: ${code}`);
  await page.getByRole('button', { name: 'Read the codes' }).click();
  await expect(page.locator('#desk-summary')).toHaveText('1 result, nothing wrong.');
}

async function note(page: Page) {
  const [chapter, own] = passage.split('/');
  await page.evaluate(
    ([chapter, own]) => {
      const words = document.querySelector(`[id="/read/${chapter}/${own}"] .full p`)!.textContent!.slice(0, 20);
      const line = ['note', 'a', '2026-01-01', '', '', 'important', 'full', chapter, own, '', words, '', 'Who told this first?'];
      localStorage.setItem('open-gates.notes', `open-gates-notes\t1\n${line.join('\t')}\n`);
    },
    [chapter, own],
  );
  await page.reload();
  await expect(shown(page).getByText('Who told this first?')).toBeVisible();
}

async function oneStep(page: Page) {
  await expect(page.locator('#show-stage')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.locator('#show-stage p').first()).toBeVisible();
}

/** What does something on a screen alone. Boxes to tick and fields are there for a pen as well. */
const PRESSED = 'button:not(.map-control, .each-question button), select, [type="range"], [type="file"], nav.teach';

/** Letters and digits alone: fonts and line ends part words in their own ways. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

for (const [name, { hash, told, act }] of Object.entries(VIEWS)) {
  test(`${name}: what is told is on paper, whole, without what is pressed`, async ({ page, open }) => {
    test.slow();
    await open(hash);
    await act?.(page);
    /** What is seen on the screen. */
    const seen = async (selector: string) => {
      const texts = await page.locator(selector).evaluateAll((all) =>
        all.filter((it) => it.checkVisibility() && getComputedStyle(it).clipPath === 'none').map((it) => it.textContent!),
      );
      return texts.map(bare).filter(Boolean);
    };
    await expect.poll(async () => (await seen(told)).length).toBeGreaterThan(0);
    const expected = [...(await seen('main :is(h1, h2, h3):not(nav.teach *)')), ...(await seen(told))];
    const pressed = await seen(`main :is(${PRESSED})`);

    const pages = await printed(page, 'Letter');
    for (const { text, from, across, down } of pages) {
      expect(text, 'an empty page').not.toBe('');
      expect(from, text).toBeGreaterThanOrEqual(0);
      expect(across, text).toBeLessThanOrEqual(1);
      expect(down, text).toBeLessThan(1);
    }
    const all = bare(pages.map((it) => it.text).join(' '));
    // The first letter of a chapter is drawn by itself, and the end of a long text may be on the next page.
    expect(expected.filter((it) => !all.includes(it.slice(1, 31)))).toEqual([]);
    // Short names of buttons are words that a text may have, too.
    expect(pressed.filter((it) => it.length > 9 && all.includes(it))).toEqual([]);

    await page.emulateMedia({ media: 'print' });
    const left = page.locator(`${PRESSED}, .masthead, .skip, .footer li`);
    expect(await left.evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 100)))).toEqual([]);
  });
}
