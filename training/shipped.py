"""Reads the tagger and the judges of `models/` back into the students, so that a training may go on from what ships."""

import struct

import numpy as np
import torch

import judge_student
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


def _recurrent(found, at, layer, unit, state):
    """Sets a recurrent layer, whose inputs are worth one of `unit`, both ways."""
    tensor = lambda name: torch.tensor(np.array(found[name], np.float32))
    for way, suffix in (("f", ""), ("b", "_reverse")):
        width = layer.weight_ih_l0.shape[1]
        getattr(layer, "weight_ih_l0" + suffix).copy_(tensor(f"in{at}{way}")[:, :width] * unit)
        getattr(layer, "weight_hh_l0" + suffix).copy_(tensor(f"st{at}{way}")[:, :state] * STATE_UNIT)
        getattr(layer, "bias_ih_l0" + suffix).copy_(tensor(f"in{at}{way}+")[0])
        getattr(layer, "bias_hh_l0" + suffix).copy_(tensor(f"st{at}{way}+")[0])


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
            _recurrent(found, at, layer, STATE_UNIT if at else UNIT, student.STATE)
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


# What the whole numbers of a judge's tables are taken to be worth; its first layer has the rest.
OWN, ROLE = 0.02, 0.03


def listed(path):
    """The rows in the tagger's words of the words of a judge's own table, in its order."""
    bits = np.frombuffer(entries(path.read_bytes())["ownof"], np.uint8)
    return np.flatnonzero(np.unpackbits(bits, bitorder="little")).tolist()


def judge(path, table, fields):
    """The judge with these weights over the tagger's tables; its temperature is part of its output."""
    found, tensor = entries(path.read_bytes()), lambda a: torch.tensor(np.array(a, np.float32))
    model = judge_student.Judge(table, fields, len(listed(path)))
    tagger = table.shape[1] + sum(f.shape[1] for f in fields)
    widths = ((tagger, 1 / 32), (judge_student.OWN, OWN), (judge_student.ROLE, ROLE))
    worth = torch.cat([torch.full((width,), worth) for width, worth in widths])
    with torch.no_grad():
        model.own.weight.copy_(tensor(found["own"]) * OWN)
        model.role.weight.copy_(tensor(found["role"]) * ROLE)
        model.inp.weight.copy_(tensor(found["input"])[:, : len(worth)] / worth)
        model.inp.bias.copy_(tensor(found["input+"])[0])
        _recurrent(found, 0, model.g, UNIT, judge_student.STATE)
        for name, layer, unit in (("hidden", model.h, STATE_UNIT), ("aim", model.aim, UNIT)):
            layer.weight.copy_(tensor(found[name])[:, : layer.in_features] * unit)
            layer.bias.copy_(tensor(found[name + "+"])[0])
        for name, layer in (("look", model.look), ("output", model.o), ("nobody", model.nobody)):
            layer.weight.copy_(tensor(found[name])[:, :-1])
            layer.bias.copy_(tensor(found[name])[:, -1])
    return model
