"""One operation of a document: where it stands, what it says, and how the parser read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.load.problems import GeneratorFailure, Problem

from .former_names import METHODS, former_names

if TYPE_CHECKING:
    from openapi_python_client.parser.openapi import Endpoint

    from .former_names import FormerName
    from .python_types import TypeMap


@dataclass(frozen=True, slots=True)
class ParsedOperation:
    """An operation as the document has it (``raw``) and as the parser has it (``endpoint``).

    ``shared`` holds the parameters that stand at its path.
    """

    path: str
    method: str
    raw: dict[str, Any]
    shared: list[dict[str, Any]]
    endpoint: Endpoint
    types: TypeMap

    @property
    def parameters(self) -> list[dict[str, Any]]:
        """Its own parameters, then those of its path that it does not override."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for parameter in map(self.types.component, [*self.raw.get("parameters", []), *self.shared]):
            found.setdefault((parameter["in"], parameter["name"]), parameter)
        return list(found.values())

    @property
    def former_names(self) -> tuple[FormerName, ...]:
        """The names that its method had before."""
        return former_names(self.raw, ("paths", self.path, self.method), METHODS)

    @property
    def where(self) -> str:
        """Method and path, ``GET /smartlock``."""
        return f"{self.method.upper()} {self.path}"

    def refusal(self, what: str) -> GeneratorFailure:
        """The failure to raise when no code can be generated for the operation."""
        return GeneratorFailure([Problem(self.where, what, "correct it with an overlay")])
