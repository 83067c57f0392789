"""Text of a description on its way into Python source: literals, docstrings, names.

Every string of a document passes through here or through the parser's own identifier classes
before it reaches a template; nothing else may.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from typing import TYPE_CHECKING

from generator.load.problems import GeneratorFailure, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE = 100
WIDTH = 98

_PLAIN = re.compile(r"[ !#-\[\]-~]*")
_CLOSING_QUOTE = re.compile(r'"(?="|$)')
_LIST = re.compile(r"\blist\[")
_MEMBER = re.compile(r"[A-Z][A-Z0-9_]*")


def literal(text: str) -> str:
    """A Python string literal that evaluates to exactly this text, in ASCII."""
    return f'"{text}"' if _PLAIN.fullmatch(text) else ascii(text)


def prose(untrusted: str | None) -> str:
    """Text as one line that cannot end a docstring or start an escape.

    Control, format and surrogate characters go: they are illegal in source or change how it reads.
    """
    visible = "".join(
        " " if character.isspace() else character
        for character in untrusted or ""
        if character.isspace() or not unicodedata.category(character).startswith("C")
    )
    text = " ".join(visible.split()).replace("\\", "\\\\")
    return _CLOSING_QUOTE.sub(r'\\"', text)


def wrap(text: str, *, indent: int, hanging: int = 0, first: str = "") -> list[str]:
    """Lines of a docstring: ``first`` and the text, at ``indent``, later lines further in."""
    margin = " " * indent
    return textwrap.wrap(
        f"{first}{text}",
        width=WIDTH,
        initial_indent=margin,
        subsequent_indent=margin + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def docstring(blocks: Iterable[list[str]], *, indent: int) -> str:
    """A docstring of blocks of lines that :func:`wrap` made, a blank line between them."""
    margin = " " * indent
    text = "\n\n".join("\n".join(lines) for lines in blocks if lines)
    closing = f"\n{margin}" if "\n" in text else ""
    return f'{margin}"""{text.lstrip()}{closing}"""'


def member_name(name: object, where: str) -> str:
    """A checked name of an enum member: upper case, a letter first."""
    if isinstance(name, str) and _MEMBER.fullmatch(name):
        return name
    raise GeneratorFailure(
        [Problem(where, f"{name!r} cannot name an enum member", "use UPPER_SNAKE letters")]
    )


def filled(items: Iterable[str], *, indent: int) -> str:
    """Items separated by commas, as many on a line as fit."""
    lines, line = [], ""
    for item in items:
        if line and indent + len(line) + len(item) + 2 > LINE:
            lines.append(line)
            line = ""
        line += f"{' ' if line else ''}{item},"
    return "\n".join(f"{' ' * indent}{each}" for each in [*lines, line] if each)


def call(
    head: str, arguments: list[str], tail: str = "", *, indent: int, bare: bool = False
) -> str:
    """A call, signature or (``bare``) import on one line where it fits, else filled lines."""
    margin = " " * indent
    inner = ", ".join(arguments)
    line = f"{margin}{head}{inner}" if bare else f"{margin}{head}({inner}){tail}"
    if len(line) <= LINE or not arguments:
        return line
    if not bare and indent + 4 + len(inner) <= LINE:
        return f"{margin}{head}(\n{margin}    {inner}\n{margin}){tail}"
    return f"{margin}{head}(\n{filled(arguments, indent=indent + 4)}\n{margin}){tail}"


def annotated(annotation: str) -> str:
    """An annotation that holds inside a class with a method called ``list``."""
    return _LIST.sub("builtins.list[", annotation)
