// Where things stand in the repository. The harness always runs in its root: xtask sees to that.

import { join } from "node:path";

/** An absolute path, from one relative to the repository's root. */
export function fromRoot(path: string): string {
  return join(process.cwd(), path);
}
