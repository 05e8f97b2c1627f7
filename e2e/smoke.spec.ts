// The page comes to life.
import { expect, test } from './support/test.ts';

test('the prerendered page reacts', async ({ page, open }) => {
  await open();
  const button = page.getByRole('button');
  await expect(button).toHaveText('Clicked 0');
  await button.click();
  await expect(button).toHaveText('Clicked 1');
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('the story is there', async ({ page, open }) => {
    await open();
    await expect(page.getByRole('button')).toHaveText('Clicked 0');
  });
});
