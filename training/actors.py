"""Trains the judge of speakers (`src/model/fitting.rs`) from annotated articles.

    python3 training/actors.py TRAIN.jsonl [...] --pairs PAIRS.jsonl [...] --out models/actors.bin

TRAIN carries the annotated actors, PAIRS what `ascribe pairs` printed of the same articles (in any number of
runs: with --teach, and by the judge's own choices). For each source the right candidates are those whose name is
the annotated actor's; the loss is minus the logarithm of their share. Prints how right it is on every fifth
article, trained on the others, and chooses there the least probability that is believed; then trains on all.
Wide and deep: one weight for each feature and class of source, and one hidden layer over all features.
"""
import argparse
import collections
import gzip
import json
import os
import re
import struct
import zlib

import numpy as np
import torch

HIDDEN, CLASSES = 32, 17
UNNAMED = .25
TITLES = set('mr mrs ms miss dr sir lady lord dame prof rev hon rep sen gov gen col lt sgt capt president minister '
             'chancellor secretary senator congressman congresswoman governor mayor judge justice king queen prince '
             'princess pope former the a an of'.split())
STATES = {'us': 'united states', 'usa': 'united states', 'america': 'united states', 'uk': 'united kingdom',
          'britain': 'united kingdom', 'great britain': 'united kingdom', 'eu': 'european union',
          'un': 'united nations', 'moscow': 'russia', 'beijing': 'china', 'washington': 'united states'}


def words(name):
    """The words of a name that tell: lower case, without titles and possessives."""
    name = re.sub(r"[’']s?\b", '', name.lower().replace('.', ''))
    name = ' '.join(re.findall(r"[\w&-]+", name))
    name = STATES.get(name, name)
    return [w for w in name.split() if w not in TITLES] or name.split()


def same(one, names):
    """Whether `one` is one of `names` as a reader takes it: the same words, or a part with the same last one."""
    p = words(one)
    for w in names:
        if p and w and (set(p) == set(w) or p[-1] == w[-1] and (set(p) <= set(w) or set(w) <= set(p))):
            return True
        for short, full in ((p, w), (w, p)):
            if len(short) == 1 and len(full) > 1 and short[0] == ''.join(x[0] for x in full):
                return True
    return False


def rank(one, names):
    """How surely `one` is the annotated actor, the first of `names`, or an alias, the others; 0 when it is not."""
    if not one or not names:
        return 0
    if set(words(one)) == set(names[0]):
        return 3
    return 2 if same(one, names[:1]) else int(same(one, names))


def best_of(ranks, known):
    """Those of the highest rank; of one rank somebody known before whoever the source describes anew."""
    ranks = [r and 2 * r + k for r, k in zip(ranks, known)]
    top = max(ranks)
    return [bool(r) and r == top for r in ranks]


def opened(path):
    return gzip.open(path, 'rt') if path.endswith('.gz') else open(path)


def rows_of(article, seen):
    """(class, features of each candidate, which are right, weight) of every source that can teach."""
    out = []
    for row in seen['rows']:
        a = article['attributions'][row['index']]
        if a.get('unread'):
            continue
        names = [words(n) for n in [a.get('actor') or '', *(a.get('actor_aliases') or ())] if n]
        ranks = [rank(n, names) for n in row['names']]
        right = best_of(ranks, row['known'])
        weight = (.5 if a.get('weak') else 1.) * (1 if 'weight' not in article else article['weight'])
        if not names:
            right[-1] = True
        elif not any(right):
            # Whoever it is, none of these: better nobody than a wrong one.
            right[-1], weight = True, .25
        out.append((row['class'], Lists(row['x']), np.array(right), weight, bool(names), row['index'], article['id'], ranks))
    return out


NAME = 10


def unnamed(seen, rows):
    """The same sources as if the article did not know whom they mean: the right ones are taken away, and right is
    whoever the source describes, or nobody. So are short articles, where most of those described come but once."""
    out = []
    of = {row['index']: row for row in seen['rows']}
    for kind, lists, right, weight, named, *rest in rows:
        row = of[rest[0]]
        known = np.array(row['known'])
        if kind == NAME or not named or not (right & known).any():
            continue
        kept = ~(known & (np.array(rest[-1]) > 0))
        if not kept.any():
            continue
        new = [at for at, (name, k) in enumerate(zip(row['names'], row['known'])) if name and not k]
        truth = np.zeros(len(kept), bool)
        truth[new[0] if new else -1] = True
        out.append((kind, Lists([x for x, k in zip(row['x'], kept) if k]), truth[kept], weight * UNNAMED, False, *rest))
    return out


class Judge(torch.nn.Module):
    def __init__(self, features):
        super().__init__()
        self.wide = torch.nn.Parameter(torch.zeros(CLASSES, features))
        self.deep = torch.nn.Parameter(torch.randn(features, HIDDEN) * .05)
        self.bias = torch.nn.Parameter(torch.zeros(HIDDEN))
        self.out = torch.nn.Parameter(torch.randn(HIDDEN) * .1)

    def forward(self, kinds, ids, starts, lengths, kept=None, drop=0.):
        # The wide weights as a bag over (class, feature).
        of = torch.repeat_interleave(kinds, lengths) * self.wide.shape[1] + ids
        bag = torch.nn.functional.embedding_bag
        wide = bag(of, self.wide.view(-1, 1), starts, mode='sum', per_sample_weights=kept)[:, 0]
        hidden = torch.relu(bag(ids, self.deep, starts, mode='sum', per_sample_weights=kept) + self.bias)
        if drop:
            hidden = torch.nn.functional.dropout(hidden, drop)
        return wide + hidden @ self.out


def batches(rows, size, rng):
    order = rng.permutation(len(rows)) if rng is not None else np.arange(len(rows))
    t = torch.from_numpy
    for at in range(0, len(rows), size):
        chunk = [rows[i] for i in order[at:at + size]]
        counts = np.array([len(r[1]) for r in chunk])
        lengths = np.concatenate([r[1].lengths for r in chunk])
        ids = np.concatenate([r[1].ids for r in chunk])
        right = np.concatenate([r[2] for r in chunk])
        kinds = np.repeat(np.array([r[0] for r in chunk], np.int64), counts)
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        yield (chunk, t(kinds), t(ids), t(starts), t(lengths), t(np.repeat(np.arange(len(chunk)), counts)), t(right),
               torch.tensor([r[3] for r in chunk]))


class Lists:
    """Lists of numbers, one behind the other."""

    def __init__(self, lists):
        self.lengths = np.array([len(x) for x in lists], np.int64)
        self.ids = np.array([f for x in lists for f in x], np.int64)

    def __len__(self):
        return len(self.lengths)


def log_sum(values, of, count):
    top = torch.full((count,), -1e9).scatter_reduce(0, of, values.detach(), 'amax')
    return top + torch.log(torch.zeros(count).index_add(0, of, torch.exp(values - top[of])) + 1e-30)


def train(rows, features, epochs, seed, rate=.004):
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    judge = Judge(features)
    shadow = {k: v.detach().clone() for k, v in judge.named_parameters()}
    decay = [{'params': [judge.wide], 'weight_decay': .02}, {'params': [judge.deep], 'weight_decay': .05},
             {'params': [judge.bias, judge.out], 'weight_decay': .01}]
    opt = torch.optim.AdamW(decay, lr=rate)
    size, step = 96, 0
    steps = epochs * (len(rows) // size + 1)
    for _ in range(epochs):
        for chunk, kinds, ids, starts, lengths, of, right, weight in batches(rows, size, rng):
            for g in opt.param_groups:
                g['lr'] = rate * min(1, (step + 1) / 50) * (1 - step / steps)
            # A word of evidence is left out now and then, so that none is leant on alone.
            kept = (torch.rand(len(ids)) > .08).float()
            score = judge(kinds, ids, starts, lengths, kept, .1)
            every = log_sum(score, of, len(chunk))
            good = log_sum(score[right], of[right], len(chunk))
            loss = ((every - good) * weight).sum() / weight.sum()
            opt.zero_grad()
            loss.backward()
            opt.step()
            step += 1
            with torch.no_grad():
                for k, v in judge.named_parameters():
                    shadow[k].mul_(.995).add_(v, alpha=.005)
    with torch.no_grad():
        for k, v in judge.named_parameters():
            v.copy_(shadow[k])
    return judge


@torch.no_grad()
def answers(judge, rows):
    """For each row: class, has an actor, the best is right, the best is nobody, its probability."""
    out = []
    for chunk, kinds, ids, starts, lengths, of, right, _ in batches(rows, 256, None):
        score = judge(kinds, ids, starts, lengths)
        every = log_sum(score, of, len(chunk))
        p = torch.exp(score - every[of]).numpy()
        at = 0
        for r in chunk:
            n = len(r[1])
            best = int(p[at:at + n].argmax())
            out.append((r[0], r[4], r[7][best] > 0, best == n - 1, float(p[at + best]), r[5], r[6], best))
            at += n
    return out


def summary(found, least):
    c = collections.Counter()
    for kind, named, right, nobody, p, *_ in found:
        if not named:
            c['null ' + ('open' if nobody or p < least[kind] else 'given')] += 1
            continue
        what = 'open' if nobody or p < least[kind] else 'right' if right else 'wrong'
        c[what] += 1
        c[kind, what] += 1
    n = c['right'] + c['wrong'] + c['open']
    return c, f"right {c['right'] / n:.3f} wrong {c['wrong'] / n:.3f} open {c['open'] / n:.3f} (null given {c['null given']}, open {c['null open']})"


def thresholds(found, price):
    """For each class the least probability at which right ones less `price` times wrong ones are most."""
    least = []
    for kind in range(CLASSES):
        mine = [(p, right) for k, named, right, nobody, p, *_ in found if k == kind and named and not nobody]
        best = (0, 0.)
        for least_p in np.arange(0, .9, .05):
            gain = sum((1 if r else -price) for p, r in mine if p >= least_p)
            if gain > best[0] or least_p == 0:
                best = (gain, float(least_p))
        least.append(best[1] if len(mine) >= 40 else .3)
    return least


def fnv(data):
    """FNV-1a over words of four bytes, the tail byte by byte: see `src/model/layout.rs`."""
    h = 0xcbf29ce484222325
    n = len(data) // 4 * 4
    for (word,) in struct.iter_unpack('<I', data[:n]):
        h = ((h ^ word) * 0x100000001b3) & (2**64 - 1)
    for b in data[n:]:
        h = ((h ^ b) * 0x100000001b3) & (2**64 - 1)
    return h


def floats(rows):
    rows = np.atleast_2d(np.asarray(rows, np.float32))
    return 0, rows.shape, rows.tobytes()


def scaled(rows):
    rows = np.asarray(rows, np.float32)
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / 127
    cells = np.clip(np.round(rows / scale[:, None]), -127, 127).astype(np.int8)
    return 1, rows.shape, scale.astype('<f4').tobytes() + cells.tobytes()


def write(path, entries):
    body = b''
    for name, (kind, shape, payload) in entries.items():
        body += name.ljust(8).encode() + struct.pack('<III', kind, *shape) + payload
        body += b'\0' * (-len(payload) % 4)
    layout = open(os.path.join(os.path.dirname(__file__), '../src/model/layout.rs')).read()
    version = int(re.search(r'const VERSION: u32 = (\d+)', layout)[1])
    with open(path, 'wb') as out:
        out.write(b'ASCRIBEM' + struct.pack('<IIQ', version, len(entries), fnv(body)) + body)
    return len(zlib.compress(body, 9))


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('train', nargs='+')
    ap.add_argument('--pairs', nargs='+', required=True)
    ap.add_argument('--out')
    ap.add_argument('--epochs', type=int, default=8)
    ap.add_argument('--price', type=float, default=2.)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--dev', nargs=2, metavar=('GOLD', 'PAIRS'))
    ap.add_argument('--skip-folds', action='store_true')
    o = ap.parse_args()
    torch.set_num_threads(1)
    articles = {a['id']: a for path in o.train for a in map(json.loads, opened(path))}
    per, more, count = collections.defaultdict(list), collections.defaultdict(list), 0
    for path in o.pairs:
        for seen in map(json.loads, opened(path)):
            count = seen.get('features', 400)
            if seen['id'] in articles:
                rows = rows_of(articles[seen['id']], seen)
                per[seen['id']] += rows
                more[seen['id']] += unnamed(seen, rows) if UNNAMED else []
    ids = list(articles)
    features = count
    least = [.3] * CLASSES
    if not o.skip_folds:
        held = set(ids[::5])
        judge = train([r for i in ids if i not in held for r in per[i] + more[i]], features, o.epochs, o.seed)
        found = answers(judge, [r for i in ids if i in held for r in per[i]])
        print('held out, all believed:', summary(found, [0.] * CLASSES)[1])
        least = thresholds(found, o.price)
        c, line = summary(found, least)
        print('held out:', line, 'least', [round(x, 2) for x in least])
        for kind in range(CLASSES):
            print('  class', kind, {w: c[kind, w] for w in ('right', 'wrong', 'open')})
    judge = train([r for i in ids for r in per[i] + more[i]], features, o.epochs, o.seed)
    if o.dev:
        gold = {a['id']: a for a in map(json.loads, opened(o.dev[0]))}
        rows = [r for seen in map(json.loads, opened(o.dev[1])) for r in rows_of(gold[seen['id']], seen)]
        found = answers(judge, rows)
        if o.skip_folds:
            least = thresholds(found, o.price)
        print('dev, all believed:', summary(found, [0.] * CLASSES)[1])
        c, line = summary(found, least)
        print('dev:', line, 'least', [round(x, 2) for x in least])
        for kind in range(CLASSES):
            print('  class', kind, {w: c[kind, w] for w in ('right', 'wrong', 'open')})
    if o.out:
        p = {k: v.detach().numpy() for k, v in judge.named_parameters()}
        size = write(o.out, {'wide': scaled(p['wide']), 'deep': scaled(p['deep']), 'bias': floats(p['bias']),
                             'out': floats(p['out']), 'least': floats(least)})
        print(f'{o.out}: {size} bytes compressed')


if __name__ == '__main__':
    main()
