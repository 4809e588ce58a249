"""The recurrent layer of the student, both ways at once, with its gradient written out.

The same arithmetic and the same parameters as `torch.nn.GRU`, whose gradient on a processor takes time
that grows with the square of the length: it makes an array of the whole input for every token.
"""

import torch
from torch import nn


class _Steps(torch.autograd.Function):
    """The recurrence alone. `gates` is tokens × ways × batch × 3 states, what the input adds to the
    gates; `weight` is ways × 3 states × states, `bias` ways × 1 × 3 states; `real` is tokens × ways ×
    batch × 1, with 0 where a row holds no token and its state stays as it is."""

    @staticmethod
    def forward(ctx, gates, weight, bias, real):
        count, ways, batch, width = gates.shape
        n = width // 3
        turned = weight.transpose(1, 2).contiguous()
        state = gates.new_zeros(ways, batch, n)
        states = gates.new_zeros(count + 1, ways, batch, n)
        doors = gates.new_empty(count, ways, batch, 2 * n)
        news, backs = gates.new_empty(count, ways, batch, n), gates.new_empty(count, ways, batch, n)
        for at in range(count):
            back = torch.baddbmm(bias, state, turned)
            door = torch.sigmoid_(gates[at, :, :, : 2 * n] + back[:, :, : 2 * n])
            new = torch.tanh_(torch.addcmul(gates[at, :, :, 2 * n :], door[:, :, :n], back[:, :, 2 * n :]))
            # new + keep * (state - new), and only where there is a token.
            share = (1 - door[:, :, n:]).mul_(real[at])
            state = torch.addcmul(state, share, new - state)
            states[at + 1], doors[at], news[at], backs[at] = state, door, new, back[:, :, 2 * n :]
        ctx.save_for_backward(weight, real, states, doors, news, backs)
        return states[1:]

    @staticmethod
    def backward(ctx, slope):
        weight, real, states, doors, news, backs = ctx.saved_tensors
        count, ways, batch, n = news.shape
        reset, keep = doors[..., :n], doors[..., n:]
        share = (1 - keep) * real
        # Everything that does not depend on the gradient, for all tokens at once.
        by_new = share * (1 - news * news)
        by_keep = (states[:-1] - news) * keep * (1 - keep) * real
        by_reset = by_new * backs * reset * (1 - reset)
        d_gates, d_back = slope.new_empty(count, ways, batch, 3 * n), slope.new_empty(count, ways, batch, 3 * n)
        factors = torch.cat([by_reset, by_keep, by_new * reset], -1)
        stays = 1 - share
        d = torch.zeros_like(states[0])
        for at in range(count - 1, -1, -1):
            d = d + slope[at]
            torch.mul(factors[at], d.repeat(1, 1, 3), out=d_back[at])
            d_gates[at, :, :, 2 * n :] = by_new[at] * d
            d = torch.baddbmm(stays[at] * d, d_back[at], weight)
        d_gates[..., : 2 * n] = d_back[..., : 2 * n]
        flat = lambda x: x.transpose(0, 1).reshape(ways, count * batch, -1)
        d_weight = flat(d_back).transpose(1, 2) @ flat(states[:-1])
        return d_gates, d_weight, d_back.sum((0, 2))[:, None], None


class Recurrent(nn.GRU):
    """One layer, both ways. Call with batch × tokens × numbers and a mask of batch × tokens."""

    def __init__(self, width, state):
        super().__init__(width, state, batch_first=True, bidirectional=True)

    def forward(self, x, mask):
        part = lambda name: [getattr(self, f"{name}_l0{suffix}") for suffix in ("", "_reverse")]
        gates = [nn.functional.linear(x.transpose(0, 1), w, b) for w, b in zip(part("weight_ih"), part("bias_ih"))]
        real = mask.t()[..., None].to(x.dtype)
        turn = lambda way: torch.stack([way[0], way[1].flip(0)], 1)
        weight, bias = torch.stack(part("weight_hh")), torch.stack(part("bias_hh"))[:, None]
        states = _Steps.apply(turn(gates), weight, bias, turn([real, real]))
        both = torch.cat([states[:, 0], states[:, 1].flip(0)], -1)
        return (both * real).transpose(0, 1)
