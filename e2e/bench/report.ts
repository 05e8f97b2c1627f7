// What was found out about our page and its peers, as a table.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DIST } from '../support/outputs.ts';
import { weight } from './visit.ts';
import type { Place } from './visit.ts';

/** What is found out about every page. */
export interface Common {
  /** What a first visit asks for. */
  sent: string[];
  /** What comes after that, to be kept. */
  later: string[];
  faults: number;
  fromFile: boolean;
  offline: boolean;
}

/** What came after a first visit's files, of all that was asked for. */
export function kept(sent: string[], all: string[]): string[] {
  const later = all.slice();
  for (const path of sent) if (later.includes(path)) later.splice(later.indexOf(path), 1);
  return later;
}

/** The least and the most of some numbers. */
export const range = (numbers: number[]) =>
  [Math.min(...numbers), Math.max(...numbers)].map((it) => Math.round(it).toLocaleString('en-US')).join('–');

/** A table with a column for each side, ours first. */
export function report<S extends Place, F extends Common>(all: S[], found: F[]) {
  const rows: string[][] = [];
  /** Numbers of which less is better, with how many times ours a peer's is; a dash where there is none. */
  const numbers = (what: string, of: (it: F, side: S) => number | undefined, digits = 0) => {
    const [ours, ...peers] = found.map((it, at) => of(it, all[at]!));
    const text = (it: number | undefined) =>
      it?.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }) ?? '–';
    const ratio = (it: number | undefined) => (it === undefined || !ours ? '' : ` (${(it / ours).toFixed(2)}×)`);
    rows.push([what, text(ours), ...peers.map((it) => text(it) + ratio(it))]);
  };
  const words = (what: string, of: (it: F) => string) => {
    rows.push([what, ...found.map(of)]);
  };
  return {
    numbers,
    words,
    /** What the pages weigh. */
    weights() {
      numbers('first visit, KB by brotli', ({ sent }, side) => weight(side, sent), 1);
      numbers('first visit, requests', ({ sent }) => sent.length);
      numbers('kept after it for use offline, KB', ({ later }, side) => weight(side, later), 1);
    },
    /** For whom, and where, the pages work. */
    reach() {
      const yes = (it: boolean) => (it ? 'yes' : 'no');
      numbers('faults that axe-core finds', (it) => it.faults);
      words('works from a file', (it) => yes(it.fromFile));
      words('works offline on a second visit', (it) => yes(it.offline));
    },
    /** Prints the table, and leaves it in `target/bench/` as Markdown. */
    print(title: string, file: string) {
      const cells = [['', ...all.map((it) => it.title)], ...rows];
      const widths = cells[0]!.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
      const lines = cells.map((row) => row.map((it, at) => (at ? it.padStart(widths[at]!) : it.padEnd(widths[at]!))).join('  '));
      console.log(`\n${title}\n${lines.join('\n')}`);
      const markdown = cells.map((row) => `| ${row.join(' | ')} |`);
      markdown.splice(1, 0, `|---|${'---:|'.repeat(all.length)}`);
      writeFileSync(resolve(DIST, '../target/bench', file), `${markdown.join('\n')}\n`);
    },
  };
}
