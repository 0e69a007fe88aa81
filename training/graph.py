"""The model as an ONNX graph: float32, then int8 but for the products that are spared."""

from __future__ import annotations

import copy
from collections.abc import Collection
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import (
    DefaultWeightOnlyQuantConfig,
    MatMulNBitsQuantizer,
)
from onnxruntime.quantization.quant_utils import QuantFormat
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.model import EVENT_LAYERS, MASKED, Parser, SelfAttention

OPSET = 17
BLOCK = 32  # weights that share a scale in the blockwise products
NAMED = ("tags", "feats", "lemmas")  # given as the number of the best


class _FusedAttention(torch.autograd.Function):
    """Stands for onnxruntime's MultiHeadAttention while the graph is traced."""

    @staticmethod
    def forward(_context: Any, query: Tensor, *_rest: Any) -> Tensor:
        return torch.zeros_like(query)

    @staticmethod
    def symbolic(
        graph: Any, query: Any, key: Any, value: Any, bias: Any, real: Any, heads: int
    ) -> Any:
        name = "com.microsoft::MultiHeadAttention"
        output = graph.op(name, query, key, value, bias, real, num_heads_i=heads)
        output.setType(query.type())
        return output


class ExportAttention(nn.Module):
    """`SelfAttention` by onnxruntime's fused operator."""

    def __init__(self, attention: SelfAttention) -> None:
        super().__init__()
        self.heads = attention.heads
        self.bias = attention.project.bias
        self.weights = nn.ParameterList(
            weight.t() for weight in attention.project.weight.detach().chunk(3)
        )

    def forward(self, x: Tensor, real: Tensor) -> Tensor:
        query, key, value = (x @ weight for weight in self.weights)
        result: Tensor = _FusedAttention.apply(  # type: ignore[no-untyped-call]
            query, key, value, self.bias, real, self.heads
        )
        return result


class _ExportGraph(nn.Module):
    """Piece embeddings to what the runtime reads: see `outputs` of `write_graph`."""

    def __init__(self, model: Parser) -> None:
        super().__init__()
        self.model = copy.deepcopy(model).eval()
        for layer in self.model.encoder.layers:
            assert isinstance(layer.attention, SelfAttention)
            layer.attention = ExportAttention(layer.attention)
        labels, width, _ = model.label_weight.shape
        flat = model.label_weight.detach().permute(1, 0, 2).reshape(width, labels * width)
        self.label_weight = nn.Parameter(flat)

    def forward(
        self,
        embeddings: Tensor,
        real_pieces: Tensor,
        first: Tensor,
        last: Tensor,
        real_words: Tensor,
    ) -> tuple[Tensor, ...]:
        model = self.model
        layers = model.encoder(embeddings, real_pieces)
        words = model.word_vectors(layers, first, last)
        scores = model.score(words)
        dependent, head = scores.dependent, scores.head
        arcs = torch.log_softmax(scores.arcs + (1 - real_words)[:, None, :] * MASKED, -1)
        batch, length, width = dependent.shape
        count = model.label_weight.shape[0]
        mapped = (dependent @ self.label_weight).view(batch, length * count, width)
        labels = (mapped @ head.transpose(1, 2)).view(batch, length, count, length)
        labels = labels + model.label_dependent(dependent)[..., None]
        labels = labels + model.label_head(head).transpose(1, 2)[:, None]
        return (
            *(getattr(scores, name).argmax(-1).to(torch.int32) for name in NAMED),
            torch.log_softmax(scores.entities, -1),
            scores.starts,
            arcs,
            labels.argmax(2).to(torch.int32),
            words,
            layers[-1 - EVENT_LAYERS],
        )


def write_graph(model: Parser, path: Path) -> None:
    """Write the float32 graph, ready to be quantised."""
    words = torch.zeros(2, 6, dtype=torch.long)
    width = model.embeddings.embedding_dim
    inputs = {
        "embeddings": (torch.randn(2, 9, width), ("batch", "pieces")),
        "real_pieces": (torch.ones(2, 9, dtype=torch.int32), ("batch", "pieces")),
        "first": (words, ("batch", "words")),
        "last": (words, ("batch", "words")),
        "real_words": (torch.ones(2, 6), ("batch", "words")),
    }
    by_word, by_pair = ("batch", "words"), ("batch", "words", "heads")
    outputs = {
        **dict.fromkeys((*NAMED, "entities", "starts"), by_word),
        "arcs": by_pair,
        "labels": by_pair,
        "words": by_word,
        "pieces": ("batch", "pieces"),
    }
    axes = {name: axis for name, (_, axis) in inputs.items()} | outputs
    raw = path.with_suffix(".raw.onnx")
    with torch.no_grad():
        torch.onnx.export(
            _ExportGraph(model).eval(),
            tuple(value for value, _ in inputs.values()),
            str(raw),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: dict(enumerate(axis)) for name, axis in axes.items()},
            opset_version=OPSET,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
    quant_pre_process(raw, path, skip_symbolic_shape=True)
    raw.unlink()


def matrix_products(graph: Path) -> dict[str, list[int]]:
    """Names of MatMul nodes with a constant weight, and the weight's shape, in graph order."""
    loaded = onnx.load(graph).graph
    shapes = {weight.name: list(weight.dims) for weight in loaded.initializer}
    return {
        node.name: shapes[node.input[1]]
        for node in loaded.node
        if node.op_type == "MatMul" and node.input[1] in shapes
    }


def quantise(source: Path, target: Path, spared: Collection[str]) -> None:
    """int8 with dynamic activation scales; products `spared` in 8-bit blocks, float activations."""
    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul"],
        nodes_to_quantize=[name for name in matrix_products(source) if name not in spared],
    )
    config = DefaultWeightOnlyQuantConfig(
        block_size=BLOCK,
        is_symmetric=True,
        accuracy_level=4,
        quant_format=QuantFormat.QOperator,
        bits=8,
    )
    quantiser = MatMulNBitsQuantizer(onnx.load(target), algo_config=config)
    quantiser.process()
    quantiser.model.save_model_to_file(str(target), False)
