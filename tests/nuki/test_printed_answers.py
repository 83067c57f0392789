"""What the vendor's documents print as answers decodes, with their slips.

The values are facts from those documents; where one prints a placeholder, a plausible value stands.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nuki import bridge, web

if TYPE_CHECKING:
    from types import ModuleType

    import pytest

ANSWERS = json.loads(Path(__file__).with_name("printed_answers.json").read_text("utf-8"))
APIS: dict[str, ModuleType] = {"web": web, "bridge": bridge}


def decoded(answer: dict[str, Any]) -> Any:
    if "model" in answer:
        api, name = answer["model"].split(".")
        return getattr(APIS[api], name).from_dict(answer["body"])
    api, resource, name = answer["operation"].split(".")
    (operation,) = [o for o in APIS[api].OPERATIONS if (o.resource, o.name) == (resource, name)]
    given = {parameter.name: 1 for parameter in operation.parameters if parameter.required}
    return operation.request(**given).decode(json.dumps(answer["body"]).encode())


def at(value: Any, path: str) -> str:
    for name in path.split("."):
        value = value[int(name)] if name.isdecimal() else getattr(value, name)
    return str(value)


def test_a_printed_answer_decodes(subtests: pytest.Subtests) -> None:
    for answer in ANSWERS:
        with subtests.test(answer=answer["source"]):
            value = decoded(answer)
            assert {path: at(value, path) for path in answer["shows"]} == answer["shows"]


def test_nothing_of_it_is_lost(subtests: pytest.Subtests) -> None:
    for answer in ANSWERS:
        with subtests.test(answer=answer["source"]):
            value = decoded(answer)
            encoded = (
                [each.to_dict() for each in value] if isinstance(value, list) else value.to_dict()
            )
            body = answer["body"]
            if isinstance(encoded, list) and isinstance(body, dict):
                body = next(member for member in body.values() if isinstance(member, list))
            assert encoded == body
