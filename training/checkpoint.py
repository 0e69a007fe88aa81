"""Checkpoints: a model with what its outputs mean, and how far its training is."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from training.inventory import Inventory
from training.model import Parser
from training.wheel import EncoderConfig


@dataclass
class Trained:
    """A model, the pieces of the wheel that it knows, and the names of its outputs."""

    model: Parser
    config: EncoderConfig
    keep: list[int]
    inventory: Inventory

    def save(self, path: Path, **progress: Any) -> None:
        """Write a checkpoint, first beside `path`, so that a kill leaves the last one whole."""
        state = {
            "model": self.model.state_dict(),
            "config": asdict(self.config),
            "keep": self.keep,
            "inventory": {name: list(found) for name, found in asdict(self.inventory).items()},
            **progress,
        }
        beside = path.with_suffix(".part")
        torch.save(state, beside)
        beside.replace(path)

    @classmethod
    def load(cls, path: Path) -> tuple[Trained, dict[str, Any]]:
        """Read a checkpoint: the model, and all that was written."""
        state = torch.load(path, weights_only=True)
        config = EncoderConfig(**state["config"])
        inventory = Inventory.from_dict(state["inventory"])
        model = Parser(config, len(state["keep"]), inventory)
        model.load_state_dict(state["model"])
        return cls(model, config, state["keep"], inventory), state
