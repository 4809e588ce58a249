"""Reads `models/tagger.bin` back into the student, so that a training may go on from what ships."""

import struct

import numpy as np
import torch

import student
from export import MAGIC, STATE_UNIT, UNIT


def entries(data):
    """Name → (kind, array) of every entry; see `src/model/layout.rs`."""
    assert data[:8] == MAGIC, "not a model of Ascribe"
    count, at, out = struct.unpack("<I", data[12:16])[0], 24, {}
    for _ in range(count):
        name = data[at : at + 8].decode().strip()
        kind, rows, columns = struct.unpack("<III", data[at + 8 : at + 20])
        at += 20
        size = {0: 4 * rows * columns, 1: 4 * rows + rows * columns, 2: rows * columns, 3: rows * columns}[kind]
        body = data[at : at + size]
        at += size + -size % 4
        if kind == 0:
            value = np.frombuffer(body, "<f4").reshape(rows, columns)
        elif kind == 1:
            scales = np.frombuffer(body[: 4 * rows], "<f4")
            value = np.frombuffer(body[4 * rows :], np.int8).reshape(rows, columns) * scales[:, None]
        elif kind == 2:
            value = np.frombuffer(body, np.int8).reshape(rows, columns).astype(np.float32)
        else:
            value = bytes(body)
        out[name] = value
    return out


def words(found):
    """The word list, in the order of the table's rows."""
    return found["spelling"].decode().splitlines()


def load(path, often=0):
    """The student with these weights and its word list. Tables keep their whole numbers, whose worth is in the
    matrix behind them."""
    found = entries(path.read_bytes())
    tensor = lambda a: torch.tensor(np.array(a, np.float32))
    table = tensor(found["words"]) / 32
    model = student.Student(table[:-1], often)
    model.step = 1 / 32
    with torch.no_grad():
        model.proj.weight.copy_(torch.eye(student.WORD))
        model.unk.copy_(table[-1])
        for at, e in enumerate(model.e):
            e.weight.copy_(tensor(found[f"field{at}"]) / 32)
        model.inp.weight.copy_(tensor(found["input"])[:, : model.inp.weight.shape[1]] * 32)
        model.inp.bias.copy_(tensor(found["input+"])[0])
        conv = tensor(found["conv"])[:, : 3 * student.INNER] * UNIT
        model.conv.weight.copy_(conv.reshape(student.INNER, 3, student.INNER).permute(0, 2, 1))
        model.conv.bias.copy_(tensor(found["conv+"])[0])
        for at, layer in enumerate(model.g):
            for way, suffix in (("f", ""), ("b", "_reverse")):
                width = layer.weight_ih_l0.shape[1]
                getattr(layer, "weight_ih_l0" + suffix).copy_(tensor(found[f"in{at}{way}"])[:, :width] * (STATE_UNIT if at else UNIT))
                getattr(layer, "weight_hh_l0" + suffix).copy_(tensor(found[f"st{at}{way}"])[:, : student.STATE] * STATE_UNIT)
                getattr(layer, "bias_ih_l0" + suffix).copy_(tensor(found[f"in{at}{way}+"])[0])
                getattr(layer, "bias_hh_l0" + suffix).copy_(tensor(found[f"st{at}{way}+"])[0])
        model.o.weight.copy_(tensor(found["output"])[:, : 2 * student.STATE] * STATE_UNIT)
        model.o.bias.copy_(tensor(found["output+"])[0])
        model.crf.t.copy_(tensor(found["after"]))
        model.crf.s.copy_(tensor(found["start"])[0])
        for way, linker in (("c", model.lc), ("s", model.ls)):
            width = linker.a.weight.shape[1]
            linker.a.weight.copy_(tensor(found[way + "span"])[:, :width] * STATE_UNIT)
            linker.a.bias.copy_(tensor(found[way + "span+"])[0])
            linker.b.weight.copy_(tensor(found[way + "other"])[:, :width] * STATE_UNIT)
            for at, e in enumerate(linker.f):
                e.weight.copy_(tensor(found[f"{way}pair{at}"]))
            linker.n.copy_(tensor(found[way + "none"])[0])
            linker.v.weight.copy_(tensor(found[way + "score"]).view(1, -1))
    return model, words(found)
