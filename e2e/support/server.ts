// A static server as plain as those that schools have: files, media types, 404.
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/**
 * Serves a folder under `base` (which begins and ends with `/`) on a port of its own, until `serve` of
 * what it returns names another. `sent` hears of each path that is asked for; with `cached`, files that
 * are named by their content may be kept by the browser; with `packed`, text and programs are sent by brotli.
 */
export async function serve(
  first: string,
  base: string,
  { sent, cached = false, packed = false }: { sent?: (path: string) => void; cached?: boolean; packed?: boolean } = {},
) {
  let folder = first;
  const small = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    // Browsers ask for this one by themselves where a page names no icon.
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const file = path.startsWith(base) ? await fileFor(folder, path.slice(base.length)) : undefined;
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const keep = cached && /-[0-9a-f]{16}/.test(path);
    sent?.(path);
    const headers = { 'content-type': type, 'cache-control': keep ? 'max-age=31536000' : 'no-cache' };
    if (packed && /text|javascript|json|xml|wasm/.test(type)) {
      if (!small.has(file)) small.set(file, brotliCompressSync(await readFile(file)));
      response.writeHead(200, { ...headers, 'content-encoding': 'br' });
      response.end(request.method === 'HEAD' ? undefined : small.get(file));
      return;
    }
    response.writeHead(200, headers);
    response.end(request.method === 'HEAD' ? undefined : await readFile(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    serve: (other: string) => {
      folder = other;
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The file for a path, never one outside the folder. */
async function fileFor(folder: string, path: string): Promise<string | undefined> {
  const file = normalize(join(folder, path));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return fileFor(folder, join(path, 'index.html'));
  return found ? file : undefined;
}
