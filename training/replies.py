"""Trains the judge of replies (`src/replies/pair.rs`): which accusation or claim a denial, an admission or a silence
answers.

    python replies.py --corpus DIR --ascribe PROGRAM --out models/replies.bin

DIR holds the annotated news, whose rows carry `replies_to`; what was judged by reading besides (`labels/`) helps. For each answer the right candidate competes with all others and with "nothing that
stands here". Prints how right it is on every fifth article, trained on the others, by least probability; then
trains on all. One hidden layer over the features of a pair.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import corpus
import labels
from export import File

HIDDEN, STEPS, DECAY = 12, 400, 0.02


def answers(ascribe, raw):
    """(features of nothing, features of the candidates, place of the right one or -1, kept for judging) by article."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as plain:
        plain.writelines(json.dumps(r) + "\n" for r in raw)
        plain.flush()
        seen = subprocess.run([ascribe, "replying", plain.name], check=True, stdout=subprocess.PIPE).stdout.splitlines()
    out = []
    for r, line in zip(raw, seen, strict=True):
        rows = []
        for a in json.loads(line)["answers"]:
            wanted = r["attributions"][a["row"]].get("replies_to")
            wanted = wanted if isinstance(wanted, list) else [] if wanted is None else [wanted]
            right = [at for at, to in enumerate(a["to"]) if to in wanted]
            if a["x"]:
                rows.append((a["nothing"], a["x"], right or [len(a["to"])]))
        total = sum(a.get("replies_to") is not None for a in r["attributions"])
        out.append((rows, total))
    return out


class Net(torch.nn.Module):
    def __init__(self, features, nothing):
        super().__init__()
        self.h, self.s = torch.nn.Linear(features, HIDDEN), torch.nn.Linear(HIDDEN, 1)
        self.n = torch.nn.Linear(nothing, 1, bias=False)
        torch.nn.init.zeros_(self.n.weight)

    def forward(self, nothing, x):
        return torch.cat([self.s(F.relu(self.h(x)))[:, 0], self.n(nothing)])


def train(articles, seed):
    torch.manual_seed(seed)
    rows = [tuple(map(torch.tensor, row)) for article, _ in articles for row in article]
    net = Net(rows[0][1].shape[1], rows[0][0].shape[0])
    optimizer = torch.optim.AdamW(net.parameters(), lr=0.01, weight_decay=DECAY)
    sizes = [len(x) for _, x, _ in rows]
    nothing, every = torch.stack([n for n, _, _ in rows]), torch.cat([x for _, x, _ in rows])
    widest = max(sizes)
    place = torch.full((len(rows), widest), -1)
    at = 0
    for i, size in enumerate(sizes):
        place[i, :size] = torch.arange(at, at + size)
        at += size
    right = torch.full((len(rows), widest + 1), -1e4)
    for i, (_, x, y) in enumerate(rows):
        for k in y.tolist():
            right[i, widest if k == len(x) else k] = 0
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = 0.01 * (1 - step / STEPS)
        scores = net.s(F.relu(net.h(every)))[:, 0]
        table = torch.where(place >= 0, scores[place.clamp_min(0)], torch.tensor(-1e4))
        found = F.log_softmax(torch.cat([table, net.n(nothing)], 1), -1)
        loss = -torch.logsumexp(found + right, 1).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return net


@torch.no_grad()
def judged(net, articles):
    """(probability, right) of each link that would be made, and how many there should be."""
    out, total = [], 0
    for rows, wanted in articles:
        total += wanted
        for nothing, x, right in rows:
            shares = net(torch.tensor(nothing), torch.tensor(x)).softmax(0)
            best = int(shares[:-1].argmax())
            out.append((float(shares[best]), best in right))
    return out, total


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name in ("corpus", "ascribe", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    o = parser.parse_args()
    torch.set_num_threads(1)
    run(o.corpus, o.ascribe, o.out)


def run(folder, ascribe, path):
    """Trains on all that was judged and writes the network."""
    articles = [a for name in ("news-train", "kinds-train") for a in answers(ascribe, corpus.lines(folder / f"{name}.jsonl.gz"))]
    more = answers(ascribe, labels.articles(folder))
    links, total = [], 0
    for fold in range(5):
        held = articles[fold::5]
        net = train([a for i, a in enumerate(articles) if i % 5 != fold] + more, fold)
        some, wanted = judged(net, held)
        links += some
        total += wanted
    for least in (0.1, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6):
        made = [right for sure, right in links if sure >= least]
        p, r = sum(made) / max(1, len(made)), sum(made) / total
        print(f"least {least}: {len(made)} links, precision {p:.3f}, recall {r:.3f}, F1 {2 * p * r / max(1e-9, p + r):.3f}")
    net, out = train(articles + more, 7), File()
    n = lambda p: p.detach().numpy()
    out.floats("hidden", np.concatenate([n(net.h.weight), n(net.h.bias)[:, None]], 1))
    out.floats("score", np.concatenate([n(net.s.weight)[0], n(net.s.bias)]))
    out.floats("nothing", n(net.n.weight)[0])
    path.write_bytes(out.data())


if __name__ == "__main__":
    main()
