// A processor slower than this machine's.
import type { CDPSession, Page } from '@playwright/test';

const sessions = new WeakMap<Page, CDPSession>();

/** What measures a page and slows it: one for all, since one that ends takes away what others have set. */
export async function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  return session;
}

/** Slows the page's processor from now on, by so much; 1 is this machine's own speed. */
export async function slow(page: Page, rate: number) {
  const session = await sessionOf(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
