"""Our own labelled articles, `tests/fixtures/labelled`, as rows to learn from: what they guard must hold.

Reads the marks of `tests/marks`: `[1 source]`, `<1 cue>`, `{1 content}`; marks nest, `[1,2 …]` belongs to two. Leaves
out actors and replies.
"""

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "tests" / "fixtures" / "labelled"
_ROLES = {"[": ("source", "]"), "<": ("cue", ">"), "{": ("content", "}")}


def unmark(marked):
    """The text without its marks, and the fragments of each number by role, in code points."""
    text, found, open_, at = "", {}, [], 0
    while at < len(marked):
        c = marked[at]
        if c in _ROLES and marked[at + 1 : at + 2].isdigit():
            numbers, _, _ = marked[at + 1 :].partition(" ")
            open_.append((*_ROLES[c], [int(n) for n in numbers.split(",")], len(text)))
            at += len(numbers) + 2
        elif open_ and c == open_[-1][1]:
            role, _, numbers, start = open_.pop()
            for n in numbers:
                found.setdefault(n, {"source": [], "cue": [], "content": []})[role].append([start, len(text)])
            at += 1
        else:
            text += c
            at += 1
    return text, found


def articles():
    """Raw articles with kinds and targets, as those of the corpora."""
    out = []
    for path in sorted(FOLDER.glob("*.txt")):
        if path.stem == "baseline":
            continue
        marked, labels = path.read_text(encoding="utf-8").split("\n---\n")
        blocks = [b.removeprefix("# ") for b in marked.split("\n\n")]
        text, found = unmark("\n\n".join(blocks))
        rows = []
        for line in labels.splitlines():
            number, kinds, *rest = line.split(" | ")
            kinds = kinds.split(",")
            row = {k: sorted(v) for k, v in found[int(number)].items()} | {"kind": kinds[0]}
            if len(kinds) > 1:
                row["kind_alt"] = kinds[1]
            target = next((r[7:].split(",") for r in rest if r.startswith("target ")), [])
            if target and target[0] != "-":
                row |= {"target": target[0], "target_aliases": target[1:]}
            rows.append(row)
        out.append({"id": path.stem, "text": text, "attributions": rows})
    return out
