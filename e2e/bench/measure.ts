// How long the page is busy with what a reader does, and how that is told.
import type { Page } from '@playwright/test';

/** How much slower than this machine the readers' may be. */
export const SLOWED = 4;

/** Slows the page's processor from now on, by so much; 1 is this machine's own speed. */
export async function slow(page: Page, rate: number) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/**
 * Milliseconds for which each event keeps the page's main thread busy, until it has been painted, beyond
 * what frames in which nothing happens take. `act` runs in the page, once for each of `inputs`.
 */
export async function busy(page: Page, inputs: unknown[], act: string): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((it) => it.name === 'TaskDuration')!.value * 1000;
  };
  const once = async (act: string, input: unknown) => {
    const before = await spent();
    await page.evaluate(
      async ([act, input]) => {
        new Function('input', act as string)(input);
        for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
      },
      [act, input] as const,
    );
    return (await spent()) - before;
  };
  const idle = [];
  for (let times = 0; times < 9; times += 1) idle.push(await once('', null));
  const times = [];
  for (const input of inputs) times.push(Math.max(0, (await once(act, input)) - median(idle)));
  await session.detach();
  return times;
}

/** The middle of some numbers. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Prints rows below their headings, numbers in line. */
export function table(title: string, headings: string[], rows: (string | number)[][]) {
  const cells = [headings, ...rows.map((row) => row.map((it) => (typeof it === 'number' ? it.toFixed(1) : it)))];
  const widths = headings.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  const line = (row: string[]) =>
    row.map((it, at) => (at ? it.padStart(widths[at]!) : it.padEnd(widths[at]!))).join('  ');
  console.log(`\n${title}\n${cells.map(line).join('\n')}`);
}
