"""The nodes that a JSONPath query (RFC 9535) selects, each with the place it can be changed at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

import regex
from iregexp_check import check
from jsonpath_rfc9535 import (
    JSONPathEnvironment,
    JSONPathError,
    JSONPathQuery,
    JSONPathRecursionError,
)
from jsonpath_rfc9535.filter_expressions import (
    ComparisonExpression,
    FilterExpression,
    RelativeFilterQuery,
    StringLiteral,
)
from jsonpath_rfc9535.function_extensions import Match
from jsonpath_rfc9535.function_extensions._pattern import map_re
from jsonpath_rfc9535.node import JSONPathNode
from jsonpath_rfc9535.segments import JSONPathChildSegment as Child
from jsonpath_rfc9535.segments import JSONPathRecursiveDescentSegment as RecursiveDescent
from jsonpath_rfc9535.selectors import FilterSelector, NameSelector

from generator.load.documents import MAX_DEPTH
from generator.overlay.merge import ActionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.load.documents import Json


class _Environment(JSONPathEnvironment):
    """As deep as our documents go, which may be deeper than the library's default.

    Patterns that take too long for a text end the query instead of holding it up.
    """

    max_recursion_depth = MAX_DEPTH + 10

    def setup_function_extensions(self) -> None:
        """Register the standard functions, those with patterns as ours."""
        super().setup_function_extensions()
        self.function_extensions["match"] = _Pattern(regex.fullmatch)
        self.function_extensions["search"] = _Pattern(regex.search)


class _Pattern(Match):
    """``match`` or ``search`` of RFC 9535, whose patterns are those of RFC 9485."""

    def __init__(self, find: Callable[..., object]) -> None:
        self._find = find

    def __call__(self, string: str, pattern: object) -> bool:
        """Whether the text has what the pattern describes.

        Raises:
            JSONPathError: The pattern takes too long.
        """
        if not isinstance(pattern, str) or not isinstance(string, str) or not check(pattern):
            return False
        try:
            return bool(self._find(map_re(pattern), string, timeout=_LONGEST_MATCH))
        except TimeoutError:
            raise JSONPathError(f"the pattern {pattern!r} takes too long", token=None) from None
        except regex.error:
            return False


_LONGEST_MATCH: Final = 1.0
"""Seconds; a pattern of an overlay takes a few microseconds."""
_ENVIRONMENT = _Environment()


@dataclass(frozen=True, slots=True)
class Node:
    """A selected place: ``container[key]`` is ``value``; the root has no container.

    ``path`` is the normalized path (RFC 9535, section 2.7), ``location`` the same as steps.
    """

    path: str
    location: tuple[int | str, ...]
    value: Json
    container: dict[str, Json] | list[Json] | None
    key: str | int


def select(query: str, document: Json) -> list[Node]:
    """The nodes that ``query`` selects in ``document``, in its order, each place once.

    Raises:
        ActionError: ``query`` is no JSONPath by RFC 9535, or descends too deep.
    """
    try:
        compiled = _compiled(query)
        if wanted := _wanted(compiled):
            return [*_holding(wanted, document, ())]
        found = compiled.find(cast("dict[str, object]", document))
    except (JSONPathRecursionError, RecursionError):
        raise ActionError(f"{query!r} leads too deep into the document", "narrow it") from None
    except (JSONPathError, ValueError, OverflowError) as error:  # the latter two: huge numbers
        raise ActionError(f"{query!r} is no JSONPath by RFC 9535: {error}", "correct it") from None
    places = {node.location: node for node in found}
    return [
        Node(
            path=node.path(),
            location=location,
            value=cast("Json", node.value),
            container=cast("dict[str, Json] | list[Json]", node.parent.value)
            if node.parent
            else None,
            key=location[-1] if location else "",
        )
        for location, node in places.items()
    ]


def _wanted(query: JSONPathQuery) -> tuple[str, str] | None:
    """Member and text of ``$..[?@['$ref'] == '#/x']``: everything that refers to one thing."""
    match query.segments:
        case (
            RecursiveDescent(
                selectors=(
                    FilterSelector(
                        expression=FilterExpression(
                            expression=ComparisonExpression(
                                left=RelativeFilterQuery(
                                    query=JSONPathQuery(
                                        segments=(Child(selectors=(NameSelector(name=name),)),)
                                    )
                                ),
                                operator="==",
                                right=StringLiteral(value=text),
                            )
                        )
                    ),
                )
            ),
        ):
            return name, text
    return None


def _holding(
    wanted: tuple[str, str], value: Json, location: tuple[int | str, ...]
) -> Iterator[Node]:
    """The objects inside a value that have this member with this text, in the order of the RFC.

    The library evaluates a filter for every value, which takes most of the time of our overlays.
    """
    if not isinstance(value, dict | list):
        return
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    inner = [(key, member) for key, member in pairs if isinstance(member, dict | list)]
    name, text = wanted
    for key, member in inner:
        if isinstance(member, dict) and member.get(name) == text:
            place = (*location, key)
            path = JSONPathNode(value=None, location=place, parent=None, root=None).path()
            yield Node(path, place, member, value, key)
    for key, member in inner:
        yield from _holding(wanted, member, (*location, key))


@lru_cache(maxsize=4096)
def _compiled(query: str) -> JSONPathQuery:
    return _ENVIRONMENT.compile(query)
