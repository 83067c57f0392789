"""Between the vendor's releases, forwards and backwards, every change is found, and no other."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest

from generator.upstream.diff.rules import Severity
from generator.upstream.diff.wire import wire_changes
from tests.generator.upstream.diff.wire_differences import differences, is_covered
from tests.generator.upstream.releases import VERSIONS, converted

if TYPE_CHECKING:
    from generator.upstream.diff.rules import Change

SCHEMAS = "/components/schemas/"
NEWEST = VERSIONS[-1]
pytestmark = pytest.mark.slow


@cache
def changes(old: str, new: str) -> tuple[Change, ...]:
    return wire_changes(converted(old), converted(new))


def facts(old: str, new: str) -> set[tuple[str, str, str]]:
    """Kind, direction and end of the pointer of all changes but those of words and tags."""
    words = {"text-changed", "other-changed", "version-changed"}
    return {
        (
            change.kind,
            change.direction.value,
            change.place.removeprefix("/paths/").removeprefix(SCHEMAS),
        )
        for change in changes(old, new)
        if change.kind not in words
    }


def texts(old: str, new: str, kind: str) -> list[str]:
    return [change.text for change in changes(old, new) if change.kind == kind]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *pairwise(VERSIONS),
        *pairwise(VERSIONS[::-1]),
        (NEWEST, NEWEST),
        *(
            pytest.param(VERSIONS[old], VERSIONS[new], marks=pytest.mark.exhaustive)
            for old, new in product(range(len(VERSIONS)), repeat=2)
            if abs(old - new) > 1
        ),
    ],
)
def test_every_difference_is_covered_and_every_change_is_one(old: str, new: str) -> None:
    found = changes(old, new)
    different = list(differences(converted(old), converted(new)))
    assert [path for path in different if not is_covered(path, found)] == []
    assert bool(found) is bool(different) is (old != new)
    for change in found:
        paths = [path for path in different if is_covered(path, (change,))]
        assert paths, change


@pytest.mark.parametrize(("old", "new"), [("3.8.1", "3.9.0"), ("4.1.0", "4.6.2")])
def test_only_the_version(old: str, new: str) -> None:
    [change] = changes(old, new)
    assert (change.kind, change.place) == ("version-changed", "/info/version")
    assert change.text == f'`version` of the API changed from "{old}" to "{new}"'


def test_3_10_1_drops_subscriptions() -> None:
    operations = {
        "~1account~1subscription~1pay/post",
        "~1account~1subscription~1{id}~1activate/post",
        "~1account~1subscription~1{id}~1terminate/post",
        "~1app~1account~1subscription/get",
        "~1subscription/get",
        "~1subscription~1{subscriptionId}/get",
    }
    gone = {pointer for _, _, pointer in facts("3.9.0", "3.10.1")} & operations
    assert gone == operations
    assert {fact for fact in facts("3.9.0", "3.10.1") if fact[0] != "operation-removed"} == {
        ("component-removed", "answer", "Subscription"),
        ("component-removed", "answer", "AccountSubscription"),
        ("code-added", "answer", "SmartlockLog/properties/action/description"),
    }
    [text] = texts("3.9.0", "3.10.1", "code-added")
    assert text.startswith('code 11 of SmartlockLog.action was added: "')


def test_3_13_0_adds_pages() -> None:
    assert facts("3.10.1", "3.13.0") == {
        ("operation-added", "request", "~1smartlock~1auth~1paged/get"),
        ("component-added", "answer", "PaginatedResponse"),
        ("component-added", "answer", "Pagination"),
        ("code-added", "answer", "SmartlockLog/properties/source/description"),
        ("code-added", "answer", "SmartlockLog/properties/state/description"),
    }
    assert texts("3.10.1", "3.13.0", "operation-added") == ["GET /smartlock/auth/paged was added"]
    codes = [text.split(" of ")[0] for text in texts("3.10.1", "3.13.0", "code-added")]
    assert codes == ["code 3", "code 224", "code 225", "code 226"]


def test_4_1_0_adds_a_contract() -> None:
    assert facts("3.13.0", "4.1.0") == {
        ("property-added", "answer", "ShsSubscription/properties/contractId"),
    }
    found = texts("3.13.0", "4.1.0", "property-added")
    assert found == ["ShsSubscription.contractId was added: string, uuid, optional"]


def test_4_10_0_adds_codes_and_a_parameter() -> None:
    setting = "AccountSetting.Web/properties/annotations"
    log = "SmartlockLog/properties"
    assert facts("4.6.2", NEWEST) == {
        ("parameter-added", "request", "~1smartlock~1{smartlockId}~1auth/get/parameters/2"),
        ("property-added", "request", setting),
        ("property-added", "answer", setting),
        ("enum-value-added", "answer", f"{log}/deviceType/enum"),
        ("code-added", "answer", f"{log}/deviceType/description"),
        ("code-reworded", "answer", f"{log}/deviceType/description"),
        ("code-added", "answer", f"{log}/trigger/description"),
        ("code-added", "answer", f"{log}/state/description"),
        ("code-added", "answer", "Smartlock/properties/type/description"),
        ("code-reworded", "answer", "Smartlock/properties/type/description"),
    }
    [text] = texts("4.6.2", NEWEST, "parameter-added")
    assert text == (
        "parameter `includeEmail` of GET /smartlock/{smartlockId}/auth was added: "
        "in the query, boolean, optional"
    )
    assert texts("4.6.2", NEWEST, "enum-value-added") == [
        "value 4 of SmartlockLog.deviceType was added",
        "value 5 of SmartlockLog.deviceType was added",
    ]


def test_codes_that_4_10_0_names_a_second_time_are_new() -> None:
    named = [text.split(" of ")[0] for text in texts("4.6.2", NEWEST, "code-added")]
    assert named[-9:] == [f"code {code}" for code in (0, 1, 2, 3, 7, 37, 255, 253, 254)]
    assert texts("4.6.2", NEWEST, "code-removed") == []


def test_words_that_are_no_codes_are_told_once() -> None:
    found = [change.place for change in changes("4.6.2", NEWEST) if change.kind == "text-changed"]
    assert "/components/schemas/SmartlockLog/properties/state/description" in found
    assert "/components/schemas/SmartlockLog/properties/trigger/description" not in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("3.9.0", "3.10.1", Severity.MAJOR),
        ("3.10.1", "3.13.0", Severity.MINOR),
        ("3.13.0", "4.1.0", Severity.MINOR),
        ("4.1.0", "4.6.2", Severity.PATCH),
        ("4.6.2", NEWEST, Severity.MINOR),
    ],
)
def test_the_severest_change(old: str, new: str, severity: Severity) -> None:
    assert max(change.severity for change in changes(old, new)) is severity
