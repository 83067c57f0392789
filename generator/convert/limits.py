"""How large a description may be: some four times what any release was.

What comes after reading takes time and room for every value, and more for every operation and
schema. A document within the limits is done in seconds; one beyond them is no API of locks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.load.problems import GeneratorFailure, Problem
from generator.load.references import pointer

if TYPE_CHECKING:
    from generator.load.documents import Json

MAX_VALUES: Final = 25_000
MAX_TEXT: Final = 100_000
MAX_NAME: Final = 1_000
MAX_ALL_TEXTS: Final = 2_000_000
MAX_PATHS: Final = 400
MAX_COMPONENTS: Final = 600
_SECTIONS: Final = ("definitions", "schemas", "parameters", "responses", "requestBodies")


def check_size(document: Json) -> None:
    """Look at the size of a document before anything is done with it.

    Raises:
        GeneratorFailure: It is larger than the limits, which the problem states.
    """
    count = characters = 0
    pending: list[tuple[Json, tuple[str | int, ...]]] = [(document, ())]
    while pending:
        value, path = pending.pop()
        count += 1
        if count > MAX_VALUES:
            _refuse((), f"holds more than {MAX_VALUES:,} values")
        if isinstance(value, str):
            characters += len(value)
            if len(value) > MAX_TEXT:
                _refuse(path, f"is a text of more than {MAX_TEXT:,} characters")
            if characters > MAX_ALL_TEXTS:
                _refuse((), f"holds more than {MAX_ALL_TEXTS:,} characters of text")
        if isinstance(value, dict):
            if long := next((key for key in value if len(key) > MAX_NAME), ""):
                _refuse((*path, f"{long[:40]}…"), f"is a name of more than {MAX_NAME:,} characters")
            is_section = path[:1] == ("components",) or len(path) == 1
            is_components = is_section and path and path[-1] in _SECTIONS
            most = MAX_COMPONENTS if is_components else MAX_VALUES
            limit = MAX_PATHS if path == ("paths",) else most
            if len(value) > limit:
                _refuse(path, f"has more than {limit:,} members")
            pending += [(member, (*path, key)) for key, member in value.items()]
        elif isinstance(value, list):
            pending += [(each, (*path, index)) for index, each in enumerate(value)]


def _refuse(path: tuple[str | int, ...], what: str) -> None:
    todo = "leave out what is not needed; generator/convert/limits.py has the limits"
    raise GeneratorFailure([Problem(pointer(path), what, todo)])
