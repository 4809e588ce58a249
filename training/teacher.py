"""The teacher: all-MiniLM-L6-v2 under a recurrent layer and a chain, trained on the corpus.

Twenty times too large for a page, but it knows English. The student learns from its probabilities.
"""

import random

import torch
import torch.nn.functional as F
from torch import nn

import bert
import chain
from corpus import TAGS

FIELDS = ((2, 256, 16), (3, 40, 16), (4, 48, 16), (5, 16, 8), (6, 32, 8))  # Field, values, width.
PLANNED = 4  # Epochs that the falling rate is planned for; it is stopped sooner, while still unsure.
LENGTH = 330  # Pieces in a stretch.
BATCH = 8


class Teacher(nn.Module):
    """Pieces to tokens (mean of first and last), beside fields that lower case hides."""

    def __init__(self):
        super().__init__()
        self.b = bert.load()
        self.b.we.weight.requires_grad = False  # Rare words stay where their neighbours are.
        self.e = nn.ModuleList(nn.Embedding(values, width) for _, values, width in FIELDS)
        self.g = nn.GRU(bert.WIDTH + sum(f[2] for f in FIELDS), 192, batch_first=True, bidirectional=True)
        self.o, self.crf = nn.Linear(384, TAGS), chain.Chain()

    def forward(self, ids, mask, first, last, fields):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.b(ids, mask)
        states, rows = states.float(), torch.arange(len(ids))[:, None]
        x = [(states[rows, first] + states[rows, last]) * 0.5]
        x += [embedding(fields[:, :, at]) for at, embedding in enumerate(self.e)]
        x, _ = self.g(F.dropout(torch.cat(x, -1), 0.15, self.training))
        return self.o(F.dropout(x, 0.3, self.training))


def stretches(article, pieces, ragged=False):
    """Cuts an article between paragraphs: (context start, start, end, context end) in tokens."""
    words = [article["text"][s:e] for s, e in article["tokens"]]
    paragraphs = article["paragraphs"]
    lengths = [1 + sum(len(pieces.of(w)) for w in words[a:b]) for a, b in paragraphs]
    out, i = [], 0
    limit = random.randint(LENGTH // 3, LENGTH) if ragged else LENGTH
    while i < len(paragraphs):
        j, total = i, 0
        while j < len(paragraphs) and (j == i or total + lengths[j] <= limit):
            total += lengths[j]
            j += 1
        start, end = paragraphs[i][0], paragraphs[j - 1][1]
        before = paragraphs[i - 1][0] if i and lengths[i - 1] <= 80 else start
        behind = paragraphs[j][1] if j < len(paragraphs) and lengths[j] <= 60 else end
        out.append((before, start, end, behind))
        i, limit = j, LENGTH
    return out


def rectangle(items, pieces):
    """(article, from, to) as tensors; a separator stands before every paragraph."""
    sequences, firsts, lasts, count = [], [], [], max(b - a for _, a, b in items)
    first = torch.zeros(len(items), count, dtype=torch.long)
    last, tags = first.clone(), first.clone()
    mask = torch.zeros(len(items), count, dtype=torch.bool)
    fields = torch.zeros(len(items), count, len(FIELDS), dtype=torch.long)
    for row, (article, a, b) in enumerate(items):
        sequence, firsts, lasts = [], [], []
        for i in range(a, b):
            if i == a or article["paragraph"][i] != article["paragraph"][i - 1]:
                sequence.append(pieces.separator)
            s, e = article["tokens"][i]
            firsts.append(min(len(sequence), 511))
            sequence += pieces.of(article["text"][s:e])
            lasts.append(min(len(sequence) - 1, 511))
        sequences.append((sequence + [pieces.separator])[:512])
        n = b - a
        first[row, :n], last[row, :n] = torch.tensor(firsts), torch.tensor(lasts)
        tags[row, :n], mask[row, :n] = torch.tensor(article["tags"][a:b]), True
        fields[row, :n] = torch.tensor([[f[at] for at, _, _ in FIELDS] for f in article["fields"][a:b]])
        if tags[row, 0] and tags[row, 0] % 2 == 0:
            tags[row, 0] -= 1
    ids, real = bert.pad(sequences)
    return ids, real, first, last, fields, tags, mask


@torch.no_grad()
def scores(model, articles, pieces):
    """One row of scores a token for each article."""
    model.eval()
    items = [(n, a, s) for n, a in enumerate(articles) for s in stretches(a, pieces)]
    found = [[] for _ in articles]
    order = sorted(range(len(items)), key=lambda i: items[i][2][3] - items[i][2][0])
    for k in range(0, len(order), BATCH):
        chosen = [items[i] for i in order[k : k + BATCH]]
        *inputs, _, _ = rectangle([(a, s[0], s[3]) for _, a, s in chosen], pieces)
        for row, (n, _, (before, start, end, _)) in zip(model(*inputs), chosen):
            found[n].append((start, row[start - before : end - before].clone()))
    model.train()
    return [torch.cat([rows for _, rows in sorted(f, key=lambda x: x[0])]) for f in found]


def batches(articles, pieces):
    """One epoch of stretches of like length."""
    items = [(a, s[0], s[3]) for a in articles for s in stretches(a, pieces, ragged=True)]
    random.shuffle(items)
    out = []
    for k in range(0, len(items), BATCH * 16):
        block = sorted(items[k : k + BATCH * 16], key=lambda x: x[2] - x[1])
        block = [block[j : j + BATCH] for j in range(0, len(block), BATCH)]
        random.shuffle(block)
        out += block
    return out


def train(articles, pieces, epochs, seed, checkpoint, report):
    """Trains from the published weights; gives the model with its weights averaged over time.

    `checkpoint` is written after every epoch and read when it is there.
    """
    random.seed(seed)
    torch.manual_seed(seed)
    model = Teacher().train()
    groups = ([], [])
    for name, p in model.named_parameters():
        if p.requires_grad:
            groups[not name.startswith("b.")].append(p)
    rates = (2e-4, 2e-3)
    optimizer = torch.optim.AdamW([{"params": g, "lr": r} for g, r in zip(groups, rates)], weight_decay=0.01)
    average = {k: v.clone() for k, v in model.state_dict().items() if v.is_floating_point() and k != "b.we.weight"}
    per_epoch, step, start = len(batches(articles, pieces)), 0, 0
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        average, step, start = saved["average"], saved["step"], saved["epoch"]
        random.seed(seed + start)
        torch.manual_seed(seed + start)
    total = per_epoch * PLANNED
    for epoch in range(start, epochs):
        for batch in batches(articles, pieces):
            pace = min(1, step / 200) * max(0.02, 1 - step / total)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * pace
            ids, real, first, last, fields, tags, mask = rectangle(batch, pieces)
            hidden = (torch.rand(ids.shape) < 0.03) & real
            ids = torch.where(hidden, torch.full_like(ids, pieces.mask), ids)
            s = model(ids, real, first, last, fields)
            loss = (model.crf.normalizer(s, mask) - model.crf.path(s, tags, mask)).sum() / mask.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 4 == 0:
                keep = min(0.998, step / (step + 10)) ** 4
                now = model.state_dict()
                for name, value in average.items():
                    value.lerp_(now[name], 1 - keep)
            report(step, per_epoch * epochs, loss.item())
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "average": average, "step": step, "epoch": epoch + 1}, checkpoint)
    model.load_state_dict(average, strict=False)
    return model
