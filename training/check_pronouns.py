#!/usr/bin/env python3
"""Compare the actors given to pronoun sources with machine-made coreference.

    ascribe annotate --given-spans GOLD.jsonl --out PRED.jsonl
    check_pronouns.py GOLD.jsonl SILVER.jsonl.gz PRED.jsonl [--show N]

For every attribution whose whole source is he, she, they or it (any case), the chain of SILVER that
holds the pronoun is looked up; it counts when some mention of the chain is a name or a noun. The
prediction agrees when its actor shares its last word with one of those mentions. The silver is made
by a machine and wrong at times: use it to compare two versions, not as a score.
Standard library only.
"""
import argparse
import collections
import gzip
import json
import random
import re

PRONOUNS = {'he', 'she', 'they', 'it'}
ANY = PRONOUNS | set('him his her hers them their theirs its i we you who which that himself herself themselves itself my our your us me this'.split())


def lines(path):
    opener = gzip.open if path.endswith('.gz') else open
    with opener(path, 'rt', encoding='utf-8') as f:
        return [json.loads(line) for line in f if line.strip()]


def heads(article, chain):
    """Last words (lower case) of the mentions of `chain` that are no pronouns."""
    out = set()
    for sentence, _first, _end, head, _rep in chain:
        s, e, pos = article['sentences'][sentence][head][:3]
        word = article['text'][s:e].lower()
        if word not in ANY and pos.startswith('N'):
            out.add(word)
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    ap.add_argument('gold')
    ap.add_argument('silver')
    ap.add_argument('pred')
    ap.add_argument('--show', type=int, default=0, help='show so many disagreements')
    a = ap.parse_args()
    silver = {x['id']: x for x in lines(a.silver)}
    pred = {x['id']: x for x in lines(a.pred)}
    count = collections.defaultdict(lambda: [0, 0, 0])
    wrong = []
    for g in lines(a.gold):
        art = silver.get(g['id'])
        if not art:
            continue
        art['text'] = g['text']
        chain_at = {}
        for chain in art['coref']:
            for m in chain:
                if m[2] - m[1] == 1:
                    chain_at[art['sentences'][m[0]][m[3]][0]] = chain
        for x, y in zip(g['attributions'], pred[g['id']]['attributions']):
            if len(x['source']) != 1:
                continue
            s, e = x['source'][0]
            word = g['text'][s:e].lower()
            if word not in PRONOUNS or s not in chain_at:
                continue
            names = heads(art, chain_at[s])
            if not names:
                continue
            actor = y.get('actor')
            last = re.findall(r"[\w'’-]+", (actor or '').lower())
            right = bool(last) and (last[-1] in names or bool(set(last) & names))
            for key in (word, 'all'):
                count[key][0] += right
                count[key][1] += actor is not None
                count[key][2] += 1
            if not right:
                wrong.append((g['id'], actor, sorted(names)[:4], g['text'][max(0, s - 300):e + 60].replace('\n', ' / ')))
    for key, (right, told, all_) in sorted(count.items()):
        print(f'{key:5} precision {right / max(told, 1):.3f} recall {right / max(all_, 1):.3f}  ({right} of {told} told, {all_} asked)')
    random.seed(1)
    for w in random.sample(wrong, min(a.show, len(wrong))):
        print(*w, sep=' | ')


if __name__ == '__main__':
    main()
