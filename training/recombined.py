"""Attributions that nobody wrote: one's words under another's cue, for a student to learn from its teacher what a cue
does to whatever is said.

Leaves out what is said of them; see `judge`.
"""

import collections
import random

QUOTES = {'"', "“", "”", "``"}
# How often the rest of the cue's sentence comes along, and how often another source.
REST, SOURCE = 0.6, 0.3


def made(rows, count, seed):
    """The parts of so many of them, from the parts of those that were written. A quotation gets the cue of a quotation, a named
    source stays one; a rare cue is taken more often than it is met."""
    chance = random.Random(seed)
    pool = [parts for parts in rows if parts["cue"][1] and parts["content"][1]]
    word = lambda parts, role: " ".join(parts[role][0]["words"][i] for i in parts[role][1])
    met = collections.Counter(word(parts, "cue") for parts in pool)
    alike = collections.defaultdict(list)
    for parts in pool:
        article, content = parts["content"]
        quoted = any(article["words"][i] in QUOTES for i in content)
        alike[quoted, bool(parts["source"][1])].append(parts)
    kinds = list(alike)
    rarely = {kind: [met[word(parts, "cue")] ** -0.5 for parts in alike[kind]] for kind in kinds}
    for kind in chance.choices(kinds, [len(alike[kind]) for kind in kinds], k=count):
        mixed = dict(chance.choice(alike[kind]))
        other = chance.choices(alike[kind], rarely[kind])[0]
        mixed["cue"] = other["cue"]
        if chance.random() < REST:
            mixed["rest"] = other["rest"]
        if chance.random() < SOURCE:
            mixed["source"] = chance.choice(alike[kind])["source"]
        yield mixed
