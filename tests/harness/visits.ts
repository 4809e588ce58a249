// A run over a folder of saved pages that ends by itself, whatever the pages do: each has its bound, what it cannot be
// asked is written down as its error, and a run that was ended goes on where it was.
// Leaves out what is looked at (visit.ts) and the command line (pages.ts).

import { appendFile, readFile, writeFile } from "node:fs/promises";
import type { Kind } from "./browsers";
import { listPages, type SavedPage, savedPages } from "./saved";
import { serve } from "./server";
import { described, glance, Left, type Line, type Visit, visit, without } from "./visit";
import { Late, leave, stepwise, type Visitor, visitor } from "./visitor";

export interface Plan {
  /** Folder with truth.jsonl and the pages that it lists. */
  root: string;
  /** One JSON object a page. */
  out: string;
  kind: Kind;
  /** Served under this policy; see `saved.ts`. */
  csp?: string | undefined;
  /** Only these. */
  only?: readonly string[] | undefined;
  /** Keep the lines that `out` has and do the rest. */
  resume: boolean;
  /** One load of each without its scripts, and nothing about harm. */
  quick: boolean;
  /** Milliseconds that a page may keep us waiting at one step: loaded with us, loaded without us and so on. */
  bound: number;
  /** Told of each line that is written. */
  wrote(line: Line, done: number, of: number): void;
}

/** Milliseconds after which a load counts as done, at most. */
const LOAD = 20_000;

/** Looks at every page and returns all lines, those of an earlier run too where it was resumed. */
export async function visits(plan: Plan): Promise<Line[]> {
  const pages = (await listPages(plan.root)).filter(({ id }) => !plan.only || plan.only.includes(id));
  const lines = plan.resume ? await linesOf(plan.out) : [];
  await writeFile(plan.out, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const done = new Set(lines.map(({ id }) => id));
  const server = await serve([savedPages(plan.root, pages)]);
  const readers = new Readers(plan.kind);
  const address = (record: SavedPage, stripped: boolean): string => {
    const url = new URL(`/p/${encodeURIComponent(record.id)}`, server.origin);
    if (plan.csp) url.searchParams.set("csp", plan.csp);
    if (stripped || record.needs_noscript) url.searchParams.set("noscript", "1");
    return url.href;
  };
  try {
    for (const record of pages) {
      if (done.has(record.id)) continue;
      const line = await lineOf(record, plan, readers, address);
      await appendFile(plan.out, `${JSON.stringify(line)}\n`);
      lines.push(line);
      plan.wrote(line, lines.length, pages.length);
    }
  } finally {
    await readers.end();
    await server.close();
  }
  return lines;
}

/** The whole lines of a file that an ended run left; none where there is no file. A line cut short is dropped. */
async function linesOf(path: string): Promise<Line[]> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

async function lineOf(
  record: SavedPage,
  plan: Plan,
  readers: Readers,
  address: Visit["address"],
): Promise<Line> {
  const attempt = async (look: (given: Visit) => Promise<Line>): Promise<Line> => {
    let last = "starting";
    const patience = Math.min(LOAD, plan.bound / 3);
    const [plain, marked] = await readers.both();
    return stepwise(plan.bound, (doing) => {
      const tell = (step: string) => {
        last = step;
        doing(step);
      };
      return look({ record, address, patience, plain, marked, doing: tell });
    }).catch(async (error) => {
      // Whatever state the page left its browser in, the next one gets another.
      await readers.end();
      if (error instanceof Left) throw error;
      throw new Error(error instanceof Late ? error.message : `${last}: ${error}`);
    });
  };
  try {
    return await attempt(plan.quick ? glance : visit);
  } catch (error) {
    const why = String((error as Error).message);
    const failed = error instanceof Left ? {} : { error: why };
    if (plan.quick || record.needs_noscript) return { ...nothingOf(record), error: why };
    return attempt(without).then(
      (line) => ({ ...line, ...failed, scripts: `off: ${why}` }),
      (again) => ({ ...nothingOf(record), error: `${why}; without scripts: ${again.message}` }),
    );
  }
}

function nothingOf({ id }: SavedPage): Line {
  return { id, ...described(null), dom_changed: false, page_errors_added: [], exceptions: [] };
}

/** The two browsers, started when they are needed. */
class Readers {
  private open: [Visitor, Visitor] | null = null;

  constructor(private readonly kind: Kind) {}

  async both(): Promise<[Visitor, Visitor]> {
    this.open ??= [await visitor(this.kind, false), await visitor(this.kind, true)];
    return this.open;
  }

  async end(): Promise<void> {
    const open = this.open ?? [];
    this.open = null;
    await Promise.all(open.map(leave));
  }
}
