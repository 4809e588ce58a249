"""From the corpus to `models/`: one command, resumable, with the time left.

    python train.py --corpus DIR --ascribe PROGRAM --wordnet DIR --work DIR --out models/

DIR holds `polnear-train.jsonl.gz`, `polnear-dev.jsonl` and `score.py`; --pages, which may be left out,
is a file of news texts without labels. Steps that have left their file in the work folder are not
done again. `cargo xtask train` calls this with everything in place. See README.md for the method.
"""

import argparse
import copy
import datetime
import json
import pickle
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import torch

import augment
import bert
import calibrate
import card
import chain
import corpus
import reference
import student
import teacher
import words
from export import export, rounded


# The student's rounds. Each begins with the weights of the one before, averaged over time. Where a round
# has several runs, all begin alike, each has its own seed, and their mean goes on: it is more right than
# either (model soups, Wortsman et al. 2022).
ROUNDS = (
    (student.Run(1800, 2.5e-3),),
    (student.Run(2300, 2.2e-3),),
    (student.Run(2000, 2.0e-3),),
    (student.Run(2600, 2.0e-3),),
    (
        student.Run(3600, 1.6e-3, labels=0.25, dropped=0.5, keep=0.999),
        student.Run(2800, 1.6e-3, labels=0.25, dropped=0.5, keep=0.999),
    ),
)

CHANGES = (7, 8)  # Seeds of the changed texts, one more corpus each.


class Clock:
    """Reports a step's progress: once in ten seconds, with the time that is left."""

    def __init__(self, name):
        self.name, self.began, self.last, self.first = name, time.time(), 0.0, None
        print(f"{name} …", file=sys.stderr, flush=True)

    def __call__(self, done, total, loss=None):
        self.first = done if self.first is None else self.first
        now = time.time()
        if now - self.last > 10 and done > self.first:
            self.last = now
            left = (now - self.began) / (done - self.first) * (total - done)
            tail = "" if loss is None else f", loss {loss:.4f}"
            print(f"{self.name}: {done}/{total}{tail}, {datetime.timedelta(seconds=int(left))} left", file=sys.stderr, flush=True)


def kept(path, make):
    """What `make` gives, from the file if an earlier run wrote it."""
    if not path.exists():
        value = make()
        with open(path.with_suffix(".part"), "wb") as file:
            pickle.dump(value, file)
        path.with_suffix(".part").rename(path)
    with open(path, "rb") as file:
        return pickle.load(file)


def teach(teachers, articles, pieces, name):
    """The mean of the teachers' probabilities for every article, by id."""
    out, clock = {}, Clock(name)
    for k in range(0, len(articles), 40):
        some = articles[k : k + 40]
        found = [chain.probabilities(t.crf, [s.numpy() for s in teacher.scores(t, some, pieces)]) for t in teachers]
        for article, *each in zip(some, *found):
            out[article["id"]] = tuple(np.mean([e[i].astype(np.float32) for e in each], 0).astype(np.float16) for i in (0, 1))
        clock(k + len(some), len(articles))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name in ("corpus", "ascribe", "wordnet", "work", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--pages", type=Path, help="news texts without labels; left out when absent")
    parser.add_argument("--teachers", type=int, default=2, help="how many teachers, each from its own seed")
    parser.add_argument("--epochs", type=int, default=2, help="of each teacher, of the four that its pace is planned for")
    parser.add_argument("--threads", type=int, default=1)
    o = parser.parse_args()
    torch.set_num_threads(o.threads)
    o.work.mkdir(parents=True, exist_ok=True)

    def load(raw, name):
        path = o.work / f"{name}.raw.jsonl"
        path.write_text("".join(json.dumps(r) + "\n" for r in raw), encoding="utf-8")
        return corpus.load(o.ascribe, path, o.work)

    train = corpus.load(o.ascribe, o.corpus / "polnear-train.jsonl.gz", o.work)
    dev = corpus.load(o.ascribe, o.corpus / "polnear-dev.jsonl", o.work)
    pages = [a for a in load(corpus.pages(o.pages) if o.pages else [], "pages") if a["tokens"]]
    pieces, verbs = bert.Pieces(), words.verbs_of_speech_and_thought(o.wordnet)
    listed, seen = words.word_list(train, pages, verbs, pieces)
    raw = kept(o.work / "vectors.pickle", lambda: words.vectors(listed, train + pages, verbs, pieces, Clock("word vectors")))
    close = words.components(raw, whitening=0.5)
    changed = [a for seed in CHANGES for a in augment.changed(train, listed, close, seen, seed)]
    changed = load(changed, "changed")

    teachers = []
    for seed in range(1, o.teachers + 1):
        checkpoint = o.work / f"teacher-{seed}.pt"
        teachers.append(teacher.train(train, pieces, o.epochs, seed, checkpoint, Clock(f"teacher {seed}")).eval())
    texts = {"train": train, "pages": pages, "changed": changed}
    taught = {n: kept(o.work / f"taught-{n}.pickle", lambda: teach(teachers, a, pieces, f"teach {n}")) for n, a in texts.items()}
    articles = [x for n, a in texts.items() for x in student.prepare(a, listed, taught[n], labelled=n == "train")]

    often = sum(seen[w] >= student.OFTEN for w in listed)
    model = student.Student(torch.tensor(words.components(raw)), often)
    for at, plans in enumerate(ROUNDS, 1):
        start, ends = copy.deepcopy(model.state_dict()), []
        for run, plan in enumerate(plans):
            model.load_state_dict(start)
            name = f"student-{at}" + (f"-{run + 1}" if run else "")
            student.train(model, articles, plan, at + 20 * run, o.work / f"{name}.pt", Clock(name))
            ends.append(copy.deepcopy(model.state_dict()))
        model.load_state_dict({k: sum(e[k] for e in ends) / len(ends) if v.is_floating_point() else v for k, v in start.items()})
    finish(model, listed, dev, o)


def finish(model, listed, dev, o):
    """Calibrates on dev, writes the model, its reference and its card."""
    def write(calibration, threshold):
        data = export(model, listed, (0.0, 0.0, threshold), calibration)
        (o.out / "tagger.bin").write_bytes(data)
        # The program carries its model, so that a new one needs a new program.
        subprocess.run(["cargo", "build", "--quiet", "--release", "--bin", "ascribe"], check=True)

    write([0.0] * 9, 0.0)
    evidence, right, article = [], [], []
    gold = o.corpus / "polnear-dev.jsonl"
    seen = subprocess.run([o.ascribe, "features", "--marks", gold], check=True, stdout=subprocess.PIPE)
    for at, (a, line) in enumerate(zip(dev, seen.stdout.splitlines(), strict=True)):
        marks = json.loads(line)["marks"]
        evidence += [m["evidence"] for m in marks]
        right += calibrate.judged(a, marks)
        article += [at] * len(marks)
    sure = calibrate.crossed(evidence, right, article)
    threshold = calibrate.threshold(sure, right, sum(len(a["attributions"]) for a in dev))
    write(calibrate.fit(evidence, right), threshold)

    ours = corpus.load(o.ascribe, Path(__file__).parent / "sentences.jsonl", o.work)
    student.prepare(ours, listed, None, labelled=False)
    lines = (json.dumps(r, ensure_ascii=False) + "\n" for r in reference.record(rounded(model), ours))
    (o.out / "reference.jsonl").write_text("".join(lines), encoding="utf-8")
    card.write(o, dev, calibrate.reliability(sure, right), threshold)


if __name__ == "__main__":
    main()
