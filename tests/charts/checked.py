"""The schema of Vega-Lite, by which specifications are checked, and the example dossier in words."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import altair
import jsonschema

from korpu.charts.palette import Spec


@cache
def _validator() -> Any:
    folder = Path(altair.__file__).parent / "vegalite"
    (path,) = folder.glob("v*/schema/vega-lite-schema.json")
    schema = json.loads(path.read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema)


def problems(spec: Spec) -> list[str]:
    """What is wrong with a specification, by the schema that altair has; nothing, if all is well."""
    as_json = json.loads(json.dumps(spec))
    return [error.message[:300] for error in _validator().iter_errors(as_json)]


def rows_of(spec: Spec) -> list[dict[str, Any]]:
    """All rows of data that a specification and its layers have, but for lines on the ground."""
    values = spec.get("data", {}).get("values", [])
    found = list(values) if isinstance(values, list) else []
    for layer in spec.get("layer", ()):
        found += rows_of(layer)
    return found
