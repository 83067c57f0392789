"""The comparison of packages tells what breaks users, once, and by the names they write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from generator.upstream.diff.public_api import public_apis
from generator.upstream.diff.python_changes import python_changes
from generator.upstream.diff.rules import RULES, Direction, Severity

from .comparing import between, told
from .doors import DOORS, ROOT, edited, exporting, respelled
from .python_examples import EXAMPLES, EXTRA, GATE, ID, KEPT_GET, KEPT_MOOD, LOG, MOOD, READ

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .doors import Edit
    from .python_examples import Example

WEIGHT: Final = ("models/door", "weight: int | Unset = UNSET", "weight: int")


def worst(old: Mapping[str, str], new: Mapping[str, str]) -> Severity:
    return max(change.severity for change in between(old, new))


def adding(name: str, body: str, module: str = "enums/door") -> tuple[Edit, ...]:
    """One more public class."""
    return exporting(name), (module, "", f"\n\nclass {name}({body}")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: f"{each.kind}-{each.name}")
def test_each_kind_of_change_is_told_once(example: Example) -> None:
    (change,) = between(example.old, example.new)
    assert (change.kind, change.place) == (example.kind, example.name)
    assert change.direction == example.way
    assert change.text.isprintable()


def test_every_rule_has_an_example() -> None:
    rules = [rule for rule in RULES if rule.view == "python"]
    assert {each.kind for each in EXAMPLES} == {rule.kind for rule in rules}
    for rule in rules:
        if rule.request is not rule.answer:
            ways = {each.way for each in EXAMPLES if each.kind == rule.kind}
            assert ways >= {Direction.REQUEST, Direction.ANSWER}


def test_equal_packages_give_nothing() -> None:
    assert between(DOORS, dict(DOORS)) == ()


def test_changes_come_in_the_order_of_their_names() -> None:
    new = edited(("enums/door", "OPEN =", "AJAR ="), ("__init__", "1.0", "2.0"), WEIGHT, *READ)
    names = [change.place for change in between(DOORS, new)]
    assert names == sorted(names)
    assert len(names) == 4


@pytest.mark.parametrize("api", ["web", "bridge"])
def test_an_api_that_one_side_lacks_is_empty_there(api: str) -> None:
    texts = {path.replace("/web/", f"/{api}/"): text for path, text in DOORS.items()}
    found = python_changes({}, public_apis(texts))
    assert ("name-added", f"nuki.{api}.API_VERSION") in {(c.kind, c.place) for c in found}
    assert {change.kind for change in found} == {"name-added"}
    gone = {change.kind for change in python_changes(public_apis(texts), {})}
    assert gone == {"name-removed"}


# Names that are replaced


@pytest.mark.parametrize("name", ["DoorMood", "Zustand"])
def test_a_class_used_in_the_same_place_is_renamed(name: str) -> None:
    (change,) = between(DOORS, respelled("DoorState", name))
    assert (change.kind, change.place) == ("name-renamed", "nuki.web.DoorState")
    assert change.text == f"class `DoorState` was renamed to `{name}`"


def test_a_renamed_class_may_change_its_surroundings_too() -> None:
    new = respelled("DoorState", "DoorMood", edited(WEIGHT))
    assert told(DOORS, new) == [
        ("name-became-required", "nuki.web.Door.weight"),
        ("name-renamed", "nuki.web.DoorState"),
    ]


def test_classes_that_are_alike_by_chance_are_not_renamed() -> None:
    members = 'OpenIntEnum):\n    """Text."""\n\n    OFF = 0\n    ON = 1\n'
    old, new = edited(*adding("Lamp", members)), edited(*adding("Siren", members))
    assert told(old, new) == [("name-removed", "nuki.web.Lamp"), ("name-added", "nuki.web.Siren")]


def test_a_class_that_was_kept_by_its_former_name_goes_as_announced() -> None:
    (change,) = between(KEPT_MOOD, MOOD)
    assert (change.kind, change.place) == ("name-removed", "nuki.web.DoorState")
    assert change.text == "class `DoorState` was removed, as announced; it is now called `DoorMood`"


def test_a_former_name_that_stands_for_another_class_is_told() -> None:
    other = {path: text.replace('"DoorMood"}', '"Door"}') for path, text in KEPT_MOOD.items()}
    assert told(KEPT_MOOD, other) == [("class-changed", "nuki.web.DoorState")]


def test_a_method_that_was_kept_by_its_former_name_goes_as_announced() -> None:
    (change,) = between(KEPT_GET, edited(*READ))
    assert (change.kind, change.place) == ("name-removed", "web.door.get")
    assert change.text == "method `web.door.get()` was removed, as announced"


def test_a_deprecated_method_names_the_one_to_call() -> None:
    (change,) = between(DOORS, KEPT_GET)
    assert change.text == (
        "method `web.door.get()` was renamed to `web.door.read()`; the old name is deprecated"
    )
    (change,) = between(KEPT_GET, DOORS | {f"{ROOT}/api.py": KEPT_GET[f"{ROOT}/api.py"]})[:1]
    assert (change.kind, change.text) == (
        "name-added",
        "method `web.door.get()` is no longer deprecated",
    )


def test_a_renamed_method_may_be_called_otherwise() -> None:
    new = edited(("resources/door", ID, f"{ID}, at: int"), *READ)
    assert told(DOORS, new) == [
        ("name-renamed", "web.door.get"),
        ("name-added-required", "web.door.read(at)"),
    ]


def test_a_resource_whose_methods_live_on_elsewhere_is_not_gone_besides() -> None:
    moved = {path: text.replace('"door", "', '"gate", "') for path, text in DOORS.items()}
    moved[f"{ROOT}/api.py"] = moved[f"{ROOT}/api.py"].replace("def door", "def gate")
    assert told(DOORS, moved) == [
        ("name-renamed", "web.door.get"),
        ("name-renamed", "web.door.search"),
        ("name-renamed", "web.door.update"),
    ]


def test_a_resource_that_gets_another_class_is_told_by_the_class() -> None:
    new = {path: text.replace("DoorResource", "GateResource") for path, text in DOORS.items()}
    assert told(DOORS, new) == [("name-renamed", "nuki.web.DoorResource")]


# The two clients


def test_what_changes_in_one_client_only_says_so() -> None:
    new = edited(("resources/door", "async def search(", "async def seek("))
    found = [(change.kind, change.place, change.text) for change in between(DOORS, new)]
    assert found == [
        (
            "name-removed",
            "web.door.search",
            "method `web.door.search()` was removed (asynchronous client only)",
        ),
        (
            "name-added",
            "web.door.seek",
            "method `web.door.seek()` was added (asynchronous client only)",
        ),
    ]


def test_the_two_clients_may_change_in_different_ways() -> None:
    new = edited(
        ("resources/door", f"async def {ID}", f"async def {ID.replace('int', 'str')}"),
        ("resources/door", f"    def {ID}", f"    def {ID.replace('int', 'bool')}"),
    )
    assert [change.text.rpartition(" (")[2] for change in between(DOORS, new)] == [
        "asynchronous client only)",
        "synchronous client only)",
    ]


def test_an_attribute_that_became_a_method_is_told() -> None:
    new = edited(("api", "    @cached_property\n", ""))
    (change,) = between(DOORS, new)
    assert (change.kind, change.place) == ("method-changed", "web.door")
    assert change.text == "resource `web.door` is now declared `def` instead of `cached_property`"


# Directions


def test_data_in_both_directions_is_told_for_each() -> None:
    new = edited(("models/door", "code: int", "code: bool"))
    found = {change.direction: change.severity for change in between(DOORS, new)}
    assert found == {Direction.REQUEST: Severity.MAJOR, Direction.ANSWER: Severity.MINOR}


def test_data_in_both_directions_is_told_once_if_that_makes_no_difference() -> None:
    new = edited(("models/door", "code: int", "code: str"))
    assert told(DOORS, new) == [("type-changed", "nuki.web.DoorSearch.code")]


def test_what_answers_may_lack_is_told_to_readers_too() -> None:
    new = edited(("models/door", "state: DoorState\n", "state: DoorState | Unset = UNSET\n"))
    assert told(DOORS, new) == [
        ("name-became-optional", "nuki.web.Door.state"),
        ("type-widened", "nuki.web.Door.state"),
    ]
    assert worst(DOORS, new) is Severity.MAJOR
    request = edited(("models/door", "name: str\n", "name: str | Unset = UNSET\n"))
    assert worst(DOORS, request) is Severity.MINOR


def test_what_only_webhooks_bring_counts_as_an_answer() -> None:
    (change,) = between(DOORS, edited(("models/door", "event: str", "event: str | None")))
    assert (change.direction, change.severity) == (Direction.ANSWER, Severity.MAJOR)


# The last resort


def test_a_class_that_moves_is_imported_as_before() -> None:
    event = "\n\n@define(kw_only=True, repr=False, weakref_slot=False)\nclass DoorEvent"
    text = DOORS[f"{ROOT}/models/door.py"]
    moved = {
        f"{ROOT}/models/door.py": text[: text.index(event)],
        f"{ROOT}/models/hooks.py": text[text.index(event) :],
    }
    assert told(DOORS, {**DOORS, **moved}) == [
        ("code-changed", "nuki.web.models.door"),
        ("code-changed", "nuki.web.models.hooks"),
    ]


@pytest.mark.parametrize(
    ("module", "old", "new", "name"),
    [
        ("models/door", "plain(self.state)", "self.state", "nuki.web.models.door"),
        ("models/door", "def from_dict(cls, d:", "def from_dict(cls,  d:", "nuki.web.models.door"),
        ("models/door", "field(default=UNSET, repr=False)", "UNSET", "nuki.web.models.door"),
        ("resources/door", "", "# A comment.\n", "nuki.web.resources.door"),
        ("__init__", "", "_HOMES = {}\n", "nuki.web"),
        ("gadgets", "", "x = 1\n", "nuki.web.gadgets"),
        ("api", "", f"def _sum():\n    return {'1 + ' * 1500}1\n", "nuki.web.api"),
    ],
)
def test_code_that_nothing_else_explains_is_told(
    module: str, old: str, new: str, name: str
) -> None:
    assert told(DOORS, edited((module, old, new))) == [("code-changed", name)]


def test_code_is_told_of_where_nothing_else_is() -> None:
    words = ("models/door", "A door.", "A gate.")
    code = ("models/door", "plain(self.state)", "self.state")
    assert told(DOORS, edited(words, code)) == [("text-changed", "nuki.web.Door")]


@pytest.mark.parametrize(
    ("module", "place", "name"),
    [
        ("models/door", "    def to_dict(self)", "nuki.web.Door.size"),
        ("api", "    @cached_property\n", "nuki.web.AsyncWebApi.size"),
    ],
)
def test_methods_of_other_classes_come_and_go(module: str, place: str, name: str) -> None:
    new = edited((module, place, f"    def size(self) -> int: ...\n\n{place}"))
    assert ("name-added", name) in told(DOORS, new)
    assert ("name-removed", name) in told(new, DOORS)
    other = {path: text.replace("int: ...", "int: 'Its size.'") for path, text in new.items()}
    assert ("text-changed", name) in told(new, other)


def test_a_resource_of_another_kind_is_told() -> None:
    new = edited(
        ("resources/door", "(Resource)", "(Group)"),
        ("resources/door", "(AsyncResource)", "(Group)"),
    )
    (change,) = between(DOORS, new)
    assert (change.kind, change.place) == ("class-changed", "nuki.web.DoorResource")
    assert change.text == "class `DoorResource` now derives from `Group`"


def test_what_a_decoder_takes_is_public() -> None:
    new = edited(("models/door", "d: Mapping[str, Any])", "d: Mapping[str, Any], kind: int = 0)"))
    assert told(DOORS, new) == [("name-added", "nuki.web.Door.from_dict(kind)")]


# Text of descriptions


@pytest.mark.parametrize("hostile", ["1\n# [x](y)", "`1` | 2", "1" * 5000, "\u202e1\x1b[31m"])
def test_text_of_a_description_stays_in_its_quotes(hostile: str) -> None:
    new = edited(
        ("__init__", '"1.0"', repr(hostile)),
        ("enums/door", "CLOSED = 1", f"CLOSED = {hostile!r}"),
        ("models/door", "field(default=UNSET, repr=False)", repr(hostile)),
        ("resources/door", '("door",), _get', f"({hostile!r},), _get"),
        ("resources/door", "force: bool | None = None", f"force: {hostile!r} = {hostile!r}"),
        ("resources/door", '"DoorSearch", {200', f"{hostile!r}, {{200"),
    )
    found = between(DOORS, new)
    assert len(found) >= 5
    for change in found:
        assert change.text.isprintable()
        assert len(change.text) < 400
        assert change.text.count("`") % 2 == 0


def test_examples_name_what_they_differ_in() -> None:
    assert {change.place for change in between(EXTRA, GATE)} == {"nuki.web.Extra", "web.gate"}
    assert {change.place for change in between(LOG, GATE)} == {"web.door.log", "web.gate"}
