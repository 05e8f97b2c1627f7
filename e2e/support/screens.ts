// What readers have before them: the widths and themes in which each view must hold, and what is seen there.
import type { Page } from '@playwright/test';

/** A phone and a laptop, each by day and by night. */
export const SCREENS = [
  { name: 'phone, light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone, dark', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'laptop, light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'laptop, dark', width: 1280, height: 800, colorScheme: 'dark' },
] as const;

/** How many pixels of the page lie beyond the width of the window: none, where nothing scrolls sideways. */
export const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** The words that the style sheet paints under a name, without any element around them. */
export const painted = (page: Page, name: string) =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((it) => String(it)), name);
