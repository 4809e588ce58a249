"""Groups nouns by what they mean: `models/nouns.txt`, read by `src/lexicon/kin.rs`.

    python3 training/nouns.py ARTICLES.jsonl [...] --out models/nouns.txt

Takes the words that the articles use as nouns (behind an article, or at the head of an annotated source), gives
each the vector that all-MiniLM-L6-v2 has for it, and groups these twice: a line of the file is a narrow group
(company, firm, corporation), an empty line parts the wide ones (bodies, kin, documents).
"""
import argparse
import collections
import gzip
import json
import re

import numpy as np
import torch

import bert

NARROW, WIDE, LEAST, MOST = 320, 48, 4, 6000
BEFORE = set('the a an his her its their this these those our'.split())


def opened(path):
    return gzip.open(path, 'rt') if path.endswith('.gz') else open(path)


def counted(paths):
    seen, noun, heads = collections.Counter(), collections.Counter(), collections.Counter()
    for path in paths:
        for a in map(json.loads, opened(path)):
            words = re.findall(r"[A-Za-z]+(?:-[a-z]+)*|[^\sA-Za-z]", a['text'])
            for before, w in zip(['.', *words], words):
                if w.islower() and len(w) > 2:
                    seen[w] += 1
                    noun[w] += before.lower() in BEFORE
            for row in a.get('attributions') or ():
                source = ' '.join(a['text'][s:e] for s, e in row['source'])
                main = re.split(r"[,(]| (?:of|for|in|on|at|from|with|who|that|to|by) ", source)[0].split()
                if main and main[-1].islower() and len(main[-1]) > 2:
                    heads[main[-1]] += 1
    listed = [w for w in seen if seen[w] >= LEAST and noun[w] >= .06 * seen[w] and noun[w] > 1 or heads[w] > 1]
    listed.sort(key=lambda w: (-heads[w] * 20 - noun[w], w))
    return sorted(listed[:MOST])


@torch.no_grad()
def vectors(words):
    pieces, model = bert.Pieces(), bert.load().eval()
    out = []
    for at in range(0, len(words), 256):
        ids = [[pieces.start, *pieces.of(w), pieces.separator] for w in words[at:at + 256]]
        padded, mask = bert.pad(ids)
        states = model(padded, mask)
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        out.append(torch.nn.functional.normalize(mean, dim=1))
    return torch.cat(out).numpy()


def groups(x, count, rng, rounds=40):
    """k-means on the sphere, the first centres far apart."""
    centres = [x[rng.integers(len(x))]]
    far = 1 - x @ centres[0]
    while len(centres) < count:
        centres.append(x[rng.choice(len(x), p=np.maximum(far, 0) / np.maximum(far, 0).sum())])
        far = np.minimum(far, 1 - x @ centres[-1])
    centres = np.stack(centres)
    for _ in range(rounds):
        of = (x @ centres.T).argmax(1)
        for k in range(count):
            if (of == k).any():
                centres[k] = x[of == k].mean(0)
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    return of, centres


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('articles', nargs='+')
    ap.add_argument('--out', required=True)
    o = ap.parse_args()
    torch.set_num_threads(1)
    words = counted(o.articles)
    rng = np.random.default_rng(1)
    narrow, centres = groups(vectors(words), NARROW, rng)
    wide, _ = groups(centres, WIDE, rng)
    parts = []
    for w in range(WIDE):
        lines = [' '.join(words[i] for i in np.flatnonzero(narrow == n)) for n in np.flatnonzero(wide == w)]
        lines = [line for line in lines if line]
        if lines:
            parts.append('\n'.join(lines))
    with open(o.out, 'w') as out:
        out.write('\n\n'.join(parts) + '\n')
    print(f'{len(words)} words, {len(set(narrow))} narrow groups, {len(parts)} wide ones')


if __name__ == '__main__':
    main()
