"""Text of a description on its way into Python source: literals, docstrings, names.

Every string of a document passes through here or through the parser's own identifier classes
before it reaches a template; nothing else may.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata

from generator.load.problems import GeneratorFailure, Problem

LINE = 100

_LONGEST_PART = 80
_PLAIN = re.compile(r"[ !#-\[\]-~]*")
_CLOSING_QUOTE = re.compile(r'"(?="|$)')
_LIST = re.compile(r"\blist\[")
_MEMBER = re.compile(r"[A-Z][A-Z0-9_]*")


def literal(text: str) -> str:
    """A Python string literal that evaluates to exactly this text, in ASCII."""
    return f'"{text}"' if _PLAIN.fullmatch(text) else ascii(text)


def wrapped_literal(text: str) -> str:
    """The same in parentheses and several parts, if one line would not hold it."""
    parts = (
        re.findall(r".{1,79}(?: |$)|.+", text, re.DOTALL) if len(text) > _LONGEST_PART else [text]
    )
    if len(parts) < len(("first", "second")) or "".join(parts) != text:
        return literal(text)
    return f"({' '.join(map(literal, parts))})"


def prose(untrusted: object) -> str:
    """Text as one line that cannot end a docstring or start an escape.

    Control, format and surrogate characters go: they are illegal in source or change how it reads.
    """
    visible = untrusted if isinstance(untrusted, str) else ""
    if not visible.isprintable():
        visible = "".join(
            " " if character.isspace() else character
            for character in visible
            if character.isspace() or not unicodedata.category(character).startswith("C")
        )
    text = " ".join(visible.split()).replace("\\", "\\\\")
    return _CLOSING_QUOTE.sub(r'\\"', text)


def wrap(text: str, *, indent: int, hanging: int = 0) -> list[str]:
    """Lines of a docstring at ``indent``, all but the first of them ``hanging`` further in."""
    margin = " " * indent
    return textwrap.wrap(
        text,
        width=LINE,
        initial_indent=margin,
        subsequent_indent=margin + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def docstring(summary: str, *blocks: list[str], indent: int) -> str:
    """A docstring of a paragraph and of blocks of lines that :func:`wrap` made.

    Args:
        summary: the first paragraph, as :func:`prose` gives it.
        blocks: what follows, a blank line before each; empty ones are left out.
        indent: the columns before each line.
    """
    margin = " " * indent
    whole = f'{margin}"""{summary}"""'
    if not any(blocks) and len(whole) <= LINE:
        return whole
    paragraphs = [wrap(f'"""{summary}', indent=indent), *filter(None, blocks)]
    return "\n\n".join("\n".join(lines) for lines in paragraphs) + f'\n{margin}"""'


def member_name(name: object, where: str) -> str:
    """A checked name of an enum member: upper case, a letter first."""
    if isinstance(name, str) and _MEMBER.fullmatch(name):
        return name
    raise GeneratorFailure(
        [Problem(where, f"{name!r} cannot name an enum member", "use UPPER_SNAKE letters")]
    )


def annotated(annotation: str) -> str:
    """An annotation that holds inside a class with a method called ``list``."""
    return _LIST.sub("builtins.list[", annotation)
