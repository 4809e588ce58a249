"""More text than was annotated: the corpus once more, with words changed for words like them.

*Officials argued* becomes *authorities contended*. Nobody labels it but the teacher; the student meets
rare cues in it (after TinyBERT, Jiao et al. 2020). Leaves out the teacher.
"""

import random

import torch

LIKE = 10  # One of this many nearest words.


def _ending(word):
    for ending in ("ing", "ed", "ly", "s"):
        if word.endswith(ending):
            return ending
    return ""


def neighbours(words, vectors, usual):
    """For each word the indices of words like it, with the same ending if they can be had."""
    x = torch.tensor(vectors)
    x = x / x.norm(dim=1, keepdim=True)
    usable = torch.tensor([w.isascii() and w.isalpha() and len(w) > 2 and w not in usual for w in words])
    ending = torch.tensor([("", "ing", "ed", "ly", "s").index(_ending(w)) for w in words])
    out = []
    for a in range(0, len(words), 1024):
        near = x[a : a + 1024] @ x.T
        near -= 0.25 * (ending[a : a + 1024, None] != ending[None]).float()
        near[:, ~usable] = -1
        near[torch.arange(len(near)), torch.arange(a, a + len(near))] = -1
        close, index = near.topk(LIKE)
        out += [[k for k, s in zip(i, c) if s > 0.3] for i, c in zip(index.tolist(), close.tolist())]
    return out, usable.tolist()


def changed(articles, words, vectors, seen, seed):
    """One changed text for each article, as raw articles without labels; another seed gives others."""
    choose = random.Random(seed)
    usual = {w for w, _ in seen.most_common(150)}
    like, usable = neighbours(words, vectors, usual)
    index = {w: at for at, w in enumerate(words)}
    out = []
    for article in articles:
        parts, last = [], 0
        for (start, end), word, tag in zip(article["tokens"], article["words"], article["tags"]):
            parts.append(article["text"][last:start])
            raw, last = article["text"][start:end], end
            at, cue = index.get(word), tag in (3, 4)
            may = at is not None and (usable[at] or cue and word in ("said", "says", "told", "tells"))
            if may and choose.random() < (0.3 if cue else 0.15) and like[at]:
                other = words[choose.choice(like[at])]
                if raw.isupper() and len(raw) > 1:
                    raw = other.upper()
                else:
                    raw = other.capitalize() if raw[0].isupper() else other
            parts.append(raw)
        parts.append(article["text"][last:])
        out.append({"id": f"changed-{seed}/{article['id']}", "text": "".join(parts)})
    return out
