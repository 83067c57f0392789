"""Between the vendor's real releases, the Python surface diff tells what really changed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from generator.emit.build import build
from generator.load.sources import Source
from generator.upstream.diff.changes import Severity
from generator.upstream.diff.public_api import public_apis
from generator.upstream.diff.python_changes import python_changes
from generator.upstream.diff.rules import python_severity

if TYPE_CHECKING:
    from generator.upstream.diff.changes import PythonChange
    from generator.upstream.diff.public_api import PublicApi

ROOT: Final = Path(__file__).parents[4]
OURS: Final = ROOT / "spec/web/swagger.json"
UPSTREAM: Final = ROOT.parent / "shared/reference/upstream"
RELEASES: Final = {
    path.stem.partition("-")[2]: path for path in sorted(UPSTREAM.glob("releases/*.json"))
} | {"4.10.0": UPSTREAM / "swagger.json"}
VERSION: Final = ("api-version-changed", "nuki.web.API_VERSION")

pytestmark = pytest.mark.skipif(
    not (UPSTREAM / "swagger.json").is_file(), reason="the vendor's documents are not at hand"
)


@cache
def surface(path: Path) -> dict[str, PublicApi]:
    return public_apis(build([Source("web", path)], lenient=True).texts)


def between(old: str, new: str) -> tuple[PythonChange, ...]:
    return python_changes(surface(RELEASES[old]), surface(RELEASES[new]))


def told(changes: tuple[PythonChange, ...]) -> set[tuple[str, str]]:
    """All but other words."""
    return {(change.kind, change.name) for change in changes if change.kind != "text-changed"}


def worst(changes: tuple[PythonChange, ...]) -> Severity:
    return max(map(python_severity, changes))


@pytest.mark.parametrize(("old", "new"), [("3.8.1", "3.9.0"), ("4.1.0", "4.6.2")])
def test_releases_that_change_nothing_but_their_version(old: str, new: str) -> None:
    (change,) = between(old, new)
    assert change.text == f"API version {old} becomes {new}"
    assert python_severity(change) is Severity.PATCH


def test_a_release_that_drops_resources() -> None:
    changes = between("3.9.0", "3.10.1")
    assert worst(changes) is Severity.MAJOR
    assert told(changes) == {
        VERSION,
        ("class-removed", "nuki.web.AccountSubscription"),
        ("class-removed", "nuki.web.ObjectId"),
        ("class-removed", "nuki.web.Subscription"),
        ("resource-removed", "web.account_subscription"),
        ("resource-removed", "web.subscription"),
    }


def test_a_release_that_adds_a_method() -> None:
    changes = between("3.10.1", "3.13.0")
    assert worst(changes) is Severity.MINOR
    assert told(changes) == {
        VERSION,
        ("class-added", "nuki.web.PaginatedResponse"),
        ("class-added", "nuki.web.Pagination"),
        ("method-added", "web.smartlock_auth.list_paged"),
    }


def test_a_release_that_adds_a_field() -> None:
    changes = between("3.13.0", "4.1.0")
    assert worst(changes) is Severity.MINOR
    assert told(changes) == {VERSION, ("field-added", "nuki.web.ShsSubscription.contract_id")}


def test_a_release_that_adds_a_field_and_a_parameter_and_says_more() -> None:
    changes = between("4.6.2", "4.10.0")
    assert worst(changes) is Severity.MINOR
    assert told(changes) == {
        VERSION,
        ("field-added", "nuki.web.AccountSettingWeb.annotations"),
        ("parameter-added", "web.smartlock_auth.list_for_smartlock(include_email)"),
    }
    assert len(changes) > 3
    (parameter,) = (change for change in changes if change.kind == "parameter-added")
    assert parameter.text == (
        "parameter `include_email: bool | None` of `web.smartlock_auth.list_for_smartlock()` "
        "is new and optional"
    )


@pytest.mark.parametrize("version", RELEASES)
def test_a_release_is_equal_to_itself(version: str) -> None:
    assert between(version, version) == ()


def test_our_edition_differs_from_the_vendors_in_words_only() -> None:
    changes = python_changes(surface(OURS), surface(RELEASES["4.10.0"]))
    assert {change.kind for change in changes} <= {"text-changed"}
