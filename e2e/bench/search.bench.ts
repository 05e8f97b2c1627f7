// A key in the search, with all of the evidence in the page.
import { test } from '../support/test.ts';
import { withEvidence } from '../support/story.ts';
import { slow } from '../support/slow.ts';
import { SLOWED, busy, median, table } from './measure.ts';

/** A frame. */
const BUDGET = 16;

const QUERIES = ['refusenik', 'march on washington', 'shcharansky', 'a', 'the', 'zzqqxx'];

test('a key in the search', async ({ page, open }) => {
  await open('#/search');
  await withEvidence(page);
  // Until all of the page has been read.
  await page.waitForTimeout(3000);
  const rows: (string | number)[][] = [];
  for (const rate of [1, SLOWED]) {
    await slow(page, rate);
    for (const query of QUERIES) {
      const typed = [...query].map((_, at) => query.slice(0, at + 1));
      const costs = await busy(
        page,
        typed,
        `const field = document.getElementById('search-field');
         field.value = input;
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));`,
      );
      const [totals, longest] = [costs.map((it) => it.total), costs.map((it) => it.longest)];
      rows.push([`${rate}×`, query, median(totals), Math.max(...totals), median(longest), `${Math.round((median(longest) / BUDGET) * 100)} %`]);
    }
  }
  table('A key in the search: milliseconds of the main thread until what was found is painted', ['slowed', 'query', 'median', 'worst', 'longest task', `of ${BUDGET} ms`], rows);
});
