"""Between the vendor's releases, the comparison of packages tells what really changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from generator.upstream.diff.python_changes import python_changes
from generator.upstream.diff.rules import Severity
from tests.generator.upstream.releases import VERSIONS, subjects

if TYPE_CHECKING:
    from generator.upstream.diff.rules import Change

VERSION: Final = ("api-version-changed", "nuki.web.API_VERSION")
NEWEST: Final = VERSIONS[-1]

pytestmark = pytest.mark.slow


def between(old: str, new: str) -> tuple[Change, ...]:
    return python_changes(subjects()[old].public_apis, subjects()[new].public_apis)


def told(changes: tuple[Change, ...]) -> set[tuple[str, str]]:
    """All but other words."""
    return {(change.kind, change.place) for change in changes if change.kind != "text-changed"}


def worst(changes: tuple[Change, ...]) -> Severity:
    return max(change.severity for change in changes)


@pytest.mark.parametrize(("old", "new"), [("3.8.1", "3.9.0"), ("4.1.0", "4.6.2")])
def test_releases_that_change_nothing_but_their_version(old: str, new: str) -> None:
    (change,) = between(old, new)
    assert change.text == f"the API version changed from {old} to {new}"
    assert change.severity is Severity.PATCH


def test_a_release_that_drops_resources() -> None:
    changes = between("3.9.0", "3.10.1")
    assert worst(changes) is Severity.MAJOR
    assert told(changes) == {
        VERSION,
        ("name-removed", "nuki.web.AccountSubscription"),
        ("name-removed", "nuki.web.ObjectId"),
        ("name-removed", "nuki.web.Subscription"),
        ("name-removed", "web.account_subscription"),
        ("name-removed", "web.subscription"),
    }


def test_a_release_that_adds_a_method() -> None:
    changes = between("3.10.1", "3.13.0")
    assert worst(changes) is Severity.MINOR
    assert told(changes) == {
        VERSION,
        ("name-added", "nuki.web.PaginatedResponse"),
        ("name-added", "nuki.web.Pagination"),
        ("name-added", "web.smartlock_auth.list_paged"),
    }


def test_a_release_that_adds_a_field() -> None:
    changes = between("3.13.0", "4.1.0")
    assert worst(changes) is Severity.MINOR
    assert told(changes) == {VERSION, ("name-added", "nuki.web.ShsSubscription.contract_id")}


def test_a_release_that_adds_a_field_and_a_parameter_and_says_more() -> None:
    changes = between("4.6.2", NEWEST)
    assert worst(changes) is Severity.MINOR
    assert told(changes) == {
        VERSION,
        ("name-added", "nuki.web.AccountSettingWeb.annotations"),
        ("name-added", "web.smartlock_auth.list_for_smartlock(include_email)"),
    }
    (parameter,) = (change for change in changes if change.place.endswith("(include_email)"))
    assert parameter.text == (
        "parameter `include_email` of `web.smartlock_auth.list_for_smartlock()` was added: "
        "`bool | None`, optional"
    )
