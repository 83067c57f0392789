"""The standard's own documents: compliance sets, and overlays that pass or fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.documents import dump_json, parse_document, read_document
from generator.load.problems import GeneratorFailure
from generator.overlay import apply_overlays, load_overlay, parse_overlay

_REFERENCE = Path(__file__).parents[3].parent / "shared" / "reference" / "overlay"
_SETS = sorted((_REFERENCE / "compliant-sets").glob("*"))
_PASS = sorted(_REFERENCE.glob("v*/pass/*.yaml"))
_FAIL = sorted(_REFERENCE.glob("v*/fail/*.yaml"))

pytestmark = pytest.mark.skipif(not _REFERENCE.is_dir(), reason="no reference documents here")


def label(path: Path) -> str:
    return path.relative_to(_REFERENCE).as_posix()


def test_all_are_there() -> None:
    assert len(_SETS) == 8
    assert (len(_PASS), len(_FAIL)) == (38, 65)


@pytest.mark.parametrize("folder", _SETS, ids=label)
def test_compliance_set(folder: Path) -> None:
    overlay = load_overlay(folder / "overlay.yaml")
    document = read_document(folder / "openapi.yaml")
    result = apply_overlays(document, [overlay], strict=False).document
    assert result == read_document(folder / "output.yaml")


@pytest.mark.parametrize("folder", _SETS, ids=label)
def test_compliance_set_is_strict(folder: Path) -> None:
    overlay = load_overlay(folder / "overlay.yaml")
    document = read_document(folder / "openapi.yaml")
    assert apply_overlays(document, [overlay], strict=True).problems == ()


@pytest.mark.parametrize("path", _PASS, ids=label)
def test_passes(path: Path) -> None:
    overlay = load_overlay(path)
    as_json = parse_document(dump_json(read_document(path)), "overlay.json")
    assert parse_overlay(as_json, str(path)).actions == overlay.actions


@pytest.mark.parametrize("path", _FAIL, ids=label)
def test_fails(path: Path) -> None:
    with pytest.raises(GeneratorFailure) as caught:
        load_overlay(path)
    assert all(problem.where.startswith(str(path)) for problem in caught.value.problems)


def test_query_that_is_no_jsonpath_fails_when_applied() -> None:
    """The traits example of 1.0.0 has the right shape, and a target that RFC 9535 refuses."""
    overlay = load_overlay(_REFERENCE / "v1.0" / "pass" / "actions-traits-example.yaml")
    with pytest.raises(GeneratorFailure, match="is no JSONPath by RFC 9535"):
        apply_overlays({"openapi": "3.1.0"}, [overlay], strict=False)
