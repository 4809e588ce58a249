"""The teacher of kinds and targets: a published encoder that reads an attribution and its surroundings.

Learns twelve kinds, and which word names at whom it is aimed, from the articles that were judged by reading; the student
learns from its probabilities.
"""

import random

import torch
import torch.nn.functional as F
from torch import nn

import bert
import judging

RATE, BATCH, DROPPED = 9e-5, 24, 0.1
AIMED = 0.5  # What a target weighs beside a kind.
FAINT = 0.01  # Words less likely than this are told to no student.


class Judge(nn.Module):
    """The first state and the means of cue, content and source are judged; against what is made of them each word that may
    name the target, and nobody."""

    def __init__(self):
        super().__init__()
        self.b, width = bert.load(), bert.WIDTH
        self.b.we.weight.requires_grad = False
        self.roles = nn.Embedding(len(judging.SEGMENTS) + 1, width)
        nn.init.normal_(self.roles.weight, 0, 0.02)
        self.o = nn.Linear(4 * width, len(judging.KINDS))
        nn.init.zeros_(self.o.weight)
        self.word, self.aim = nn.Linear(width, width), nn.Linear(4 * width, width)
        self.nobody = nn.Linear(4 * width, 1)

    def forward(self, ids, mask, which, may):
        states = self.b(ids, mask, self.roles(which)).float()

        def mean(role):
            part = ((which == role) & mask).float()[..., None]
            return (states * part).sum(1) / part.sum(1).clamp_min(1)

        pooled = torch.cat([states[:, 0], mean(1), mean(2), mean(3)], -1)
        pooled = F.dropout(pooled, DROPPED, self.training)
        at = (self.word(states) * self.aim(pooled)[:, None]).sum(-1) / 20
        at = torch.where(may, at, -1e4)
        return F.log_softmax(self.o(pooled), -1), F.log_softmax(torch.cat([at, self.nobody(pooled)], 1), -1)


def small(model):
    """The weights in 16 bits, but for those of what is judged."""
    return {n: p.to(torch.bfloat16) if n.startswith(("b.", "roles")) else p for n, p in model.named_parameters()}


def pure(model, weights, *inputs):
    """Runs the model in 16 bits throughout, its own weights being 32 bits: casting whole layers costs more
    than their products."""
    return torch.func.functional_call(model, weights, inputs)


def pad(rows):
    # Few lengths, since what is made ready for each shape of a batch is kept: 60,000 rows of any length took 20 GB.
    length = -(-max(len(r[0]) for r in rows) // 16) * 16
    ids = torch.ones(len(rows), length, dtype=torch.long)
    which = torch.zeros(len(rows), length, dtype=torch.long)
    mask = torch.zeros(len(rows), length, dtype=torch.bool)
    may = mask.clone()
    for at, (i, w, places, *_) in enumerate(rows):
        ids[at, : len(i)], which[at, : len(i)], mask[at, : len(i)] = torch.tensor(i), torch.tensor(w), True
        may[at, [p[0] for p in places]] = True
    return ids, mask, which, may


def batches(rows, size=BATCH):
    order = list(rows)
    random.shuffle(order)
    out = []
    for k in range(0, len(order), size * 16):
        block = sorted(order[k : k + size * 16], key=lambda r: len(r[0]))
        out += [block[j : j + size] for j in range(0, len(block), size)]
    random.shuffle(out)
    return out


@torch.no_grad()
def judge(model, rows, size=48):
    """Twelve probabilities a row, in the order of `rows`, and of each the shares of the tokens, by segment and token, and of
    nobody (None)."""
    model.eval()
    kinds, aims = torch.zeros(len(rows), len(judging.KINDS)), [None] * len(rows)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    weights = small(model)
    for k in range(0, len(order), size):
        some = order[k : k + size]
        kind, at = pure(model, weights, *pad([rows[i] for i in some]))
        kinds[some] = kind.exp()
        for i, shares in zip(some, at.exp().tolist()):
            likely = {p[1:]: shares[p[0]] for p in rows[i][2] if shares[p[0]] >= FAINT}
            aims[i] = likely | {None: shares[-1]}
    model.train()
    return kinds, aims


def aimed(found, batch):
    """Loss of the targets of a batch. A row's sixth place holds the places of the first pieces of the words that name one, an
    empty list for nobody, None where it is not known."""
    known = [i for i, r in enumerate(batch) if r[5] is not None]
    return judging.missed(found[known], [batch[i][5] for i in known]) / max(1, len(known))


def train(rows, epochs, seed, report, hidden_piece, rate=RATE, decay=0.9):
    """Rows are (pieces, segments, places, shares of the kinds, weight, pieces of the target); `hidden_piece` stands for pieces
    that are hidden. Lower layers learn more slowly."""
    random.seed(seed)
    torch.manual_seed(seed)
    model = Judge().train()
    groups, top = {}, len(model.b.layers)
    for name, p in model.named_parameters():
        if p.requires_grad:
            if name.startswith("b.layers."):
                scale = decay ** (top - 1 - int(name.split(".")[2]))
            elif name.startswith("b."):
                scale = decay**top
            elif name.startswith("roles"):
                scale = 4.0
            else:
                scale = 10.0
            groups.setdefault(scale, []).append(p)
    optimizer = torch.optim.AdamW([{"params": g, "scale": s} for s, g in groups.items()], lr=rate, weight_decay=0.01)
    total, step, warm = len(batches(rows)) * epochs, 0, 0.06
    for _ in range(epochs):
        for batch in batches(rows):
            pace = min(1, (step + 1) / (warm * total)) * max(0.0, 1 - step / total)
            for group in optimizer.param_groups:
                group["lr"] = rate * pace * group["scale"]
            ids, mask, which, may = pad(batch)
            hidden = (torch.rand(ids.shape) < 0.04) & mask & (which > 0)
            ids = torch.where(hidden, torch.full_like(ids, hidden_piece), ids)
            answer = torch.tensor([r[3] for r in batch])
            weight = torch.tensor([r[4] for r in batch])
            found, at = pure(model, small(model), ids, mask, which, may)
            loss = (-(answer * found).sum(-1) * weight).sum() / weight.sum() + AIMED * aimed(at, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            report(step, total, loss.item())
    return model
