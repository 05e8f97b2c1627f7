// What an attacker writes, and what goes wrong at an unlucky school: docs/faults.md has the whole list.
// Every test here fails on an error on the console too, and on an uncaught one (see support/test.ts).
import { readFileSync } from 'node:fs';
import { changed } from './support/code.ts';
import { expect, started, test } from './support/test.ts';
import { codeOf, fillIn, handIn } from './support/paper.ts';
import { entry, passageAddresses, questions, shown } from './support/story.ts';
import type { Page } from '@playwright/test';
import type { Question } from './support/story.ts';

test.skip(({ output }) => output !== 'site', 'the same program in every output');

const [one, other, third] = questions('choose-one') as [Question, Question, Question];
const [passage = ''] = passageAddresses();
const [chapter = ''] = passage.split('/');
const PROGRESS = 'open-gates.progress';
const NOTES = 'open-gates.notes';

/** Runs if anything takes it for markup. */
const MARKUP = '"><img src=x onerror=ran=1><script>ran=1</script>';
/** Letters that turn the direction, and such as are not seen. */
const HIDDEN = '\u202e\u2066\u200f\u200b\ufeff';

/** One page is shown, in the window's width, nothing was taken for markup, and the program lives. */
async function expectSound(page: Page, what: string) {
  const found = await page.evaluate(() => ({
    wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    ran: 'ran' in window,
    trouble: !document.getElementById('trouble')!.hidden,
    pages: [...document.querySelectorAll<HTMLElement>('main > .page')].some((it) => it.offsetParent),
  }));
  expect(found, what).toEqual({ wide: 0, ran: false, trouble: false, pages: true });
}

/** Goes to an address as if it had been typed. */
const type = (page: Page, hash: string) =>
  page.evaluate(async (hash) => {
    location.hash = hash;
    for (let frames = 0; frames < 2; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  }, hash);

async function answer(page: Page, question: Question) {
  const right = question.options.find((option) => question.key.includes(option.id))!;
  await page.getByRole('radio', { name: right.text }).check();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Right.' })).toBeFocused();
}

test('no address stops the page, whatever it holds and however long it is', async ({ page, open }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  await open();
  const escaped = encodeURIComponent(MARKUP);
  const places = ['', 'quiz/', 'map/', 'claims/', 'search?q=', 'quiz/paper?class=', 'quiz/sheets?paper=', 'quiz?item=', `project?chapter=${chapter}&step=item/`];
  const ends = [MARKUP, escaped, encodeURIComponent(HIDDEN), HIDDEN, '\ud800', '%', '%E0%A4%A', '%00%ff', '__proto__', 'A'.repeat(40_000), '/'.repeat(20_000), '%'.repeat(20_000)];
  for (const place of places) {
    for (const end of ends) {
      await type(page, `#/${place}${end}`);
      await expectSound(page, `#/${place}${end.slice(0, 20)} (${end.length})`);
    }
  }
  await type(page, '#/');
  await expect(page.getByRole('link', { name: 'Start reading' })).toBeVisible();
});

test('a storm of steps through the history ends on the page of the address', async ({ page, open }) => {
  await open();
  await page.evaluate(async () => {
    const hashes = ['#/map', '#/quiz', '#/timeline', '#/search?q=a', '#/settings', '#/notes', '#/people', '#/nowhere'];
    for (let at = 0; at < 50; at += 1) location.hash = hashes[at % hashes.length]!;
    for (const step of ['back', 'forward', 'back'] as const) {
      for (let at = 0; at < 50; at += 1) {
        history[step]();
        if (at % 9 === 0) await new Promise((done) => setTimeout(done, 5));
      }
    }
  });
  await page.evaluate(() => (location.hash = '#/people'));
  await expect(shown(page)).toHaveAttribute('data-page', 'people');
  await expectSound(page, 'after the storm');
});

test('what stands in storage, or is written there by another tab, is words and no more', async ({ page, open, context, address }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  const long = 'W'.repeat(3000);
  const stored = {
    [PROGRESS]:
      `open-gates-progress\t1\nedition\t${MARKUP}\nplace\t${MARKUP}\nread\t${MARKUP}\neasy\t${MARKUP}\n` +
      `answer\t${one.id}\t4294967295\t4294967295/0\tone\t${MARKUP}\nquiz\tcard/${one.id}\t1\t-99999999999:99999999999999\n` +
      `quiz\tbegun/${MARKUP}\t4294967295\t${MARKUP}\n`,
    [NOTES]:
      `open-gates-notes\t1\nnote\t${MARKUP}\t${MARKUP}\t${MARKUP}\t${MARKUP}\timportant\tfull\t${passage.replace('/', '\t')}\t\t${MARKUP}\t\t${MARKUP}\\n${long}\n` +
      `note\tb\t275760-09-13\t\t\tquestion\teasy\t__proto__\tconstructor\t\t${HIDDEN}x\t\t\ud800\u0000${HIDDEN}\n`,
    ...Object.fromEntries(['size', 'lines', 'face', 'theme', 'motion', 'keys', 'speed', 'voice'].map((it) => [`open-gates.${it}`, MARKUP])),
  };
  const write = (all: Record<string, string>) => Object.entries(all).forEach((it) => localStorage.setItem(...it));
  // In the middle of work, first.
  await open(`#/quiz?item=${other.id}`);
  await expect(page.getByRole('radio').first()).toBeVisible();
  const second = await context.newPage();
  await second.goto(address);
  await started(second);
  await second.evaluate(write, stored);
  await second.close();
  await answer(page, other);
  for (const hash of ['#/', `#/read/${passage}`, '#/notes', '#/settings', '#/quiz', `#/quiz?item=${one.id}`, '#/quiz/review', '#/map', `#/project?chapter=${chapter}`]) {
    await open(hash);
    await page.reload();
    await started(page);
    await page.waitForTimeout(150);
    await expectSound(page, hash);
  }
  await open('#/notes');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Markdown/ }).click();
  const markdown = readFileSync((await (await download).path())!, 'utf8');
  expect(markdown).toContain('\\<script\\>');
  expect(markdown).not.toMatch(/(^|[^\\])<(img|script)/);
});

test('two tabs that write at once lose nothing', async ({ page, open, context, address }) => {
  await open();
  await page.evaluate(([key, passage]) => localStorage.setItem(key!, `open-gates-progress\t1\nread\t${passage}\n`), [PROGRESS, passage]);
  await open(`#/quiz?item=${one.id}`);
  const second = await context.newPage();
  await second.goto(`${address}#/quiz?item=${other.id}`);
  await started(second);
  await expect(second.getByRole('radio').first()).toBeVisible();
  // Of two programs that work at once, the one has not heard yet what the other has just written, until it
  // has written something itself.
  await second.evaluate(([key, mine]) => {
    const before = localStorage.getItem(key!);
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (name) {
      const now = get.call(this, name);
      return name === key && !now?.includes(mine!) ? before : now;
    };
  }, [PROGRESS, `answer\t${other.id}\t`]);
  await answer(page, one);
  await answer(second, other);
  const answers = () => page.evaluate((key) => localStorage.getItem(key)!.match(/^answer\t[^\t]+/gm), PROGRESS);
  await expect.poll(answers).toHaveLength(2);
  await second.close();
  await page.reload();
  await started(page);
  await expect(page.getByText('2 right of 2 answered')).toBeVisible();
});

test('easy words that one tab chose are not undone by another that reads on', async ({ page, open, context, address }) => {
  await open(`#/quiz?item=${one.id}`);
  const second = await context.newPage();
  await second.goto(`${address}#/read/${chapter}`);
  await started(second);
  await shown(second).getByRole('switch', { name: 'Easier words' }).focus();
  await second.keyboard.press('Space');
  await answer(page, one);
  expect(await page.evaluate((key) => localStorage.getItem(key), PROGRESS)).toContain(`easy\t${chapter}\n`);
});

test('what another tab cleared does not come back from a page that the browser kept aside', async ({ page, open }) => {
  await open(`#/quiz?item=${one.id}`);
  await answer(page, one);
  // It hears of nothing while it is kept.
  await page.evaluate(() => {
    localStorage.clear();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(page.getByText('0 right of 0 answered')).toBeVisible();
  await open(`#/quiz?item=${other.id}`);
  await answer(page, other);
  expect(await page.evaluate((key) => localStorage.getItem(key)!.match(/^answer/gm), PROGRESS)).toHaveLength(1);
});

test('storage that fills up, or is emptied, in the middle costs nothing that was kept or is shown', async ({ page, open }) => {
  await open(`#/quiz?item=${one.id}`);
  await answer(page, one);
  await page.evaluate(() => {
    for (let size = 1 << 20; size > 0; size >>= 1) {
      try {
        for (;;) localStorage.setItem(`other-${Math.random()}`, 'x'.repeat(size));
      } catch {
        /* Less, then. */
      }
    }
  });
  await type(page, `#/quiz?item=${other.id}`);
  await answer(page, other);
  await expect(page.getByText('2 right of 2 answered')).toBeVisible();
  await expect(page.getByText('so your progress lasts until you close it')).toBeVisible();
  const answers = () => page.evaluate((key) => localStorage.getItem(key)?.match(/^answer/gm)?.length, PROGRESS);
  expect(await answers()).toBe(1);
  await page.evaluate(() => localStorage.clear());
  await type(page, `#/quiz?item=${third.id}`);
  await answer(page, third);
  expect(await answers()).toBe(3);
});

/** Makes a paper, hands it in with nothing answered, and gives the code of that result. */
async function result(page: Page, who: string): Promise<string> {
  await fillIn(page, 2, ['choose one']);
  await handIn(page).click();
  await handIn(page).click();
  return codeOf(page, who);
}

test('a class that writes formulas and markup for names is a table of words', async ({ page, open }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open('#/quiz/paper');
  const code = await result(page, '1');
  // The number of the student stands behind all of the paper, which has some types, and all chapters.
  const place = 60n * 4n * 4096n * 1048576n * 65n * 511n * 2n;
  const of = (number: number) => changed(code, (digits) => digits + BigInt(number - 1) * place);
  const names = ['=HYPERLINK("http://x","y")', '\u200b=1+1', '\u0000=1', '@SUM(1)', MARKUP, `${HIDDEN}evil`, 'W'.repeat(1500), '"a ""b'];
  await open('#/quiz/desk');
  const text = names.map((name, at) => `${name}: ${of(at + 1)}`).join('\n');
  await page.getByRole('textbox', { name: 'Codes of your class' }).evaluate((it: HTMLTextAreaElement, text) => (it.value = text), text);
  await page.getByRole('button', { name: 'Read the codes' }).click();
  await expect(page.locator('#desk-summary')).toHaveText(`${names.length} results, nothing wrong.`);
  await expectSound(page, 'the desk');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
  const rows = readFileSync((await (await download).path())!, 'utf8').split('\r\n').slice(1, -1);
  expect(rows).toHaveLength(names.length);
  for (const row of rows) expect(row.split(',')[7]!.replace(/^"/, ''), row).not.toMatch(/^[\s\0\u200b\ufeff]*[=+@-]/);
});

test.describe('a file at the desk', () => {
  const codes = (page: Page) => page.getByRole('textbox', { name: 'Codes of your class' });
  const summary = (page: Page) => page.locator('#desk-summary');

  async function choose(page: Page, ...files: [name: string, content: string | Buffer][]) {
    const field = page.getByLabel('Or choose files with codes');
    await field.setInputFiles(files.map(([name, content]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })));
  }

  /** Opens the desk with a line typed, which it gives. */
  async function typed(page: Page, open: (hash?: string) => Promise<unknown>): Promise<string> {
    await page.setViewportSize({ width: 320, height: 640 });
    await open('#/quiz/paper');
    const line = `Ada: ${await result(page, '1')}`;
    await type(page, '#/quiz/desk');
    await codes(page).fill(line);
    return line;
  }

  async function read(page: Page) {
    await page.getByRole('button', { name: 'Read the codes' }).click();
    await expect(summary(page)).toBeFocused();
  }

  test('that is larger than is read, or no text, is refused by name, and nothing typed is lost', async ({ page, open }) => {
    const line = await typed(page, open);
    const large = Buffer.alloc(8 * 1024 * 1024 + 1, `${line}\n`);
    await choose(page, ['large.txt', large]);
    await expect(page.getByText('“large.txt” is larger than 8 megabytes and was not read.')).toBeFocused();
    await expect(codes(page)).toHaveValue(line);
    await choose(page, ['zero.txt', `${line}\0`]);
    await expect(page.getByText('“zero.txt” could not be read as text.')).toBeFocused();
    await expect(codes(page)).toHaveValue(line);
    await expectSound(page, 'after files that were refused');
    // Of several, the others are read.
    await choose(page, ['large.txt', large], ['small.txt', line.replace('Ada', 'Eve')]);
    await expect(codes(page)).toHaveValue(`${line}\n${line.replace('Ada', 'Eve')}`);
    await expect(page.getByText('“large.txt” is larger than 8 megabytes and was not read.')).toBeVisible();
    await read(page);
    // Both hold one code, beside which stand other names.
    await expect(summary(page)).toHaveText(/^2 results/);
    await expectSound(page, 'after the others were read');
  });

  test('of JSON as deep as it likes costs nothing that was typed', async ({ page, open }) => {
    test.slow();
    const line = await typed(page, open);
    const deep = 100_000;
    const nested = (open: string, close: string, inside = '') => open.repeat(deep) + inside + close.repeat(deep);
    const files = [
      `{"results":${nested('[', ']')}}`,
      `{"results":[${nested('{"code":', '}', '1')}]}`,
      nested('{"__proto__":', '}', '{}'),
      nested('{"results":[', ']}'),
      // Never closed.
      nested('{"results":[', ''),
    ];
    for (const [at, file] of files.entries()) {
      await codes(page).fill(line);
      await choose(page, [`deep-${at}.json`, file]);
      await expect.poll(() => codes(page).inputValue(), `file ${at}`).not.toBe(line);
      expect((await codes(page).inputValue()).startsWith(`${line}\n`), `file ${at}`).toBe(true);
      await read(page);
      await expect(summary(page)).toHaveText(/^1 result/);
      await expectSound(page, `file ${at}`);
      // Alone, and typed.
      await codes(page).evaluate((it: HTMLTextAreaElement, file) => (it.value = file), file);
      await read(page);
      await expectSound(page, `file ${at}, typed`);
    }
    await codes(page).fill(line);
    await read(page);
    await expect(summary(page)).toHaveText('1 result, nothing wrong.');
  });

  test('of characters that are not seen, or turn the direction, hides no code and no name', async ({ page, open }) => {
    const line = await typed(page, open);
    const range = (from: number, to: number) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
    // All but NUL, the tab and the ends of lines.
    const control = range(0x01, 0x08) + range(0x0e, 0x1f) + range(0x7f, 0x84) + range(0x86, 0x9f);
    const turning = range(0x202a, 0x202e) + range(0x2066, 0x2069) + range(0x200b, 0x200f) + range(0x2060, 0x2064);
    const unseen = `\u00ad\u034f\u061c\u115f\u180e\u3164\ufeff\ufff9${range(0xfe00, 0xfe0f)}${range(0xe0001, 0xe0020)}`;
    const code = line.slice('Ada: '.length);
    const file = [control, turning, unseen, control + turning + unseen, 'e' + '\u0301'.repeat(5000)];
    // Signs that messengers put into what they send.
    const hidden = [...code].map((sign, at) => sign + HIDDEN[at % HIDDEN.length]!).join('');
    await codes(page).fill('');
    await choose(page, ['unseen.txt', `${file.join('\n')}\n${HIDDEN}Ada${HIDDEN}: ${hidden}\n`]);
    await expect(codes(page)).toHaveValue(/Ada/);
    await expectSound(page, 'in the field');
    await read(page);
    await expect(summary(page)).toHaveText(/^1 result/);
    await expect(page.locator('#desk-read .sums').first().getByRole('row').nth(1)).toContainText('Ada');
    await expectSound(page, 'as a table');
    // What a line turns round ends with it.
    const turned = await page.locator('#desk-read :is(li, td)').evaluateAll((all) => all.filter((it) => getComputedStyle(it).direction !== 'ltr').length);
    expect(turned).toBe(0);
  });

  test('of bytes that are no letters is words, or is refused', async ({ page, open }) => {
    const line = await typed(page, open);
    const bytes = Buffer.from(Array.from({ length: 60_000 }, (_, at) => 1 + ((at * 7919) % 255)));
    await choose(page, ['bytes.txt', bytes]);
    await expect.poll(() => codes(page).inputValue()).not.toBe(line);
    await read(page);
    await expect(summary(page)).toHaveText(/^1 result/);
    await expectSound(page, 'bytes');
  });
});

test('a file that means no good is read as words, and thousands of lost notes keep nobody waiting', async ({ page, open }) => {
  const lines = ['open-gates-file\t1', 'section\tprogress\t4', 'open-gates-progress\t1', `place\t${MARKUP}`, `read\t${MARKUP}`, `answer\t${MARKUP}\t4294967295\t9/9\tone\t${MARKUP}`];
  const notes = Array.from({ length: 3000 }, (_, at) => `note\tn${at}\t2026\t2026\t2026.2\timportant\tfull\t${passage.replace('/', '\t')}\t\t${at ? 'no such words' : MARKUP} ${at}\t\t${MARKUP}`);
  lines.push(`section\tnotes\t${notes.length + 1}`, 'open-gates-notes\t1', ...notes, 'section\tsettings\t1', `theme\t${MARKUP}`);
  let sum = 0xffffffff;
  for (const byte of Buffer.from(lines.join('\n') + '\n')) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  const text = `${lines.join('\n')}\nend\t${(sum >>> 0).toString(16).padStart(8, '0')}\n`;
  await open('#/settings');
  await page.getByLabel('Load a file').setInputFiles({ name: 'p.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(page.locator('#file-result')).toHaveText(/^Taken over: 1 passage read, 1 answer, 3000 marks and notes/);
  await expectSound(page, 'settings');
  for (const hash of [`#/read/${passage}`, '#/notes', '#/']) {
    // It took more than a minute, which is longer than a test may.
    await open(hash);
    await page.evaluate(() => document.body.offsetHeight);
    await expectSound(page, hash);
  }
});

test('clocks that go backwards, or stand at the end of time, do no harm', async ({ page, open }) => {
  for (const start of [8.64e15 - 60_000, -8.64e15 + 60_000, Number.NaN, Date.now()]) {
    await page.addInitScript((start) => {
      const Real = Date;
      let now = start;
      const tick = () => (now -= 1000);
      window.Date = class extends Real {
        constructor(...all: []) {
          super(...((all.length ? all : [tick()]) as []));
        }
        static now = tick;
      } as DateConstructor;
    }, start);
    for (const [hash, sign] of [
      [`#/quiz?item=${one.id}`, page.getByRole('radio').first()],
      ['#/quiz/review', page.locator('#item-heading')],
      [`#/project?chapter=${chapter}`, page.locator('#show-stage')],
    ] as const) {
      await open(hash);
      await expect(sign).toBeVisible();
      await expectSound(page, `${hash} at ${start}`);
    }
  }
});

test('a window of a show keeps pace with one that tells too much, and with nonsense', async ({ page, open, context, address }) => {
  await open(`#/project?chapter=${chapter}&pair=abc`);
  await expect(page.locator('#show-stage')).toBeVisible();
  const second = await context.newPage();
  await second.goto(`${address}#/settings`);
  await started(second);
  await second.evaluate(
    ([chapter, markup]) => {
      const channel = new BroadcastChannel('open-gates-show-abc');
      const start = 'open-gates-show-1 ';
      const show = `${start}#/project?chapter=${chapter}&step=`;
      const junk = [null, 1, {}, [], new Map(), 'x', start, `${start}${markup}`, `${show}${encodeURIComponent(markup!)}`, `${show}item/${encodeURIComponent(markup!)}`, 'x'.repeat(1e6)];
      for (const message of junk) channel.postMessage(message);
      for (let at = 0; at < 600; at += 1) channel.postMessage(`${show}map/${1963 + (at % 20)}`);
      channel.postMessage(`${show}map/1970`);
    },
    [chapter, MARKUP],
  );
  // Each drawn by itself takes half a minute together, longer than is waited for here.
  await expect(page).toHaveURL(/step=map\/1970/);
  await expectSound(page, 'the show');
});

test('a full screen that the browser refuses is said to be refused', async ({ page, open }) => {
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused by a policy'));
  });
  await open(`#/project?chapter=${chapter}`);
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.locator('#show-status')).not.toBeEmpty();
});

test('the field of the search sends nothing, however it is asked to', async ({ page, open }) => {
  await open('#/search');
  await page.getByRole('searchbox').fill('refusenik');
  await page.getByRole('searchbox').evaluate((it: HTMLInputElement) => it.form!.requestSubmit());
  await expect(page.locator('#search-results a').first()).toBeVisible();
  await expect(page).toHaveURL(/#\/search\?q=refusenik$/);
});

test.describe('where the program does not start', () => {
  test.use({ allowed: [/^console: .*(ERR_FAILED|Failed to fetch|CORS|autofocus)/s] });

  test('an address that is none leaves the story, the evidence and the banner', async ({ page, open, context }) => {
    await context.route('**/*.wasm', (route) => route.abort());
    await open('#/%', { started: false });
    await expect(page.getByRole('alert').filter({ hasText: 'could not start' })).toBeVisible();
    await expect(entry(page, `/read/${passage}`)).toBeVisible();
    await expect(entry(page, '/claims').getByRole('article').first()).toBeVisible();
  });

  test('a frame without rights has the story, and no error but those of the frame', async ({ page, address }) => {
    const body = `<iframe sandbox="allow-scripts" src="${address}#/read/${passage}" width="320" height="400"></iframe>`;
    await page.route('**/course.html', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${address}course.html`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('#trouble')).toBeVisible();
    await expect(frame.locator(`[id="/read/${passage}"]`)).toBeVisible();
  });
});
