"""The network: a BERT encoder (MiniLM, 6 layers of 384) with heads for spans, links, cue types and meanings."""

import math
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.reading.network import CUE_TYPES, LABELS, LAYERS, LINK_SIZE, LINKS, TAGS
from counterclaim.reading.windows import PLACES, SHAPES

WIDTH, HEADS, INNER, POSITIONS = 384, 12, 1536, 160


class Dropout(nn.Module):
    """Leaves out one number in so many, drawn by bytes: torch's own takes a fifth of the time of a step on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.share = round(256 * rate)
        self.begin(0)

    def begin(self, seed: int) -> None:
        """Draws from here on by a seed."""
        self.draw = np.random.Generator(np.random.SFC64(seed))

    def forward(self, states: Tensor) -> Tensor:
        """The same, some of them 0 and the rest the larger for it, while it is trained."""
        if not self.training or not self.share:
            return states
        drawn = np.frombuffer(self.draw.bytes(states.numel()), dtype=np.uint8)
        kept = torch.from_numpy(drawn >= self.share).view(states.shape)
        return states * kept * (256 / (256 - self.share))


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, drop: Dropout) -> None:
        super().__init__()
        self.drop = drop
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.last = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States (batch, pieces, width); `mask` (batch, 1, 1, pieces) is added to what attends."""
        batch, size, _ = states.shape
        shape = (batch, size, HEADS, WIDTH // HEADS)
        query, key, value = (part.view(shape).transpose(1, 2) for part in self.attend(states).split(WIDTH, dim=-1))
        near = (query @ key.transpose(2, 3)) / math.sqrt(WIDTH // HEADS) + mask
        mixed = near.softmax(dim=-1).to(value.dtype) @ value
        mixed = self.attended(mixed.transpose(1, 2).reshape(batch, size, WIDTH))
        states = self.norm(states + self.drop(mixed))
        grown = self.outer(functional.gelu(self.inner(states)))
        return self.last(states + self.drop(grown))


class Encoder(nn.Module):
    """Pieces and types in, logits and link vectors for every piece out."""

    def __init__(self, pieces: int, layers: int = 6, drop: float = 0.0) -> None:
        super().__init__()
        self.drop = Dropout(drop)
        self.word = nn.Embedding(pieces, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.scheme = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(self.drop) for _ in range(layers))
        self.tags = nn.Linear(WIDTH, len(LAYERS) * TAGS)
        self.types = nn.Linear(WIDTH, len(CUE_TYPES))
        self.links = nn.Linear(WIDTH, 2 * len(LINKS) * LINK_SIZE)
        self.meanings = nn.Linear(3 * WIDTH, LABELS)
        for extra in (self.shape, self.place, self.scheme):
            nn.init.zeros_(extra.weight)

    def forward(self, ids: Tensor, types: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Ids and types (batch, pieces), 0 where padded; tags, cue types, link vectors and meanings, each by piece."""
        mask = torch.where(ids == 0, -1e4, 0.0)[:, None, None, :]
        kind, scheme = types % (SHAPES * PLACES), types // (SHAPES * PLACES)
        states = self.word(ids) + self.position.weight[: ids.shape[1]]
        states = states + self.shape(kind % SHAPES) + self.place(kind // SHAPES) + self.scheme(scheme)
        states = self.drop(self.norm(states))
        seen = [states]
        for layer in self.layers:
            states = layer(states, mask)
            seen.append(states)
        mixed = torch.cat(
            [seen[0], seen[len(self.layers) // 2], states], dim=-1
        )  # what is told of: words; how: the rest
        return self.tags(states), self.types(states), self.links(states), self.meanings(mixed)


def grown(state: dict[str, Tensor], drop: float = 0.0) -> Encoder:
    """An encoder with weights trained before, whose heads may have had fewer outputs: the first ones are theirs."""
    made = Encoder(len(state["word.weight"]), sum(name.endswith("attend.weight") for name in state), drop)
    whole = made.state_dict()
    for name, weights in state.items():
        if name.startswith("links"):
            old = weights.view(2, -1, LINK_SIZE, *weights.shape[1:])
            new = whole[name].view(2, -1, LINK_SIZE, *weights.shape[1:])
            new[:, : old.shape[1]] = old
        else:
            whole[name][: len(weights)] = weights
    made.load_state_dict(whole)
    made.word.weight.requires_grad_(requires_grad=False)
    return made


def started(
    weights: Path, vocabulary: list[int], layers: tuple[int, ...] = (0, 1, 2, 3, 4, 5), drop: float = 0.0
) -> Encoder:
    """An encoder with the start weights of all-MiniLM-L6-v2, of which the pieces `vocabulary` and `layers` are kept."""
    given = load_file(weights)
    made = Encoder(len(vocabulary), len(layers), drop)
    state = {
        "word.weight": given["embeddings.word_embeddings.weight"][vocabulary],
        "position.weight": given["embeddings.position_embeddings.weight"][:POSITIONS],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    state["word.weight"] = state["word.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    for at, layer in enumerate(layers):
        old, new = f"encoder.layer.{layer}.", f"layers.{at}."
        for end in ("weight", "bias"):
            parts = [given[f"{old}attention.self.{name}.{end}"] for name in ("query", "key", "value")]
            state[f"{new}attend.{end}"] = torch.cat(parts)
            state[f"{new}attended.{end}"] = given[f"{old}attention.output.dense.{end}"]
            state[f"{new}norm.{end}"] = given[f"{old}attention.output.LayerNorm.{end}"]
            state[f"{new}inner.{end}"] = given[f"{old}intermediate.dense.{end}"]
            state[f"{new}outer.{end}"] = given[f"{old}output.dense.{end}"]
            state[f"{new}last.{end}"] = given[f"{old}output.LayerNorm.{end}"]
    made.load_state_dict(state, strict=False)
    made.word.weight.requires_grad_(requires_grad=False)
    return made
