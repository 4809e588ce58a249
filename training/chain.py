"""The chain over the tags (a linear-chain CRF) for PyTorch, and its probabilities in numpy.

An inside follows only its own beginning or inside. Trained on labels, or on another model's
probabilities: the loss needs only how often each tag and each pair of tags is expected.
"""

import numpy as np
import torch
from torch import nn

from corpus import TAGS

NEVER = -1e4


def _forbidden():
    matrix = torch.zeros(TAGS, TAGS)
    for before in range(TAGS):
        for tag in range(2, TAGS, 2):
            if (before + 1) // 2 != tag // 2:
                matrix[before, tag] = NEVER
    return matrix


class Chain(nn.Module):
    """Scores of transitions and of the first tag."""

    def __init__(self):
        super().__init__()
        self.t, self.s = nn.Parameter(torch.zeros(TAGS, TAGS)), nn.Parameter(torch.zeros(TAGS))
        self.register_buffer("A", _forbidden())
        first = torch.zeros(TAGS)
        first[2::2] = NEVER
        self.register_buffer("S", first)

    def normalizer(self, scores, mask):
        """Log of the sum over all paths; `scores` is batch × tokens × tags."""
        step = self.t + self.A
        reach = scores[:, 0] + self.s + self.S
        for at in range(1, scores.shape[1]):
            ahead = torch.logsumexp(reach[:, :, None] + step[None], 1) + scores[:, at]
            reach = torch.where(mask[:, at, None], ahead, reach)
        return torch.logsumexp(reach, 1)

    def path(self, scores, tags, mask):
        """Score of the given tags."""
        real = mask.float()
        own = (scores.gather(2, tags[:, :, None])[..., 0] * real).sum(1)
        steps = ((self.t + self.A)[tags[:, :-1], tags[:, 1:]] * real[:, 1:]).sum(1)
        return own + steps + (self.s + self.S)[tags[:, 0]]

    def expected(self, scores, single, pairs):
        """Score expected under another's probabilities: of each tag, and of pairs summed over tokens."""
        return (single * scores).sum((1, 2)) + (pairs * self.t).sum((1, 2)) + (single[:, 0] * self.s).sum(1)

    def numpy(self):
        """Transitions and start with what is forbidden, as arrays."""
        return (self.t + self.A).detach().numpy(), (self.s + self.S).detach().numpy()


def best(chain, scores):
    """The best tags of one article (Viterbi)."""
    step, start = chain.numpy()
    scores = scores.numpy()
    reach, back = scores[0] + start, []
    for row in scores[1:]:
        paths = reach[:, None] + step
        back.append(paths.argmax(0))
        reach = paths.max(0) + row
    tag = int(reach.argmax())
    out = [tag]
    for row in reversed(back):
        tag = int(row[tag])
        out.append(tag)
    return out[::-1]


def probabilities(chain, articles):
    """For each article's scores the probability of every tag and of every pair, as float16."""
    step, start = (x.astype(np.float64) for x in chain.numpy())
    step, start = np.exp(np.maximum(step, -60)) * (step > NEVER / 10), np.exp(np.maximum(start, -60)) * (start > NEVER / 10)
    lengths = np.array([len(a) for a in articles])
    count, longest = len(articles), lengths.max()
    odds = np.zeros((count, longest, TAGS))
    for i, a in enumerate(articles):
        a = a.astype(np.float64)
        odds[i, : len(a)] = np.exp(a - a.max(1, keepdims=True))
    ahead, behind = np.zeros_like(odds), np.ones_like(odds)
    row = _scaled(start * odds[:, 0])
    ahead[:, 0] = row
    for t in range(1, longest):
        row = np.where((lengths > t)[:, None], _scaled((row @ step) * odds[:, t]), row)
        ahead[:, t] = row
    for t in range(longest - 2, -1, -1):
        back = _scaled((odds[:, t + 1] * behind[:, t + 1]) @ step.T)
        behind[:, t] = np.where((lengths > t + 1)[:, None], back, 1.0)
    out = []
    for i, n in enumerate(lengths):
        single = _scaled(ahead[i, :n] * behind[i, :n])
        pairs = ahead[i, : n - 1, :, None] * step * (odds[i, 1:n] * behind[i, 1:n])[:, None, :]
        pairs /= np.maximum(pairs.sum((1, 2), keepdims=True), 1e-30)
        out.append((single.astype(np.float16), pairs.astype(np.float16)))
    return out


def _scaled(rows):
    return rows / np.maximum(rows.sum(-1, keepdims=True), 1e-300)
