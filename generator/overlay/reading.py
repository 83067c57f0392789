"""Overlay documents as values: read, checked, references resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from generator.load.documents import read_document
from generator.load.problems import GeneratorFailure, Problem
from generator.overlay.merge import clone
from generator.overlay.model import ABSENT, Action, Overlay
from generator.overlay.shape import check_shape
from generator.overlay.uris import component_name, resolve

if TYPE_CHECKING:
    from pathlib import Path

    from generator.load.documents import Json


def load_overlay(path: Path, name: str = "") -> Overlay:
    """The overlay in the JSON or YAML file at ``path``; ``name`` stands in errors instead of it.

    Raises:
        GeneratorFailure: the file cannot be read, or is no overlay; every reason is listed.
    """
    return parse_overlay(read_document(path), name or str(path), base=path.resolve().as_uri())


def parse_overlay(document: dict[str, Json], name: str, *, base: str = "") -> Overlay:
    """The overlay that ``document`` spells; ``name`` stands in errors.

    ``base`` is the URI it was retrieved from; ``$self`` and ``extends`` resolve against it.

    Raises:
        GeneratorFailure: the document breaks rules of the version it names; all are listed.
    """
    problems = check_shape(document, name)
    if problems:
        raise GeneratorFailure(problems)
    content = cast("dict[str, dict[str, Json]]", document)  # as check_shape has found it to be
    uri = resolve(base, str(document.get("$self", "")))
    extends = document.get("extends")
    components = cast("dict[str, dict[str, Json]]", document.get("components", {}))
    reusable = cast("dict[str, dict[str, dict[str, Json]]]", components.get("actions", {}))
    actions: list[Action] = []
    for number, own in enumerate(cast("list[dict[str, Json]]", document["actions"]), 1):
        reference, fields = own.get("$ref"), own
        if isinstance(reference, str):
            key = component_name(reference, uri)
            if key is None or key not in reusable:
                what = f"$ref {reference} is no reusable action of this overlay"
                todo = "write #/components/actions/NAME, with ~1 for / and ~0 for ~"
                problems.append(Problem(f"{name} action {number}", what, todo))
                continue
            fields = {**reusable[key].get("fields", {}), **own}
        copy = fields.get("copy")
        actions.append(
            Action(
                number=number,
                target=str(fields["target"]),
                description=str(fields.get("description", "")),
                update=clone(fields["update"]) if "update" in fields else ABSENT,
                copy=copy if isinstance(copy, str) else None,
                remove=fields.get("remove") is True,
                expect=fields.get("x-expect", ABSENT),
            )
        )
    if problems:
        raise GeneratorFailure(problems)
    major, minor, _ = str(document["overlay"]).split(".")
    return Overlay(
        name=name,
        version=(int(major), int(minor)),
        title=str(content["info"]["title"]),
        actions=tuple(actions),
        uri=uri,
        extends=resolve(uri, extends) if isinstance(extends, str) else None,
    )
