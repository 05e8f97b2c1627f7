// Pages as a printer gets them.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from '@playwright/test';

/** What is printed of a page. */
export interface Printed {
  /** Its text. */
  text: string;
  /** The same without what stands within 17 mm from the end of the page. */
  body: string;
  /** That alone: the number of the page. */
  number: string;
  /** Where text begins, and how far to the right and down it reaches, in parts of the page. */
  from: number;
  across: number;
  down: number;
  /** Size of the smallest letters of the body. */
  points: number;
}

/** The pages as a printer gets them. */
export async function printed(page: Page, format: 'A4' | 'Letter'): Promise<Printed[]> {
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format })), verbosity: 0 }).promise;
  const pages: Printed[] = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const sheet = await pdf.getPage(at);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const all = (await sheet.getTextContent()).items.flatMap((it) =>
      'str' in it && it.str.trim() ? [{ words: it.str, width: it.width, matrix: it.transform as number[] }] : [],
    );
    const body = all.filter(({ matrix }) => matrix[5]! > (17 / 25.4) * 72);
    const words = (items: typeof all) => items.map((it) => it.words).join(' ').replace(/\s+/g, ' ');
    pages.push({
      text: words(all),
      body: words(body),
      number: words(all.filter((it) => !body.includes(it))),
      from: Math.min(...all.map(({ matrix }) => matrix[4]! / width)),
      across: Math.max(...all.map(({ matrix, width: own }) => (matrix[4]! + own) / width)),
      down: Math.max(...all.map(({ matrix }) => 1 - matrix[5]! / height)),
      points: Math.min(...body.map(({ matrix }) => Math.hypot(matrix[2]!, matrix[3]!))),
    });
  }
  return pages;
}
