"""What each construct of a document becomes in Python, by importing the result and using it."""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.emit.format import format_code
from generator.emit.names import name_operations
from generator.emit.render import render
from generator.load.documents import parse_document
from generator.load.problems import GeneratorFailure
from nuki_core.decode import UnexpectedBody
from nuki_core.errors import ValidationError
from nuki_core.ids import DeviceType, SmartlockId
from nuki_core.parameters import check_parameters
from nuki_core.unset import UNSET

if TYPE_CHECKING:
    from types import ModuleType

SAMPLE = (Path(__file__).parent / "sample.openapi.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("package")
    for path, text in format_code(render("web", document())).items():
        target = folder / path.replace("nuki_generated", "rendered_sample")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module("rendered_sample.web")
    finally:
        sys.path.remove(str(folder))


def document(old: str = "", new: str = "") -> dict[str, Any]:
    assert old in SAMPLE
    return name_operations(parse_document(SAMPLE.replace(old, new, 1), "sample.yaml"))


def operation(sample: ModuleType, name: str) -> Any:
    (found,) = [each for each in sample.OPERATIONS if each.name == name]
    return found


@pytest.mark.slow
def test_everything_public_is_importable(sample: ModuleType) -> None:
    assert {"Thing", "Colour", "Rights", "ThingResource", "AsyncThingResource", "WebApi"} <= set(
        sample.__all__
    )
    assert all(getattr(sample, name) is not None for name in sample.__all__)
    assert sample.API_VERSION == "7.8.9"
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = sample.Nothing


def test_scalars_enums_flags_and_instants_decode(sample: ModuleType) -> None:
    thing = sample.Thing.from_dict(
        {
            "thingId": 17618910285,
            "colour": 1,
            "colours": [0, 9, None],
            "rights": 5,
            "since": "2026-01-02T03:04:05.000Z",
            "type": "lock",
            "list": [1],
        }
    )
    assert thing.thing_id.device_type is DeviceType.SMART_LOCK_3
    assert isinstance(thing.thing_id, SmartlockId)
    assert thing.colour is sample.Colour.GREEN
    assert thing.colours == [sample.Colour.RED, 9, None]
    assert thing.colours[1].name == "UNKNOWN_9"
    assert thing.rights == sample.Rights.READ | sample.Rights.DELETE
    assert thing.since == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert thing.type is sample.Kind.LOCK
    assert thing.list_ == [1]
    assert thing.parent is UNSET


def test_nullable_and_nested_values_decode(sample: ModuleType) -> None:
    thing = sample.Thing.from_dict(
        {"colour": None, "parent": {"parent": None}, "maybe": 1, "labels": {"a": "b"}}
    )
    assert thing.colour is None
    assert thing.parent.parent is None
    assert thing.maybe is sample.Colour.GREEN
    assert thing.labels == {"a": "b"}


def test_requests_are_built_from_arguments(sample: ModuleType) -> None:
    body = sample.Thing(
        thing_id=1, maybe=None, since=datetime(2026, 1, 2, tzinfo=UTC), rights=sample.Rights.WRITE
    )
    request = operation(sample, "update").request(
        realm="a/b", thing_id=7, body=body, query_="?", verbose=True, colours=[sample.Colour.RED, 5]
    )
    assert request.path == "/realm/a%2Fb/thing/7"
    assert dict(request.query) == {"query": "?", "verbose": "1", "colours": "0,5"}
    assert request.body == {
        "thingId": 1,
        "maybe": None,
        "since": "2026-01-02T00:00:00.000Z",
        "rights": 2,
    }


def test_answers_are_decoded_as_declared(sample: ModuleType) -> None:
    answers = {
        "update": (b'{"colour": 0}', sample.Thing),
        "list": (b"[{}]", list),
        "names": (b'["a"]', list),
        "free": (b'{"a": 1}', dict),
        "frees": (b'[{"a": 1}]', list),
        "token": (b'"abc"', str),
    }
    for name, (body, expected) in answers.items():
        request = operation(sample, name).request(
            **{
                p.name: sample.Thing(thing_id=1) if p.location == "body" else "x"
                for p in operation(sample, name).parameters
                if p.required
            },
        )
        assert isinstance(request.decode(body), expected), name
    assert (
        operation(sample, "update")
        .request(realm="a", thing_id=1, body=sample.Thing(thing_id=1))
        .decode(b"")
        is None
    )
    assert operation(sample, "delete").request(thing_id=1).decode(b"ignored") is None


def test_annotations_are_exact(sample: ModuleType) -> None:
    annotations = {
        each.name: sample.ThingResource.__dict__[each.name].__annotations__["return"]
        for each in sample.OPERATIONS
    }
    assert annotations == {
        "list": "builtins.list[Thing]",
        "update": "Thing | None",
        "delete": "None",
        "names": "builtins.list[str]",
        "free": "JsonObject",
        "frees": "builtins.list[JsonObject]",
        "token": "str",
        "paint": "None",
        "list_page": "builtins.list[Thing]",
        "delete_many": "None",
    }
    assert sample.Thing.__annotations__["maybe"] == "Colour | None | Unset"
    assert sample.Thing.__annotations__["thing_id"] == "SmartlockId"


def test_a_body_of_two_fields_becomes_arguments(sample: ModuleType) -> None:
    paint = operation(sample, "paint")
    assert str(inspect.signature(paint.request)).startswith(
        "(thing_id: 'int', colour: 'Colour', *, text_: 'str | None | Unset' = "
    )
    request = paint.request(1, sample.Colour.GREEN, text_=None)
    assert request.body == {"colour": 1, "text": None}
    assert paint.request(1, sample.Colour.RED).body == {"colour": 0}
    assert "text_: What to write on it." in (sample.ThingResource.paint.__doc__ or "")
    assert [(p.name, p.wire_name, p.location) for p in paint.parameters] == [
        ("thing_id", "thingId", "path"),
        ("text_", "text", "body"),
        ("colour", "colour", "body"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "marked", "expected"),
    [("paint", "false", ["body"]), ("update", "true", ["thing_id", "labels", "pin"])],
)
def test_an_overlay_decides_otherwise(name: str, marked: str, expected: list[str]) -> None:
    found = document()
    paths = {"paint": "/thing/{thingId}/paint", "update": "/realm/{realm}/thing/{thingId}"}
    body = found["paths"][paths[name]]["post"]["requestBody"]
    if name == "update":
        found["paths"][paths[name]]["parameters"] = []
        body = found["components"]["requestBodies"]["thing"]
        rest = found["paths"].pop(paths[name])["post"]
        rest["parameters"] = []
        found["paths"]["/thing"]["post"] = rest
    body["x-nuki-arguments"] = marked == "true"
    text = format_code(render("web", found))["nuki_generated/web/resources/thing.py"]
    signature = text.partition(f"def _{name}(")[2].partition(") ->")[0]
    assert all(re.search(rf"\b{each}: ", signature) for each in expected)


def test_the_array_in_an_answer_is_the_answer(sample: ModuleType) -> None:
    listing = operation(sample, "list_page")
    assert listing.responses == {200: "list[Thing]"}
    request = listing.request(whole=True, page=3)
    (thing,) = request.decode(b'{"things": [{"colour": 1}], "problem": 0}')
    assert thing.colour is sample.Colour.GREEN
    assert request.decode(b"{}") == []
    with pytest.raises(UnexpectedBody, match="problem 0, which alone is documented, not 7"):
        request.decode(b'{"things": [], "problem": 7}')
    with pytest.raises(UnexpectedBody, match="an array 'things'"):
        request.decode(b'{"things": 5}')


def test_truth_values_go_by_keyword(sample: ModuleType) -> None:
    with pytest.raises(TypeError):
        operation(sample, "list_page").request(True)  # noqa: FBT003


def test_one_of_the_filters_is_needed(sample: ModuleType) -> None:
    listing = operation(sample, "list_page")
    assert listing.any_of == ("page", "realm_name")
    with pytest.raises(ValidationError, match="give page or realm_name"):
        check_parameters(listing.request(whole=True))
    check_parameters(listing.request(whole=True, realm_name="a"))


def test_filters_take_any_collection_of_members_or_plain_values(sample: ModuleType) -> None:
    update = operation(sample, "update")
    assert (
        "Collection[Colour | int]"
        in inspect.signature(update.request).parameters["colours"].annotation
    )
    for given in ((1, 0), {1, 0}, [sample.Colour.RED, 1], {0: "a", 1: "b"}.keys()):
        request = update.request(
            realm="a", thing_id=1, body=sample.Thing(thing_id=1), colours=given
        )
        assert sorted(dict(request.query)["colours"]) == [",", "0", "1"]
    ids = operation(sample, "delete_many").request({"b", "a"})
    assert ids.body == ["a", "b"]


def test_options_reach_the_table(sample: ModuleType) -> None:
    update, token = operation(sample, "update"), operation(sample, "token")
    assert (update.effect, update.timeout, update.scopes) == ("motion", 12.0, ("a", "b"))
    assert (token.server, token.signed) == ("https://elsewhere.example", False)
    assert update.responses == {200: "Thing", 204: None, 409: None}


def test_secrets_are_hidden(sample: ModuleType) -> None:
    assert "hunter2" not in repr(sample.Thing.from_dict({"pin": "hunter2"}))


REFUSALS = {
    "in: query\n          schema: {type: integer}": (
        "in: cookie\n          schema: {type: integer}",
        "the cookie parameter 'limit' is not supported",
    ),
    "{array: things, code": ("{array: colours, code", "does not name an array of models"),
    "[page, realm]": ("[page, world]", r"x-nuki-any-of: it has no parameters \['world'\]"),
    "x-nuki-effect: motion": ("x-nuki-effect: jump", "'jump' is no x-nuki-effect"),
    "x-nuki-timeout: 12": ("x-nuki-timeout: soon", "'soon' is no x-nuki-timeout"),
    "x-nuki-type: SmartlockId": ("x-nuki-type: Object", "'Object' is no class of the core"),
    "READ: 1": ("READ: 3", "3 is not a single bit"),
    "[RED, GREEN]": ("[RED, RED]", "do not pair up"),
    "[GREEN_, X]": ("[green, X]", "cannot name an enum member"),
}


@pytest.mark.parametrize(("old", "change"), REFUSALS.items(), ids=range(len(REFUSALS)))
def test_what_cannot_be_generated_is_refused(old: str, change: tuple[str, str]) -> None:
    new, expected = change
    with pytest.raises(GeneratorFailure, match=expected):
        render("web", document(old, new))


def test_refusals_come_all_at_once() -> None:
    broken = document("x-nuki-effect: motion", "x-nuki-effect: jump")
    broken["paths"]["/thing/{thingId}"]["delete"]["x-nuki-effect"] = "fly"
    with pytest.raises(GeneratorFailure) as failure:
        render("web", broken)
    assert [problem.where for problem in failure.value.problems] == [
        "/paths/~1realm~1{realm}~1thing~1{thingId}/post",
        "/paths/~1thing~1{thingId}/delete",
    ]
