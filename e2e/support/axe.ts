// What axe-core finds.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules that the page must keep. */
export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe-core has against the page in both themes, a line for each node.
 *
 * Themes differ by colours only, so in the second only what sees colours is asked again.
 */
export async function faults(page: Page, within?: string): Promise<string[]> {
  // axe does not judge what is not shown, and yet walks through all of it, which takes most of its
  // time: each page's turn comes when it is shown.
  await page.evaluate(() => {
    for (const hidden of document.querySelectorAll('html[data-page] main > .page')) {
      if (!hidden.checkVisibility()) hidden.remove();
    }
    // Nor has it a true place for what is laid out only as it comes into the window.
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(all);
  });
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    if (within) axe.include(within);
    if (colorScheme === 'light') axe.withTags(TAGS);
    else axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    for (const { id, help, nodes } of violations) {
      found.push(...nodes.map((it) => `${colorScheme}: ${id} (${help}): ${it.target.join(' ')} ${it.failureSummary}`));
    }
  }
  return found;
}
