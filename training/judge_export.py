"""Writes the judge as `models/judge.bin`; the layout stands in `src/model/layout.rs`, what is in it in
`src/model/judge.rs`."""

import copy

import numpy as np
import torch

import judging
from export import FINE, STATE_UNIT, UNIT, File

# What one whole number of the tagger's tables was worth to the judge when it learned; see `shipped`.
CELL_WORTH = 1 / 32

# Whole numbers on either side of 0 that stand for three deviations: of the judge's own words, of a row of weights, and of a
# row that reads what is looked up. Few, because two judges so coarse know more than one that is fine, and take less when
# they are packed.
COARSE_WORDS, COARSE, COARSE_INPUT = 2, 5, 15
# The widest a number may be, in threes of deviations.
WIDEST = 1.8
# What one of the coarse numbers is where whole numbers go to 63 (of a word) and to 127 (of a row).
FEW_WORDS, FEW, FEW_INPUT = 14, 14, 4


@torch.no_grad()
def coarse(model):
    """A copy of the judge whose numbers are few, as they ship; what one of its own words' numbers is worth."""
    out = copy.deepcopy(model).eval()

    def rounded(p, step, levels, worth=1.0):
        most = int(WIDEST * levels)
        p.copy_((p * worth / step).round().clamp(-most, most) * step / worth)

    step = float(out.own.weight.std()) * 3.2 / COARSE_WORDS
    rounded(out.own.weight, step, COARSE_WORDS)
    worth = torch.as_tensor(cells(out, step / FEW_WORDS), dtype=torch.float32)
    rounded(out.inp.weight, (out.inp.weight * worth).std(1, keepdim=True) * 3 / COARSE_INPUT, COARSE_INPUT, worth)
    for p in [out.h.weight, out.aim.weight] + [p for name, p in out.g.named_parameters() if name.startswith("weight")]:
        rounded(p, p.std(1, keepdim=True) * 3 / COARSE, COARSE)
    return out, step


def cells(model, own):
    """What a whole number of each cell that is looked up is worth."""
    tagger = model.words.shape[1] + sum(f.weight.shape[1] for f in model.fields)
    role = model.role.weight.detach().numpy()
    parts = ((tagger, CELL_WORTH), (model.own.weight.shape[1], own), (role.shape[1], float(role.std()) / FINE))
    return np.concatenate([np.full(width, worth) for width, worth in parts])


def export(model, known, decide, step):
    """The bytes of a coarse judge. `known` holds the row in the tagger's words of each word of its own table, `decide` the
    temperature and the least probabilities of an accusation and a denial, `step` is that of its words."""
    out, n = File(), lambda p: p.detach().float().numpy()
    listed = np.zeros(-(-len(model.words) // 8) * 8, bool)
    listed[known] = True
    out.entry("ownof", 3, 1, len(listed) // 8, np.packbits(listed, bitorder="little").tobytes())
    order = [0, *(1 + at for at in np.argsort(known))]
    out.table("own", n(model.own.weight)[order], step / FEW_WORDS)
    out.table("role", n(model.role.weight))
    out.matrix("input", n(model.inp.weight) * cells(model, step / FEW_WORDS), 1.0, n(model.inp.bias), FEW_INPUT)
    out.recurrent(0, model.g, 1 / UNIT, FEW)
    out.matrix("hidden", n(model.h.weight), 1 / STATE_UNIT, n(model.h.bias), FEW)
    out.floats("look", np.concatenate([n(model.look.weight), n(model.look.bias)[:, None]], 1))
    temperature = decide[0]
    output = np.concatenate([n(model.o.weight), n(model.o.bias)[:, None]], 1)
    assert len(output) == len(judging.KINDS)
    out.floats("output", output / temperature)
    out.matrix("aim", n(model.aim.weight), 1 / UNIT, n(model.aim.bias), FEW)
    out.floats("nobody", np.concatenate([n(model.nobody.weight), n(model.nobody.bias)[:, None]], 1))
    out.floats("decide", decide[1:])
    return out.data()
