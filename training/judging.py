"""Attributions as a judge reads them: rows of pieces with their kinds, from articles whose spans are known.

A row has segments: source, cue, content, the rest of the cue's sentence, what stands before and behind, the headline.
Leaves out what is learned from them; see `judge_teacher` and `judge_student`.
"""

import torch

KINDS = "statement accusation denial admission no_comment demand warning promise criticism praise opinion question".split()
GROUP = dict(accusation=1, denial=2, demand=3, warning=3, promise=3, criticism=4, praise=4, opinion=4, question=4, statement=0, admission=0, no_comment=0)

# The most pieces of each segment: from its beginning, and from its end.
SEGMENTS = {"source": (10, 6), "cue": (12, 0), "content": (50, 18), "rest": (20, 4), "before": (0, 32), "behind": (10, 0), "headline": (18, 0)}


# Where a target is looked for.
POINTED = ("source", "cue", "content", "rest")


def distribution(attribution, main=0.75):
    """The kind as twelve shares; a second right kind has what is left of `main`."""
    out = [0.0] * len(KINDS)
    second = attribution.get("kind_alt")
    out[KINDS.index(attribution["kind"])] += main if second else 1.0
    if second:
        out[KINDS.index(second)] += 1 - main
    return out


def segments(article, runs):
    """Token indices of each segment of one attribution, None when it has none; `runs` has those of source, cue and content."""
    source, cue, content = ([i for run in role for i in range(*run)] for role in runs)
    own = set(source) | set(cue) | set(content)
    if not own:
        return None
    anchor = cue or content or source
    sentence = article["sentence"]
    home = {sentence[i] for i in (cue or anchor[:1])}
    first = anchor[0]
    while first > 0 and sentence[first - 1] == sentence[anchor[0]]:
        first -= 1
    last = anchor[-1] if cue else anchor[0]
    while last + 1 < len(sentence) and sentence[last + 1] in home:
        last += 1
    rest = [i for i in range(first, last + 1) if i not in own]
    begin, end = min(first, min(own)), max(last, max(own))
    before = [i for i in range(max(0, begin - 40), begin)]
    behind = [i for i in range(end + 1, min(len(sentence), end + 14)) if article["paragraph"][i] == article["paragraph"][end]]
    title = article["paragraphs"][0]
    headline = [] if begin < title[1] + 1 else list(range(title[0], min(title[1], title[0] + 24)))
    return {"source": source, "cue": cue, "content": content, "rest": rest, "before": before, "behind": behind, "headline": headline}


def parts_of(article, runs):
    """The same as (article, token indices), so that parts of several articles can be mixed; None when it has no token."""
    parts = segments(article, runs)
    return parts and {name: (article, tokens) for name, tokens in parts.items()}


def pieces_of(parts, pieces):
    """(pieces, segment numbers, places) of one attribution by its parts; a place is that of a token's first piece with its
    segment's number and the token, of the segments in which a target is looked for."""
    ids, which, places = [pieces.start], [0], []
    for at, (name, (head, tail)) in enumerate(SEGMENTS.items(), 1):
        article, tokens = parts[name]
        some = []
        for i in tokens:
            cut = pieces.of(article["text"][article["tokens"][i][0] : article["tokens"][i][1]])
            some += [(piece, None if k else i) for k, piece in enumerate(cut)]
        if len(some) > head + tail:
            some = some[:head] + (some[-tail:] if tail else [])
        if name in POINTED:
            places += [(len(ids) + k, at, i) for k, (_, i) in enumerate(some) if i is not None]
        ids += [piece for piece, _ in some] + [pieces.separator]
        which += [at] * (len(some) + 1)
    return ids, which, places


# Kinds that are aimed at somebody.
AIMED = ("accusation", "criticism", "praise", "demand", "warning")
_TITLES = set("mr mrs ms miss dr sir lord lady the a an of and".split())
_PRONOUNS = set("he him his she her hers they them their it its you your".split())


def target(attribution, tokens, roles, source_role=1):
    """Places in `tokens` that name the target: the last word of its name or of an alias; a pronoun outside the
    source where no name stands. An empty list for nobody, None where nothing is known of it."""
    if attribution["kind"] not in AIMED:
        return None
    if not attribution.get("target"):
        return []
    names = [attribution["target"], *(attribution.get("target_aliases") or [])]
    heads = set()
    for name in names:
        words = [w for w in name.lower().replace("’", "'").removesuffix("'s").replace(".", "").split() if w not in _TITLES]
        heads |= set(words[-1:])
    low = [article["text"][article["tokens"][i][0] : article["tokens"][i][1]].lower().replace(".", "") for article, i in tokens]
    found = [at for at, word in enumerate(low) if word in heads]
    return found or [at for at, word in enumerate(low) if word in _PRONOUNS and roles[at] != source_role] or None


def missed(found, rights):
    """Loss, summed, of log-shares of places, a row each: of all the right places any will do; no place is the last one, nobody."""
    right = torch.full_like(found, -1e4)
    for to, places in enumerate(rights):
        right[to, places or [-1]] = 0.0
    return -torch.logsumexp(found + right, -1).sum()
