// Pages as a printer gets them.
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { codesOn } from './qr.ts';
import type { Picture } from './qr.ts';
import type { Page } from '@playwright/test';

/** Millimetres in a point of a document. */
const MM = 25.4 / 72;

/** Words that stand together, and where on the page, in millimetres from above and from the left. */
export interface Placed {
  words: string;
  left: number;
  right: number;
  /** Where letters are highest and lowest, for most of them. */
  top: number;
  bottom: number;
}

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
  /** Its text in parts. */
  placed: Placed[];
  /** Size of the page in millimetres. */
  width: number;
  height: number;
  /** The page as it is seen, at so many points to a millimetre. */
  draw(perMillimetre: number): Promise<Picture>;
  /** What a camera reads from QR codes on it. */
  codes(): Promise<string[]>;
}

/** The pages as a printer gets them, with the margin that a browser leaves where the page asks for none. */
export async function printed(page: Page, format: 'A4' | 'Letter', margin?: string): Promise<Printed[]> {
  const around = margin === undefined ? {} : { margin: { top: margin, right: margin, bottom: margin, left: margin } };
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format, ...around })), verbosity: 0 }).promise;
  const pages: Printed[] = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const sheet = await pdf.getPage(at);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const all = (await sheet.getTextContent()).items.flatMap((it) =>
      'str' in it && it.str.trim() ? [{ words: it.str, width: it.width, matrix: it.transform as number[] }] : [],
    );
    const draw = async (perMillimetre: number) => {
      const viewport = sheet.getViewport({ scale: perMillimetre * MM });
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      const context = canvas.getContext('2d');
      await sheet.render({ canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise;
      return context.getImageData(0, 0, canvas.width, canvas.height);
    };
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
      placed: all.map(({ words, matrix, width: own }) => {
        const [x, y, size] = [matrix[4]!, height - matrix[5]!, Math.hypot(matrix[2]!, matrix[3]!)];
        return { words, left: x * MM, right: (x + own) * MM, top: (y - 0.7 * size) * MM, bottom: (y + 0.2 * size) * MM };
      }),
      width: width * MM,
      height: height * MM,
      draw,
      codes: async () => codesOn(await draw(8), 8),
    });
  }
  return pages;
}
