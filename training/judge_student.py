"""The judge that ships: reads the words of one attribution by role and gives its kind. Its layers are those of
`src/model/judge.rs`, one for one.

It looks words up in the tagger's tables, which stay as they are, and in a small table of its own, and learns from
what was judged by reading and from the teachers' probabilities. Leaves out how its numbers are written; see `export`.
"""

import math
import random

import torch
import torch.nn.functional as F
from torch import nn

import judging
from recurrent import Recurrent

# The most tokens of each segment: from its beginning and from its end.
LIMITS = {"source": (10, 4), "cue": (10, 0), "content": (44, 14), "rest": (16, 4)}
ROLES = len(LIMITS)
OWN, ROLE, INNER, STATE, HIDDEN = 24, 8, 96, 80, 96
BATCH = 64
AIMED = 1.0  # What a target weighs beside a kind.


class Judge(nn.Module):
    """`cells` are the tagger's looked-up rows (words, then fields) as whole numbers times their worth; `known` words
    have a row in the table of its own, row 0 being all others."""

    def __init__(self, words, fields, known):
        super().__init__()
        self.register_buffer("words", words)
        self.fields = nn.ModuleList(nn.Embedding.from_pretrained(f, freeze=True) for f in fields)
        self.own = nn.Embedding(known + 1, OWN)
        nn.init.normal_(self.own.weight, 0, 0.3)
        self.role = nn.Embedding(ROLES + 1, ROLE)
        width = words.shape[1] + sum(f.shape[1] for f in fields) + OWN + ROLE
        self.inp = nn.Linear(width, INNER)
        self.g = Recurrent(INNER, STATE)
        self.look = nn.Linear(2 * STATE, ROLES)
        self.h = nn.Linear(2 * STATE * (ROLES + 2), HIDDEN)
        self.o = nn.Linear(HIDDEN, len(judging.KINDS))
        # At whom: each token against what was made of all, and nobody against it too.
        self.aim = nn.Linear(HIDDEN, 2 * STATE)
        self.nobody = nn.Linear(HIDDEN, 1)

    def forward(self, words, own, fields, roles):
        """Scores of the kinds, and of each token and (last) nobody as the target; what was made of all."""
        mask = roles > 0
        if self.training:
            gone = torch.rand(words.shape) < 0.06
            words = torch.where(gone, torch.full_like(words, len(self.words) - 1), words)
            own = torch.where(gone | (torch.rand(words.shape) < 0.04), torch.zeros_like(own), own)
        x = [self.words[words]] + [e(fields[..., i]) for i, e in enumerate(self.fields)]
        x += [F.dropout(self.own(own), 0.2, self.training), self.role(roles)]
        x = F.relu(self.inp(F.dropout(torch.cat(x, -1), 0.1, self.training)))
        x = self.g(F.dropout(x, 0.15, self.training), mask)
        x = F.dropout(x, 0.2, self.training)
        look, pooled = self.look(x), []
        for role in range(1, ROLES + 1):
            part = roles == role
            some = part.any(1, keepdim=True)
            share = torch.where(part, look[..., role - 1], -1e4).softmax(-1)
            pooled.append((share[..., None] * x).sum(1) * some)
            if role in (2, 3):
                pooled.append(torch.where(part[..., None], x, -1.0).amax(1) * some)
        hidden = F.relu(self.h(F.dropout(torch.cat(pooled, -1), 0.2, self.training)))
        hidden = F.dropout(hidden, 0.25, self.training)
        at = (x * self.aim(hidden)[:, None]).sum(-1) / 8
        at = torch.where(mask, at, -1e4)
        return self.o(hidden), torch.cat([at, self.nobody(hidden)], 1), hidden


def read(parts):
    """(article, token index) of each token that is read, and their roles (from 1)."""
    tokens, roles = [], []
    for role, (name, (head, tail)) in enumerate(LIMITS.items(), 1):
        article, some = parts[name]
        if len(some) > head + tail:
            some = some[:head] + (some[-tail:] if tail else [])
        tokens += [(article, i) for i in some]
        roles += [role] * len(some)
    return tokens, roles


def rectangle(rows):
    """Rows of (words, own words, fields, roles, …) as tensors."""
    length = max(len(r[0]) for r in rows)
    shape = (len(rows), length)
    words, own, roles = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    fields = torch.zeros(*shape, rows[0][2].shape[1], dtype=torch.long)
    for at, row in enumerate(rows):
        n = len(row[0])
        for to, value in zip((words, own, fields, roles), row):
            to[at, :n] = value
    return words, own, fields, roles


@torch.no_grad()
def judge(model, rows):
    """Twelve log-probabilities a row."""
    model.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    out = torch.zeros(len(rows), len(judging.KINDS))
    for k in range(0, len(order), 128):
        some = order[k : k + 128]
        out[some] = F.log_softmax(model(*rectangle([rows[i] for i in some]))[0], -1)
    model.train()
    return out


def aimed(scores, batch):
    """Loss of the targets of a batch, summed, and what they weigh. A row's seventh place has the tokens that name the target,
    of which any will do, an empty list for nobody, None where it is not known; its eighth the teacher's shares of tokens
    and, at -1, of nobody, and what they weigh, or None."""
    found = F.log_softmax(scores, -1)
    known = [i for i, r in enumerate(batch) if r[6] is not None]
    lost, weighs = judging.missed(found[known], [batch[i][6] for i in known]), len(known)
    taught = [i for i, r in enumerate(batch) if r[7] is not None]
    if taught:
        shares = torch.zeros(len(taught), scores.shape[1])
        for to, i in enumerate(taught):
            places, weight = batch[i][7]
            for place, share in places.items():
                shares[to, place] = share * weight
        lost, weighs = lost - (shares * found[taught]).sum(), weighs + float(shares.sum())
    return lost, weighs


def train(model, rows, epochs, seed, report, evaluate, rate=3e-3):
    """Rows are (words, own words, fields, roles, shares of the kinds, weight, tokens of the target, what the teacher says of
    them). Leaves the weights averaged over time."""
    random.seed(seed)
    torch.manual_seed(seed)
    model.train()
    learned = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=rate, weight_decay=0.02)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    per_epoch = -(-len(rows) // BATCH)
    total, step = per_epoch * epochs, 0
    for epoch in range(epochs):
        order = list(rows)
        random.shuffle(order)
        batches = []
        for k in range(0, len(order), BATCH * 16):
            block = sorted(order[k : k + BATCH * 16], key=lambda r: len(r[0]))
            batches += [block[j : j + BATCH] for j in range(0, len(block), BATCH)]
        random.shuffle(batches)
        for batch in batches:
            pace = min(1, (step + 1) / 100) * max(0.01, 0.5 * (1 + math.cos(math.pi * step / total)))
            for group in optimizer.param_groups:
                group["lr"] = rate * pace
            answer, weight = torch.stack([r[4] for r in batch]), torch.tensor([r[5] for r in batch])
            kinds, at, _ = model(*rectangle(batch))
            lost, count = aimed(at, batch)
            loss = (-(answer * F.log_softmax(kinds, -1)).sum(-1) * weight).sum() / weight.sum()
            loss = loss + AIMED * lost / max(1, count)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 2.0)
            optimizer.step()
            step += 1
            if step % 4 == 0:
                keep = min(0.998, step / (step + 10)) ** 4
                now = model.state_dict()
                for name, value in average.items():
                    value.lerp_(now[name], 1 - keep)
            report(step, total, loss.item())
        evaluate(model, average, epoch)
    model.load_state_dict(average)
    model.eval()
