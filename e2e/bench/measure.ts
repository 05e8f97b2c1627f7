// How long the page is busy with what a reader does, and how that is told.
import { sessionOf } from '../support/slow.ts';
import type { Page } from '@playwright/test';

/** How much slower than this machine the readers' may be. */
export const SLOWED = 4;

/** What an event costs the page's main thread, in milliseconds. */
export interface Cost {
  /** In all. */
  total: number;
  /** The longest task in it: for so long nothing else can happen. */
  longest: number;
}

/**
 * What each event costs within so many frames, beyond what frames in which nothing happens take.
 * `act` runs in the page, once for each of `inputs`.
 */
export async function busy(page: Page, inputs: unknown[], act: string, frames = 4): Promise<Cost[]> {
  const session = await sessionOf(page);
  const once = async (act: string, input: unknown): Promise<Cost> => {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
    session.on('Tracing.dataCollected', collect);
    await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', '__metadata'] } });
    // As text from outside: the page's own policy lets it make no functions of text.
    await page.evaluate(`(async () => {
      performance.mark('act');
      ((input) => { ${act} })(${JSON.stringify(input)});
      for (let frame = 0; frame < ${frames}; frame += 1) await new Promise((done) => requestAnimationFrame(done));
    })()`);
    const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
    const mark = events.find((it) => it.name === 'act')!;
    const tasks = events
      .filter((it) => it.name === 'ThreadControllerImpl::RunTask' && it.pid === mark.pid && it.tid === mark.tid)
      .filter((it) => it.ts + it.dur >= mark.ts)
      .map((it) => it.dur / 1000);
    return { total: tasks.reduce((sum, it) => sum + it, 0), longest: Math.max(...tasks) };
  };
  const idle = [];
  for (let times = 0; times < 9; times += 1) idle.push((await once('', null)).total);
  const costs = [];
  for (const input of inputs) {
    const { total, longest } = await once(act, input);
    costs.push({ total: Math.max(0, total - median(idle)), longest });
  }
  return costs;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur: number;
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
