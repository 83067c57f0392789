"""References of Swagger 2.0, which name a definition, a parameter or a response of the document."""

from __future__ import annotations

from typing import Final

from generator.convert.cursor import Cursor
from generator.load.references import unescaped

SECTIONS: Final = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
}
"""Where the components of each section of Swagger 2.0 live in OpenAPI 3.1."""


def target(reference: Cursor, section: str) -> Cursor | None:
    """What a ``$ref`` means, in that section of the document; None, and a problem, if nothing."""
    text = reference.text()
    prefix = f"#/{section}/"
    if not text.startswith("#"):
        if text:
            reference.report(
                f"$ref {text!r} leaves the document", f"copy its target to {prefix} and point there"
            )
        return None
    if not text.startswith(prefix):
        reference.report(f"$ref {text!r} is not one of {prefix}…", f"move its target to {prefix}")
        return None
    name = unescaped(text.removeprefix(prefix))
    known = reference.source.root.value
    components = known.get(section) if isinstance(known, dict) else None
    if isinstance(components, dict) and name in components:
        return Cursor(components[name], (section, name), reference.source)
    reference.report(f"$ref {text!r} does not resolve", f"declare {name!r} in {section}")
    return None


def converted(found: Cursor) -> str:
    """The same reference in OpenAPI 3.1: the place of ``found`` among the components."""
    section, name = found.path
    return f"#/components/{SECTIONS[section]}/{name}"
