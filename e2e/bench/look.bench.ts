import { test } from '@playwright/test';
import { serve } from '../support/server.ts';
test('x', async ({ browser }) => {
  const server = await serve(`/work/main/dist/site`, '/');
  for (const [w, scheme] of [[1280,'light'],[390,'dark']] as const) {
  const page = await browser.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme });
  page.on('console', m => m.type() === 'error' && console.log(m.text())); page.on('pageerror', e => console.log('ERR', e));
  await page.goto(`${server.origin}/#/quiz/paper`);
  await page.locator('.new-paper').first().waitFor();
  await page.screenshot({path: `/tmp/p-new-${w}.png`, fullPage: true});
  await page.getByRole('button', { name: 'Make a paper' }).click();
  await page.waitForTimeout(500);
  console.log(page.url());
  await page.screenshot({path: `/tmp/p-1-${w}.png`, fullPage: true});
  for (let i = 0; i < 12; i++) {
    for (const s of await page.locator('.item select').all()) await s.selectOption({ index: 1 });
    const o = page.locator('.item .options input'); if (await o.count()) await o.first().check();
    if (await page.locator('textarea').count()) await page.locator('textarea').fill('It did something.');
    for (const s of await page.locator('.item .figures input').all()) await s.fill('12000');
    if (await page.locator('.how-sure input').count()) await page.locator('.how-sure input').nth(i % 3).check();
    const next = page.getByRole('button', { name: 'Next question' });
    if (await next.isEnabled()) await next.click();
    await page.waitForTimeout(100);
  }
  await page.screenshot({path: `/tmp/p-12-${w}.png`, fullPage: true});
  await page.getByRole('button', { name: /Hand in/ }).click();
  await page.waitForTimeout(200);
  if (await page.getByRole('button', { name: /Hand in/ }).count()) await page.getByRole('button', { name: /Hand in/ }).click();
  await page.waitForTimeout(300);
  await page.screenshot({path: `/tmp/p-result-${w}.png`, fullPage: true});
  await page.locator('.each-question button').first().click();
  await page.waitForTimeout(300);
  await page.screenshot({path: `/tmp/p-again-${w}.png`, fullPage: true});
  await page.goto(`${server.origin}/#/quiz/review`);
  await page.waitForTimeout(500);
  await page.screenshot({path: `/tmp/p-review-${w}.png`, fullPage: true});
  }
});
