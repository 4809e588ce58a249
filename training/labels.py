"""What was judged by reading beside the annotated corpora: `labels/`, offsets and judgements by article.

The texts are their publishers' and stay outside: they are read from the folder of the corpora.

    python labels.py DIR > ARTICLES.jsonl

prints the articles whose speakers were judged.
"""

import gzip
import json
import sys
from pathlib import Path

import corpus

FOLDER = Path(__file__).parent / "labels"
TEXTS = ("polnear-train.jsonl.gz", "news-unlabelled.jsonl.gz")


def read():
    """The judged rows of each article, by its id."""
    files = (gzip.open(path, "rt", encoding="utf-8") for path in sorted(FOLDER.glob("*.jsonl.gz")))
    return {article["id"]: article["rows"] for file in files for article in map(json.loads, file)}


def articles(folder):
    """Raw articles as those of the corpora, with the rows that were judged. A row whose speaker nobody judged is
    `unread`."""
    texts = {r["id"]: r["text"] for name in TEXTS for r in corpus.lines(folder / name)}
    out = []
    for name, rows in read().items():
        text, made = texts[name], []
        for row in rows:
            kept = {k: v for k, v in row.items() if k not in ("spans", "target", "actor", "actor_aliases")}
            made.append(dict(zip(corpus.ROLES, row["spans"])) | kept)
            if "target" in row:
                start, end = row["target"]
                made[-1]["target"] = text[start:end]
            if "actor" in row:
                # Several at once have a place each, nobody none.
                made[-1]["actor"] = " and ".join(text[s:e] for s, e in row["actor"]) or None
                made[-1]["actor_aliases"] = [text[s:e] for s, e in row.get("actor_aliases", [])]
            else:
                made[-1]["unread"] = True
        out.append({"id": name, "text": text, "attributions": made})
    return out


if __name__ == "__main__":
    for article in articles(Path(sys.argv[1])):
        if not all(row.get("unread") for row in article["attributions"]):
            # Their spans are the tagger's, not a reader's.
            print(json.dumps(article | {"weight": 0.6}))
