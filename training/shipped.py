"""Weights of a shipped int8 graph as a start for further training.

The prototype in shared/encoder has the same encoder, tree heads and tagger; what it lacks
(features, lemmas, entities, starts) begins untrained.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.inventory import Inventory
from training.model import LABEL_WIDTH, Parser

BLOCK = 32  # numbers of the blockwise 8-bit products that share a scale
MIDDLE = 128  # their zero

Floats = NDArray[np.float32]


class ShippedGraph:
    """Float weights of the products, biases and norms of an int8 graph, by module name."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(path).graph
        self._constants = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
        self._products: dict[str, Floats] = {}
        self.mixture: list[float] = []
        for node in graph.node:
            if node.op_type == "MatMulInteger":
                name = node.name.removesuffix("_quant")
                self._products[name] = self._int8(node.input[1].removesuffix("_quantized"))
            elif node.op_type == "MatMulNBits":
                name = node.name.removesuffix("_Q8")
                self._products[name] = self._blocks(node.input[1], node.input[2])
            elif node.op_type == "Mul":
                scalar = [i for i in node.input if i.startswith("onnx::Mul_")]
                self.mixture += [float(self._constants[i]) for i in scalar if i in self._constants]

    def _int8(self, name: str) -> Floats:
        scale = self._constants[f"{name}_scale"]
        weight: Floats = self._constants[f"{name}_quantized"].astype(np.float32) * scale
        return weight

    def _blocks(self, weights: str, scales: str) -> Floats:
        packed = self._constants[weights].astype(np.float32) - MIDDLE  # [out, blocks, BLOCK]
        scale = self._constants[scales].reshape(packed.shape[0], -1, 1)
        flat: Floats = (packed * scale).reshape(packed.shape[0], -1).T
        return flat

    def product(self, module: str) -> Floats:
        """The weight of a product, [in, out]."""
        return self._products[module if "MatMul" in module else f"{module}/MatMul"]

    def constant(self, name: str) -> Floats:
        """A bias or norm."""
        found: Floats = self._constants[name]
        return found


def start_from(model: Parser, folder: Path, inventory: Inventory) -> None:
    """Put the prototype's weights into `model`, its tags and labels where the names agree."""
    graph = ShippedGraph(folder / "parser.onnx")
    settings = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    state = model.state_dict()

    def put(name: str, values: Floats) -> None:
        state[name].copy_(torch.tensor(np.ascontiguousarray(values)))

    with torch.no_grad():
        put("encoder.positions.weight", graph.constant("model.encoder.positions.weight"))
        for part in ("weight", "bias"):
            put(f"encoder.norm.{part}", graph.constant(f"model.encoder.norm.{part}"))
        for number in range(len(model.encoder.layers)):
            _layer(graph, put, number)
        put("mix", np.log(np.array(graph.mixture, np.float32)))
        put("project.weight", graph.product("/project").T)
        put("project.bias", graph.constant("model.project.bias"))
        put("arc_weight", graph.product("/MatMul"))
        put("arc_bias", graph.constant("model.arc_bias"))
        put("words.tags.0.weight", graph.product("/tagger/tagger.0").T)
        put("words.tags.0.bias", graph.constant("model.tagger.0.bias"))
        _named(state, "words.tags.3.weight", graph.product("/tagger/tagger.3").T,
               settings["tags"], inventory.tags)  # fmt: skip
        _named(state, "words.tags.3.bias", graph.constant("model.tagger.3.bias"),
               settings["tags"], inventory.tags)  # fmt: skip
        labels = settings["labels"]
        flat = graph.product("/MatMul_2")
        biaffine = flat.reshape(LABEL_WIDTH, len(labels), LABEL_WIDTH).transpose(1, 0, 2)
        _named(state, "label_weight", biaffine, labels, inventory.labels)
        _named(state, "label_dependent.weight", graph.product("/label_dependent").T,
               labels, inventory.labels)  # fmt: skip
        _named(state, "label_dependent.bias", graph.constant("model.label_dependent.bias"),
               labels, inventory.labels)  # fmt: skip
        _named(state, "label_head.weight", graph.product("/label_head").T,
               labels, inventory.labels)  # fmt: skip


def _layer(graph: ShippedGraph, put: Callable[[str, Floats], None], number: int) -> None:
    here, there = f"encoder.layers.{number}", f"/encoder/layers.{number}"
    parts = [graph.product(f"{there}/attention/MatMul{end}").T for end in ("", "_1", "_2")]
    put(f"{here}.attention.project.weight", np.concatenate(parts))
    put(f"{here}.attention.project.bias", graph.constant(f"model.{here}.attention.bias"))
    for name in ("attention_output", "inner", "outer"):
        put(f"{here}.{name}.weight", graph.product(f"{there}/{name}").T)
        put(f"{here}.{name}.bias", graph.constant(f"model.{here}.{name}.bias"))
    for name in ("attention_norm", "output_norm"):
        for part in ("weight", "bias"):
            put(f"{here}.{name}.{part}", graph.constant(f"model.{here}.{name}.{part}"))


def _named(
    state: dict[str, torch.Tensor],
    name: str,
    rows: Floats,
    theirs: list[str],
    ours: tuple[str, ...],
) -> None:
    for number, value in enumerate(ours):
        if value in theirs:
            state[name][number] = torch.tensor(rows[theirs.index(value)])
