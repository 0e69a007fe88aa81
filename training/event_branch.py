"""The event head: the encoder's last layers once more, trained to see which words name an event.

The parser's layers are made for grammar. The branch begins from the pretrained last layers, which
still know what words mean, on what the parser's lower layers give: one pass of those serves both.
"""

from __future__ import annotations

import copy
from pathlib import Path

import torch
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from kroniek.ontology import EVENT_TYPES
from training.graph import OPSET, ExportAttention
from training.inventory import Inventory
from training.model import EVENT_LAYERS, Parser, SelfAttention, at_ends
from training.wheel import Wheel

CLASSES = 1 + len(EVENT_TYPES)  # 0: names no event
HIDDEN = 256
DROPOUT = 0.3


class EventBranch(nn.Module):
    """Piece vectors of a lower layer to scores of event types for each word."""

    def __init__(self, wheel: Wheel) -> None:
        super().__init__()
        pretrained = Parser(wheel.config, 1, Inventory.of([]))
        pretrained.load_encoder(wheel)
        self.layers = pretrained.encoder.layers[-EVENT_LAYERS:]
        self.dropout = nn.Dropout(DROPOUT)
        self.hidden = nn.Linear(2 * wheel.config.width, HIDDEN)
        self.out = nn.Linear(HIDDEN, CLASSES)

    def forward(self, pieces: Tensor, real: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """[batch, words, CLASSES] from [batch, pieces, width]."""
        for layer in self.layers:
            pieces = layer(pieces, real)
        words = self.dropout(at_ends(pieces.float(), first, last))
        scores: Tensor = self.out(self.dropout(F.gelu(self.hidden(words))))
        return scores


class _Probabilities(nn.Module):
    """What is exported: probabilities, with attention by onnxruntime's operator."""

    def __init__(self, branch: EventBranch) -> None:
        super().__init__()
        self.branch = copy.deepcopy(branch).eval()
        for layer in self.branch.layers:
            assert isinstance(layer.attention, SelfAttention)
            layer.attention = ExportAttention(layer.attention)

    def forward(self, pieces: Tensor, real: Tensor, first: Tensor, last: Tensor) -> Tensor:
        return torch.softmax(self.branch(pieces, real, first, last), -1)


def write_branch(branch: EventBranch, path: Path) -> None:
    """Write the int8 graph: inputs pieces, real_pieces, first, last; output events."""
    width = branch.hidden.in_features // 2
    words = torch.zeros(2, 6, dtype=torch.long)
    inputs = {
        "pieces": torch.randn(2, 9, width),
        "real_pieces": torch.ones(2, 9, dtype=torch.int32),
        "first": words,
        "last": words,
    }
    axes = {name: ("batch", "words" if name in ("first", "last") else "pieces") for name in inputs}
    axes["events"] = ("batch", "words")
    raw, ready = path.with_suffix(".raw.onnx"), path.with_suffix(".float.onnx")
    with torch.no_grad():
        torch.onnx.export(
            _Probabilities(branch),
            tuple(inputs.values()),
            str(raw),
            input_names=list(inputs),
            output_names=["events"],
            dynamic_axes={name: dict(enumerate(axis)) for name, axis in axes.items()},
            opset_version=OPSET,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
    quant_pre_process(raw, ready, skip_symbolic_shape=True)
    quantize_dynamic(
        ready, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"]
    )
    raw.unlink()
    ready.unlink()
