"""No difference of two packages goes untold, and no change is told of equal ones."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.load.problems import GeneratorFailure
from generator.upstream.diff.annotations import mentioned
from generator.upstream.diff.public_api import public_apis
from generator.upstream.diff.python_changes import python_changes
from generator.upstream.diff.rules import RULES

from .doors import DOORS
from .package_edits import PackageEdit, package_edits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.upstream.diff.public_api import PublicApi
    from generator.upstream.diff.rules import Change

pytestmark = pytest.mark.slow

GENERATED: Final = Path(__file__).parents[4] / "generated"
KINDS: Final = {rule.kind for rule in RULES if rule.view == "python"}
BRIDGE: Final = "bridge"
SMALL: Final = "web of doors"
"""Has one of everything, where that is enough."""
few = settings(deadline=None, max_examples=settings().max_examples // 2)
"""Each reads a package again."""


@cache
def package(api: str) -> dict[str, str]:
    if api == SMALL:
        return dict(DOORS)
    paths = sorted((GENERATED / "nuki_generated" / api).rglob("*.py"))
    return {path.relative_to(GENERATED).as_posix(): path.read_text("utf-8") for path in paths}


@cache
def known(api: str) -> dict[str, PublicApi]:
    return public_apis(package(api))


@cache
def edits(api: str) -> list[PackageEdit]:
    return package_edits(package(api))


def told(api: str, new: Mapping[str, str]) -> tuple[Change, ...]:
    return python_changes(known(api), public_apis(new))


@pytest.mark.parametrize("api", ["web", BRIDGE])
def test_a_package_is_equal_to_itself(api: str) -> None:
    assert told(api, package(api)) == ()
    assert len(edits(api)) > 100


def check(api: str, edit: PackageEdit) -> None:
    new = edit.applied(package(api))
    assume(new != package(api))
    apis = public_apis(new)
    changes = python_changes(known(api), apis)
    kinds = {change.kind for change in changes}
    assert kinds & edit.kinds
    assert kinds <= KINDS
    assert told_alike(changes, python_changes(apis, known(api)))


def told_alike(there: tuple[Change, ...], back: tuple[Change, ...]) -> bool:
    """Whether the way back concerns the same classes and resources."""
    return {owner(change) for change in there} == {owner(change) for change in back}


def owner(change: Change) -> str:
    return ".".join(change.place.split(".")[: 3 if change.place.startswith("nuki") else 2])


@few
@given(st.data())
def test_every_edit_of_a_public_name_is_told(data: st.DataObject) -> None:
    check(BRIDGE, data.draw(st.sampled_from(edits(BRIDGE))))


@settings(deadline=None, max_examples=settings().max_examples // 10)
@given(st.data())
def test_every_edit_of_a_public_name_is_told_in_a_large_package(data: st.DataObject) -> None:
    check("web", data.draw(st.sampled_from(edits("web"))))


@given(st.data())
def test_several_edits_are_told_each(data: st.DataObject) -> None:
    chosen = data.draw(
        st.lists(st.sampled_from(edits(SMALL)), min_size=2, max_size=4, unique_by=lambda e: e.path)
    )
    new = package(SMALL)
    for edit in chosen:
        new = edit.applied(new)
    assume(new != package(SMALL))
    kinds = {change.kind for change in told(SMALL, new)}
    # What is gone is not told of any more in its parts.
    removals = {kind for kind in kinds if kind.endswith("-removed")}
    for edit in chosen:
        assert kinds & edit.kinds or removals


@given(st.data())
def test_any_other_text_is_told_or_refused(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(package(SMALL))))
    lines = package(SMALL)[path].splitlines(keepends=True)
    index = data.draw(st.integers(0, len(lines) - 1))
    change = data.draw(st.sampled_from(["cut", "double", "blank", "word", "comment"]))
    line = lines[index]
    lines[index] = {
        "cut": "",
        "double": line * 2,
        "blank": f"\n{line}",
        "word": re.sub(r"\w+", "word", line, count=1),
        "comment": f"{line.rstrip()}  # why\n",
    }[change]
    new = {**package(SMALL), path: "".join(lines)}
    assume(new != package(SMALL))
    try:
        changes = told(SMALL, new)
    except GeneratorFailure:
        return
    assert changes


@given(st.data())
def test_a_class_that_is_renamed_throughout_is_one_change(data: st.DataObject) -> None:
    names = known(SMALL)["web"].names
    parents = {each.parent for each in names.values() if each.kind in {"member", "field"}}
    used = {name for each in names.values() for name in mentioned(each.type)}
    classes = sorted({parent.rpartition(".")[2] for parent in parents} & used)
    name = data.draw(st.sampled_from(classes))
    new_name = data.draw(st.sampled_from([f"{name}2", f"Nuki{name}", "Quux"]))
    word = re.compile(rf"(?<![A-Za-z]){name}(?![A-Za-z])")
    new = {path: word.sub(new_name, text) for path, text in package(SMALL).items()}
    changes = [change for change in told(SMALL, new) if change.kind != "text-changed"]
    if [change.kind for change in changes] != ["name-renamed"]:
        # With another name and in no other place, a small class might be any other.
        assert [change.kind for change in changes] == ["name-removed", "name-added"]
        assert new_name == "Quux"
