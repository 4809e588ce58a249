"""What the trainer computes for sentences of ours, for a test to hold the engine to.

The weights are the rounded ones that ship; what is left to differ is the rounding of activations.
"""

import torch

import chain
from corpus import spans
from linking import Scene


@torch.no_grad()
def forward(model, article):
    """States of one article, and the scores of both layers."""
    rows, numbers = article["rows"][None], article["numbers"][None]
    corpus = torch.tensor([model.customs])
    states, scores, within = model(rows, numbers, torch.ones_like(rows, dtype=torch.bool), corpus)
    return states[0], scores[0], within[0]


@torch.no_grad()
def links(model, states, article, tags):
    """(cue of each content, source of each cue) as spans or None, in reading order."""
    found = spans(tags)
    sources, cues, contents = ([(i, j) for r, i, j in found if r == role] for role in range(3))
    scene = Scene(cues, contents, article["paragraph"], article["sentence"])
    ends = lambda x: torch.cat([states[x[0]], states[x[1] - 1]])

    def partner(linker, span, candidates):
        near = scene.nearest(span, candidates)
        if not near:
            return None
        pairs = torch.tensor([[scene.pair(span, c) for c in near]])
        scores = linker(ends(span)[None], torch.stack([ends(c) for c in near])[None], pairs)[0]
        return [*near, None][int(scores.argmax())]

    return [partner(model.lc, c, cues) for c in contents], [partner(model.ls, c, sources) for c in cues]


def record(model, articles):
    """One object an article: the scores (three decimals), the best tags, and the links."""
    out = []
    for article in articles:
        states, scores, within = forward(model, article)
        tags = chain.best(model.crf, scores)
        content_cues, cue_sources = links(model, states, article, tags)
        out.append({
            "id": article["id"],
            "text": article["text"],
            "scores": [[round(x, 3) for x in row] for row in scores.tolist()],
            "within": [[round(x, 3) for x in row] for row in within.tolist()],
            "tags": tags,
            "content_cues": content_cues,
            "cue_sources": cue_sources,
        })
    return out
