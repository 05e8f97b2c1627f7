// The page comes to life, and is there before it does. The only tests that trunk's output runs too.
import { expect, test } from './support/test.ts';
import { shown } from './support/story.ts';

test('the prerendered page starts and follows a link', async ({ page, open }) => {
  await open();
  await expect(page.locator('#trouble')).toBeHidden();
  await page.getByRole('link', { name: 'Start reading' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-page', /^read\//);
  await expect(shown(page).getByRole('heading', { level: 1 })).toBeFocused();
});

test('the map and the quiz are mounted when they are first shown', async ({ page, open }) => {
  await open('#/map');
  await expect(page.locator('.map-control').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Quiz' }).click();
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('the story is there', async ({ page, open }) => {
    await open();
    await expect(page.getByRole('link', { name: 'Start reading' })).toBeVisible();
    await expect(page.locator('.passage').last()).toBeVisible();
  });
});
