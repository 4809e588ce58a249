"""How sure is sure: fits the confidence of an attribution on articles that training did not see.

An attribution is right when the scorer would match it strictly: the cues share a token, and source
and content each share half of their tokens. Leaves out where the evidence comes from; see
`src/model/confidence.rs`.
"""

import numpy as np


def _tokens(runs):
    return {i for a, b in runs for i in range(a, b)}


def _jaccard(a, b):
    return len(a & b) / len(a | b) if a or b else 1.0


def judged(article, marks):
    """For each mark whether it is right; one gold attribution makes one mark right."""
    gold = [[_tokens(x[role]) for role in range(3)] for x in article["attributions"]]
    mine = [[_tokens([m["source"]] if m["source"] else []), _tokens([m["cue"]] if m["cue"] else []), _tokens(m["content"])] for m in marks]
    pairs = []
    for i, g in enumerate(gold):
        for j, p in enumerate(mine):
            meet = g[1] & p[1] if g[1] and p[1] else g[2] & p[2]
            if meet and _jaccard(g[0], p[0]) >= 0.5 and _jaccard(g[2], p[2]) >= 0.5:
                pairs.append((-sum(map(_jaccard, g, p)), i, j))
    right, used = [False] * len(marks), set()
    for _, i, j in sorted(pairs):
        if i not in used and not right[j]:
            used.add(i)
            right[j] = True
    return right


def fit(inputs, right, strength=1e-3, rounds=50):
    """Logistic regression by Newton's method; weights of the inputs and the intercept last."""
    x = np.hstack([np.asarray(inputs, float), np.ones((len(inputs), 1))])
    y, w = np.asarray(right, float), np.zeros(x.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (y - p) - strength * len(y) * w
        bend = (x * (p * (1 - p))[:, None]).T @ x + strength * len(y) * np.eye(len(w))
        w += np.linalg.solve(bend, slope)
    return w


def confidence(inputs, weights):
    """What the engine will say."""
    x = np.hstack([np.asarray(inputs, float), np.ones((len(inputs), 1))])
    return 1 / (1 + np.exp(-x @ weights))


def reliability(sure, right, bins=10):
    """(mean confidence, share right, count) for each tenth, and the expected calibration error."""
    sure, right = np.asarray(sure), np.asarray(right, float)
    table, error = [], 0.0
    for k in range(bins):
        here = (sure >= k / bins) & (sure < (k + 1) / bins + (k == bins - 1))
        if here.any():
            table.append((sure[here].mean(), right[here].mean(), int(here.sum())))
            error += here.mean() * abs(table[-1][0] - table[-1][1])
    return table, error


def crossed(inputs, right, articles, folds=5):
    """Confidences fitted on the other articles, for an honest reliability table."""
    inputs, right, articles = np.asarray(inputs, float), np.asarray(right), np.asarray(articles)
    sure = np.zeros(len(right))
    for k in range(folds):
        held = articles % folds == k
        sure[held] = confidence(inputs[held], fit(inputs[~held], right[~held]))
    return sure
