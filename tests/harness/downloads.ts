// Files that the browser saves to its folder of downloads. Leaves out how a browser is told the folder
// (browsers.ts).

import { once } from "node:events";
import { watch } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Download {
  name: string;
  bytes: Buffer;
}

/** What browsers write first, beside the name that they hold with an empty file; Firefox calls it by eight letters. */
const BESIDE = /\.(crdownload|part|tmp)$|^[\w+-]{8}\.\w+$/;

/** The file with that ending, once the browser has written the whole of it. Never settles when none comes. */
export async function downloaded(folder: string, ending: string): Promise<Download> {
  const watcher = watch(folder);
  try {
    for (;;) {
      // Listened for before the look, so that what comes meanwhile is not missed.
      const change = once(watcher, "change");
      const names = await readdir(folder);
      const name = names.find((name) => name.endsWith(ending));
      if (name && !names.some((name) => BESIDE.test(name))) {
        const bytes = await readFile(join(folder, name));
        if (bytes.length > 0) return { name, bytes };
      }
      await change;
    }
  } finally {
    watcher.close();
  }
}
