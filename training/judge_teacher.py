"""The teacher of kinds: a published encoder that reads an attribution and its surroundings.

Learns twelve kinds from the articles that were judged by reading; the student learns from its probabilities.
"""

import random

import torch
import torch.nn.functional as F
from torch import nn

import bert
import judging

RATE, BATCH, DROPPED = 9e-5, 24, 0.1


class Judge(nn.Module):
    """The first state and the means of cue, content and source are judged."""

    def __init__(self):
        super().__init__()
        self.b, width = bert.load(), bert.WIDTH
        self.b.we.weight.requires_grad = False
        self.roles = nn.Embedding(len(judging.SEGMENTS) + 1, width)
        nn.init.normal_(self.roles.weight, 0, 0.02)
        self.o = nn.Linear(4 * width, len(judging.KINDS))
        nn.init.zeros_(self.o.weight)

    def forward(self, ids, mask, which):
        states = self.b(ids, mask, self.roles(which)).float()

        def mean(role):
            part = ((which == role) & mask).float()[..., None]
            return (states * part).sum(1) / part.sum(1).clamp_min(1)

        pooled = torch.cat([states[:, 0], mean(1), mean(2), mean(3)], -1)
        return self.o(F.dropout(pooled, DROPPED, self.training))


def pure(model, *inputs):
    """Runs the model in 16 bits throughout, its own weights being 32 bits: casting whole layers costs more
    than their products."""
    small = {n: p.to(torch.bfloat16) if n.startswith(("b.", "roles")) else p for n, p in model.named_parameters()}
    return torch.func.functional_call(model, small, inputs)


def pad(rows):
    length = max(len(r[0]) for r in rows)
    ids = torch.ones(len(rows), length, dtype=torch.long)
    which = torch.zeros(len(rows), length, dtype=torch.long)
    mask = torch.zeros(len(rows), length, dtype=torch.bool)
    for at, (i, w, *_) in enumerate(rows):
        ids[at, : len(i)], which[at, : len(i)], mask[at, : len(i)] = torch.tensor(i), torch.tensor(w), True
    return ids, mask, which


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
    """Twelve log-probabilities a row, in the order of `rows`."""
    model.eval()
    out = torch.zeros(len(rows), len(judging.KINDS))
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    for k in range(0, len(order), size):
        some = order[k : k + size]
        out[some] = F.log_softmax(pure(model, *pad([rows[i] for i in some])), -1)
    model.train()
    return out


def train(rows, epochs, seed, report, hidden_piece, rate=RATE, decay=0.9):
    """Rows are (pieces, segments, shares of the kinds, weight); `hidden_piece` stands for pieces that are hidden. Lower
    layers learn more slowly."""
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
            ids, mask, which = pad(batch)
            hidden = (torch.rand(ids.shape) < 0.04) & mask & (which > 0)
            ids = torch.where(hidden, torch.full_like(ids, hidden_piece), ids)
            answer = torch.tensor([r[2] for r in batch])
            weight = torch.tensor([r[3] for r in batch])
            found = F.log_softmax(pure(model, ids, mask, which), -1)
            loss = (-(answer * found).sum(-1) * weight).sum() / weight.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            report(step, total, loss.item())
    return model
