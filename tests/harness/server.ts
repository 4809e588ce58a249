// A web server on this machine for tests and commands: routes in, pages out.
// Leaves out what is served; saved pages have their own routes in saved.ts.

import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

export interface Answer {
  body: string | Uint8Array;
  type?: string;
  status?: number;
  headers?: Record<string, string>;
}

/** What answers a request; null passes it on to the next, and past the last is 404. */
export type Route = (url: URL, request: IncomingMessage) => Answer | null | Promise<Answer | null>;

export interface Server {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

/** A policy that forbids a page everything which extensions are known to trip over. */
export const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; " +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};

/** Listens on a free port (or the given one) of 127.0.0.1. */
export async function serve(routes: readonly Route[], port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    answer(routes, request, response).catch((error) => {
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(routes: readonly Route[], request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  for (const route of routes) {
    const found = await route(url, request);
    if (!found) continue;
    response.writeHead(found.status ?? 200, {
      "content-type": found.type ?? "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...found.headers,
    });
    response.end(request.method === "HEAD" ? undefined : found.body);
    return;
  }
  response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
  response.end("nothing here");
}

/** The files of a folder under a path that begins and ends with a slash; a folder answers with its index.html. */
export function files(prefix: string, folder: string): Route {
  return async (url) => {
    if (!url.pathname.startsWith(prefix)) return null;
    const rest = decodeURIComponent(url.pathname.slice(prefix.length));
    const path = normalize(join(folder, rest.endsWith("/") || rest === "" ? `${rest}index.html` : rest));
    if (!path.startsWith(normalize(folder) + sep)) return null;
    const body = await readFile(path).catch(() => null);
    return body && { body, type: TYPES[extname(path)] ?? "application/octet-stream" };
  };
}

/** One page at one path; with `?csp=strict` under the strict policy. */
export function page(path: string, body: string | (() => string), type?: string): Route {
  return (url) => {
    if (url.pathname !== path) return null;
    const headers: Record<string, string> = {};
    if (url.searchParams.get("csp") === "strict") headers["content-security-policy"] = STRICT_CSP;
    return { body: typeof body === "string" ? body : body(), headers, ...(type ? { type } : {}) };
  };
}
