// QR codes as a camera reads them.
import jsqr from 'jsqr';
import type { Locator } from '@playwright/test';

// Made for both kinds of modules, it is one or the other by who loads it.
const jsQR = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;

/** A picture, four bytes to a point. */
export interface Picture {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/**
 * What the codes on a picture of a sheet say, from above.
 *
 * A reader takes only one at a time, so it is shown a part of the sheet wherever there is much black.
 */
export function codesOn({ data, width, height }: Picture, perMillimetre: number): string[] {
  // A code is 22 mm wide, of which 17 are black and white.
  const [step, core, around] = [5, 8, 13].map((it) => Math.round(it * perMillimetre)) as [number, number, number];
  const size = core + 2 * around;
  const isDark = (x: number, y: number) => x < width && y < height && data[(y * width + x) * 4]! < 128;
  const found: string[] = [];
  for (let top = 0; top < height; top += step) {
    for (let left = 0; left < width; left += step) {
      let dark = 0;
      for (let at = 0; at < core * core; at += 1) if (isDark(left + (at % core), top + Math.floor(at / core))) dark += 1;
      if (dark < core * core * 0.3) continue;
      const part = new Uint8ClampedArray(size * size * 4).fill(255);
      for (let at = 0; at < size * size; at += 1) {
        const [x, y] = [left - around + (at % size), top - around + Math.floor(at / size)];
        if (x >= 0 && y >= 0 && isDark(x, y)) part.fill(0, at * 4, at * 4 + 3);
      }
      const code = jsQR(part, size, size, { inversionAttempts: 'dontInvert' });
      if (!code) continue;
      found.push(code.data);
      // Covered, it is not found again.
      const { topLeftCorner: from, bottomRightCorner: to } = code.location;
      for (let y = Math.max(0, top - around + Math.floor(from.y)); y <= top - around + to.y && y < height; y += 1) {
        const row = y * width + left - around;
        data.fill(255, (row + Math.floor(from.x)) * 4, (row + Math.ceil(to.x)) * 4);
      }
    }
  }
  return found;
}

/** What a camera reads in a code that is drawn on the page. */
export async function seenByCamera(picture: Locator): Promise<string | undefined> {
  const [size, modules] = await picture.locator('svg').evaluate((svg) => [
    Number(svg.getAttribute('viewBox')!.split(' ')[2]),
    [...svg.querySelector('path')!.getAttribute('d')!.matchAll(/M(\d+) (\d+)/g)].map((it) => [Number(it[1]), Number(it[2])] as const),
  ] as const);
  // As a camera would see it, a few points to a module.
  const scale = 4;
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
  for (const [x, y] of modules) {
    for (let at = 0; at < scale * scale; at += 1) {
      const pixel = ((y * scale + Math.floor(at / scale)) * size * scale + x * scale + (at % scale)) * 4;
      pixels.fill(0, pixel, pixel + 3);
    }
  }
  return jsQR(pixels, size * scale, size * scale)?.data;
}
