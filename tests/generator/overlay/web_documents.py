"""The document of the Web API at every stage up to the overlays, ours and with what it leaks."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.convert import convert
from generator.emit.names import name_operations
from generator.emit.prune import prune
from generator.load.documents import read_document
from generator.overlay import Overlay, apply_overlays, load_overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
OWN = ROOT / "spec/web/swagger.json"
LEAKING = Path(__file__).parent / "framework.overlay.yaml"
"""What the vendor's document has besides ours: schemas of the server's framework."""
FILES = sorted((ROOT / "overlays/web").iterdir())
Object = dict[str, Any]

both = pytest.mark.parametrize("source", [OWN, LEAKING], ids=["own", "leaking"])


@cache
def overlays() -> tuple[Overlay, ...]:
    return tuple(load_overlay(path) for path in FILES)


@cache
def converted(source: Path) -> Object:
    if source == OWN:
        return convert(read_document(OWN))
    applied = apply_overlays(read_document(OWN), [load_overlay(source)], strict=True)
    assert not applied.problems
    return convert(applied.document)


@cache
def applied(source: Path) -> Object:
    return apply_overlays(converted(source), overlays(), strict=True).document


@cache
def corrected(source: Path) -> Object:
    return name_operations(prune(applied(source)))


def operations(document: Object) -> Iterator[tuple[str, Object]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield f"{method} {path}", operation


def nodes(value: object) -> Iterator[Object]:
    if isinstance(value, dict):
        yield value
        for member in value.values():
            yield from nodes(member)
    elif isinstance(value, list):
        for element in value:
            yield from nodes(element)


def schemas(source: Path) -> Object:
    return dict(corrected(source)["components"]["schemas"])
