// For everyone: what axe-core finds in every view and state, and what it cannot see.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { TAGS, faults } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { chapterIds, groupIds, questions, shown } from './support/story.ts';
import type { Question } from './support/story.ts';

const chapters = chapterIds();
const [first = ''] = chapters;
const [group = ''] = groupIds();
const [one] = questions('choose-one') as [Question];
const [several] = questions('choose-several') as [Question];
const [order] = questions('order') as [Question];
const [find] = questions('find-on-map') as [Question];

const check = (page: Page) => page.getByRole('button', { name: 'Check', exact: true }).click();
const verdict = (page: Page) => page.locator('#quiz-view .verdict-box').getByRole('heading');

/** Chooses options by id and hands the answer in. */
async function answer(page: Page, question: Question, ids: string[]) {
  const role = question.type === 'choose-one' ? 'radio' : 'checkbox';
  for (const { id, text } of question.options) {
    if (ids.includes(id)) await page.getByRole(role, { name: text }).check();
  }
  await check(page);
  await expect(verdict(page)).toBeFocused();
}

/** Brings the items to be ordered into an order. */
async function arrange(page: Page, ids: string[]) {
  for (const [place, id] of ids.entries()) {
    const text = order.options.find((it) => it.id === id)!.text;
    const at = async () =>
      (await page.locator('.order .option-text').allTextContents()).indexOf(text);
    for (let now = await at(); now > place; now -= 1) {
      await page.getByRole('button', { name: `Move up: ${text}` }).click();
      await expect.poll(at).toBe(now - 1);
    }
  }
  await check(page);
  await expect(verdict(page)).toBeFocused();
}

const wrong = (question: Question) => question.options.filter((it) => !question.key.includes(it.id)).map((it) => it.id);

/** Every view and state: its name, its address, and what is done there. */
const STATES: [string, string, ((page: Page) => Promise<void>)?][] = [
  ['front page', '#/'],
  ...chapters.map((id): [string, string] => [`chapter ${id}`, `#/read/${id}`]),
  ...chapters.map((id): [string, string, (page: Page) => Promise<void>] => [
    `chapter ${id} in easier words`,
    `#/read/${id}`,
    async (page) => {
      await page.getByRole('switch', { name: 'Easier words' }).focus();
      await page.keyboard.press('Space');
    },
  ]),
  [
    'popover of a claim',
    `#/read/${first}`,
    async (page) => {
      await shown(page).locator('.full a.ref-claim').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  ],
  ['passage that an address led to', '#/', toPassage],
  [
    'map',
    '#/map',
    async (page) => {
      await expect(page.locator('.map-control').first()).toBeVisible();
    },
  ],
  [
    'map with a group open',
    `#/map/${group}`,
    async (page) => {
      await expect(page.locator('.map-panel')).toBeVisible();
    },
  ],
  [
    'map in its first year',
    '#/map',
    async (page) => {
      await page.getByRole('slider', { name: 'Year' }).focus();
      await page.keyboard.press('Home');
      await expect(page.getByRole('button', { name: 'One year back' })).toBeDisabled();
    },
  ],
  [
    'map on which nothing is chosen',
    '#/map?year=1985&kind=student&state=AL',
    async (page) => {
      await expect(page.locator('.map-choose [role=status]')).toContainText(/^(0|no)/i);
      await expect(page.locator('.map-control:visible')).toHaveCount(0);
    },
  ],
  [
    'map with a place that nobody knows',
    '#/map?near=Atlantis',
    async (page) => {
      await expect(page.locator('#map-near')).toContainText('“Atlantis”');
    },
  ],
  [
    'map with lines where there are none',
    '#/map?year=1&ties=1',
    async (page) => {
      await expect(page.locator('#map-tie-list > p')).toBeVisible();
      await expect(page.locator('.map-land .tie')).toHaveCount(0);
    },
  ],
  [
    'map while the years go by',
    '#/map?year=1',
    async (page) => {
      await page.getByRole('button', { name: 'Play' }).click();
      await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    },
  ],
  [
    'map with what happened in its year',
    '#/map?year=1974',
    async (page) => {
      await page.getByRole('button', { name: 'One year on' }).click();
      await expect(page.locator('.map-events').getByRole('heading', { name: 'In 1975' })).toBeVisible();
      await expect(page.locator('.map-events a').first()).toBeVisible();
    },
  ],
  [
    'map with a group open on a phone',
    `#/map/${group}`,
    async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await expect(page.locator('.map-panel')).toHaveCSS('position', 'fixed');
      await expect(page.locator('.map-panel').getByRole('heading').first()).toBeVisible();
    },
  ],
  ['timeline', '#/timeline', someEvidence],
  ['people', '#/people'],
  ['glossary', '#/glossary'],
  ['claims', '#/claims', someEvidence],
  ['disputes', '#/disputes', someEvidence],
  ['sources', '#/sources', someEvidence],
  ['further reading', '#/further', someEvidence],
  ['for teachers', '#/teach', someEvidence],
  ['no such page', '#/nowhere/at/all'],
  ['choose one, before', `#/quiz?item=${one.id}`],
  ['choose one, nothing chosen', `#/quiz?item=${one.id}`, check],
  [
    'choose one, with a hint',
    `#/quiz?item=${one.id}`,
    async (page) => {
      await page.getByRole('button', { name: 'Give me a hint' }).click();
      await expect(page.locator('.hints li')).toBeVisible();
    },
  ],
  ['choose one, wrong', `#/quiz?item=${one.id}`, (page) => answer(page, one, wrong(one).slice(0, 1))],
  ['choose one, right', `#/quiz?item=${one.id}`, (page) => answer(page, one, one.key)],
  ['choose several, before', `#/quiz?item=${several.id}`],
  ['choose several, wrong', `#/quiz?item=${several.id}`, (page) => answer(page, several, wrong(several))],
  [
    'choose several, partly right',
    `#/quiz?item=${several.id}`,
    (page) => answer(page, several, [...several.key.slice(0, 1), ...wrong(several).slice(0, 1)]),
  ],
  ['choose several, right', `#/quiz?item=${several.id}`, (page) => answer(page, several, several.key)],
  ['order, before', `#/quiz?item=${order.id}`],
  ['order, wrong', `#/quiz?item=${order.id}`, (page) => arrange(page, [...order.key].reverse())],
  [
    'order, partly right',
    `#/quiz?item=${order.id}`,
    (page) => arrange(page, [...order.key.slice(0, 2), ...order.key.slice(2).reverse()]),
  ],
  ['order, right', `#/quiz?item=${order.id}`, (page) => arrange(page, order.key)],
  ['way back to the question', `#/read/${first}?from=${one.id}`],
];

/** Waits for the evidence and leaves a part of it: entries are alike, and axe would take minutes for all. */
async function someEvidence(page: Page) {
  await expect(page.locator('.later > *:visible').first()).toBeVisible();
  await page.evaluate(() => {
    const entries = [...document.querySelectorAll('.later .entry, .later .sources > li')];
    const shown = entries.filter((it) => it.checkVisibility());
    for (const entry of shown.filter((_, at) => at > 20 && at % 12 > 0)) entry.remove();
  });
}

/** Goes to a passage as if its address had been typed. */
async function toPassage(page: Page) {
  const passage = `/read/${one.chapter}/${one.passage}`;
  await page.evaluate((passage) => (location.hash = passage), passage);
  await expect(page.locator('.arrived')).toHaveId(passage);
}

test.describe('axe-core', () => {
  // Every output has the same text, markup and style; what axe sees does not differ.
  test.skip(({ output }) => output !== 'site', 'does not differ by output');
  // On a busy machine axe takes its time over the longest pages; nothing waits for anything here.
  test.slow();

  for (const [name, hash, act] of STATES) {
    test(`finds nothing in either theme: ${name}`, async ({ page, open }) => {
      await open(hash);
      await act?.(page);
      expect(await faults(page)).toEqual([]);
    });
  }

  test.describe('where scripts do not run', () => {
    test.use({ allowed: [/./] });

    test('finds nothing in either theme: the banner for a failed start', async ({ page, open, context }) => {
      await context.route('**/*.wasm', (route) => route.abort());
      await open('', { started: false });
      await expect(page.getByRole('alert').first()).toBeVisible();
      expect(await faults(page, '#trouble')).toEqual([]);
    });

    // A policy keeps the page's scripts from running, and axe's own still run.
    test('finds nothing in either theme: scripts off', async ({ page, open, context, address }) => {
      await context.route(address, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'content-security-policy': "script-src 'none'" };
        await route.fulfill({ response, headers });
      });
      await open('', { started: false });
      await expect(page.locator('html[data-page]')).toHaveCount(0);
      // Everything at once is much to look at: colours and sizes are those of pages seen one by one above.
      const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS);
      const { violations } = await axe.disableRules(['color-contrast', 'target-size']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.target).join(', ')}`)).toEqual([]);
    });
  });

  test('finds nothing in either theme: the notice that nothing is kept', async ({ page, open }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await open(`#/quiz?item=${one.id}`);
    await answer(page, one, one.key);
    await expect(page.locator('.notice:visible')).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });
});

// An item of each type that has fields of its own.
const OTHERS = (['match', 'word-bank', 'weigh-sources', 'estimate', 'open'] as const).map((type) => questions(type)[0]!);

const VIEWS = ['#/', `#/read/${first}`, '#/map', `#/map/${group}`, '#/timeline', '#/people', '#/glossary', `#/quiz?item=${one.id}`, `#/quiz?item=${order.id}`, '#/quiz/paper', '#/quiz/review', '#/quiz/desk', ...OTHERS.map((it) => `#/quiz?item=${it.id}`), '#/claims', '#/disputes', '#/sources', '#/further', '#/teach', '#/search?q=march', '#/notes', '#/project', `#/project?chapter=${first}`, '#/settings', '#/nowhere'];

test.describe('on small screens and with large text', () => {
  test.skip(({ output }) => output !== 'site', 'does not differ by output');

  const CASES = [
    ['320 px', 320, 100],
    ['text at 200 %', 1280, 200],
    ['text at 200 % on a phone', 640, 200],
  ] as const;
  for (const [name, width, size] of CASES) {
    test(`nothing is scrolled sideways at ${name}`, async ({ page, open }) => {
      await page.setViewportSize({ width, height: 640 });
      await open();
      await page.addStyleTag({ content: `html { font-size: ${size}% !important; }` });
      for (const hash of VIEWS) {
        await page.evaluate((hash) => (location.hash = hash), hash);
        const name = hash.replace(/^#\//, '').split('?')[0]!.replace(/^(map|quiz)\/.*/, '$1').replace('nowhere', 'unknown') || 'home';
        await expect(page.locator('html')).toHaveAttribute('data-page', name);
        await page.evaluate(() => document.fonts.ready);
        const wide = await page.evaluate(() => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          const found = [...document.querySelectorAll('body *')].filter((it) => {
            const box = it.getBoundingClientRect();
            return box.width > 0 && box.right > root.clientWidth + 1;
          });
          return ['scrolls sideways', ...found.slice(0, 8).map((it) => `${it.tagName}.${it.getAttribute('class')}`)];
        });
        expect(wide, `${hash} at ${name}`).toEqual([]);
      }
    });
  }

  test('a popover fits a screen of 320 px', async ({ page, open }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(`#/read/${first}`);
    await shown(page).locator('.full a.ref-claim').first().click();
    const box = await page.getByRole('dialog').boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(320);
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y + box!.height).toBeLessThanOrEqual(640);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test.describe('signs', () => {
  test.skip(({ output }) => output !== 'site', 'does not differ by output');

  test('differ by shape for each kind, and by more than colour for each state', async ({ page, open }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await open('#/map');
    const key = page.locator('.map-key li');
    await expect(key.first()).toBeVisible();
    const signs = await key.evaluateAll((all) =>
      all.map((it) => {
        const shape = it.querySelector('.shape')!;
        const style = getComputedStyle(shape);
        return {
          name: it.textContent!.trim(),
          kind: it.getAttribute('data-kind'),
          activity: it.getAttribute('data-activity'),
          shape: shape.getAttribute('d'),
          look: [
            style.strokeDasharray,
            style.transform,
            getComputedStyle(it.querySelector('.strike')!).display,
            style.fill === style.stroke ? 'filled' : 'hollow',
          ].join(' '),
        };
      }),
    );
    const shapes = new Map(signs.map(({ kind, shape }) => [kind, shape]));
    expect(new Set(shapes.values()).size).toBe(shapes.size);
    const kinds = await page.locator('.map-control').evaluateAll((all) => all.map((it) => it.getAttribute('data-kind')));
    for (const kind of new Set(kinds)) expect([...shapes.keys()]).toContain(kind);
    const looks = new Map(
      signs.filter(({ kind }) => kind === 'grassroots').map(({ activity, look }) => [activity, look]),
    );
    expect(looks.size).toBe(4);
    expect(new Set(looks.values()).size).toBe(looks.size);
  });

  test('and controls can be seen where colours are forced', async ({ page, open }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await open(`#/read/${first}`);
    await expect(page.getByRole('switch', { name: 'Easier words' })).toBeVisible();
    const border = await page
      .getByRole('button', { name: 'Dark' })
      .evaluate((it) => getComputedStyle(it).borderTopColor !== getComputedStyle(document.body).backgroundColor);
    expect(border).toBe(true);
  });
});

// What is drawn, not what the style sheet says: two of these pictures are told apart as an eye would.
test.describe('signs on the map where colours are forced', () => {
  test.skip(({ output }) => output !== 'site', 'does not differ by output');
  test.use({ deviceScaleFactor: 2, viewport: { width: 1280, height: 1100 } });

  /** A sign as it is drawn: how much each pixel of it differs from the ground, from 0 to 9. */
  interface Drawn {
    id: string;
    kind: string;
    activity: string;
    pixels: number[];
  }
  const ACTIVITIES = ['active', 'perhaps', 'not-yet', 'ended'];

  /** Signs of the map that is shown, all or some, from a screenshot. */
  async function signs(page: Page, which = '.map-control'): Promise<Drawn[]> {
    const all = await page.locator(which).evaluateAll((all) =>
      all.flatMap((it) => {
        const { left, right, top, bottom } = it.getBoundingClientRect();
        const [kind, activity] = [it.getAttribute('data-kind')!, it.getAttribute('data-activity')!];
        return it.checkVisibility() ? [{ id: it.id, kind, activity, middle: [left + right, top + bottom] }] : [];
      }),
    );
    const png = (await page.screenshot()).toString('base64');
    return page.evaluate(
      async ({ png, all }) => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (it) => it.charCodeAt(0))]));
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!;
        canvas.drawImage(image, 0, 0);
        // As far from its middle as no neighbour comes, at two pixels of the screen for each of the page.
        const HALF = 23;
        const SIDE = 2 * HALF;
        const light = (data: Uint8ClampedArray, at: number) => 0.3 * data[at]! + 0.6 * data[at + 1]! + 0.1 * data[at + 2]!;
        const ground = light(canvas.getImageData(1, 1, 1, 1).data, 0);
        return all.map(({ middle, ...rest }) => {
          const [x, y] = middle.map((it) => Math.round(it) - HALF) as [number, number];
          const { data } = canvas.getImageData(x, y, SIDE, SIDE);
          const drawn = (x: number, y: number) => {
            if (Math.hypot(x + 0.5 - HALF, y + 0.5 - HALF) > HALF) return 0;
            return Math.round(Math.abs(light(data, 4 * (y * SIDE + x)) - ground) / 28);
          };
          const numbers = Array.from({ length: SIDE }, (_, at) => at);
          // Browsers draw at whole pixels of the page: each picture begins where the sign does.
          const top = numbers.find((y) => numbers.some((x) => drawn(x, y) > 3)) ?? 0;
          const left = numbers.find((x) => numbers.some((y) => drawn(x, y) > 3)) ?? 0;
          return { ...rest, pixels: numbers.flatMap((y) => numbers.map((x) => drawn(x + left, y + top))) };
        });
      },
      { png, all },
    );
  }

  /** How far two pictures are from each other, from 0 to 1. */
  const apart = (one: number[], other: number[]) =>
    one.reduce((sum, it, at) => sum + Math.abs(it - other[at]!), 0) / (9 * one.length);

  const look = ({ kind, activity }: Drawn) => `${kind}, ${activity}`;

  /** Runs while a part of the map is not drawn: neither its ground can be taken for a sign nor a sign for it. */
  async function without<T>(page: Page, part: string, run: () => Promise<T>): Promise<T> {
    const style = await page.addStyleTag({ content: `${part} { visibility: hidden; }` });
    const result = await run();
    await style.evaluate((it) => it.remove());
    return result;
  }

  /** A sign of each kind in each state. */
  async function patterns(page: Page): Promise<Drawn[]> {
    const kinds = await page.locator('.map-control').evaluateAll((all) => all.map((it) => [it.getAttribute('data-kind'), it.id]));
    const ids = [...new Map(kinds as [string, string][]).values()].map((id) => `#${id}`).join(', ');
    const put = (states: string[]) =>
      page.locator(ids).evaluateAll((all, states) => {
        return all.map((it, at) => {
          const before = it.getAttribute('data-activity')!;
          it.setAttribute('data-activity', states[at % states.length]!);
          return before;
        });
      }, states);
    const found: Drawn[] = [];
    const before = await put(['active']);
    for (const activity of ACTIVITIES) {
      await put([activity]);
      found.push(...(await without(page, '.map-land', () => signs(page, ids))));
    }
    await put(before);
    return found;
  }

  /** Signs that look like another kind or another state than theirs. */
  async function mistaken(page: Page, patterns: Drawn[]): Promise<string[]> {
    return (await without(page, '.map-land', () => signs(page))).flatMap((sign) => {
      const by = patterns.map((it) => ({ look: look(it), far: apart(sign.pixels, it.pixels) }));
      const nearest = by.reduce((least, it) => (it.far < least.far ? it : least));
      if (nearest.look === look(sign) && sign.pixels.some((it) => it > 6)) return [];
      return [`${sign.id}, ${look(sign)}, looks like ${nearest.look}`];
    });
  }

  async function openMap(page: Page, open: (hash?: string) => Promise<unknown>, year: number) {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await open(`#/map?year=${year}`);
    await expect(page.locator('.map-control')).toHaveCount(groupIds().length);
    await expect(page.locator('.map-summary')).toContainText(`${year}: `);
  }

  test('are drawn unlike each other for each kind and each state, and alike in each year', async ({ page, open }) => {
    test.slow();
    await openMap(page, open, 1974);
    const kinds = new Set(await page.locator('.map-control').evaluateAll((all) => all.map((it) => it.getAttribute('data-kind'))));
    const all = await patterns(page);
    expect(all).toHaveLength(kinds.size * ACTIVITIES.length);
    const alike = all.flatMap((one, at) =>
      all.slice(at + 1).filter((it) => apart(one.pixels, it.pixels) < 0.03).map((it) => `${look(one)} and ${look(it)}`),
    );
    expect(alike).toEqual([]);
    for (const year of [1963, 1974, 1985]) {
      await openMap(page, open, year);
      await expect.poll(() => mistaken(page, all), `in ${year}`).toEqual([]);
    }
    // The ground is lines on paper, on which all of them are seen.
    for (const { id, pixels } of await without(page, '.sign', () => signs(page))) {
      expect(apart(pixels, pixels.map(() => 0)), id).toBeLessThan(0.5);
    }
  });

  test('of several groups are drawn as no single one is, with their number', async ({ page, open }) => {
    await openMap(page, open, 1974);
    const all = await patterns(page);
    await page.addStyleTag({ content: '.map-frame { inline-size: 150px; }' });
    await expect(page.locator('.map-control[data-crowd]').first()).toBeVisible();
    const crowds = page.locator('.map-control[data-crowd]');
    const ids = await crowds.evaluateAll((them) => them.map((it) => it.id));
    const numbered = await without(page, '.map-land', () => signs(page));
    // A number of the same colour as its disc would not be there.
    await crowds.evaluateAll((them) => them.forEach((it) => it.setAttribute('data-crowd', '\u00a0')));
    const bare = await without(page, '.map-land', () => signs(page));
    for (const id of ids) {
      const [disc, empty] = [numbered, bare].map((them) => them.find((it) => it.id === id)!) as [Drawn, Drawn];
      expect(apart(disc.pixels, empty.pixels), id).toBeGreaterThan(0.05);
      for (const sign of all) expect(apart(disc.pixels, sign.pixels), `${id} and ${look(sign)}`).toBeGreaterThan(0.05);
    }
  });

  test('are joined by lines that differ by more than their colour', async ({ page, open }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await open('#/map?year=1985&ties=1');
    const lines = page.locator('.map-land .tie');
    await expect(lines.first()).toBeAttached();
    const looks = new Map(
      await lines.evaluateAll((all) =>
        all.map((it) => {
          const { strokeDasharray, strokeWidth, stroke } = getComputedStyle(it);
          return [it.getAttribute('class')!, { line: `${strokeDasharray} of ${strokeWidth}`, stroke }] as const;
        }),
      ),
    );
    expect(looks.size).toBeGreaterThan(2);
    expect(new Set([...looks.values()].map((it) => it.line)).size, JSON.stringify([...looks])).toBe(looks.size);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    for (const [name, { stroke }] of looks) expect(stroke, name).not.toBe(paper);
  });

  test('tell kinds and the chosen one apart in an item of the quiz, too', async ({ page, open }) => {
    await openMap(page, open, 1974);
    const all = await patterns(page);
    await open(`#/quiz?item=${find.id}`);
    await expect(page.locator('.map-find .map-control')).toHaveCount(groupIds().length);
    await page.locator('.map-find').scrollIntoViewIfNeeded();
    await expect.poll(() => mistaken(page, all)).toEqual([]);
    const sign = page.locator('.map-find .map-control').last();
    const [id, before] = [(await sign.getAttribute('id'))!, await signs(page)];
    await sign.click();
    await expect(sign).toHaveAttribute('aria-pressed', 'true');
    await page.mouse.move(0, 0);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await expect(sign.locator('.map-label')).toBeVisible();
    const [was, is] = [before, await signs(page)].map((them) => them.find((it) => it.id === id)!) as [Drawn, Drawn];
    expect(apart(was.pixels, is.pixels)).toBeGreaterThan(0.03);
  });
});

test('nothing moves by itself where less motion is asked for', async ({ page, open }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open('#/map');
  await page.locator('.map-control').first().click();
  await expect(page.locator('.map-panel')).toBeVisible();
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  const smooth = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  expect(smooth).toBe('auto');
});

test('what can be pressed is large enough', async ({ page, open }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 800 });
  for (const hash of [...VIEWS, `#/read/${first}`, `#/quiz?item=${find.id}`]) {
    await open(hash);
    await expect(shown(page).locator('h1').first()).toBeVisible();
    const small = await page.locator('button:visible, input:visible, select:visible, summary:visible, .masthead a:visible, .footer a:visible').evaluateAll((all) =>
      all.flatMap((it) => {
        const { width, height } = it.getBoundingClientRect();
        // What is read as a part of the text is as high as its line (WCAG 2.2, 2.5.8, inline); what a label
        // belongs to is pressed by the label too.
        const target = it.matches('label input') ? it.closest('label')!.getBoundingClientRect() : { width, height };
        return target.width < 24 || target.height < 24 ? [`${it.outerHTML.slice(0, 80)}: ${width} × ${height}`] : [];
      }),
    );
    expect(small, hash).toEqual([]);
  }
});

test('what has the focus is not hidden behind anything', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  for (const [width, height] of [[390, 640], [1280, 700]] as const) {
    await page.setViewportSize({ width, height });
    for (const hash of [`#/read/${first}`, `#/map/${group}`, '#/search?q=march', '#/timeline']) {
      await open(hash);
      await expect(shown(page).locator('h1').first()).toBeAttached();
      // What is found would push away what has the focus.
      if (hash.startsWith('#/search')) await expect(page.locator('#search-results mark').first()).toBeVisible();
      for (let presses = 0; presses < 30; presses += 1) {
        await page.keyboard.press('Tab');
        const hidden = await page.evaluate(() => {
          const it = document.activeElement;
          if (!it || it === document.body) return null;
          const seen = [...it.getClientRects()].some(({ left, right, top, bottom }) =>
            [0.1, 0.5, 0.9].some((part) => {
              const at = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
              return at && (it.contains(at) || at.contains(it));
            }),
          );
          return seen ? null : it.outerHTML.slice(0, 120);
        });
        expect(hidden, `${hash} at ${width} px`).toBeNull();
      }
    }
  }
});

test('nothing is lost where readers set their own spacing', async ({ page, open, output }) => {
  test.skip(output !== 'site', 'does not differ by output');
  test.slow();
  await page.setViewportSize({ width: 390, height: 800 });
  await open();
  // The values of WCAG 2.2, 1.4.12.
  await page.addStyleTag({
    content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
              p { margin-block-end: 2em !important; }`,
  });
  for (const hash of VIEWS) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await expect(shown(page).locator('h1').first()).toBeVisible();
    const lost = await page.evaluate(() => {
      const cut = [...document.querySelectorAll('main *, header *, footer *')].filter((it) => {
        if (!(it instanceof HTMLElement) || !it.checkVisibility() || !it.textContent || it.closest('.spoken, .wide, .skip')) return false;
        const { overflowX, overflowY } = getComputedStyle(it);
        const clips = (value: string) => value === 'hidden' || value === 'clip';
        return (clips(overflowX) && it.scrollWidth > it.clientWidth + 1) || (clips(overflowY) && it.scrollHeight > it.clientHeight + 1);
      });
      const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
      return [...(wide ? ['scrolls sideways'] : []), ...cut.map((it) => it.outerHTML.slice(0, 100))];
    });
    expect(lost, hash).toEqual([]);
  }
});

test('style sheets name sides by the direction of text, but for places on a screen', () => {
  const folder = resolve(fileURLToPath(import.meta.url), '../../style');
  // A popover lies beside a place on the screen, and a map does not turn round with the script.
  const allowed = /#reference-popover/;
  const physical = /(?:^|[\s;{])(?:left|right|(?:margin|padding|border)-(?:left|right)[a-z-]*)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) =>
      readFileSync(resolve(folder, name), 'utf8')
        .split('\n')
        .map((line, at) => ({ line, place: `${name}:${at + 1}` })),
    )
    .filter(({ line }) => physical.test(line) && !allowed.test(line))
    .map(({ line, place }) => `${place}: ${line.trim()}`);
  expect(found).toEqual([]);
});
