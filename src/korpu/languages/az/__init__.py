"""Azerbaijani."""

from __future__ import annotations

from korpu.languages.az.language import LANGUAGE

__all__ = ["LANGUAGE"]
