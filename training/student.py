"""The student: the tagger that ships. Its layers are those of `src/model`, one for one.

Learns from the labels of both corpora and from the teachers' probabilities, which it also has for text that
nobody labelled. What is said within another's words has a layer of tags of its own. Activations are rounded to
seven bits as they are when it runs. Leaves out how its numbers are written down; see `export`.
"""

import math
import random
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import nn

import linking
from chain import Chain
from corpus import TAGS, repair
from recurrent import Recurrent
from teacher import NEWS

VALUES = (2048, 2048, 256, 40, 48, 16, 32)  # `SIZES` of src/model/features.rs.
WIDTHS = (16, 12, 12, 12, 10, 6, 6)
WORD, INNER, STATE, LAYERS, HIDDEN = 64, 96, 112, 2, 32
OFTEN = 15  # Words seen this often may leave the place that the vectors gave them.
BATCH, LENGTH = 16, 256
# What is left out at random: whole words, then numbers before each layer and behind the last.
DROPPED = (0.04, 0.15, 0.25, 0.2, 0.3)


UNIT, STATE_UNIT = 16.0, 63.0  # Units in a rectified activation of 1 and in a state; those of `src/model`.
SURE = 0.35  # How often rows that may be left out are left out.


def bits(x, unit, least):
    """Rounds to seven bits; the gradient passes as if it did not, save beyond the range."""
    clamped = x.clamp(least, 127 / unit if least == 0 else 63 / unit)
    return clamped + ((clamped * unit).round() / unit - clamped).detach()


class Run(NamedTuple):
    """One run of training, with a rate that falls to nothing within it."""

    steps: int  # Of one batch.
    rate: float
    labels: float = 0.4  # Weight of the labels beside the teachers.
    dropped: float = 1.0  # How much of `DROPPED`.
    keep: float = 0.998  # Of the averaged weights, each step.


class Linker(nn.Module):
    """Scores a span with each candidate, and with nothing."""

    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(4 * STATE, HIDDEN), nn.Linear(4 * STATE, HIDDEN, bias=False)
        self.f = nn.ModuleList(nn.Embedding(size, HIDDEN) for size in linking.PAIR)
        self.n, self.v = nn.Parameter(torch.zeros(HIDDEN)), nn.Linear(HIDDEN, 1)
        for embedding in self.f:
            nn.init.normal_(embedding.weight, 0, 0.1)

    def forward(self, span, candidates, features):
        own = self.a(span)
        other = self.b(candidates) + sum(e(features[:, :, i]) for i, e in enumerate(self.f))
        return torch.cat([self.v(F.relu(own[:, None] + other))[..., 0], self.v(F.relu(own + self.n))], 1)


class Student(nn.Module):
    """`vectors` has one row a word; the first `often` words have a learned change added."""

    def __init__(self, vectors, often):
        super().__init__()
        count, width = vectors.shape
        self.V = count
        self.register_buffer("P", torch.cat([vectors, torch.zeros(1, width)]))
        changed = torch.zeros(count + 1, dtype=torch.long)
        changed[:often] = torch.arange(1, often + 1)
        self.register_buffer("k", changed)
        self.proj, self.unk = nn.Linear(width, WORD, bias=False), nn.Parameter(torch.zeros(WORD))
        self.delta = nn.Embedding(often + 1, WORD, padding_idx=0)
        nn.init.zeros_(self.delta.weight)
        self.e = nn.ModuleList(nn.Embedding(*shape) for shape in zip(VALUES, WIDTHS))
        for embedding in self.e:
            nn.init.normal_(embedding.weight, 0, 0.3)
        self.inp = nn.Linear(WORD + sum(WIDTHS), INNER)
        self.conv = nn.Conv1d(INNER, INNER, 3, padding=1)
        widths = [INNER] + [2 * STATE] * (LAYERS - 1)
        self.g = nn.ModuleList(Recurrent(w, STATE) for w in widths)
        self.o, self.crf, self.lc, self.ls = nn.Linear(2 * STATE, TAGS), Chain(), Linker(), Linker()
        self.o2, self.crf2 = nn.Linear(2 * STATE, TAGS), Chain()
        # What the customs of a corpus add to the first layer.
        self.c = nn.Embedding(2, INNER)
        nn.init.zeros_(self.c.weight)
        self.dropped = 1.0
        self.step = None  # What a whole number of the tables is worth, where they stay as they were shipped.
        self.customs = NEWS  # Whose customs the shipped tagger follows.
        self.shipped = None  # The word table as it was written, once it was.

    def table(self):
        """The word table as it ships: one row a word, and one for all others."""
        rows = self.proj(self.P) + self.delta(self.k)
        return torch.cat([rows[:-1], self.unk[None]])

    def forward(self, words, fields, mask, corpus):
        """States, and the scores of both layers of tags."""
        word, *dropped = (self.dropped * p for p in DROPPED)
        training = self.training
        if training:
            words = torch.where(torch.rand(words.shape) < word, torch.full_like(words, self.V), words)
        if self.shipped is None:
            x = self.proj(self.P[words]) + self.delta(self.k[words])
            x = torch.where((words == self.V)[..., None], self.unk, x)
        else:
            x = self.shipped[words]
        x = torch.cat([x] + [e(fields[..., i]) for i, e in enumerate(self.e)], -1)
        x = self.inp(F.dropout(x, dropped[0], training)) + self.c(corpus)[:, None]
        x = bits(F.relu(x), UNIT, 0.0) * mask[..., None]
        x = bits(F.relu(x + self.conv(x.transpose(1, 2)).transpose(1, 2)), UNIT, 0.0)
        x = F.dropout(x, dropped[1], training)
        for at, layer in enumerate(self.g):
            x = F.dropout(bits(layer(x, mask), STATE_UNIT, -1.0), dropped[2 + at], training)
        return x, self.o(x), self.o2(x)


def prepare(articles, words, taught, labelled):
    """Adds tensors to the articles: word rows, fields, and the teacher's probabilities."""
    index = {w: at for at, w in enumerate(words)}
    for article in articles:
        article["rows"] = torch.tensor([index.get(w, len(words)) for w in article["words"]])
        article["numbers"] = torch.tensor(article["fields"])
        article["labelled"] = labelled
        if taught:
            article["taught"] = [tuple(map(torch.from_numpy, layer)) for layer in taught[article["id"]]]
    return articles


def stretches(articles):
    """All articles, cut between paragraphs, in batches of like length."""
    items = []
    for article in articles:
        paragraphs, i, limit = article["paragraphs"], 0, random.randint(60, LENGTH)
        while i < len(paragraphs):
            start, j = paragraphs[i][0], i
            while j < len(paragraphs) and (j == i or paragraphs[j][1] - start <= limit):
                j += 1
            items.append((article, start, min(paragraphs[j - 1][1], start + 400)))
            i, limit = j, LENGTH
    random.shuffle(items)
    out = []
    for k in range(0, len(items), BATCH * 16):
        block = sorted(items[k : k + BATCH * 16], key=lambda x: x[1] - x[2])
        block = [block[j : j + BATCH] for j in range(0, len(block), BATCH)]
        random.shuffle(block)
        out += block
    return out


def link_loss(model, states, batch, scores):
    """Cross-entropy of both linkers over a batch of stretches and both layers, summed."""
    jobs = ([], [])
    for row, (article, a, b) in enumerate(batch):
        for layer in range(2 if article["labelled"] else 0):
            predicted = repair(scores[layer][row, : b - a].argmax(-1).tolist())
            for job, tasks in zip(jobs, linking.tasks(article, a, b, predicted, nested=layer == 1)):
                job += [(row, *task) for task in tasks]
    loss = torch.tensor(0.0)
    for job, linker in zip(jobs, (model.lc, model.ls)):
        if not job:
            continue
        empty = linking.CANDIDATES
        rows = torch.tensor([row for row, *_ in job])
        span = torch.tensor([span for _, span, *_ in job])
        near = torch.tensor([list(c) + [(0, 1)] * (empty - len(c)) for _, _, c, _, _ in job])
        features = torch.tensor([list(f) + [(0, 0, 0)] * (empty - len(f)) for _, _, _, f, _ in job])
        barred = torch.tensor([[0.0] * len(c) + [-1e4] * (empty - len(c)) + [0.0] for _, _, c, _, _ in job])
        answer = torch.tensor([empty if y is None else c.index(y) for _, _, c, _, y in job])
        ends = lambda r, x: torch.cat([states[r, x[..., 0]], states[r, x[..., 1] - 1]], -1)
        found = linker(ends(rows, span), ends(rows[:, None].expand(-1, empty), near), features) + barred
        loss = loss + F.cross_entropy(found, answer, reduction="sum")
    return loss


def rectangle(batch, weight):
    """A batch of stretches as tensors, the labels with this weight beside a teacher; without one they
    are certain. Tags, the teacher's probabilities and the weights are there for both layers."""
    shape = (len(batch), batch[0][2] - batch[0][1])
    rows, tags = torch.zeros(shape, dtype=torch.long), torch.zeros(2, *shape, dtype=torch.long)
    fields, mask = torch.zeros(*shape, len(VALUES), dtype=torch.long), torch.zeros(shape, dtype=torch.bool)
    single, pairs = torch.zeros(2, *shape, TAGS), torch.zeros(2, len(batch), TAGS, TAGS)
    labels = torch.ones(2, len(batch))
    for i, (article, a, b) in enumerate(batch):
        n = b - a
        rows[i, :n], fields[i, :n], mask[i, :n] = article["rows"][a:b], article["numbers"][a:b], True
        sure = "sure_" if random.random() < SURE else ""
        for layer, name in enumerate(("tags", "inner")):
            tags[layer, i, :n] = torch.tensor(article[sure + name][a:b])
            if "taught" in article:
                one, two = article["taught"][layer]
                single[layer, i, :n] = one[a:b].float()
                pairs[layer, i] = two[a : b - 1].float().sum(0)
                labels[layer, i] = weight if article["labelled"] else 0.0
    begun = tags[:, :, 0]
    begun -= ((begun > 0) & (begun % 2 == 0)).long()
    corpus = torch.tensor([article["corpus"] for article, _, _ in batch])
    return rows, fields, mask, corpus, tags, single, pairs, labels


def train(model, articles, plan, seed, checkpoint, report):
    """Trains in place and leaves the weights averaged over time in the model.

    `checkpoint` is written every 200 steps and read when it is there.
    """
    random.seed(seed)
    torch.manual_seed(seed)
    model.train()
    model.dropped, steps = plan.dropped, plan.steps
    learned = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    change = [p for n, p in learned if n.startswith("delta")]
    rest = [p for n, p in learned if not n.startswith("delta")]
    groups = [{"params": rest, "weight_decay": 0.01}, {"params": change, "weight_decay": 0.1}]
    optimizer = torch.optim.AdamW(groups, lr=plan.rate)
    average = {k: v.clone() for k, v in model.state_dict().items() if v.is_floating_point() and k != "P"}
    step, waiting = 0, []
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        average, step = saved["average"], saved["step"]
        random.seed(seed + step)
        torch.manual_seed(seed + step)
    while step < steps:
        waiting = waiting or stretches(articles)
        batch = waiting.pop()
        pace = min(1, (step + 1) / 100) * max(0.01, 0.5 * (1 + math.cos(math.pi * step / steps)))
        for group in optimizer.param_groups:
            group["lr"] = plan.rate * pace
        rows, fields, mask, corpus, tags, single, pairs, labels = rectangle(batch, plan.labels)
        states, *scores = model(rows, fields, mask, corpus)
        loss = 0.0
        for layer, crf in enumerate((model.crf, model.crf2)):
            path = crf.path(scores[layer], tags[layer], mask)
            expected = crf.expected(scores[layer], single[layer], pairs[layer])
            wanted = labels[layer] * path + (1 - labels[layer]) * expected
            # One corpus says nothing of what is said within another's words.
            knows = (corpus == NEWS).float() if layer else 1.0
            loss = loss + ((crf.normalizer(scores[layer], mask) - wanted) * knows).sum() / mask.sum()
        labelled = sum(b - a for article, a, b in batch if article["labelled"])
        link = link_loss(model, states, batch, [s.detach() for s in scores]) / max(1, labelled)
        optimizer.zero_grad()
        (loss + 0.9 * link).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        step += 1
        if step % 4 == 0:
            keep = min(plan.keep, step / (step + 10)) ** 4
            now = model.state_dict()
            for name, value in average.items():
                value.lerp_(now[name], 1 - keep)
        if step % 200 == 0:
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "average": average, "step": step}, checkpoint)
        report(step, steps, loss.item())
    model.load_state_dict(average, strict=False)
    model.eval()
