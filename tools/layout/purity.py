"""What makes a result depend on more than its input: network, clock, chance, environment."""

from __future__ import annotations

import ast
from typing import Final

from .imports import imported, roots

NETWORK: Final = frozenset(
    {
        "aiohttp", "ftplib", "http", "httpcore", "httpx", "httpx2", "requests", "smtplib", "socket",
        "ssl", "urllib.request", "urllib3",
    }
)  # fmt: skip
_CLOCK_AND_CHANCE: Final = frozenset({"random", "secrets", "time", "uuid"})
_MOMENTS: Final = frozenset({"now", "today", "utcnow"})
_ENVIRONMENT: Final = frozenset(
    {
        "cwd",
        "environ",
        "environb",
        "expanduser",
        "getcwd",
        "getenv",
        "gethostname",
        "getpid",
        "home",
    }
)


def network(source: str) -> frozenset[str]:
    """The modules a source imports that can open a connection."""
    modules = imported(source)
    return NETWORK.intersection(modules | roots(modules))


def impurities(source: str) -> set[str]:
    """Where a source asks for the time, for chance, or for its surroundings."""
    found = roots(imported(source)) & _CLOCK_AND_CHANCE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in _MOMENTS | _ENVIRONMENT:
            found |= {ast.unparse(node)}
        if isinstance(node, ast.ImportFrom) and node.module == "os":
            found |= _ENVIRONMENT.intersection(alias.name for alias in node.names)
    return found
