// Pages as a printer gets them.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from '@playwright/test';

/** What is printed of a page: its text, and how far to the right and down that reaches, in parts of the page. */
export interface Printed {
  text: string;
  across: number;
  down: number;
}

/** The pages as a printer gets them. */
export async function printed(page: Page, format: 'A4' | 'Letter'): Promise<Printed[]> {
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format })), verbosity: 0 }).promise;
  const pages: Printed[] = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const sheet = await pdf.getPage(at);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const items = (await sheet.getTextContent()).items.flatMap((it) => ('str' in it && it.str.trim() ? [it] : []));
    pages.push({
      text: items.map((it) => it.str).join(' ').replace(/\s+/g, ' '),
      across: Math.max(...items.map((it) => ((it.transform[4] as number) + it.width) / width)),
      down: Math.max(...items.map((it) => 1 - (it.transform[5] as number) / height)),
    });
  }
  return pages;
}
