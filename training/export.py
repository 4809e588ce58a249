"""Writes the student as `models/tagger.bin`; the layout stands in `src/model/layout.rs`.

Tables get one step for all their numbers, so that they compress; matrices one scale a row.
"""

import copy
import struct

import numpy as np
import torch

MAGIC, VERSION = b"ASCRIBEM", 2
UNIT, STATE_UNIT = 16.0, 63.0  # Those of src/model/encoder.rs and recurrent.rs.
CELL = 63  # Cells beyond count as this many steps; that of src/model/encoder.rs.
STEP = 16  # That of src/model/kernel.rs.
FINE = 6.0  # Steps in one standard deviation of a table.


def _checksum(data):
    h, mask = 0xCBF29CE484222325, (1 << 64) - 1
    for word in np.frombuffer(data, "<u4").tolist():
        h = ((h ^ word) * 0x100000001B3) & mask
    return h


class File:
    def __init__(self):
        self.entries = []

    def entry(self, name, kind, rows, columns, payload):
        head = name.encode().ljust(8) + struct.pack("<III", kind, rows, columns)
        self.entries.append(head + payload + bytes(-len(payload) % 4))

    def floats(self, name, values):
        values = np.atleast_2d(np.asarray(values, "<f4"))
        self.entry(name, 0, *values.shape, values.tobytes())

    def table(self, name, values, step=None):
        """Writes whole numbers and returns what one of them is worth."""
        step = step or float(values.std() / FINE)
        cells = np.clip(np.round(values / step), -CELL, CELL).astype(np.int8)
        self.entry(name, 2, *cells.shape, cells.tobytes())
        return step

    def matrix(self, name, weights, unit, bias, few=None):
        """Rows of whole numbers with a scale each. Where the weights of a row are multiples of its smallest, that one is
        written as `few`, in every row alike: it packs better than as many numbers of each row's own."""
        weights = np.pad(np.asarray(weights, np.float64), ((0, 0), (0, -weights.shape[1] % STEP)))
        size = np.abs(weights)
        scales = np.where(size > 0, size, np.inf).min(1) / few if few else np.maximum(size.max(1), 1e-8) / 127
        cells = np.round(weights / scales[:, None]).astype(np.int8)
        self.entry(name, 1, *cells.shape, (scales * unit).astype("<f4").tobytes() + cells.tobytes())
        self.floats(name + "+", bias)

    def recurrent(self, at, layer, unit, few=None):
        """Both directions of layer `at`, whose inputs come in this unit."""
        for way, suffix in (("f", ""), ("b", "_reverse")):
            part = lambda name: getattr(layer, f"{name}_l0{suffix}").detach().float().numpy().copy()
            come, back = part("bias_ih"), part("bias_hh")
            gates = len(come) * 2 // 3
            come[:gates] += back[:gates]
            back[:gates] = 0
            self.matrix(f"in{at}{way}", part("weight_ih"), unit, come, few)
            self.matrix(f"st{at}{way}", part("weight_hh"), 1 / STATE_UNIT, back, few)

    def data(self):
        body = b"".join(self.entries)
        return MAGIC + struct.pack("<IIQ", VERSION, len(self.entries), _checksum(body)) + body


def export(model, words, eagerness, calibration):
    """The bytes of the model. `eagerness` has four numbers, `calibration` nine; see `src/model`."""
    out, n = File(), lambda p: p.detach().float().numpy()
    order = sorted(range(len(words)), key=lambda i: words[i].encode())
    spelling = b"".join(words[i].encode() + b"\n" for i in order)
    out.entry("spelling", 3, 1, len(spelling), spelling)
    tables = [n(model.table())[order + [len(words)]]] + [n(e.weight) for e in model.e]
    names = ["words"] + [f"field{i}" for i in range(len(model.e))]
    steps = [out.table(name, table, model.step) for name, table in zip(names, tables)]
    worth = np.concatenate([np.full(t.shape[1], s) for s, t in zip(steps, tables)])
    out.matrix("input", n(model.inp.weight) * worth, 1.0, n(model.inp.bias + model.c.weight[model.customs]))
    conv = n(model.conv.weight)
    out.matrix("conv", conv.transpose(0, 2, 1).reshape(len(conv), -1), 1 / UNIT, n(model.conv.bias))
    for at, layer in enumerate(model.g):
        out.recurrent(at, layer, 1 / STATE_UNIT if at else 1 / UNIT)
    for ending, o, crf in (("", model.o, model.crf), ("2", model.o2, model.crf2)):
        out.matrix("output" + ending, n(o.weight), 1 / STATE_UNIT, n(o.bias))
        out.floats("after" + ending, n(crf.t))
        out.floats("start" + ending, n(crf.s))
    for way, linker in (("c", model.lc), ("s", model.ls)):
        out.matrix(way + "span", n(linker.a.weight), 1 / STATE_UNIT, n(linker.a.bias))
        out.matrix(way + "other", n(linker.b.weight), 1 / STATE_UNIT, np.zeros(len(linker.n)))
        for at, embedding in enumerate(linker.f):
            out.floats(f"{way}pair{at}", n(embedding.weight))
        out.floats(way + "none", n(linker.n))
        out.floats(way + "score", n(linker.v.weight))
    out.floats("eager", eagerness)
    out.floats("calib", calibration)
    return out.data()


@torch.no_grad()
def rounded(model):
    """A copy of the model whose weights have been rounded as they are when they ship."""
    out = copy.deepcopy(model).eval()

    def table(values):
        step = model.step or values.std(correction=0) / FINE
        step = torch.as_tensor(step)
        return (values / step).round().clamp(-CELL, CELL) * step, step

    def matrix(p, worth=1.0):
        w = p * worth
        scales = w.abs().flatten(1).amax(1).clamp_min(1e-8) / 127
        scales = scales.view(-1, *[1] * (p.dim() - 1))
        p.copy_((w / scales).round() * scales / worth)

    steps = []
    out.shipped, step = table(out.table())
    steps.append(step.expand(out.shipped.shape[1]))
    for e in out.e:
        values, step = table(e.weight)
        e.weight.copy_(values)
        steps.append(step.expand(values.shape[1]))
    matrix(out.inp.weight, torch.cat(steps))
    for linear in (out.conv, out.o, out.o2, out.lc.a, out.lc.b, out.ls.a, out.ls.b):
        matrix(linear.weight)
    for layer in out.g:
        for name, p in layer.named_parameters():
            if name.startswith("weight"):
                matrix(p)
    return out
