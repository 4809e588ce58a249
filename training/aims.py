"""Trains the judge of targets (`src/actors/aim`): at whom an attribution is aimed, of everyone in the article.

    python aims.py --corpus DIR --ascribe PROGRAM --out models/aims.bin

DIR holds the annotated news, whose rows carry `target`; what was judged by reading besides (`labels/`) and our own
articles help. Everyone who goes by the target's name is right, nobody where there is none, or where none of the candidates
has its name. Prints how right it is on every fifth article, trained on the others, by least probability; then trains on all.
"""

import actors
import choice
import corpus
import fixtures
import labels


def rows(ascribe, raw):
    """(features of nobody, features of the candidates, places of the right ones or the last) by article, and how many
    targets it has."""
    out = []
    for r, line in choice.seen(ascribe, "aims", raw):
        made = []
        for a in line["aims"]:
            target = r["attributions"][a["row"]]
            names = [actors.words(n) for n in [target.get("target"), *(target.get("target_aliases") or [])] if n]
            right = [at for at, called in enumerate(a["names"]) if any(actors.same(n, names) for n in called)]
            if a["x"]:
                made.append((a["nothing"], a["x"], right or [len(a["x"])]))
        out.append((made, sum(bool(a.get("target")) for a in r["attributions"])))
    return out


def run(folder, ascribe, path):
    """Trains on all that was judged and writes the network."""
    articles = [a for name in ("news-train", "kinds-train") for a in rows(ascribe, corpus.lines(folder / f"{name}.jsonl.gz"))]
    more = rows(ascribe, labels.articles(folder))
    more += rows(ascribe, fixtures.articles())
    choice.folds(articles, more, (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6))
    choice.write(choice.train(articles + more, 7), path)


if __name__ == "__main__":
    choice.main(__doc__, run)
