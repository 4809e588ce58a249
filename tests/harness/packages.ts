// The packages that are tested: those under dist/, and for what no browser lets a program grant, a
// copy that differs only in `host_permissions`.

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kind } from "./browsers";
import { fromRoot } from "./paths";

/** The package as it is built for that browser. */
export function built(kind: Kind): string {
  return fromRoot(kind === "chromium" ? "dist/chrome" : "dist/firefox");
}

/** A copy of it that already has this computer's pages: as if the reader had granted them. */
export async function withHosts(kind: Kind): Promise<string> {
  const folder = fromRoot(`target/packages/${kind}-${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(built(kind), folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  manifest.host_permissions = ["*://127.0.0.1/*"];
  await writeFile(path, JSON.stringify(manifest, null, 2));
  return folder;
}
