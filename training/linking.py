"""Which content belongs to which cue, and which source to which cue: the pairs to be scored.

The same candidates and features as `src/model/linker.rs`, on tokens of one article. Leaves out the
network that scores them.
"""

import bisect

from corpus import spans

PAIR = (16, 9, 6)  # How many values each of the three features of a pair takes.
CANDIDATES = 8


def _bucket(gap):
    return gap if gap <= 2 else 3 if gap <= 4 else 4 if gap <= 8 else 5 if gap <= 16 else 6 if gap <= 32 else 7


class Scene:
    """The spans of one article, in order."""

    def __init__(self, cues, contents, paragraph, sentence):
        self.paragraph, self.sentence = paragraph, sentence
        self.starts = [sorted(c[0] for c in cues), sorted(c[0] for c in contents)]

    def pair(self, span, other):
        """The three features of a pair."""
        after = int(span[0] >= other[0])
        low, high = (other[1], span[0]) if after else (span[1], other[0])

        def between(starts):
            return min(2, max(0, bisect.bisect_left(starts, high) - bisect.bisect_left(starts, low)))

        apart = 0 if self.sentence[span[0]] == self.sentence[other[0]] else 1 if self.paragraph[span[0]] == self.paragraph[other[0]] else 2
        return (
            after * 8 + _bucket(max(0, high - low)),
            between(self.starts[0]) * 3 + between(self.starts[1]),
            apart * 2 + after,
        )

    def nearest(self, span, candidates):
        """The nearest candidates of this paragraph and its neighbours."""
        near = [c for c in candidates if abs(self.paragraph[c[0]] - self.paragraph[span[0]]) <= 1]
        near.sort(key=lambda c: (max(0, max(span[0], c[0]) - min(span[1], c[1])), c[0]))
        return near[:CANDIDATES]


def tasks(article, a, b, predicted, nested=False):
    """What the linkers have to learn from tokens a to b: for contents, then for cues, a list of
    (span, candidates, features, answer); the answer is None for "nothing". Predicted spans that are
    wrong take part, so that they are learned to be refused. `nested` takes what is said within another's words."""
    those = [x for x, inner in zip(article["attributions"], article["nested"]) if inner == nested]
    known = [x for x in those if x[1] and a <= x[1][0][0] and x[1][0][1] <= b]
    owner, speaker = {}, {}
    inside = lambda run: a <= run[0] and run[1] <= b
    shift = lambda run: (run[0] - a, run[1] - a)
    for source, cue, content in known:
        cue = shift(cue[0])
        owner.update({shift(c): cue for c in content if inside(c)})
        speaker[cue] = shift(source[0]) if source and inside(source[0]) else None
    found = spans(predicted)

    def wrong(role, right):
        taken = {i for run in right for i in range(*run)}
        return [(i, j) for r, i, j in found if r == role and taken.isdisjoint(range(i, j))]

    cues = list(speaker) + wrong(1, speaker)
    stray = wrong(2, owner)
    sources = list(dict.fromkeys(s for s in speaker.values() if s))
    sources += wrong(0, sources)
    scene = Scene(cues, list(owner) + stray, article["paragraph"][a:b], article["sentence"][a:b])

    def task(span, candidates, answer):
        near = scene.nearest(span, candidates)
        if answer is not None and answer not in near:
            return None
        return span, near, [scene.pair(span, c) for c in near], answer

    contents = [task(c, cues, cue) for c, cue in owner.items()] + [task(c, cues, None) for c in stray]
    return [t for t in contents if t], [t for t in (task(c, sources, s) for c, s in speaker.items()) if t]
