"""Security definitions and requirements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.convert.cursor import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.convert.cursor import Cursor
    from generator.load.documents import Json

_FLOWS: Final[dict[Json, tuple[str, tuple[str, ...]]]] = {
    "implicit": ("implicit", ("authorizationUrl",)),
    "password": ("password", ("tokenUrl",)),
    "application": ("clientCredentials", ("tokenUrl",)),
    "accessCode": ("authorizationCode", ("authorizationUrl", "tokenUrl")),
}
_OAUTH: Final = ("flow", "authorizationUrl", "tokenUrl", "scopes")


def security_scheme(node: Cursor) -> dict[str, Json]:
    """Convert one security definition: basic, apiKey or oauth2."""
    members = node.only(("type", "description", "name", "in", *_OAUTH))
    kind = members["type"].value if "type" in members else None
    described = kept(members, ("description",))
    if kind == "basic":
        return {"type": "http", "scheme": "basic", **described}
    if kind == "apiKey":
        place = members.get("in", node)
        if place.value not in ("query", "header"):
            place.report("an API key must be in query or header", "correct 'in'")
        _require(node, members, ("name",))
        return kept(members, ("type", "description", "name", "in"))
    if kind != "oauth2":
        if isinstance(node.value, dict):
            todo = "say basic, apiKey or oauth2"
            members.get("type", node).report(f"unknown security type {kind!r}", todo)
        return {}
    given = members.get("flow", node)
    name = given.value if isinstance(given.value, str) else None
    if name not in _FLOWS:
        todo = "say implicit, password, application or accessCode"
        given.report(f"unknown OAuth flow {name!r}", todo)
        return {"type": "oauth2", **described, "flows": {}}
    converted, urls = _FLOWS[name]
    _require(node, members, (*urls, "scopes"))
    flow: dict[str, Json] = {url: members[url].copy() for url in urls if url in members}
    if "scopes" in members:
        scopes = members["scopes"].members()
        flow["scopes"] = {scope: meaning.text() for scope, meaning in scopes.items()}
    return {"type": "oauth2", **described, "flows": {converted: flow}}


def requirements(node: Cursor) -> list[Json]:
    """Copy a list of security requirements, each an object of scope lists."""
    for alternative in node.elements():
        for scopes in alternative.members().values():
            scopes.texts()
    value = node.copy()
    return value if isinstance(value, list) else []


def _require(node: Cursor, members: Mapping[str, Cursor], names: tuple[str, ...]) -> None:
    for name in names:
        if name not in members:
            node.report(f"{name!r} is missing", f"add {name!r}")
