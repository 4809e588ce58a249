"""all-MiniLM-L6-v2 in plain PyTorch: its word pieces, its layers, its weights as PyPI ships them.

The model is by Microsoft and sentence-transformers, Apache-2.0. Leaves out everything that is
learned here.
"""

import importlib.resources
import json
import struct
import unicodedata
import zipfile

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

WIDTH = 384


def _file(name):
    package = importlib.resources.files("all_minilm_l6_v2")
    with zipfile.ZipFile(package / "model.zip") as archive:
        found = next(n for n in archive.namelist() if n.split("/")[-1] == name)
        return archive.read(found)


class Pieces:
    """Cuts words into the model's pieces (lower case, without accents, the longest piece first)."""

    def __init__(self):
        self.vocabulary = json.loads(_file("tokenizer.json"))["model"]["vocab"]
        self.start, self.separator = self.vocabulary["[CLS]"], self.vocabulary["[SEP]"]
        self.unknown, self.mask = self.vocabulary["[UNK]"], self.vocabulary["[MASK]"]
        self._known = {}

    def of(self, word):
        """The pieces of one word; at least one, at most twelve."""
        if word not in self._known:
            plain = unicodedata.normalize("NFD", word.lower())
            plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
            parts = "".join(c if c.isalnum() else f" {c} " for c in plain).split()
            pieces = [piece for part in parts for piece in self._longest(part)]
            self._known[word] = pieces[:12] or [self.unknown]
        return self._known[word]

    def _longest(self, part):
        out, at = [], 0
        while at < len(part):
            prefix = "##" if at else ""
            end = len(part)
            while end > at and prefix + part[at:end] not in self.vocabulary:
                end -= 1
            if end == at:
                return [self.unknown]
            out.append(self.vocabulary[prefix + part[at:end]])
            at = end
        return out


_KEPT = {}


def drop(x, share, training):
    """Drops a share of the numbers. Where to drop is read from one long random list, each time from another
    place, since drawing a number for each takes longer than a layer."""
    if not training or not share:
        return x
    if share not in _KEPT:
        _KEPT[share] = (torch.rand(1 << 24) >= share).to(torch.bfloat16) / (1 - share)
    count, kept = x.numel(), _KEPT[share]
    if count > len(kept) // 2:
        return F.dropout(x, share, training)
    start = int(torch.randint(len(kept) - count, ()))
    return x * kept[start : start + count].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """Attention and a feed-forward network, normalised behind each."""

    def __init__(self, heads=12, inner=1536, dropout=0.1):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.i, self.u = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        shape = (batch, length, 3, self.heads, WIDTH // self.heads)
        q, k, v = self.qkv(x).view(shape).permute(2, 0, 3, 1, 4).reshape(3, batch * self.heads, length, -1)
        # Written out: PyTorch's own kernel for a processor is three times as slow backwards.
        a = torch.baddbmm(mask, q, k.transpose(1, 2), alpha=q.shape[-1] ** -0.5).softmax(-1)
        a = torch.bmm(a, v).view(batch, self.heads, length, -1).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.n1(x + drop(self.o(a), self.dropout, self.training))
        return self.n2(x + drop(self.u(F.gelu(self.i(x))), self.dropout, self.training))


class Bert(nn.Module):
    """Six layers over pieces and their places."""

    def __init__(self, pieces=30522, layers=6):
        super().__init__()
        self.we, self.pe, self.te = nn.Embedding(pieces, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.n = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, ids, mask, extra=0, every=False):
        x = self.we(ids) + self.pe.weight[: ids.shape[1]] + self.te.weight[0] + extra
        x = F.dropout(self.n(x), 0.1, self.training)
        states = [x]
        heads = self.layers[0].heads
        barred = torch.where(mask, 0.0, -1e4)[:, None, None, :].expand(-1, heads, mask.shape[1], -1).reshape(-1, mask.shape[1], mask.shape[1])
        barred = barred.to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
        for layer in self.layers:
            states.append(layer(states[-1], barred))
        return states if every else states[-1]


def load():
    """The model with its published weights."""
    data = _file("model.safetensors")
    length = struct.unpack("<Q", data[:8])[0]
    header, body = json.loads(data[8 : 8 + length]), memoryview(data)[8 + length :]

    def tensor(name):
        begin, end = header[name]["data_offsets"]
        kind = {"F32": np.float32, "F16": np.float16}[header[name]["dtype"]]
        return torch.from_numpy(np.frombuffer(body[begin:end], kind).reshape(header[name]["shape"]).copy()).float()

    model = Bert()
    names = {"we.weight": "word_embeddings", "pe.weight": "position_embeddings", "te.weight": "token_type_embeddings"}
    state = {ours: tensor(f"embeddings.{theirs}.weight") for ours, theirs in names.items()}
    inside = {"o": "attention.output.dense", "n1": "attention.output.LayerNorm", "i": "intermediate.dense", "u": "output.dense", "n2": "output.LayerNorm"}
    for part in ("weight", "bias"):
        state[f"n.{part}"] = tensor(f"embeddings.LayerNorm.{part}")
        for at in range(len(model.layers)):
            theirs = f"encoder.layer.{at}."
            three = [tensor(f"{theirs}attention.self.{x}.{part}") for x in ("query", "key", "value")]
            state[f"layers.{at}.qkv.{part}"] = torch.cat(three)
            for ours, name in inside.items():
                state[f"layers.{at}.{ours}.{part}"] = tensor(f"{theirs}{name}.{part}")
    model.load_state_dict(state)
    return model


def pad(sequences):
    """Piece sequences as one rectangle, and where it holds pieces."""
    length = max(map(len, sequences))
    ids = torch.zeros(len(sequences), length, dtype=torch.long)
    mask = torch.zeros(len(sequences), length, dtype=torch.bool)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = torch.tensor(sequence)
        mask[row, : len(sequence)] = True
    return ids, mask
