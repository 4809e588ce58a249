"""The word list and a vector for each word, made of all-MiniLM-L6-v2's view of it.

A word's vector is the mean of the model's states over the places where the texts use it; a word that
no text uses gets a few made-up sentences. Words that mean alike come out alike, so that the tagger
knows a verb of speech that the corpus never shows. Leaves out what the tagger makes of the vectors.
"""

import random
import re
from collections import Counter

import numpy as np
import torch

import bert

LAYERS = (1, 3, 5)  # Low layers hold the word, high ones its use.
USES = 40  # A mean over more places changes nothing.
SEEN = 3  # A word of the corpus is listed when it is there this often.
RANK = 19_000  # The model's own whole words, the most frequent first, up to here.
COMPONENTS = 192


def verbs_of_speech_and_thought(wordnet):
    """All regular forms of WordNet's verbs of communication (file 32) and cognition (31)."""
    lemmas = set()
    with open(wordnet / "data.verb", encoding="latin1") as file:
        for line in file:
            fields = line.split()
            if not line.startswith("  ") and fields[1] in ("31", "32"):
                names = (fields[4 + 2 * k].lower() for k in range(int(fields[3], 16)))
                lemmas.update(name for name in names if name.isalpha())
    forms = set()
    for w in lemmas:
        forms.add(w)
        if w.endswith("e"):
            forms |= {w + "s", w + "d", w[:-1] + "ing"}
        elif w.endswith("y") and w[-2] not in "aeiou":
            forms |= {w[:-1] + "ies", w[:-1] + "ied", w + "ing"}
        else:
            third = w + "es" if w.endswith(("s", "x", "z", "ch", "sh", "o")) else w + "s"
            doubles = re.search(r"[^aeiou][aeiou][bdgmnprt]$", w) and len(w) <= 5
            stem = w + w[-1] if doubles else w
            forms |= {third, stem + "ed", stem + "ing"}
    return forms


def word_list(train, unlabelled, verbs, pieces):
    """The words, the most frequent of the corpus first."""
    seen = Counter(w for a in train for w in a["words"])
    beside = Counter(w for a in unlabelled for w in a["words"])
    rank = {w: at for w, at in pieces.vocabulary.items() if re.fullmatch(r"[a-z]{3,}", w)}
    listed = {w for w in seen if seen[w] >= SEEN}
    listed |= {w for w in beside if beside[w] >= 4}
    listed |= {w for w, at in rank.items() if at < RANK}
    listed |= {
        w
        for w in verbs
        if seen[w] or beside[w] or w in rank or len(pieces.of(w)) <= 2 and len(w) > 3
    }
    listed = {w for w in listed if len(w) <= 24}
    return sorted(listed, key=lambda w: (-seen[w], w)), seen


def _sentences(word, verbs):
    """Made-up sentences for a word that no text uses."""
    if word not in verbs:
        forms = ("The {} was there .", "They saw {} , too .")
    elif word.endswith("ing"):
        forms = ("They are {} the plan .", "He left , {} that it was wrong .")
    elif word.endswith("ed"):
        forms = ("He {} the plan .", "She {} that it was wrong , officials said .")
    elif word.endswith("s"):
        forms = ("She {} the plan .", "He {} that it was wrong .")
    else:
        forms = ("They will {} the plan .", "He would {} that it was wrong .")
    return [form.format(word).split() for form in forms]


@torch.no_grad()
def vectors(words, articles, verbs, pieces, report):
    """One row a word: the mean state of its uses, layers side by side."""
    model = bert.load().eval()
    index = {w: at for at, w in enumerate(words)}
    total = np.zeros((len(words), len(LAYERS) * bert.WIDTH), np.float32)
    count = np.zeros(len(words), np.int32)

    def read(batch):
        sequences, places = [], []
        for raw, keys in batch:
            sequence, place = [pieces.start], []
            for word, key in zip(raw, keys):
                begin = len(sequence)
                sequence += pieces.of(word)
                place.append((key, begin, len(sequence)))
            sequences.append(sequence[:400] + [pieces.separator])
            places.append([p for p in place if p[2] < 400])
        ids, mask = bert.pad(sequences)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            layers = model(ids, mask, every=True)
        states = torch.cat([layers[k].float() for k in LAYERS], -1).numpy()
        for row, place in zip(states, places):
            for key, begin, end in place:
                at = index.get(key)
                if at is not None and count[at] < USES:
                    total[at] += row[begin:end].mean(0)
                    count[at] += 1

    articles = list(articles)
    random.Random(1).shuffle(articles)
    waiting = []
    for n, article in enumerate(articles):
        report(n, len(articles))
        for a, b in article["paragraphs"]:
            keys = article["words"][a:b]
            wanted = sum(k in index and count[index[k]] < USES for k in keys)
            if wanted >= 2:
                waiting.append(([article["text"][s:e] for s, e in article["tokens"][a:b]], keys))
        while len(waiting) >= 128:
            batch, waiting = sorted(waiting[:128], key=lambda x: len(x[0])), waiting[128:]
            for k in range(0, 128, 16):
                read(batch[k : k + 16])
    for k in range(0, len(waiting), 16):
        read(waiting[k : k + 16])
    made_up = [(s, [x if x == w else None for x in s]) for w in words if not count[index[w]] for s in _sentences(w, verbs)]
    for k in range(0, len(made_up), 64):
        read(made_up[k : k + 64])
    return total / np.maximum(count, 1)[:, None]


def components(raw, count=COMPONENTS, whitening=0.7):
    """The principal components, the strong ones damped."""
    x = raw - raw.mean(0)
    x /= x.std()
    values, axes = np.linalg.eigh(x.T @ x / len(x))
    top = np.argsort(-values)[:count]
    x = (x @ axes[:, top]) / np.sqrt(values[top]) ** whitening
    return (x / x.std()).astype(np.float32)
