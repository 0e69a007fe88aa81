"""What training minimises: the weighted sum of the heads' losses."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from training.examples import IGNORED, Batch
from training.model import MASKED, Parser

WEIGHTS = {
    "arcs": 1.0,
    "labels": 1.0,
    "tags": 0.5,
    "feats": 0.4,
    "lemmas": 0.5,
    "entities": 0.4,
    "starts": 0.3,
}


def losses(model: Parser, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head, in nats a word; labels are asked for given the gold heads."""
    targets = batch.heads != IGNORED
    with torch.autocast("cpu", torch.bfloat16):
        scores = model(batch.ids, batch.real, batch.first, batch.last)
        gold = batch.heads.clamp(min=0)[..., None].expand(-1, -1, scores.head.shape[-1])
        labels = model.label_scores(scores.dependent[targets], scores.head.gather(1, gold)[targets])
    arcs = scores.arcs.float().masked_fill(~batch.words[:, None, :], MASKED)
    asked = batch.starts[targets] != IGNORED
    starts = F.binary_cross_entropy_with_logits(
        scores.starts[targets][asked].float(),
        batch.starts[targets][asked].float(),
        reduction="sum",
    )
    return {
        "arcs": mean_loss(arcs[targets], batch.heads[targets]),
        "labels": mean_loss(labels, batch.labels[targets]),
        **{
            name: mean_loss(getattr(scores, name)[targets], getattr(batch, name)[targets])
            for name in ("tags", "feats", "lemmas")
        },
        "entities": partly_known(scores.entities[targets].float(), batch.entities[targets]),
        "starts": starts / max(1, int(asked.sum())),
    }


def mean_loss(scores: Tensor, targets: Tensor) -> Tensor:
    """Mean cross-entropy of the words whose target is known; 0 if there are none."""
    known = int((targets != IGNORED).sum())
    return F.cross_entropy(scores.float(), targets, reduction="sum") / max(1, known)


def partly_known(scores: Tensor, allowed: Tensor) -> Tensor:
    """Cross-entropy where the target is one of several labels.

    `allowed` are sets of labels as bits; words with none are left out.
    """
    known = allowed != 0
    numbers = torch.arange(scores.shape[-1])
    inside = (allowed[known][:, None] >> numbers) & 1
    kept = scores[known].masked_fill(inside == 0, MASKED)
    return (scores[known].logsumexp(-1) - kept.logsumexp(-1)).sum() / max(1, int(known.sum()))


def total(parts: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()
