"""Writes the judge as `models/judge.bin`; the layout stands in `src/model/layout.rs`, what is in it in
`src/model/judge.rs`."""

import struct

import numpy as np

import judging
from export import STATE_UNIT, UNIT, File

# What one whole number of the tagger's tables was worth to the judge when it learned; see `shipped`.
CELL_WORTH = 1 / 32


def export(model, known, decide):
    """The bytes of the judge. `known` holds the row in the tagger's words of each word of its own table, `decide` the
    temperature and the least probabilities of an accusation, a denial and a target."""
    out, n = File(), lambda p: p.detach().float().numpy()
    own, role = n(model.own.weight), n(model.role.weight)
    out.entry("ownof", 3, 1, 2 * len(known), b"".join(struct.pack("<H", k) for k in known))
    steps = [out.table("own", own), out.table("role", role)]
    tagger = model.words.shape[1] + sum(f.weight.shape[1] for f in model.fields)
    worth = np.concatenate([np.full(tagger, CELL_WORTH), np.full(own.shape[1], steps[0]), np.full(role.shape[1], steps[1])])
    out.matrix("input", n(model.inp.weight) * worth, 1.0, n(model.inp.bias))
    out.recurrent(0, model.g, 1 / UNIT)
    out.matrix("hidden", n(model.h.weight), 1 / STATE_UNIT, n(model.h.bias))
    out.floats("look", np.concatenate([n(model.look.weight), n(model.look.bias)[:, None]], 1))
    temperature = decide[0]
    output = np.concatenate([n(model.o.weight), n(model.o.bias)[:, None]], 1)
    assert len(output) == len(judging.KINDS)
    out.floats("output", output / temperature)
    out.matrix("aim", n(model.aim.weight), 1 / UNIT, n(model.aim.bias))
    out.floats("nobody", np.concatenate([n(model.nobody.weight), n(model.nobody.bias)[:, None]], 1))
    out.floats("decide", decide[1:])
    return out.data()
