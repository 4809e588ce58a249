"""The teacher: all-MiniLM-L6-v2 under a recurrent layer and two chains, trained on both corpora.

Twenty times too large for a page, but it knows English. The student learns from its probabilities. One chain
reads what is said, the other what is said within another's words; the second learns from the corpus that has
them. Which corpus an article is of is told to it, since their customs differ.
"""

import random

import torch
import torch.nn.functional as F
from torch import nn

import bert
import chain
from corpus import TAGS
from recurrent import Recurrent

FIELDS = ((2, 256, 16), (3, 40, 16), (4, 48, 16), (5, 16, 8), (6, 32, 8))  # Field, values, width.
LENGTH = 330  # Pieces in a stretch.
BATCH = 8
POLITICS, NEWS = 0, 1  # The corpora.
SURE = 0.35  # How often rows that may be left out are left out.


class Teacher(nn.Module):
    """Pieces to tokens (mean of first and last), beside fields that lower case hides."""

    def __init__(self):
        super().__init__()
        self.b = bert.load()
        self.b.we.weight.requires_grad = False  # Rare words stay where their neighbours are.
        self.e = nn.ModuleList(nn.Embedding(values, width) for _, values, width in FIELDS)
        self.c = nn.Embedding(2, 8)
        self.g = Recurrent(bert.WIDTH + sum(f[2] for f in FIELDS) + 8, 192)
        self.o, self.crf = nn.Linear(384, TAGS), chain.Chain()
        self.o2, self.crf2 = nn.Linear(384, TAGS), chain.Chain()

    def forward(self, ids, mask, first, last, fields, real, corpus):
        small = {n: p.to(torch.bfloat16) for n, p in self.b.named_parameters()}
        states = torch.func.functional_call(self.b, small, (ids, mask)).float()
        rows = torch.arange(len(ids))[:, None]
        x = [(states[rows, first] + states[rows, last]) * 0.5]
        x += [embedding(fields[:, :, at]) for at, embedding in enumerate(self.e)]
        x += [self.c(corpus)[:, None].expand(-1, first.shape[1], -1)]
        x = self.g(F.dropout(torch.cat(x, -1), 0.15, self.training), real)
        x = F.dropout(x, 0.3, self.training)
        return self.o(x), self.o2(x)


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


def rectangle(items, pieces, corpus=None):
    """(article, from, to) as tensors; a separator stands before every paragraph."""
    sequences, firsts, lasts, count = [], [], [], max(b - a for _, a, b in items)
    first = torch.zeros(len(items), count, dtype=torch.long)
    last, tags = first.clone(), torch.zeros(2, len(items), count, dtype=torch.long)
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
        mask[row, :n] = True
        sure = "sure_" if random.random() < SURE else ""
        for layer, name in enumerate(("tags", "inner")):
            tags[layer, row, :n] = torch.tensor(article[sure + name][a:b])
        fields[row, :n] = torch.tensor([[f[at] for at, _, _ in FIELDS] for f in article["fields"][a:b]])
    begun = tags[:, :, 0]
    begun -= ((begun > 0) & (begun % 2 == 0)).long()
    ids, real = bert.pad(sequences)
    which = torch.tensor([article["corpus"] if corpus is None else corpus for article, _, _ in items])
    return ids, real, first, last, fields, mask, which, tags


@torch.no_grad()
def scores(model, articles, pieces, corpus):
    """Two rows of scores a token for each article: of what is said, and of what is said within it."""
    model.eval()
    items = [(n, a, s) for n, a in enumerate(articles) for s in stretches(a, pieces)]
    found = [[] for _ in articles]
    order = sorted(range(len(items)), key=lambda i: items[i][2][3] - items[i][2][0])
    for k in range(0, len(order), BATCH):
        chosen = [items[i] for i in order[k : k + BATCH]]
        *inputs, _ = rectangle([(a, s[0], s[3]) for _, a, s in chosen], pieces, corpus)
        both = model(*inputs)
        for row, (n, _, (before, start, end, _)) in enumerate(chosen):
            found[n].append((start, *(layer[row][start - before : end - before].clone() for layer in both)))
    model.train()
    return [[torch.cat([f[k] for f in sorted(rows, key=lambda x: x[0])]) for k in (1, 2)] for rows in found]


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


def train(articles, pieces, epochs, seed, checkpoint, report, planned=None):
    """Trains from the published weights; gives the model with its weights averaged over time.

    The rate falls as if there were `planned` epochs; it is stopped sooner, while still unsure.
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
    total = per_epoch * (planned or epochs + 1)
    for epoch in range(start, epochs):
        for batch in batches(articles, pieces):
            pace = min(1, step / 200) * max(0.02, 1 - step / total)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * pace
            ids, real, first, last, fields, mask, which, tags = rectangle(batch, pieces)
            hidden = (torch.rand(ids.shape) < 0.03) & real
            ids = torch.where(hidden, torch.full_like(ids, pieces.mask), ids)
            outer, inner = model(ids, real, first, last, fields, mask, which)
            loss = (model.crf.normalizer(outer, mask) - model.crf.path(outer, tags[0], mask)).sum() / mask.sum()
            news = which == NEWS
            if news.any():
                within, real_tokens = inner[news], mask[news]
                lost = model.crf2.normalizer(within, real_tokens) - model.crf2.path(within, tags[1][news], real_tokens)
                loss = loss + lost.sum() / mask.sum()
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
