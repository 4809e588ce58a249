"""The model card, `models/README.md`: what the weights are, how right they are, where they fail.

    python card.py --corpus DIR --ascribe PROGRAM --work DIR --out models/

writes it again. Every number comes from this run. Leaves out how the weights were made; see README.md beside this.
"""

import argparse
import datetime
import hashlib
import importlib.util
import json
import subprocess
import sys
import zlib
from collections import Counter
from pathlib import Path

import calibrate
import corpus
import shipped
from calibrate import _jaccard, _tokens
from corpus import lines

SHOWN = (
    ("token.micro", "token"),
    ("token.source", "token, source"),
    ("token.cue", "token, cue"),
    ("token.content", "token, content"),
    ("exact.micro", "exact"),
    ("exact_trim.micro", "exact, without edge marks"),
    ("attribution.strict", "attribution, strict"),
    ("sentence", "sentence"),
)


def errors(gold, predicted):
    """Counts of what went wrong, and recall by form, over all articles."""
    kinds, forms = Counter(), Counter()
    for g, p in zip(gold, predicted, strict=True):
        quote = set()
        inside = False
        for at, c in enumerate(g["text"]):
            if c == '"':
                inside = not inside
            inside = c != "\n" and (inside or c == "“") and c != "”"
            if inside:
                quote.add(at)
        roles = ("source", "cue", "content")
        ours = [[_tokens(a[r]) for r in roles] for a in p["attributions"]]
        met = set()
        for a in g["attributions"]:
            source, cue, content = ([*a[r]] for r in roles)
            source, cue, content = _tokens(source), _tokens(cue), _tokens(content)
            share = len(content & quote) / max(1, len(content))
            form = "direct" if share > 0.9 else "mixed" if share else "indirect"
            forms[form, "all"] += 1
            at = next((i for i, o in enumerate(ours) if cue & o[1]), None)
            if at is None:
                kinds["cue missed"] += 1
                continue
            met.add(at)
            wrong_source = _jaccard(source, ours[at][0]) < 0.5
            wrong_content = _jaccard(content, ours[at][2]) < 0.5
            if wrong_source:
                kinds["cue found, source wrong"] += 1
            if wrong_content:
                kinds["cue found, content wrong"] += 1
            if not wrong_source and not wrong_content:
                forms[form, "right"] += 1
                if content != ours[at][2]:
                    kinds["right, but an end of the content is off"] += 1
        kinds["cue spurious"] += len(ours) - len(met)
    return kinds, forms


def unquoted(gold, predicted, scorer):
    """Precision and recall, by the scorer's strict match, of what has no quotation mark in its content."""
    spec = importlib.util.spec_from_file_location("score", scorer)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    right, counts = [0, 0], [0, 0]
    for g, p in zip(gold, predicted, strict=True):
        text, tokens = g["text"], score.tokenise(g["text"])
        sides = [x["attributions"] for x in (p, g)]
        covered = [[{r: score.covered(a.get(r) or [], tokens) for r in score.ROLES} for a in side] for side in sides]
        plain = [[not any(set(text[s:e]) & set("\"“”") for s, e in a["content"]) for a in side] for side in sides]
        met = score.match(*covered, score.ok_strict)
        for side in (0, 1):
            right[side] += sum(plain[side][pair[side]] for pair in met)
            counts[side] += sum(plain[side])
    return [r / max(1, n) for r, n in zip(right, counts)]


def plot(table, side=240, margin=40):
    """The reliability table as an SVG: a dot for each tenth, the larger the more attributions."""
    x, y = (lambda mean: margin + mean * side), (lambda share: margin + (1 - share) * side)
    most = max(count for _, _, count in table)
    dots = "".join(
        f'<circle cx="{x(mean):.1f}" cy="{y(share):.1f}" r="{3 + 7 * (count / most) ** 0.5:.1f}"><title>{mean:.2f}: {share:.2f} of {count}</title></circle>'
        for mean, share, count in table
    )
    marks = "".join(
        f'<text x="{x(k / 4):.0f}" y="{y(0) + 18:.0f}" text-anchor="middle">{k / 4:.2f}</text>'
        f'<text x="{margin - 8}" y="{y(k / 4) + 4:.0f}" text-anchor="end">{k / 4:.2f}</text>'
        for k in range(5)
    )
    whole = side + 2 * margin
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" width="{whole}" height="{whole}" role="img">
<title>Share of attributions that are right, by mean confidence</title>
<style>text {{ font: 11px sans-serif; fill: #777 }} line, rect {{ stroke: #888; fill: none }} circle {{ fill: #4a7fc1; fill-opacity: .8 }}</style>
<rect x="{margin}" y="{margin}" width="{side}" height="{side}"/>
<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke-dasharray="4 4"/>
{dots}{marks}
<text x="{x(0.5)}" y="{whole - 6}" text-anchor="middle">mean confidence</text>
<text x="{x(0)}" y="{margin - 12}">share right</text>
</svg>
"""


def judged(options):
    """The scorers' own tables on news-dev and kinds-dev, as blocks of Markdown."""
    corpus, out = options.corpus, []

    def predict(name, *flags):
        path = options.work / f"predicted-{name}{len(flags)}.jsonl"
        with open(path, "w", encoding="utf-8") as file:
            subprocess.run([options.ascribe, "annotate", *flags, corpus / f"{name}.jsonl"], check=True, stdout=file)
        return path

    def scored(title, scorer, gold, predicted, *flags):
        command = [sys.executable, corpus / scorer, *flags, corpus / f"{gold}.jsonl", predicted]
        found = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        out.append(f"{title}:\n\n```\n{found.rstrip()}\n```")

    second = lambda name: ("--second", corpus / f"{name}.2.jsonl")
    scored("Spans on news-dev.1, nested ones too (`score.py`)", "score.py", "news-dev.1", predict("news-dev.1", "--nested"))
    scored("End to end on both readings of news-dev (`judge.py`)", "judge.py", "news-dev.1", predict("news-dev.1"), *second("news-dev"))
    given = predict("news-dev.1", "--nested", "--given-spans")
    scored("Spans given, news-dev.1 (`judge.py --nested`)", "judge.py", "news-dev.1", given, "--nested")
    scored("Spans given, both readings of kinds-dev", "judge.py", "kinds-dev.1", predict("kinds-dev.1", "--given-spans"), *second("kinds-dev"))
    return "\n\n".join(out)


def write(options, dev, reliability, threshold):
    """Scores the shipped model on dev and writes the card."""
    gold, scorer = options.corpus / "polnear-dev.jsonl", options.corpus / "score.py"
    predicted = options.work / "predicted-dev.jsonl"
    with open(predicted, "w", encoding="utf-8") as file:
        subprocess.run([options.ascribe, "annotate", gold], check=True, stdout=file)
    found = subprocess.run([sys.executable, scorer, gold, predicted, "--bootstrap", "300", "--json"], check=True, stdout=subprocess.PIPE)
    metrics = json.loads(found.stdout)["metrics"]
    data = (options.out / "tagger.bin").read_bytes()
    kinds, forms = errors(lines(gold), lines(predicted))
    plain = unquoted(lines(gold), lines(predicted), scorer)
    table, error = reliability
    rows = "\n".join(
        f"| {name} | {m['p']:.3f} | {m['r']:.3f} | **{m['f1']:.3f}** | {m['f1_ci95'][0]:.3f}–{m['f1_ci95'][1]:.3f} |"
        for name, m in ((name, metrics[key]) for key, name in SHOWN)
    )
    wrong = "\n".join(f"| {kind} | {count} |" for kind, count in kinds.most_common())
    recall = ", ".join(f"{f} {forms[f, 'right'] / max(1, forms[f, 'all']):.2f} of {forms[f, 'all']}" for f in ("direct", "mixed", "indirect"))
    sure = "\n".join(f"| {mean:.2f} | {share:.2f} | {count} |" for mean, share, count in table)
    news = judged(options)
    text = f"""# The weights

`tagger.bin` finds sources, cues and contents of attributions in English news, `judge.bin` and
`judge-2.bin` together what is done by saying it and which word names at whom, `aims.bin` whom of the article that means,
`replies.bin` what a denial answers; `src/model` runs them. `reference.jsonl` and
`judge-reference.jsonl` hold what the trainer computed for sentences of ours, for tests.

| | |
| --- | --- |
| made | {datetime.date.today().isoformat()}, by `cargo xtask train` (see `training/README.md`) |
| size | {len(data):,} bytes; {len(zlib.compress(data, 9)):,} compressed |
| SHA-256 | `{hashlib.sha256(data).hexdigest()}` |
| layout | version 2, described and checked in `src/model/layout.rs` |
| input | word, affixes, shape, quotation and border features of the engine's own tokens |
| threshold | attributions below a confidence of {threshold:.2f} are not shown |

## Data

Labels: PolNeAR 1.0.0 (Newell et al., LREC 2018), the 840 training articles: American political news of
2015 and 2016. It has no licence file and its texts are their publishers'; nothing of it is in this
repository but numbers computed from it. Start of teacher and word vectors: all-MiniLM-L6-v2
(Apache-2.0). Word list: the corpus, that model's vocabulary, WordNet 3.1's verbs of communication and
cognition (WordNet licence). Text without labels: the corpus with words changed, and news pages.

447 news articles (British, American, wire, local and trade press, blogs; 8,529 attributions) and 64 of PolNeAR's
(1,334) were annotated for this project after a guide, by reading: kind, actor, target, reply, nesting. 14,440 more
rows of 926 articles were judged for kind, target and reply (`training/labels`, offsets and judgements alone): where two
read the same 472 rows, kinds agree in .81, or .92 with either's second choice. Of the same rows the speaker of 14,140
was judged: where two read 331, they agree in .98. The texts are their publishers' and stay outside. (The folder holds 42,693
rows by now; what ships has not learned from the later ones.)

## On the development articles

84 articles, {metrics['attribution.strict']['gold']:,} attributions, by `score.py --bootstrap 300` on the output of `ascribe annotate`.
The thresholds and the confidence were fitted on these articles and on news-dev, and runs were chosen by them.

| | precision | recall | F1 | 95 % interval |
| --- | --- | --- | --- | --- |
{rows}

Two people agree to .890 (token), .733 (exact), .712 (strict) and .926 (sentence). Of what has no quotation
mark in its content, {plain[0]:.3f} of the attributions shown are right (strictly), and {plain[1]:.3f} of all are found.

## On news

{news}

## Where the spans fail

| error | count |
| --- | --- |
{wrong}

Found and right by form of the content: {recall}. Not tested: sources in other languages' quotation styles; verse, scripts, transcripts.

## How sure is sure

The confidence of an attribution against the share that is right (strictly), each fifth of the articles
judged by a fit to the others. Expected calibration error {error:.3f}.

![Share right by mean confidence, beside the diagonal](reliability.svg)

| mean confidence | share right | attributions |
| --- | --- | --- |
{sure}
"""
    (options.out / "README.md").write_text(text, encoding="utf-8")
    (options.out / "reliability.svg").write_text(plot(table), encoding="utf-8")


def evidence(o):
    """What the tagger in the output folder marks in both development sets, by layer: its evidence and whether it is
    right; the article of each mark of the first layer."""
    seen, right, article = ([], []), ([], []), []
    for name in ("polnear-dev.jsonl", "news-dev.1.jsonl"):
        dev = corpus.load(o.ascribe, o.corpus / name, o.work)
        command = [o.ascribe, "features", "--marks", "--model", o.out / "tagger.bin", o.corpus / name]
        printed = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
        for a, line in zip(dev, printed.splitlines(), strict=True):
            for layer in range(1 + any(a["nested"])):
                marks = [m for m in json.loads(line)["marks"] if m["within"] == bool(layer)]
                own = a | {"attributions": [x for x, inner in zip(a["attributions"], a["nested"]) if inner == bool(layer)]}
                seen[layer].extend(m["evidence"] for m in marks)
                right[layer].extend(calibrate.judged(own, marks))
                article += [a["id"]] * len(marks) if layer == 0 else []
    return seen, right, article


def measured(o, seen, right, article):
    """The development articles of politics, and how sure is sure: a table and its error."""
    order = {name: at for at, name in enumerate(dict.fromkeys(article))}
    crossed = calibrate.crossed(seen[0], right[0], [order[name] for name in article])
    dev = corpus.load(o.ascribe, o.corpus / "polnear-dev.jsonl", o.work)
    return dev, calibrate.reliability(crossed, right[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    for name in ("corpus", "ascribe", "work", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    o = parser.parse_args()
    seen, right, article = evidence(o)
    least = float(shipped.entries((o.out / "tagger.bin").read_bytes())["eager"][0][2])
    write(o, *measured(o, seen, right, article), least)


if __name__ == "__main__":
    main()
