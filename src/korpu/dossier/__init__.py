"""The dossier: findings on two states arranged for reading, as one tree of sections."""

from korpu.dossier.build import build
from korpu.dossier.tree import Dossier

__all__ = ["Dossier", "build"]
