// Reading aloud. Browsers under test have no voices, so most tests bring some.
import type { Page } from '@playwright/test';
import { faults } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { SCREENS } from './support/screens.ts';
import { chapterIds, entry, passageAddresses, words } from './support/story.ts';
import { expect, test } from './support/test.ts';

const [chapter = '', other = ''] = chapterIds();
const passages = passageAddresses().filter((it) => it.startsWith(`${chapter}/`));
const [first = '', second = ''] = passages;

const bar = (page: Page) => page.getByRole('region', { name: 'Reading aloud' });
const listen = (page: Page, address: string) => entry(page, `/read/${address}`).getByRole('button', { name: 'Listen' });

interface Spoken {
  text: string;
  rate: number;
  voice: string;
}

/** Gives the browser voices that note what they are to speak, and end when they are told. */
async function bringVoices(page: Page, delay = 0) {
  await page.addInitScript((delay) => {
    const voice = (name: string, lang: string, localService: boolean) =>
      ({ name, lang, localService, default: false, voiceURI: `urn:${name}` });
    const voices = [voice('Far', 'en-US', false), voice('Hans', 'de-DE', true), voice('Near', 'en-US', true)];
    class Utterance extends EventTarget {
      text: string;
      rate = 1;
      lang = '';
      voice: { name: string } | null = null;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const spoken: object[] = [];
    let now: Utterance | undefined;
    const finish = (kind: string, error?: string) => {
      const ended = now;
      now = undefined;
      ended?.dispatchEvent(Object.assign(new Event(kind), { error }));
    };
    const began = performance.now();
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => (performance.now() - began < delay ? [] : voices),
      speak(it: Utterance) {
        now = it;
        spoken.push({ text: it.text, rate: it.rate, voice: it.voice?.name });
      },
      cancel() {
        const cut = now;
        now = undefined;
        setTimeout(() => cut?.dispatchEvent(Object.assign(new Event('error'), { error: 'interrupted' })));
      },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken, finish, speaking: () => !!now });
  }, delay);
}

const spoken = (page: Page) => page.evaluate('spoken') as Promise<Spoken[]>;
const last = async (page: Page) => (await spoken(page)).at(-1)?.text ?? '';
const finish = (page: Page, kind = 'end', error?: string) =>
  page.evaluate(([kind, error]) => (window as never as { finish(...a: unknown[]): void }).finish(kind, error), [kind, error]);
const speaking = (page: Page) => page.evaluate('speaking()');
const painted = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('spoken-now') ?? [])].map((it) => it.toString().replace(/\s+/g, ' ')).join(''));

/** Lets the voice come to the end of so many parts. */
async function hear(page: Page, parts: number) {
  for (let heard = 0; heard < parts; heard += 1) await finish(page);
}

test('a passage is read from its heading on, through the chapter', async ({ page, open }) => {
  await bringVoices(page);
  await open(`#/read/${chapter}`);
  await listen(page, second).click();
  const heading = await words(entry(page, `/read/${second}`).getByRole('heading'));
  expect(await last(page)).toBe(heading);
  expect(await painted(page)).toBe(heading);
  await expect(bar(page)).toContainText(`Reading: ${heading}`);
  await expect(page.locator('#announcement')).toHaveText(`Reading: ${heading}`);
  for (let part = 0; part < 1000 && (await speaking(page)); part += 1) await finish(page);
  const all = (await spoken(page)).map((it) => it.text);
  expect(Math.max(...all.map((it) => it.length))).toBeLessThanOrEqual(200);
  const chapterWords = entry(page, `/read/${chapter}`).locator('.passages > section');
  const expected = await chapterWords.evaluateAll((sections, id) => {
    const from = sections.findIndex((it) => it.id === id);
    return sections.slice(from).map((it) => `${it.querySelector('h2')?.textContent}${it.querySelector('.full')?.textContent}`).join('');
  }, `/read/${second}`);
  expect(all.join('').replace(/\s+/g, '')).toBe(expected.replace(/\s+/g, ''));
  await expect(bar(page)).toBeHidden();
  await expect(page.locator('#announcement')).toHaveText('The chapter has been read.');
  expect(await painted(page)).toBe('');
});

for (const screen of SCREENS) {
  test(`the bar by keyboard alone: ${screen.name}`, async ({ page, open, output }) => {
    await bringVoices(page);
    await page.setViewportSize(screen);
    await page.emulateMedia({ colorScheme: screen.colorScheme, reducedMotion: 'reduce' });
    await open(`#/read/${first}`);
    await listen(page, first).focus();
    await page.keyboard.press('Enter');
    const pause = bar(page).getByRole('button', { name: 'Pause' });
    await expect(pause).toBeFocused();
    await expect(bar(page)).toMatchAriaSnapshot(`
      - region "Reading aloud":
        - paragraph: /Reading/
        - button "Back one sentence"
        - button "Pause"
        - button "Next sentence"
        - button "Slower"
        - text: 1×
        - button "Faster"
        - text: Voice
        - combobox "Voice":
          - option "Near" [selected]
          - option "Far"
        - button "Stop"
    `);
    const heading = await last(page);
    // Space presses the button that has the focus, and nothing else.
    await page.keyboard.press('Space');
    await expect(bar(page)).toContainText('Paused');
    await expect(page.locator('#announcement')).toHaveText('Paused');
    expect(await speaking(page)).toBe(false);
    await expect(bar(page).getByRole('button', { name: 'Go on' })).toBeFocused();
    await page.keyboard.press('Space');
    expect(await last(page)).toBe(heading);
    await tabTo(page, bar(page).getByRole('button', { name: 'Next sentence' }));
    await page.keyboard.press('Enter');
    const sentence = await painted(page);
    expect(sentence).not.toBe(heading);
    expect(sentence.startsWith(await last(page))).toBe(true);
    await tabTo(page, bar(page).getByRole('button', { name: 'Faster' }));
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Enter');
    expect((await spoken(page)).at(-1)).toMatchObject({ rate: 1.5, voice: 'Near' });
    await expect(bar(page).getByRole('button', { name: 'Faster' })).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Tab');
    await expect(bar(page).getByRole('combobox', { name: 'Voice' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await spoken(page)).at(-1)?.voice).toBe('Far');
    if (output === 'site') expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
    await expect(listen(page, first)).toBeFocused();
    expect(await speaking(page)).toBe(false);
    // Voice and speed are remembered.
    await page.reload();
    await listen(page, first).click();
    await expect(bar(page)).toContainText('1.5×');
    await expect(bar(page).getByRole('combobox')).toHaveValue('urn:Far');
    expect((await spoken(page)).at(-1)).toMatchObject({ rate: 1.5, voice: 'Far' });
  });
}

test('the sentence is brought into view above the bar, and only when it is out of view', async ({ page, open }) => {
  await bringVoices(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 700 });
  await open(`#/read/${first}`);
  await listen(page, first).click();
  const focused = await page.evaluate(() => document.activeElement?.id);
  const scrolls = new Set<number>();
  for (let part = 0; part < 30; part += 1) {
    const place = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('spoken-now') ?? [])] as Range[];
      const box = range!.getBoundingClientRect();
      const bar = document.getElementById('listen-bar')!.getBoundingClientRect();
      return { top: box.top, bottom: box.bottom, room: bar.top, scroll: scrollY };
    });
    expect(place.top).toBeGreaterThanOrEqual(0);
    expect(place.bottom).toBeLessThanOrEqual(place.room + 1);
    scrolls.add(place.scroll);
    await hear(page, 1);
  }
  expect(scrolls.size).toBeGreaterThan(1);
  expect(scrolls.size).toBeLessThan(20);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(focused);
});

test('easier words, and leaving the page, end the reading', async ({ page, open }) => {
  await bringVoices(page);
  await open(`#/read/${chapter}`);
  await listen(page, first).click();
  await entry(page, `/read/${chapter}`).getByText('Easier words').click();
  await expect(bar(page)).toBeHidden();
  expect(await speaking(page)).toBe(false);
  await listen(page, first).click();
  await hear(page, 1);
  const easy = await words(entry(page, `/read/${first}`).locator('.easy'));
  expect(easy.startsWith(await last(page))).toBe(true);
  await page.evaluate((hash) => (location.hash = hash), `#/read/${other}`);
  await expect(bar(page)).toBeHidden();
  expect(await speaking(page)).toBe(false);
});

test('a voice that breaks off says so, and can be tried again', async ({ page, open }) => {
  await bringVoices(page);
  await open(`#/read/${chapter}`);
  await listen(page, first).click();
  const heading = await last(page);
  await finish(page, 'error', 'synthesis-failed');
  await expect(bar(page)).toContainText('The voice broke off.');
  await bar(page).getByRole('button', { name: 'Go on' }).click();
  expect(await last(page)).toBe(heading);
  // Silence that something else asked for is no fault.
  await finish(page, 'error', 'interrupted');
  await expect(bar(page)).toContainText('Paused');
});

test('voices that come late are waited for', async ({ page, open }) => {
  await bringVoices(page, 1e9);
  await open(`#/read/${chapter}`);
  await listen(page, first).click();
  await expect(bar(page)).toContainText('Looking for a voice.');
  await page.evaluate(() => {
    const voice = { name: 'Late', lang: 'en', localService: true, default: true, voiceURI: 'urn:late' };
    Object.assign(speechSynthesis, { getVoices: () => [voice] });
  });
  await expect(bar(page)).toContainText('Reading: ');
  expect((await spoken(page)).at(-1)?.voice).toBe('Late');
});

test('a browser without a voice says so, and what to do', async ({ page, open, output }) => {
  await open(`#/read/${chapter}`);
  test.skip(await page.evaluate(() => speechSynthesis.getVoices().length > 0), 'this browser has voices');
  await listen(page, first).click();
  await expect(bar(page)).toContainText('This browser has no voice to read with.');
  await expect(page.locator('#announcement')).toContainText('no voice');
  const stop = bar(page).getByRole('button');
  await expect(stop).toHaveCount(1);
  await expect(stop).toBeFocused();
  if (output === 'site') expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeHidden();
  await expect(listen(page, first)).toBeFocused();
});

test('a browser without speech says so', async ({ page, open }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }));
  await open(`#/read/${chapter}`);
  await listen(page, first).click();
  await expect(bar(page)).toContainText('This browser has no voice to read with.');
});

test('the bar hides nothing that has the focus, and fits a narrow window', async ({ page, open }) => {
  await bringVoices(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await open(`#/read/${first}?from=any`);
  await listen(page, first).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const back = page.getByRole('navigation', { name: 'Back to the question' });
  const boxes = async () => [(await back.boundingBox())!, (await bar(page).boundingBox())!] as const;
  const [link, controls] = await boxes();
  expect(link.y + link.height).toBeLessThanOrEqual(controls.y + 1);
  expect(controls.height).toBeLessThan(320);
  await bar(page).getByRole('button', { name: 'Pause' }).click();
  await listen(page, first).focus();
  for (let press = 0; press < 25; press += 1) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement!;
      const box = focused.getBoundingClientRect();
      const at = (id: string) => document.querySelector(id)!;
      if (at('#listen-bar').contains(focused) || at('.back-to-question').contains(focused)) return false;
      return box.top >= at('.back-to-question').getBoundingClientRect().top;
    });
    expect(hidden).toBe(false);
  }
});
