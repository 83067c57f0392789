"""Reading overlays from files, and the URIs in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.load.documents import dump_json
from generator.load.problems import GeneratorFailure
from generator.overlay import ABSENT, Action, Overlay, check_extends, load_overlay, parse_overlay

if TYPE_CHECKING:
    from pathlib import Path

_INFO = {"title": "T", "version": "1"}
_ACTIONS = [{"target": "$.a"}]


def overlay(base: str = "", **fields: Any) -> Overlay:
    named = {key.replace("own", "$self"): value for key, value in fields.items()}
    document = {"overlay": "1.2.0", "info": _INFO, "actions": _ACTIONS, **named}
    return parse_overlay(document, "o.yaml", base=base)


def test_load_yaml(tmp_path: Path) -> None:
    path = tmp_path / "a.overlay.yaml"
    path.write_text(
        "overlay: 1.1.0\ninfo: {title: T, version: 1.0.0}\nactions:\n"
        "  - target: $.responses\n    description: D\n    update: {404: {}}\n    x-expect: 1\n"
        "  - target: $.b\n    copy: $.c\n"
        "  - target: $.d\n    remove: true\n    update: null\n"
    )
    loaded = load_overlay(path)
    assert (loaded.name, loaded.version, loaded.title) == (str(path), (1, 1), "T")
    assert loaded.extends is None
    assert loaded.actions == (
        Action(1, "$.responses", "D", update={"404": {}}, expect=1),
        Action(2, "$.b", copy="$.c"),
        Action(3, "$.d", remove=True, update=None),
    )
    assert loaded.actions[1].update is ABSENT


def test_load_json(tmp_path: Path) -> None:
    path = tmp_path / "a.overlay.json"
    path.write_text(dump_json({"overlay": "1.0.0", "info": _INFO, "actions": _ACTIONS}))
    assert load_overlay(path).actions == (Action(1, "$.a"),)


def test_reading_does_not_hold_on_to_the_document() -> None:
    document: dict[str, Any] = {
        "overlay": "1.0.0",
        "info": _INFO,
        "actions": [{"target": "$", "update": {"a": []}}],
    }
    read = parse_overlay(document, "o")
    document["actions"][0]["update"]["a"].append(1)
    assert read.actions[0].update == {"a": []}


def test_problems_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: [{}]\n")
    with pytest.raises(GeneratorFailure) as caught:
        load_overlay(path)
    assert str(caught.value).startswith(f"{path} action 1: the field target is missing")


RESOLVED = [
    ("file:///d/o/x.yaml", None, "../api/a.yaml", "file:///d/api/a.yaml"),
    ("file:///d/o/x.yaml", "https://e.com/o/y.yaml", "../a.yaml", "https://e.com/a.yaml"),
    ("https://e.com/v2/x.yaml", "o/y.yaml", "../a.yaml", "https://e.com/v2/a.yaml"),
    ("", None, "https://e.com/a.yaml", "https://e.com/a.yaml"),
    ("", None, "a.yaml", "a.yaml"),
    ("file:///d/x.yaml", None, "ä.yaml", "file:///d/%C3%A4.yaml"),
    ("file:///d/x.yaml", "urn:example:x", "urn:example:api", "urn:example:api"),
]


def test_extends_resolves(subtests: pytest.Subtests) -> None:
    for base, own, extends, expected in RESOLVED:
        with subtests.test(base=base, own=own):
            fields = {"extends": extends} | ({"own": own} if own else {})
            assert overlay(base, **fields).extends == expected


def test_uri_is_self_or_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a b.yaml"
    path.write_text("overlay: 1.2.0\ninfo: {title: T, version: '1'}\nactions: [{target: $}]\n")
    assert load_overlay(path).uri == path.resolve().as_uri()
    assert overlay("file:///x", own="https://e.com/o").uri == "https://e.com/o"


def test_extends_drops_a_fragment_before_1_2() -> None:
    document = {"overlay": "1.1.0", "info": _INFO, "actions": _ACTIONS, "extends": "a#/b"}
    assert parse_overlay(document, "o", base="https://e.com/o").extends == "https://e.com/a"


def test_what_is_no_uri_reference_is_refused(subtests: pytest.Subtests) -> None:
    for field in ("own", "extends"):
        for text in ("a b", "http://[", "%zz", "a|b", "<x>"):
            with (
                subtests.test(text=text, field=field),
                pytest.raises(GeneratorFailure, match="is no URI reference"),
            ):
                overlay(**{field: text})


@pytest.mark.parametrize("reference", ["//[#/components/actions/a", "#/components/actions/%zz", ""])
def test_broken_references_are_refused(reference: str) -> None:
    components = {"actions": {"a": {}, "%zz": {}, "": {}}}
    with pytest.raises(GeneratorFailure, match="is no reusable action"):
        overlay(components=components, actions=[{"$ref": reference, "target": "$"}])


def test_extends_matches_where_the_document_was_retrieved() -> None:
    read = overlay("file:///d/overlays/o.yaml", extends="../a.yaml")
    assert check_extends([read], {}, "file:///d/a.yaml") == ()


def test_extends_matches_what_the_document_calls_itself() -> None:
    read = overlay(extends="https://e.com/a.yaml")
    document: dict[str, Any] = {"openapi": "3.2.0", "$self": "https://e.com/a.yaml"}
    assert check_extends([read], document, "file:///mirror/a.yaml") == ()
    assert check_extends([read], {"$self": "a.yaml"}, "https://e.com/b.yaml") == ()


def test_no_extends_matches_everything() -> None:
    assert check_extends([overlay()], {}, "file:///d/a.yaml") == ()


def test_extends_of_another_document_is_a_problem() -> None:
    read = overlay("file:///d/o.yaml", extends="b.yaml")
    problems = check_extends([read, overlay()], {"$self": 7}, "file:///d/a.yaml")
    assert len(problems) == 1
    assert str(problems[0]) == (
        "o.yaml: extends file:///d/b.yaml, but is applied to file:///d/a.yaml "
        "(correct extends, or apply it to the document that it names)"
    )
