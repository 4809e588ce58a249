"""Chooses one among a few, or none: one hidden layer over the features of each, as `src/model/choice.rs` runs it.

Few rows teach it, so that every run ends elsewhere: the mean of four knows more than each (replies, on every fifth
article: F1 .374 for .360; targets .603 for .596), and is one network whose hidden layer is all of theirs. What is chosen, and from what, is told by
`replies.py` and `aims.py`.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from export import File

RUNS, HIDDEN, STEPS, DECAY = 4, 12, 400, 0.02


def seen(ascribe, command, raw):
    """Each article with what `ascribe COMMAND` prints of it."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as plain:
        plain.writelines(json.dumps(r) + "\n" for r in raw)
        plain.flush()
        lines = subprocess.run([ascribe, command, plain.name], check=True, stdout=subprocess.PIPE).stdout.splitlines()
    return [(r, json.loads(line)) for r, line in zip(raw, lines, strict=True)]


def main(doc, run):
    """Reads the options that both trainers have."""
    parser = argparse.ArgumentParser(description=doc.split("\n\n")[0])
    for name in ("corpus", "ascribe", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    o = parser.parse_args()
    torch.set_num_threads(1)
    run(o.corpus, o.ascribe, o.out)


class Net(torch.nn.Module):
    def __init__(self, features, nothing, hidden=HIDDEN):
        super().__init__()
        self.h, self.s = torch.nn.Linear(features, hidden), torch.nn.Linear(hidden, 1)
        self.n = torch.nn.Linear(nothing, 1, bias=False)
        torch.nn.init.zeros_(self.n.weight)

    def forward(self, nothing, x):
        return torch.cat([self.s(F.relu(self.h(x)))[:, 0], self.n(nothing)])


@torch.no_grad()
def mean(nets):
    """One network that scores as these do in the mean."""
    out = Net(nets[0].h.in_features, nets[0].n.in_features, sum(net.h.out_features for net in nets))
    out.h.weight.copy_(torch.cat([net.h.weight for net in nets]))
    out.h.bias.copy_(torch.cat([net.h.bias for net in nets]))
    out.s.weight.copy_(torch.cat([net.s.weight for net in nets], 1) / len(nets))
    out.s.bias.copy_(sum(net.s.bias for net in nets) / len(nets))
    out.n.weight.copy_(sum(net.n.weight for net in nets) / len(nets))
    return out


def train(articles, seed):
    return mean([run(articles, 10 * at + seed) for at in range(RUNS)])


def run(articles, seed):
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


def folds(articles, more, leasts):
    """Prints how right what would be chosen is on every fifth article, trained on the others and on `more`."""
    chosen, total = [], 0
    for fold in range(5):
        net = train([a for i, a in enumerate(articles) if i % 5 != fold] + more, fold)
        some, wanted = judged(net, articles[fold::5])
        chosen += some
        total += wanted
    for least in leasts:
        made = [right for sure, right in chosen if sure >= least]
        p, r = sum(made) / max(1, len(made)), sum(made) / total
        print(f"least {least}: {len(made)}, precision {p:.3f}, recall {r:.3f}, F1 {2 * p * r / max(1e-9, p + r):.3f}")


def write(net, path):
    """Writes the network as the engine reads it."""
    out, n = File(), lambda p: p.detach().numpy()
    out.floats("hidden", np.concatenate([n(net.h.weight), n(net.h.bias)[:, None]], 1))
    out.floats("score", np.concatenate([n(net.s.weight)[0], n(net.s.bias)]))
    out.floats("nothing", n(net.n.weight)[0])
    path.write_bytes(out.data())
