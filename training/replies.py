"""Trains the judge of replies (`src/replies/pair.rs`): which accusation or claim a denial, an admission or a silence
answers.

    python replies.py --corpus DIR --ascribe PROGRAM --out models/replies.bin

DIR holds the annotated news, whose rows carry `replies_to`; what was judged by reading besides (`labels/`) helps. For each answer the right candidate competes with all others and with "nothing that
stands here". Prints how right it is on every fifth article, trained on the others, by least probability; then
trains on all. One hidden layer over the features of a pair.
"""

import choice
import corpus
import labels


def answers(ascribe, raw):
    """(features of nothing, features of the candidates, place of the right one or -1, kept for judging) by article."""
    out = []
    for r, line in choice.seen(ascribe, "replying", raw):
        rows = []
        for a in line["answers"]:
            wanted = r["attributions"][a["row"]].get("replies_to")
            wanted = wanted if isinstance(wanted, list) else [] if wanted is None else [wanted]
            right = [at for at, to in enumerate(a["to"]) if to in wanted]
            if a["x"]:
                rows.append((a["nothing"], a["x"], right or [len(a["to"])]))
        total = sum(a.get("replies_to") is not None for a in r["attributions"])
        out.append((rows, total))
    return out


def run(folder, ascribe, path):
    """Trains on all that was judged and writes the network."""
    articles = [a for name in ("news-train", "kinds-train") for a in answers(ascribe, corpus.lines(folder / f"{name}.jsonl.gz"))]
    more = answers(ascribe, labels.articles(folder))
    choice.folds(articles, more, (0.1, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6))
    choice.write(choice.train(articles + more, 7), path)


if __name__ == "__main__":
    choice.main(__doc__, run)
