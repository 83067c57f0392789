"""What may not stand in a file's text or name."""

from __future__ import annotations

import re
from typing import Final

HEADER: Final = "# Generated from spec/ and overlays/; regenerate with `make generate`."
_MACHINE_PATH: Final = re.compile(r"(?<![\w.*])/(?:farm|home|root|tmp|Users|work)/[\w.-]+")
_SAYS_NOTHING: Final = frozenset(
    {"base", "common", "helper", "helpers", "manager", "util", "utils"}
)
_IGNORED_RULE: Final = re.compile(r'^\s*"([A-Z]+[0-9]*)",')
_REASON: Final = re.compile(r"#\s*\S+")


def machine_paths(text: str) -> list[str]:
    """Absolute paths of somebody's machine."""
    return _MACHINE_PATH.findall(text)


def says_nothing(path: str) -> bool:
    """Whether a module is named after nothing in particular."""
    words = re.split(r"[/_.]", path)
    return not _SAYS_NOTHING.isdisjoint(words)


def unreasoned(configuration: str) -> list[str]:
    """The lint rules that a configuration ignores without giving a reason beside them."""
    ignored = [line for line in configuration.splitlines() if _IGNORED_RULE.match(line)]
    return [line.strip() for line in ignored if not _REASON.search(line)]
