"""What was judged by reading beside the annotated corpora: `labels/`, offsets and judgements by article.

The texts are their publishers' and stay outside: they are read from the folder of the corpora.
"""

import gzip
import json
from pathlib import Path

import corpus

FOLDER = Path(__file__).parent / "labels"
TEXTS = ("polnear-train.jsonl.gz", "news-unlabelled.jsonl.gz")


def read():
    """The judged rows of each article, by its id."""
    files = (gzip.open(path, "rt", encoding="utf-8") for path in sorted(FOLDER.glob("*.jsonl.gz")))
    return {article["id"]: article["rows"] for file in files for article in map(json.loads, file)}


def articles(folder):
    """Raw articles as those of the corpora, with the rows that were judged."""
    texts = {r["id"]: r["text"] for name in TEXTS for r in corpus.lines(folder / name)}
    out = []
    for name, rows in read().items():
        made = []
        for row in rows:
            made.append(dict(zip(corpus.ROLES, row["spans"])) | {k: v for k, v in row.items() if k not in ("spans", "target")})
            if "target" in row:
                start, end = row["target"]
                made[-1]["target"] = texts[name][start:end]
        out.append({"id": name, "text": texts[name], "attributions": made})
    return out
