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
    if kind == "basic":
        return {"type": "http", "scheme": "basic", **kept(members, ("description",))}
    if kind == "apiKey":
        return _api_key(node, members)
    if kind == "oauth2":
        return {
            "type": "oauth2",
            **kept(members, ("description",)),
            "flows": _flows(node, members),
        }
    if isinstance(node.value, dict):
        members.get("type", node).report(
            f"unknown security type {kind!r}", "say basic, apiKey or oauth2"
        )
    return {}


def requirements(node: Cursor) -> list[Json]:
    """Copy a list of security requirements, each an object of scope lists."""
    for alternative in node.elements():
        for scopes in alternative.members().values():
            scopes.texts()
    value = node.copy()
    return value if isinstance(value, list) else []


def _api_key(node: Cursor, members: Mapping[str, Cursor]) -> dict[str, Json]:
    place = members.get("in", node)
    if place.value not in ("query", "header"):
        place.report("an API key must be in query or header", "correct 'in'")
    _require(node, members, ("name",))
    return kept(members, ("type", "description", "name", "in"))


def _flows(node: Cursor, members: Mapping[str, Cursor]) -> dict[str, Json]:
    flow = members.get("flow", node)
    name = flow.value if isinstance(flow.value, str) else None
    if name not in _FLOWS:
        flow.report(
            f"unknown OAuth flow {name!r}", "say implicit, password, application or accessCode"
        )
        return {}
    converted, urls = _FLOWS[name]
    _require(node, members, (*urls, "scopes"))
    result: dict[str, Json] = {url: members[url].copy() for url in urls if url in members}
    if "scopes" in members:
        scopes = members["scopes"].members()
        result["scopes"] = {scope: meaning.text() for scope, meaning in scopes.items()}
    return {converted: result}


def _require(node: Cursor, members: Mapping[str, Cursor], names: tuple[str, ...]) -> None:
    for name in names:
        if name not in members:
            node.report(f"{name!r} is missing", f"add {name!r}")
