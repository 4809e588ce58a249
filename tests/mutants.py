"""Turns each condition of the rooms of judgement round, one at a time, and asks whether a test notices.

    python3 tests/mutants.py [--seconds N]

All mutants are compiled at once into a copy of the tree under `target/mutants`, each behind a number that is read from the
environment; so one costs the run of the tests alone. Prints how many were noticed and by which tests, and those that lived.
Looks at conditions only; `cargo mutants` tries more, and takes hours. See `docs/MUTANTS.md`.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import random
import re
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "target/mutants"
ROOMS = ["src/actors", "src/kinds", "src/attributions", "src/replies", "src/summary.rs"]
ROOMS += [f"src/model/{name}.rs" for name in ("chain", "linker", "judge", "fitting", "choice", "confidence")]
# The tests that are asked, those first that notice most; of the crate's own those of these rooms.
OWN = ["attributions::", "kinds::", "model::tests", "replies::", "actors::", "door::"]
ASKED = {"labelled": [], "told": [], "judged": [], "answered": [], "found": [], "seed": [], "compare": ["speakers"], "ascribe": OWN}
TESTS = [f"--test={name}" for name in ASKED if name != "ascribe"]
LONGEST = 40  # Seconds, after which a mutant is taken to run for ever, and to be noticed.
# Calls whose closure says yes or no.
CHOOSING = "filter|any|all|take_while|skip_while|find|position|is_some_and|is_none_or|retain"
TURNED = """
/// The condition, turned round where this is the mutant that is tried.
pub(crate) fn turned(mutant: usize, condition: bool) -> bool {
    static TRIED: OnceLock<usize> = OnceLock::new();
    let read = || std::env::var("MUTANT").ok().and_then(|x| x.parse().ok()).unwrap_or(0);
    condition != (*TRIED.get_or_init(read) == mutant)
}
"""


def closing(source, at):
    """The place of the bracket that closes the one at `at`; strings and characters are passed over."""
    depth = 0
    while True:
        letter = re.match(r"'(\\.|[^\\'])'", source[at : at + 4])
        if source[at] == '"':
            at += 1
            while source[at] != '"':
                at += 2 if source[at] == "\\" else 1
        elif letter:
            at += len(letter[0]) - 1
        elif source[at] in "([{":
            depth += 1
        elif source[at] in ")]}":
            depth -= 1
            if depth == 0:
                return at
        at += 1


def conditions(source):
    """(start, end) of every condition: of an `if` and of a guard on one line, and of closures that choose."""
    for pattern in (r"(?m)^\s*(?:\} else )?if ([^\n]*?) \{$", r"(?m)^\s+[^\n]*? if ([^\n]*?) =>"):
        for found in re.finditer(pattern, source):
            if not re.search(r"\blet\b", found[1]):
                yield found.span(1)
    for found in re.finditer(rf"\.(?:{CHOOSING})\(\|", source):
        end = closing(source, source.index("(", found.start()))
        start = source.index("|", found.end()) + 1
        body = source[start:end]
        start += len(body) - len(body.lstrip())
        end = start + len(body.strip().rstrip(",").rstrip())
        if source[start] != "{" and "//" not in body:
            yield start, end


def turn(path, mutants):
    """Puts a number around every condition of a file, its tests left out, and notes where each stands."""
    whole = path.read_text(encoding="utf-8")
    source, mark, tests = whole.partition("#[cfg(test)]")
    edits = []
    for start, end in conditions(source):
        line = source.count("\n", 0, start) + 1
        mutants.append(f"{path.relative_to(COPY)}:{line}: {' '.join(source[start:end].split())}")
        edits += [(start, 1, f"crate::rules::turned({len(mutants)}, "), (end, 0, ")")]
    for at, _, put in sorted(edits, reverse=True):
        source = source[:at] + put + source[at:]
    path.write_text(source + mark + tests, encoding="utf-8")


def built():
    """Name → program of every test that is asked."""
    command = ["cargo", "test", "--no-run", "--features", "internals", "--lib", *TESTS, "--message-format", "json"]
    lines = subprocess.run(command, cwd=COPY, check=True, stdout=subprocess.PIPE).stdout.splitlines()
    made = (json.loads(line) for line in lines)
    return {m["target"]["name"]: m["executable"] for m in made if m.get("executable") and m["profile"]["test"]}


def noticed(programs, mutant):
    """The test that notices this mutant; none where all pass."""
    for name, only in ASKED.items():
        command = [programs[name], "--test-threads", "2", *only]
        try:
            done = subprocess.run(command, cwd=COPY, env=os.environ | {"MUTANT": str(mutant)}, capture_output=True, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            return "time"
        if done.returncode:
            return name
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--seconds", type=float, default=3600, help="no mutant is begun after so long [3600]")
    until = time.monotonic() + parser.parse_args().seconds
    shutil.rmtree(COPY / "src", ignore_errors=True)
    for name in subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines():
        if (ROOT / name).is_file():
            (COPY / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, COPY / name)
    mutants = []
    for room in ROOMS:
        place = COPY / room
        for path in [place] if place.is_file() else sorted(place.rglob("*.rs")):
            turn(path, mutants)
    with open(COPY / "src/rules.rs", "a", encoding="utf-8") as rules:
        rules.write(TURNED)
    programs = built()
    assert noticed(programs, 0) is None, "the tests fail where nothing is turned round"
    order = list(range(1, len(mutants) + 1))
    random.Random(1).shuffle(order)
    tried = lambda mutant: (mutant, noticed(programs, mutant)) if time.monotonic() < until else None
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = [result for result in pool.map(tried, order) if result]
    by = collections.Counter(test for _, test in results if test)
    print(f"{len(results)} of {len(mutants)} tried, {by.total()} noticed: " + ", ".join(f"{t} {n}" for t, n in by.most_common()))
    for mutant in sorted(mutant for mutant, test in results if test is None):
        print("lived:", mutants[mutant - 1])


if __name__ == "__main__":
    main()
