// What goes wrong on readers' machines must not cost them the story.
import { expect, started, test } from './support/test.ts';
import {
  addressOf,
  chapterIds,
  claimIds,
  entry,
  groupIds,
  html,
  passageAddresses,
  questions,
  shown,
  words,
} from './support/story.ts';
import type { Question } from './support/story.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

const [first = '', second = ''] = chapterIds();
const [one, other] = questions('choose-one') as [Question, Question];
const PROGRESS = 'open-gates.progress';

/** Answers a question that is chosen from, rightly. */
async function answer(page: Page, question: Question) {
  const right = question.options.find((option) => question.key.includes(option.id))!;
  await page.getByRole('radio', { name: right.text }).check();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Right.' })).toBeFocused();
}

/** All that there is to read is there and shown, on one page below one another. */
async function expectWholeStory(page: Page) {
  for (const address of passageAddresses()) {
    await expect(entry(page, `/read/${address}`)).toBeVisible();
  }
  for (const group of groupIds()) await expect(entry(page, `/map/${group}`)).toBeVisible();
}

/** Every claim has its entry, and so have the sources, in whatever page is open. */
async function expectEvidence(page: Page) {
  await expect(entry(page, '/sources').getByRole('listitem').first()).toBeVisible();
  await expect(entry(page, '/claims').getByRole('article').first()).toBeVisible();
  await expect(entry(page, '/claims').getByRole('article')).toHaveCount(claimIds().length);
}

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole story, groups and sources can be read', async ({ page, open, output }) => {
    await open();
    await expectWholeStory(page);
    await expect(page.getByText('The evidence comes after the story').first()).toBeVisible();
    await expect(page.locator('#trouble')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Dark' })).toBeHidden();
    await expect(page.getByText('The map is drawn by a script.')).toBeVisible();
    // One file alone can't lead to another; it unpacks its evidence by script.
    if (output === 'file') return;
    await page.locator('[data-nav="sources"]').click();
    // Until all is loaded, each style that a test asks for makes Chromium scroll to the fragment again, and
    // a search by roles asks for twelve thousand. No reader does.
    await page.waitForURL(/evidence\.html/);
    await expectEvidence(page);
    await expect(entry(page, '/sources').getByRole('heading', { level: 1 })).toBeInViewport();
    // And back to the story.
    await page.locator('.brand').click();
    await expectWholeStory(page);
  });

  test('the easy text is reached by the switch', async ({ page, open }) => {
    await open();
    const chapter = entry(page, `/read/${first}`);
    await expect(chapter.locator('.easy').first()).toBeHidden();
    await chapter.getByRole('switch', { name: 'Easier words' }).focus();
    await page.keyboard.press('Space');
    await expect(chapter.locator('.easy').first()).toBeVisible();
    await expect(chapter.locator('.full').first()).toBeHidden();
    // Other chapters stay as they are.
    await expect(entry(page, `/read/${second}`).locator('.full').first()).toBeVisible();
  });

  test('links are anchors that lead to what they name', async ({ page, open, output }) => {
    await open();
    await page.locator(`.contents a[href="#/read/${second}"]`).click();
    await expect(entry(page, `/read/${second}`).getByRole('heading', { level: 1 })).toBeInViewport();
    if (output === 'file') return;
    const claim = entry(page, `/read/${second}`).locator('.full a.ref-claim').first();
    const href = (await claim.getAttribute('href')) ?? '';
    await claim.click();
    await page.waitForURL(/evidence\.html/);
    await expect(entry(page, addressOf(href)).getByRole('heading').first()).toBeInViewport();
  });
});

test.describe('printed with scripts off', () => {
  test.use({ javaScriptEnabled: false });
  // The same text and style sheet stand in every output, and printing them takes long.
  test.skip(({ output }) => output !== 'site', 'does not differ by output');

  test('all chapters are on paper', async ({ page, open }) => {
    await open();
    await page.emulateMedia({ media: 'print' });
    for (const address of passageAddresses()) {
      await expect(entry(page, `/read/${address}`)).toBeVisible();
    }
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    const pdf = await page.pdf({ tagged: true, outline: true });
    // The outline of a tagged PDF names every heading that was printed.
    const outline = titlesOf(pdf);
    for (const address of passageAddresses()) {
      const heading = await words(entry(page, `/read/${address}`).getByRole('heading'));
      expect(outline).toContain(heading);
    }
  });
});

test('the whole story is printed when that is asked for, and only then', async ({ page, open }) => {
  await page.addInitScript(() => {
    window.print = () => Object.assign(window, { printed: document.documentElement.hasAttribute('data-print') });
  });
  await open();
  await page.getByRole('button', { name: 'Print the whole story' }).click();
  expect(await page.evaluate('printed')).toBe(true);
  await page.emulateMedia({ media: 'print' });
  for (const address of passageAddresses()) {
    await expect(entry(page, `/read/${address}`)).toBeVisible();
  }
  await expect(page.getByRole('button').first()).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(entry(page, `/read/${passageAddresses()[0]}`)).toBeHidden();
});

/** Titles in the outline of a PDF, from its objects, compressed ones too. */
function titlesOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map((match) => {
    const from = match.index + match[0].length;
    const part = pdf.subarray(from, text.indexOf('endstream', from));
    try {
      return inflateSync(part).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...streams].join('\n').match(/\/Title\s*(\((?:[^\\)]|\\[\s\S])*\)|<[0-9A-Fa-f\s]*>)/g)!.map((it) => {
    const value = it.replace(/^\/Title\s*/, '');
    const bytes = value.startsWith('<')
      ? Buffer.from(value.slice(1, -1).replace(/\s/g, ''), 'hex')
      : Buffer.from(unescaped(value.slice(1, -1)), 'latin1');
    const wide = bytes[0] === 0xfe && bytes[1] === 0xff;
    return wide ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
  });
}

const unescaped = (text: string) =>
  text.replace(/\\(\d{3}|[\s\S])/g, (_, it: string) =>
    it.length === 3
      ? String.fromCharCode(parseInt(it, 8))
      : ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[it] ?? it),
  );

const BLOCKED: Record<string, () => void> = {
  'every use of storage throws': () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  },
  'storage is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  },
};

for (const [what, block] of Object.entries(BLOCKED)) {
  test(`everything works where ${what}, and a notice says what does not`, async ({ page, open }) => {
    await page.addInitScript(block);
    await open(`#/quiz?item=${one.id}`);
    await answer(page, one);
    await expect(page.getByText('1 right of 1 answered')).toBeVisible();
    await expect(page.getByText('so your progress lasts until you close it')).toBeVisible();
    // What was answered lasts as long as the page does.
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Story' }).click();
    await page.getByRole('switch', { name: 'Easier words' }).focus();
    await page.keyboard.press('Space');
    await expect(shown(page).locator('.easy').first()).toBeVisible();
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Quiz' }).click();
    await expect(page.getByText('1 right of 1 answered')).toBeVisible();
  });
}

const GARBAGE = {
  'something else': '{"answers":',
  'a newer page’s progress': 'open-gates-progress\t99\nanswer\tx\n',
  'bytes of no meaning': '\u0000\uffff\n\t\t',
};

for (const [what, stored] of Object.entries(GARBAGE)) {
  test(`${what} in storage is set aside and the page works`, async ({ page, open }) => {
    await open();
    await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [PROGRESS, stored]);
    await page.reload();
    await started(page);
    await expect(page.getByRole('link', { name: 'Start reading' })).toBeVisible();
    const aside = () => page.evaluate((key) => localStorage.getItem(`${key}.set-aside`), PROGRESS);
    await expect.poll(aside).toBe(stored);
    await open(`#/quiz?item=${one.id}`);
    await answer(page, one);
    await page.reload();
    await expect(page.getByText('1 right of 1 answered')).toBeVisible();
    expect(await aside()).toBe(stored);
  });
}

test('progress with damaged lines keeps the others', async ({ page, open }) => {
  await open();
  await page.evaluate(
    ([key, value]) => localStorage.setItem(key!, value!),
    [
      PROGRESS,
      'open-gates-progress\t1\neasy\tno-such-chapter\nanswer\tno-such-question\t1\t1/1\tone\tx\n' +
        `answer\t${other.id}\tmany\t?\nanswer\t${one.id}\t1\t1/1\tone\t${one.key[0]}\nread\tnowhere/at-all\nplace\tnowhere/at-all\n`,
    ],
  );
  await open(`#/quiz?item=${one.id}`);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Right.' })).toBeVisible();
  await open('#/');
  // A place that this story does not have is none to go on from, or at least leads somewhere.
  const resume = page.getByRole('link', { name: 'Go on where you stopped' });
  if (await resume.isVisible()) {
    await resume.click();
    await expect(shown(page).getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('answers given in two tabs survive in both', async ({ page, open, context, address }) => {
  await open(`#/quiz?item=${one.id}`);
  const second = await context.newPage();
  await second.goto(`${address}#/quiz?item=${other.id}`);
  await started(second);
  await answer(page, one);
  await expect(second.getByText('1 right of 1 answered')).toBeVisible();
  await answer(second, other);
  for (const tab of [page, second]) await expect(tab.getByText('2 right of 2 answered')).toBeVisible();
  for (const tab of [page, second]) {
    await tab.reload();
    await expect(tab.getByText('2 right of 2 answered')).toBeVisible();
  }
});

test.describe('where the app cannot start', () => {
  test.use({ allowed: [/./] });

  const trouble = (page: Page) =>
    page.getByRole('alert').filter({ hasText: 'The interactive parts could not start.' });

  test('a wasm that does not come leaves the text, and a banner says so', async ({ page, open, output, context }) => {
    test.skip(output === 'file', 'the single file carries its wasm');
    await context.route('**/*.wasm', (route) => route.abort());
    await open(`#/read/${second}`, { started: false });
    await expect(trouble(page)).toBeVisible();
    await expectWholeStory(page);
    await expectEvidence(page);
    await expect(page.locator('html[data-started]')).toHaveCount(0);
    await expect(entry(page, `/read/${second}`).getByRole('heading', { level: 1 })).toBeInViewport();
  });

  test('a wasm that is cut off leaves the text, and a banner says so', async ({ page, open, output, context }) => {
    test.skip(output === 'file', 'the single file carries its wasm');
    await context.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      const body = (await response.body()).subarray(0, 20_000);
      await route.fulfill({ status: 200, contentType: 'application/wasm', body });
    });
    await open('', { started: false });
    await expect(trouble(page)).toBeVisible();
    await expectWholeStory(page);
    await expectEvidence(page);
  });

  test('the loader’s script that is not there leaves the text', async ({ page, open, output, context }) => {
    test.skip(output === 'file', 'the single file carries its script');
    await context.route('**/*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await open('', { started: false });
    await expect(trouble(page)).toBeVisible();
    await expectWholeStory(page);
    await expectEvidence(page);
  });

  test('a file that is damaged shows the text, and a banner', async ({ page, address, output }, info) => {
    test.skip(output !== 'file', 'the other outputs load their program');
    const file = readFileSync(fileURLToPath(address), 'latin1');
    const middle = file.indexOf('id="otg-program"') + 100_000;
    const other = file[middle] === 'a' ? 'b' : 'a';
    const damaged = info.outputPath('damaged.html');
    writeFileSync(damaged, file.slice(0, middle) + other + file.slice(middle + 1), 'latin1');
    const error = page.waitForEvent('console', (message) => message.type() === 'error');
    await page.goto(pathToFileURL(damaged).href);
    await expect(trouble(page)).toBeVisible();
    expect((await error).text()).toContain('what this file holds is damaged');
    await expectWholeStory(page);
    await expectEvidence(page);
  });

  const BROKEN: Record<string, () => void> = {
    'a browser without WebAssembly': () => {
      delete (window as { WebAssembly?: unknown }).WebAssembly;
    },
    'a policy that refuses WebAssembly': () => {
      const refuse = () => Promise.reject(new WebAssembly.CompileError('refused by a policy'));
      Object.assign(WebAssembly, { instantiate: refuse, instantiateStreaming: refuse });
    },
  };
  for (const [what, spoil] of Object.entries(BROKEN)) {
    test(`${what} shows the text, and a banner`, async ({ page, open }) => {
      await page.addInitScript(spoil);
      await open('', { started: false });
      await expect(trouble(page)).toBeVisible();
      await expect(trouble(page).getByRole('link', { name: 'Try again' })).toBeVisible();
      await expectWholeStory(page);
      await expectEvidence(page);
      // Links are anchors, as with scripts off, and what is left of the program does not follow them.
      await page.locator(`.contents a[href="#/read/${second}"]`).click();
      await expect(entry(page, `/read/${second}`).getByRole('heading', { level: 1 })).toBeInViewport();
    });
  }

  /** What a reader does when the program is about to crash. */
  const LATER: Record<string, (page: Page) => Promise<void>> = {
    'a button is pressed': (page) => page.getByRole('button', { name: 'Dark' }).click(),
    'a link is followed': (page) => page.locator('[data-nav="map"]').click(),
    'a claim is opened': (page) => shown(page).locator('.full a.ref-claim').first().click(),
  };
  for (const [when, act, times] of Object.entries(LATER).flatMap(([when, act]) => [[when, act, 1], [when, act, 1e9]] as const)) {
    test(`an app that crashes ${times > 1 ? 'for good' : 'once'} when ${when} leaves the text, and a banner says so`, async ({ page, open }) => {
      await page.addInitScript(() => {
        // A program of one function, which is one instruction: (func (export "trap") unreachable).
        const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
        const trapping = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
        // It stands in for whatever the app calls from then on, in the middle of the app's own functions.
        let traps = 0;
        const trap = trapping.exports.trap as () => void;
        const wrapped = (own: unknown) =>
          typeof own !== 'function'
            ? own
            : (...all: unknown[]) => {
                if (traps > 0) {
                  traps -= 1;
                  trap();
                }
                return own(...all);
              };
        for (const name of ['instantiate', 'instantiateStreaming'] as const) {
          const original = WebAssembly[name] as (...all: unknown[]) => Promise<unknown>;
          Object.assign(WebAssembly, {
            [name]: (source: unknown, imports: Record<string, object> = {}, ...rest: unknown[]) => {
              const all = Object.entries(imports).map(([from, own]) => [
                from,
                Object.fromEntries(Object.entries(own).map(([name, it]) => [name, wrapped(it)])),
              ]);
              return original.call(WebAssembly, source, Object.fromEntries(all), ...rest);
            },
          });
        }
        const errors: string[] = [];
        addEventListener('error', ({ error }) => errors.push(error instanceof WebAssembly.RuntimeError ? 'trap' : String(error)));
        Object.assign(window, { crash: (times: number) => (traps = times), errors });
      });
      await open(`#/read/${first}`);
      await page.evaluate(`crash(${times})`);
      await expect(page.locator('#trouble')).toBeHidden();
      await act(page);
      await expect(trouble(page)).toBeVisible();
      expect(((await page.evaluate('errors')) as string[])[0]).toBe('trap');
      await expectWholeStory(page);
      await expectEvidence(page);
      // Links are anchors, as with scripts off.
      await page.locator(`.contents a[href="#/read/${second}"]`).click();
      await expect(entry(page, `/read/${second}`).getByRole('heading', { level: 1 })).toBeInViewport();
      await expect(page.locator('html[data-page]')).toHaveCount(0);
      await expectWholeStory(page);
    });
  }
});

test('a page whose text was rewritten, as by a translator, still starts', async ({ page, open }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      // As translators do: each text moves into new elements, and changes.
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement!.closest('script, style')) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data.replace(/e/g, 'é');
        outer.append(inner);
        text.replaceWith(outer);
      }
    });
  });
  await open(`#/read/${first}`);
  await expect(page.locator('#trouble')).toBeHidden();
  await expect(shown(page).locator('font font').first()).toBeVisible();
  await shown(page).locator('.full a.ref-claim').first().click();
  await expect(page.getByRole('dialog')).toContainText('é');
  await page.keyboard.press('Escape');
  await page.locator('[data-nav="map"]').click();
  await page.locator('.map-control').first().click();
  await expect(page.locator('.map-panel')).toBeVisible();
  await page.locator('[data-nav="quiz"]').click();
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
});

test('starting keeps scroll, selection and focus', async ({ page, open }) => {
  // The app waits for a word from here, on every output alike.
  await page.addInitScript(() => {
    let release = () => {};
    const released = new Promise<void>((done) => (release = done));
    for (const name of ['instantiate', 'instantiateStreaming'] as const) {
      const original = WebAssembly[name] as (...all: unknown[]) => Promise<unknown>;
      Object.assign(WebAssembly, {
        [name]: async (...all: unknown[]) => {
          await released;
          return original.apply(WebAssembly, all);
        },
      });
    }
    Object.assign(window, { release });
  });
  await open(`#/read/${first}`, { started: false });
  await page.evaluate(() => document.fonts.ready);
  const link = shown(page).locator('.full a.ref-claim').nth(2);
  await link.scrollIntoViewIfNeeded();
  await link.focus();
  const before = await page.evaluate(() => {
    const paragraph = document.activeElement!.closest('p')!;
    getSelection()!.setBaseAndExtent(paragraph, 0, paragraph, paragraph.childNodes.length);
    scrollTo(0, scrollY + 40);
    // The evidence may come meanwhile: it is wanted by whoever goes to a claim.
    Object.assign(window, { kept: document.querySelectorAll('main *:not(.later *, .stage-place *, [data-of], [data-of] *)').length });
    return { scroll: scrollY, selection: getSelection()!.toString() };
  });
  expect(before.selection.length).toBeGreaterThan(10);
  expect(before.scroll).toBeGreaterThan(100);
  await expect(page.locator('html[data-started]')).toHaveCount(0);
  await page.evaluate('release()');
  await started(page);
  // Whatever starting moves, it has moved by the second frame.
  const after = await page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise((done) => requestAnimationFrame(done));
    return { scroll: scrollY, selection: getSelection()!.toString() };
  });
  expect(after).toEqual(before);
  await expect(link).toBeFocused();
  // The story's nodes are the ones that were prerendered.
  expect(await page.evaluate('document.querySelectorAll("main *:not(.later *, .stage-place *, [data-of], [data-of] *)").length === kept')).toBe(true);
});

test('what stands in the page before the app starts is enough to follow links', async ({ page, open }) => {
  await page.addInitScript(() => {
    const never = () => new Promise(() => {});
    Object.assign(WebAssembly, { instantiate: never, instantiateStreaming: never });
  });
  await open('', { started: false });
  await expect(page.locator('html')).toHaveAttribute('data-page', 'home');
  await page.getByRole('link', { name: 'Start reading' }).click();
  await expect(shown(page)).toHaveAttribute('data-page', `read/${first}`);
  await expect(entry(page, `/read/${first}`).getByRole('heading', { level: 1 })).toBeInViewport();
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('data-page', 'home');
});

test('the page names its language, its direction and its charset', async () => {
  expect(html()).toMatch(/^<!DOCTYPE html>\s*<html lang="[a-z]{2}[^"]*" dir="(ltr|rtl)">/);
  expect(html()).toMatch(/<meta charset="utf-8">/);
});

test.describe('a page of the app alone', () => {
  test.skip(({ output }) => output !== 'site', 'the others have everything');
  test.use({ serviceWorkers: 'block' });

  for (const name of ['map', 'quiz', 'search', 'notes', 'project']) {
    test(`asks for what ${name} needs before the program runs, and once`, async ({ page, open }) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        if (/-split-|-chunk-|questions\.txt/.test(request.url())) asked.push(request.url());
      });
      // The program stays away until all of that has been asked for.
      let come = () => {};
      const comes = new Promise<void>((done) => (come = done));
      await page.route('**/*_bg.wasm', async (route) => {
        await comes;
        await route.continue();
      });
      const opened = open(`#/${name}`);
      await expect.poll(() => asked.length, 'files asked for').toBe(name === 'quiz' ? 3 : 2);
      come();
      await opened;
      await expect(page.locator(`#${name}-view > :visible`).first()).toBeVisible();
      expect(asked.filter((url, at) => asked.indexOf(url) < at), 'asked for twice').toEqual([]);
    });
  }
});

test('what is pressed before the app runs is done when it does, and once', async ({ page, open }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const controls = [...document.querySelectorAll<HTMLElement>('#theme-switch, .easy-switch')].slice(0, 2);
      // Whoever waits presses again.
      for (const control of [...controls, ...controls, ...controls]) control.click();
      const { started, theme } = document.documentElement.dataset;
      Object.assign(window, { before: [controls.length, started, theme] });
    });
  });
  await open(`#/read/${first}`);
  expect(await page.evaluate('before')).toEqual([2, undefined, undefined]);
  const easier = entry(page, `/read/${first}`).getByRole('switch', { name: 'Easier words' });
  const dark = page.getByRole('button', { name: 'Dark' });
  await expect(dark).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(easier).toBeChecked();
  // From then on each press is done at once, and both are kept.
  await dark.click();
  await expect(dark).toHaveAttribute('aria-pressed', 'false');
  const [theme, progress] = await page.evaluate(() => [localStorage['open-gates.theme'], localStorage['open-gates.progress']]);
  expect([theme, progress]).toEqual(['light', expect.stringContaining(`easy\t${first}`)]);
});

test.describe('the program', () => {
  test.skip(({ output }) => output !== 'site', 'the others have it in the page');
  test.use({ serviceWorkers: 'block' });

  test('is asked for when something of the page is painted', async ({ page, open }) => {
    await open('#/quiz');
    const [painted, parsed, asked] = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      const files = performance.getEntriesByType('resource').filter(({ name }) => /open-gates-.*\.(js|wasm)|questions\.txt/.test(name));
      const painted = performance.getEntriesByName('first-contentful-paint')[0]!.startTime;
      return [painted, navigation!.domContentLoadedEventStart, files.map((it) => it.startTime)] as const;
    });
    expect(asked.length).toBeGreaterThan(4);
    // Where nothing is painted for long after the page has come, it is asked for all the same.
    for (const time of asked) expect(time).toBeGreaterThanOrEqual(Math.min(painted, parsed + 300));
  });

  test('starts where nobody tells of painting, as in a page that is not in view', async ({ page, open }) => {
    await page.addInitScript(() => {
      window.PerformanceObserver = class extends PerformanceObserver {
        override observe(options: PerformanceObserverInit) {
          if (options.type !== 'paint') super.observe(options);
        }
      };
    });
    await open('#/map');
    await expect(page.locator('.map-control').first()).toBeVisible();
  });
});

test.describe('a view whose chunk does not come', () => {
  test.skip(({ output }) => output === 'file', 'the one file has everything');
  test.use({ allowed: [/split|chunk|ERR_FAILED|Failed to (fetch|load)|failed/i] });

  test('says so, and comes when the reader comes back with a network', async ({ page, open }) => {
    await open();
    await page.route('**/*-split-*.wasm', (route) => route.abort());
    await page.evaluate(() => (location.hash = '#/map'));
    await expect(shown(page).getByText('This part of the page has not come')).toBeVisible();
    // The groups stand in the page itself.
    await expect(shown(page).getByRole('heading', { name: 'All groups' })).toBeVisible();
    await page.evaluate(() => (location.hash = '#/'));
    await page.unroute('**/*-split-*.wasm');
    await page.evaluate(() => (location.hash = '#/map'));
    await expect(page.locator('.map-control').first()).toBeVisible();
  });
});
