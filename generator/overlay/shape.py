"""The fields of overlay documents, by version, and the check of a document against them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.load.problems import Problem
from generator.overlay.merge import same
from generator.overlay.uris import is_uri_reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.load.documents import Json

_VERSION: Final = re.compile(r"1\.([0-2])\.[0-9]+")
_TYPES: Final[Mapping[str, type]] = {
    "a string": str,
    "an object": dict,
    "an array": list,
    "a boolean": bool,
    "any value": object,
}


@dataclass(frozen=True, slots=True)
class _Field:
    type: str
    required: bool = False
    since: int = 0


_TEXT: Final = _Field("a string")
_OVERLAY: Final = {
    "overlay": _Field("a string", required=True),
    "$self": _Field("a string", since=2),
    "info": _Field("an object", required=True),
    "extends": _TEXT,
    "actions": _Field("an array", required=True),
    "components": _Field("an object", since=2),
}
_INFO: Final = {
    "title": _Field("a string", required=True),
    "version": _Field("a string", required=True),
    "description": _Field("a string", since=1),
}
_FIELDS: Final = {
    "description": _TEXT,
    "update": _Field("any value"),
    "copy": _Field("a string", since=1),
    "remove": _Field("a boolean"),
}
_ACTION: Final = {"target": _Field("a string", required=True), **_FIELDS}
_REFERENCE: Final = {
    "$ref": _Field("a string", required=True, since=2),
    "target": _Field("a string", required=True),
    "description": _TEXT,
}
_COMPONENTS: Final = {"actions": _Field("an object")}
_REUSABLE: Final = {"description": _TEXT, "fields": _Field("an object")}


def check_shape(document: dict[str, Json], name: str) -> list[Problem]:
    """What keeps ``document`` from being an overlay of the version it names.

    Checked are the fields, their types, and what the version's text adds to them; not whether
    queries are JSONPath, which is an error of the action that uses one.
    """
    version = document.get("overlay")
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if found is None:
        what = "the field overlay names no version that is known here"
        return [Problem(name, what, "write overlay: 1.0.0, 1.1.0 or 1.2.0")]
    return list(_Check(int(found[1])).overlay(document, name))


class _Check:
    def __init__(self, minor: int) -> None:
        self.minor = minor

    def overlay(self, document: dict[str, Json], name: str) -> Iterator[Problem]:
        yield from self.fields(document, _OVERLAY, name)
        for field in ("$self", "extends"):
            yield from self.uri(document.get(field), field, name)
        yield from self.fields(document.get("info"), _INFO, f"{name} info")
        yield from self.components(document.get("components"), name)
        actions = document.get("actions")
        if isinstance(actions, list):
            yield from self.actions(actions, name)

    def fields(self, value: Json, known: Mapping[str, _Field], where: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            return  # whoever contains it says that it is no object, or that it is missing
        for field, rule in known.items():
            if rule.required and field not in value:
                yield Problem(where, f"the field {field} is missing", f"add it; it is {rule.type}")
        for field, item in value.items():
            if not field.startswith("x-"):
                yield from self.field(field, item, known.get(field), where)

    def field(self, field: str, value: Json, rule: _Field | None, where: str) -> Iterator[Problem]:
        if rule is None:
            yield Problem(where, f"the field {field} is unknown", "remove it, or begin it with x-")
        elif rule.since > self.minor:
            what = f"the field {field} belongs to 1.{rule.since}.0, this overlay to 1.{self.minor}"
            yield Problem(where, what, f"write overlay: 1.{rule.since}.0")
        elif not isinstance(value, _TYPES[rule.type]):
            yield Problem(where, f"the field {field} is not {rule.type}", "correct it")

    def uri(self, value: Json, field: str, where: str) -> Iterator[Problem]:
        if not isinstance(value, str):
            return
        if not is_uri_reference(value):
            yield Problem(where, f"{field} is no URI reference", "percent-encode it")
        if "#" in value and self.minor >= 2:  # noqa: PLR2004
            yield Problem(where, f"{field} has a fragment", "name the whole document")

    def components(self, value: Json, name: str) -> Iterator[Problem]:
        yield from self.fields(value, _COMPONENTS, f"{name} components")
        reusable = value.get("actions") if isinstance(value, dict) else None
        for key, item in reusable.items() if isinstance(reusable, dict) else ():
            where = f"{name} reusable action {key!r}"
            if not isinstance(item, dict):
                yield Problem(where, "is not an object", "give it fields")
                continue
            yield from self.fields(item, _REUSABLE, where)
            yield from self.fields(item.get("fields"), _FIELDS, f"{where} fields")

    def actions(self, actions: list[Json], name: str) -> Iterator[Problem]:
        if not actions:
            yield Problem(name, "there are no actions", "add one")
        for index, action in enumerate(actions):
            where = f"{name} action {index + 1}"
            yield from self.action(action, where)
            for other in range(index):
                if same(action, actions[other]):
                    yield Problem(where, f"repeats action {other + 1}", "delete one of them")
                    break

    def action(self, action: Json, where: str) -> Iterator[Problem]:
        if not isinstance(action, dict):
            yield Problem(where, "is not an object", "give it a target")
            return
        yield from self.fields(action, _REFERENCE if "$ref" in action else _ACTION, where)
        target = action.get("target")
        if isinstance(target, str) and not target.startswith("$"):
            yield Problem(where, f"the target {target!r} does not begin with $", "correct it")
