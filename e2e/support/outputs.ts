// What the build puts out, and how a reader would open it.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from './server.ts';

/** The project's `dist/`. */
export const DIST = resolve(fileURLToPath(import.meta.url), '../../../dist');

/** Names of outputs; each is a project in playwright.config.ts. */
export type Output = 'site' | 'subpath' | 'file' | 'trunk';

/** An output that can be opened. */
export interface Opened {
  /** The page's address, without a hash. */
  address: string;
  /** Whether the page may ask for this address. */
  owns(url: URL): boolean;
  close(): Promise<void>;
}

/** Makes an output available, as it would be for a reader. */
export async function openOutput(output: Output): Promise<Opened> {
  if (output === 'file') {
    const { href } = pathToFileURL(needed('open-gates.html'));
    return { address: href, owns: (url) => isThePage(url, href), close: async () => {} };
  }
  const folder = needed(output === 'trunk' ? 'trunk' : 'site');
  const base = output === 'subpath' ? '/some/deep/path/' : '/';
  const server = await serve(folder, base);
  return {
    address: server.origin + base,
    owns: (url) => url.origin === server.origin && url.pathname.startsWith(base),
    close: server.close,
  };
}

/** One file asks for nothing but itself. */
function isThePage(url: URL, page: string): boolean {
  return url.href.split(/[?#]/)[0] === page;
}

/** The path of an output, which must have been built. */
export function needed(name: string): string {
  const path = resolve(DIST, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: build it by \`cargo xtask dist\``);
  return path;
}
