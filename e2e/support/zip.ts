// Packages that are not compressed.
import { expect } from '@playwright/test';

/** The files of a package whose parts are not compressed. */
export function stored(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = 0;
  while (zip.readUInt32LE(at) === 0x04034b50) {
    const [method, size] = [zip.readUInt16LE(at + 8), zip.readUInt32LE(at + 18)];
    const [nameLength, extra] = [zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)];
    expect(method).toBe(0);
    const start = at + 30 + nameLength + extra;
    files.set(zip.toString('utf8', at + 30, at + 30 + nameLength), zip.toString('utf8', start, start + size));
    at = start + size;
  }
  return files;
}
