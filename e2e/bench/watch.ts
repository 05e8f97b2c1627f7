// When what a reader waits for is before them, seen from within the page.
import type { Page } from '@playwright/test';

/** Milliseconds since the navigation until each was painted in the window; what has not happened is missing. And all tasks of more than 50 ms. */
export interface Watched {
  at: Record<string, number>;
  long: number;
}

/** Watches for what some selectors select, in pages that are opened from now on; `watched` tells what was seen. */
export async function watch(page: Page, awaited: Record<string, string>): Promise<void> {
  await page.addInitScript((awaited) => {
    const watched: Watched = { at: {}, long: 0 };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.long += duration;
    }).observe({ type: 'longtask', buffered: true });
    // What is found before a frame is painted has been painted when the next message comes.
    const painted = new MessageChannel();
    let fresh: string[] = [];
    painted.port1.onmessage = () => {
      for (const what of fresh) watched.at[what] ??= performance.now();
      fresh = [];
    };
    const isBefore = (it: Element) => {
      const { left, right, top, bottom, width } = it.getBoundingClientRect();
      const inWindow = width > 0 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      return inWindow && it.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };
    const look = () => {
      for (const [what, selector] of Object.entries(awaited)) {
        if (watched.at[what] === undefined && [...document.querySelectorAll(selector)].some(isBefore)) fresh.push(what);
      }
      if (fresh.length) painted.port2.postMessage(null);
      if (Object.keys(watched.at).length < Object.keys(awaited).length) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, awaited);
}

export const watched = (page: Page) => page.evaluate<Watched>('watched');
