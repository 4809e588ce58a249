// `cargo xtask pages`: opens every page of a folder of saved ones with the built extension, writes what became of it,
// one JSON object a line, and sums up. Leaves out the run (visits.ts) and what is looked at (visit.ts).

import type { Kind } from "./browsers";
import { options } from "./options";
import type { Line } from "./visit";
import { visits } from "./visits";

const { get, has } = options(["root", "out", "browser", "csp", "only", "bound"], ["resume", "quick"]);
const kind = (get("browser") ?? "chromium") as Kind;

/** Milliseconds from which a task makes a page feel stuck. */
const LONG = 50;

// A browser that was ended leaves promises behind, inside its driver too; none of them may end the run.
process.on("unhandledRejection", (error) => console.error(`left behind by a page: ${error}`));

const lines = await visits({
  root: get("root") ?? "",
  out: get("out") ?? "",
  kind,
  csp: get("csp"),
  only: get("only")?.split(","),
  resume: has("resume"),
  quick: has("quick"),
  bound: Number(get("bound") ?? "120") * 1000,
  wrote,
});
const failed = lines.filter(({ error }) => error !== undefined);
console.log(
  `${lines.length} pages in ${kind}, ${lines.filter((line) => troubleOf(line).length > 0).length} with a DOM ` +
    "difference, an added error or an exception of ours",
);
console.log(
  `${failed.length} that could not be looked at with their scripts${failed.length > 0 ? `: ${failed.map(({ id }) => id).join(", ")}` : ""}`,
);
times(lines);
process.exit();

function troubleOf(line: Line): string[] {
  return [
    ...(line.dom_changed ? ["DOM changed"] : []),
    ...(line.page_errors_added.length > 0 ? [`${line.page_errors_added.length} page errors added`] : []),
    ...line.exceptions,
  ];
}

function wrote(line: Line, done: number, of: number): void {
  const marks = Object.values(line.marks).reduce((sum, count) => sum + count, 0);
  const said = [
    line.is_article ? `${marks} marks` : "not marked",
    ...(line.error === undefined ? [] : [`error: ${line.error}`]),
    ...(line.scripts === undefined ? [] : [`scripts ${line.scripts}`]),
    ...troubleOf(line),
  ];
  console.log(`${done}/${of} ${line.id}: ${said.join("; ")}`);
}

/** What a page took, of those that were marked, and each that held its page's thread too long. */
function times(lines: readonly Line[]): void {
  const read = lines.flatMap(({ ms }) => (ms && ms.first_marks !== null ? [ms] : []));
  const median = (...steps: string[]) => {
    const sums = read
      .map((ms) => steps.reduce((sum, step) => sum + (ms[step] ?? 0), 0))
      .sort((a, b) => a - b);
    return (sums[sums.length >> 1] ?? 0).toFixed(1);
  };
  console.log(
    `medians of ${read.length} marked: ${median("blocks", "locate", "paint")} ms for blocks, locate and paint, ` +
      `${median("longest_task")} ms in the longest task, ${median("first_marks")} ms from the gate to the first marks`,
  );
  const long = lines.filter(({ ms }) => (ms?.["longest_task"] ?? 0) > LONG);
  const named = long.map(({ id, ms }) => `${id} ${ms?.["longest_task"]?.toFixed(0)}`).join(", ");
  console.log(`${long.length} with a task of ours over ${LONG} ms${named && `: ${named}`}`);
}
