"""From judged attributions to `models/judge.bin` and `judge-2.bin`: the teacher of kinds and targets, its word on what nobody
judged, the students.

    python judge.py --corpus DIR --ascribe PROGRAM --work DIR --out models/

DIR holds the annotated news (see its README); `labels/` beside this file what was judged by reading besides, `fixtures`
our own articles. Steps that have left their file in the work folder are not done again. With `--onward` the students go on from the
judges in the output folder. `train.py` calls this.
"""

import argparse
import collections
import copy
import json
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import bert
import corpus
import fixtures
import judge_export
import judge_student
import judge_teacher
import judging
import labels
import recombined
import shipped

WORDS = 6706  # So many words, the most frequent in what is judged, have a row of their own.
OURS = 4  # How often our own articles are read: what they guard must hold.
TEACHER_EPOCHS, STUDENT_EPOCHS, MORE_EPOCHS = 3, 6, 3
# The least probability of an accusation, which need not be the likeliest kind, and of a denial, which must. On
# news-dev's two readings, spans given, .93 of the accusations from there on are ones and .84 of the denials. Between .40 and .33
# as many denials are ones as above; of accusations fewer.
LEAST = (0.40, 0.33)
MIXED, MIXED_WEIGHT = 54_000, 0.5  # So many attributions that nobody wrote, which the second student reads as well.
DEV = ("news-dev.1.jsonl", "news-dev.2.jsonl")
NAMES = ("judge.bin", "judge-2.bin")
SEEN = 0.5  # So much of what the teacher points at a student must see, to learn from it.
AIMED = [judging.KINDS.index(kind) for kind in judging.AIMED]


def spelled(attribution):
    """A key for an attribution's spans."""
    return json.dumps([attribution.get(role) or [] for role in corpus.ROLES])


class Rows:
    """Attributions as teacher and student read them, from several files of articles."""

    def __init__(self, o):
        self.o, self.pieces = o, bert.Pieces()
        self.labels = {a["id"]: {spelled(row): row for row in a["attributions"]} for a in labels.articles(o.corpus)}

    def articles(self, raw, name):
        path = self.o.work / f"{name}.judge.jsonl"
        path.write_text("".join(json.dumps(r) + "\n" for r in raw), encoding="utf-8")
        return list(zip(raw, corpus.load(self.o.ascribe, path, self.o.work), strict=True))

    def judgement(self, raw, attribution):
        """What a reader said of it; None when nobody read it."""
        if "kind" in attribution:
            return attribution
        return self.labels.get(raw["id"], {}).get(spelled(attribution))

    def of(self, raw, name):
        """(parts, judgement or None) of every attribution that has a word."""
        out = []
        for r, article in self.articles(raw, name):
            for attribution, runs in zip(r["attributions"], article["attributions"]):
                if any(runs):
                    out.append((judging.parts_of(article, runs), self.judgement(r, attribution)))
        return out


def found_in(o, path):
    """Texts without labels with the attributions that the tagger finds in them."""
    plain = o.work / path.with_suffix("").name
    texts = {r["id"]: r["text"] for r in corpus.lines(path)}
    plain.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()), encoding="utf-8")
    seen = subprocess.run([o.ascribe, "annotate", "--nested", plain], check=True, stdout=subprocess.PIPE).stdout
    found = (json.loads(line) for line in seen.splitlines())
    return [{"id": f["id"], "text": texts[f["id"]], "attributions": [{k: a[k] for k in corpus.ROLES} for a in f["attributions"]]} for f in found]


def joined(judged, found):
    """What was found, and what was judged in the same articles where the spans are others."""
    for article in found:
        rows = judged.get(article["id"], {})
        spans = {spelled(a) for a in article["attributions"]}
        article["attributions"] += [row for key, row in rows.items() if key not in spans]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name in ("corpus", "ascribe", "work", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--onward", action="store_true")
    o = parser.parse_args()
    torch.set_num_threads(o.threads)
    o.work.mkdir(parents=True, exist_ok=True)
    run(o, told)


def told(done, total, loss):
    """Says on the error output how far a round is, some forty times."""
    if done % max(1, total // 40) == 0:
        print(f"step {done} of {total}, loss {loss:.3f}", file=sys.stderr, flush=True)


def run(o, report):
    """All of it; leaves the two judges in the output folder."""
    rows = Rows(o)
    judged = collected(o, rows)
    school = School(o, rows, judged, taught(rows, judged, o, report))
    written(school, [school.student(at, report) for at in range(len(NAMES))])


def collected(o, rows):
    """(parts, judgement or None) of every attribution, by collection."""
    judged = {n: rows.of(corpus.lines(o.corpus / f"{n}.jsonl.gz"), n) for n in ("news-train", "kinds-train")}
    judged["ours"] = rows.of(fixtures.articles(), "ours")
    judged["politics"] = rows.of(corpus.lines(o.corpus / "polnear-train.jsonl.gz"), "politics")
    judged["unlabelled"] = rows.of(joined(rows.labels, found_in(o, o.corpus / "news-unlabelled.jsonl.gz")), "unlabelled")
    for name, some in judged.items():
        print(name, len(some), "attributions,", sum(j is not None for _, j in some), "judged", file=sys.stderr)
    judged["mixed"] = [(parts, None) for parts in recombined.made([p for some in judged.values() for p, _ in some], MIXED, 5)]
    return judged


class School:
    """What the students learn, from the collections and the teacher's word on them, and what they are held to."""

    def __init__(self, o, rows, judged, teacher):
        self.o = o
        tagger, self.words = shipped.load(o.out / "tagger.bin")
        self.table = torch.cat([tagger.P[:-1], tagger.unk[None].detach()])
        self.fields = [e.weight.detach() for e in tagger.e]
        self.index = {w: at for at, w in enumerate(self.words)}
        self.known = [self.words[at] for at in shipped.listed(o.out / NAMES[0])] if o.onward else self.often(judged)
        self.own = {w: at for at, w in enumerate(self.known, 1)}
        self.training = []
        for name, some in judged.items():
            # Of articles that are wholly judged its word on kinds is not asked: it has learned them by heart.
            asked = name in ("politics", "unlabelled", "mixed")
            made = [self.row(*row, said, asked) for row, said in zip(some, zip(*teacher[name]))]
            if name == "mixed":
                self.mixed = [(*row[:5], MIXED_WEIGHT, *row[6:]) for row in made]
            else:
                self.training += made * (OURS if name == "ours" else 1)
        self.ours = [self.row(*row) for row in judged["ours"]]
        self.dev = []
        for name in DEV:
            some = rows.of(corpus.lines(o.corpus / name), name)
            self.dev.append([(self.row(*row), row[1]) for row in some])

    def often(self, judged):
        """The words that have a row of their own."""
        read = (judge_student.read(parts)[0] for name, some in judged.items() if name != "mixed" for parts, _ in some)
        counts = collections.Counter(article["words"][i] for tokens in read for article, i in tokens)
        often = sorted((w for w in counts if w in self.index), key=lambda w: (-counts[w], self.index[w]))
        return sorted(often[:WORDS], key=self.index.get)

    def row(self, parts, judgement, said=None, asked=False):
        """What a student learns of one attribution; `said` is what the teacher says of kinds and targets, `asked` whether its
        word on kinds counts."""
        tokens, roles = judge_student.read(parts)
        spelled = [article["words"][i] for article, i in tokens]
        hard = torch.tensor(judging.distribution(judgement)) if judgement else None
        both = [x for x in (hard, said[0] if asked else None) if x is not None]
        return (
            torch.tensor([self.index.get(w, len(self.words)) for w in spelled]),
            torch.tensor([self.own.get(w, 0) for w in spelled]),
            torch.tensor([article["fields"][i] for article, i in tokens], dtype=torch.long),
            torch.tensor(roles),
            sum(both) / len(both) if both else None,
            0.8 if hard is None else 0.7 if judgement.get("weak") else 1.0,
            judging.target(judgement, tokens, roles) if judgement else None,
            said and pointed(said, judgement, [(role, i) for role, (_, i) in zip(roles, tokens)]),
        )

    def student(self, at, report):
        """One judge, averaged from two runs that begin alike, in few numbers, and what one of its words' numbers is worth."""
        rows, seed = self.training + (self.mixed if at else []), at + 1
        if self.o.onward:
            model = shipped.judge(self.o.out / NAMES[at], self.table, self.fields)
            print(NAMES[at], "before: kinds and targets right", right([model], self.dev))
        else:
            model = judge_student.Judge(self.table, self.fields, len(self.known))
            judge_student.train(model, rows, STUDENT_EPOCHS, seed, report, lambda *_: None)
        begun, ends = copy.deepcopy(model.state_dict()), []
        for more in (seed + 10, seed + 11):
            model.load_state_dict(begun)
            judge_student.train(model, rows, MORE_EPOCHS, more, report, lambda *_: None, rate=1.5e-3)
            ends.append(copy.deepcopy(model.state_dict()))
        model.load_state_dict({k: sum(e[k] for e in ends) / len(ends) for k in begun})
        return judge_export.coarse(model)


def written(school, made):
    """Writes the judges, and what the trainer says for a test to hold the engine to."""
    students, steps = zip(*made)
    print("kinds and targets right", right(students, school.dev))
    decide = calibrated(students, school.dev)
    print("temperature and least probabilities", decide)
    out = school.o.out
    for name, judge, step in zip(NAMES, students, steps):
        (out / name).write_bytes(judge_export.export(judge, [school.index[w] for w in school.known], decide, step))
    lines = (json.dumps(r, ensure_ascii=False) + "\n" for r in reference(students, school.ours, decide[0]))
    (out / "judge-reference.jsonl").write_text("".join(lines), encoding="utf-8")


def reference(students, rows, temperature):
    """What the trainer says of every twentieth attribution of our own articles, for a test to hold the engine to."""
    shares = mean([judge_student.judge(student, rows) for student in students], temperature).tolist()
    at = 0
    for article in fixtures.articles():
        for number, attribution in enumerate(article["attributions"]):
            if at % 20 == 0:
                spans = {role: attribution[role] for role in corpus.ROLES}
                rounded = [round(share, 3) for share in shares[at]]
                yield {"id": f"{article['id']}/{number}", "text": article["text"], **spans, "shares": rounded}
            at += 1


def taught(rows, judged, o, report):
    """What the teacher says of every attribution, by collection: the shares of the kinds, and of those who may be the target."""
    path = o.work / "taught.pickle"
    if not path.exists():
        every = {n: [(judging.pieces_of(parts, rows.pieces), parts, j) for parts, j in some] for n, some in judged.items()}
        labelled = [teacher_row(*row) for some in every.values() for row in some if row[2]]
        model = judge_teacher.train(labelled, TEACHER_EPOCHS, 1, report, rows.pieces.mask)
        torch.save(model.state_dict(), o.work / "judge-teacher.pt")
        path.write_bytes(pickle.dumps({n: judge_teacher.judge(model, [r[0] for r in some]) for n, some in every.items()}))
    return pickle.loads(path.read_bytes())


def pointed(said, judgement, tokens):
    """The teacher's shares of `tokens`, by segment and token, as places with their shares, and what they weigh: as much as
    the attribution is likely to be aimed. None where it is not, or points elsewhere."""
    kinds, aims = said
    weight = float(kinds[AIMED].sum()) if judgement is None else float(judgement["kind"] in judging.AIMED)
    shares = {place: aims[token] for place, token in enumerate(tokens) if token in aims} | {-1: aims[None]}
    seen = sum(shares.values())
    if weight < 0.1 or seen < SEEN:
        return None
    return {place: share / seen for place, share in shares.items()}, weight


def teacher_row(read, parts, judgement):
    """One judged attribution as the teacher learns from it."""
    names = list(judging.SEGMENTS)
    tokens = [(parts[names[at - 1]][0], i) for _, at, i in read[2]]
    right = judging.target(judgement, tokens, [at for _, at, _ in read[2]])
    places = None if right is None else [read[2][k][0] for k in right]
    return *read, judging.distribution(judgement), 0.7 if judgement.get("weak") else 1.0, places


@torch.no_grad()
def mean(logits, temperature):
    """The probabilities of several judges at once."""
    return sum((x / temperature).softmax(-1) for x in logits) / len(logits)


@torch.no_grad()
def right(students, dev):
    """How many of the kinds are right, and how many of the targets that the students see, nobody among them."""
    kinds, aims = [], []
    for student in students:
        student.eval()
    for row, judgement in (pair for some in dev for pair in some):
        said = [[x[0].softmax(-1) for x in student(*judge_student.rectangle([row]))[:2]] for student in students]
        kind, aim = (sum(some) / len(some) for some in zip(*said))
        kinds.append(judging.KINDS[int(kind.argmax())] == judgement["kind"])
        if row[6] is not None:
            aims.append(int(aim.argmax()) in (row[6] or [len(aim) - 1]))
    return [round(sum(some) / len(some), 3) for some in (kinds, aims)]


def calibrated(students, dev):
    """The temperature at which both readings of dev are likeliest, and `LEAST`."""
    logits = [[judge_student.judge(student, [row for row, _ in some]) for student in students] for some in dev]
    truth = [torch.tensor([judging.KINDS.index(j["kind"]) for _, j in some]) for some in dev]
    loss = lambda t: sum(F.nll_loss(mean(x, t).log(), y).item() for x, y in zip(logits, truth))
    return float(min(np.arange(0.6, 2.5, 0.02), key=loss)), *LEAST


if __name__ == "__main__":
    main()
