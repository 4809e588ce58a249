"""Articles with their features and, where they have any, their labels.

Features come from `ascribe features`, so that training sees what running sees; labels are projected
onto the engine's tokens. Leaves out what is learned from them.
"""

import bisect
import gzip
import json
import subprocess
from pathlib import Path

# Tags: 0 none, then beginning and inside of each role.
ROLES = ("source", "cue", "content")
TAGS = 7


def lines(path):
    """The JSON objects of a (perhaps gzipped) file, one a line."""
    opened = gzip.open(path, "rt", encoding="utf-8") if str(path).endswith("gz") else open(path, encoding="utf-8")
    with opened as file:
        return [json.loads(line) for line in file if line.strip()]


def runs(indices):
    """Sorted indices as half-open runs."""
    out = []
    for i in indices:
        if out and out[-1][1] == i:
            out[-1][1] = i + 1
        else:
            out.append([i, i + 1])
    return [tuple(run) for run in out]


def spans(tags):
    """Tags as (role, start, end); an inside always follows its own beginning or inside."""
    out = []
    for i, tag in enumerate(tags):
        if tag and tag % 2:
            out.append([(tag - 1) // 2, i, i + 1])
        elif tag:
            out[-1][2] = i + 1
    return [tuple(span) for span in out]


def repair(tags):
    """Turns an inside without a beginning into a beginning; returns the list."""
    for i, tag in enumerate(tags):
        if tag and tag % 2 == 0 and (i == 0 or (tags[i - 1] + 1) // 2 != tag // 2):
            tags[i] = tag - 1
    return tags


def article(raw, seen):
    """One article: tokens, structure, features, tags and attributions as runs of tokens."""
    tokens = seen["tokens"]
    paragraph, sentence = [], []
    for at, (a, b) in enumerate(seen["paragraphs"]):
        paragraph += [at] * (b - a)
    for at, (a, b) in enumerate(seen["sentences"]):
        sentence += [at] * (b - a)
    ends = [end for _, end in tokens]

    def covered(fragments):
        found = set()
        for start, end in fragments:
            i = bisect.bisect_right(ends, start)
            while i < len(tokens) and tokens[i][0] < end:
                found.add(i)
                i += 1
        return runs(sorted(found))

    rows = raw.get("attributions") or []
    attributions = [[covered(a.get(role) or []) for role in ROLES] for a in rows]

    def tagged(wanted):
        tags = [0] * len(tokens)
        for role in (2, 0, 1):  # A later role keeps a token that two roles claim.
            for attribution, row in zip(attributions, rows):
                if wanted(row):
                    for a, b in attribution[role]:
                        tags[a:b] = [2 * role + 1] + [2 * role + 2] * (b - a - 1)
        return repair(tags)

    nested = lambda row: row.get("nested_in") is not None
    return {
        "id": raw["id"],
        "text": raw["text"],
        "tokens": tokens,
        "paragraphs": [p for p in seen["paragraphs"] if p[1] > p[0]],
        "paragraph": paragraph,
        "sentence": sentence,
        "words": seen["words"],
        "fields": seen["fields"],
        # Of what stands in nobody's words and of what stands within another's; and both without the rows
        # that another careful reader may leave out.
        "tags": tagged(lambda row: not nested(row)),
        "inner": tagged(nested),
        "sure_tags": tagged(lambda row: not nested(row) and not row.get("weak")),
        "sure_inner": tagged(lambda row: nested(row) and not row.get("weak")),
        "attributions": attributions,
        "nested": [nested(row) for row in rows],
        "weak": [bool(row.get("weak")) for row in rows],
    }


def load(ascribe, path, work):
    """The articles of a corpus file; the features are kept in `work`."""
    path = Path(path)
    raw = lines(path)
    plain = Path(work) / (path.name.split(".")[0] + ".jsonl")
    with open(plain, "w", encoding="utf-8") as file:
        for r in raw:
            file.write(json.dumps({"id": r["id"], "text": r["text"]}) + "\n")
    seen = subprocess.run([ascribe, "features", plain], check=True, stdout=subprocess.PIPE)
    seen = [json.loads(line) for line in seen.stdout.splitlines()]
    return [article(r, s) for r, s in zip(raw, seen, strict=True)]


def pages(path):
    """Texts of news pages without labels, as raw articles; none when the file is absent."""
    if not Path(path).exists():
        return []
    out = []
    for page in lines(path):
        if page["is_article"] and page["article_text"] and page["language"] in ("en", None):
            paragraphs = (p.strip() for p in page["article_text"].split("\n"))
            out.append({"id": page["id"], "text": "\n\n".join(p for p in paragraphs if p)})
    return out
