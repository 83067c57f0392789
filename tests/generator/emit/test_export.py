"""What others make of the exported documents: no code fails, and none is taken for another."""

from __future__ import annotations

import importlib
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData

from generator.emit.export import closed, opened
from tools.cassettes.cassette import cassettes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).parents[3]
APIS = ("web", "bridge")
_DATED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:")


def document(api: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"generated/openapi/{api}.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    """The models that openapi-python-client makes by itself of the exported documents."""
    folder = tmp_path_factory.mktemp("stock")
    for api in APIS:
        config = Config.from_sources(
            ConfigFile(post_hooks=[], package_name_override=f"stock_{api}"),
            meta_type=MetaType.NONE,
            document_source=folder,
            file_encoding="utf-8",
            overwrite=True,
            output_path=folder / f"stock_{api}",
        )
        data = GeneratorData.from_dict(document(api), config=config)
        assert isinstance(data, GeneratorData)
        assert [*data.errors, *Project(openapi=data, config=config).build()] == []
    sys.path.insert(0, str(folder))
    try:
        yield {api: importlib.import_module(f"stock_{api}.models") for api in APIS}
    finally:
        sys.path.remove(str(folder))


def enums_in(node: Any, place: str = "") -> Iterator[str]:
    """Where an enum stands, and whether its base type stands beside it."""
    if isinstance(node, dict):
        match node:
            case {"enum": list()}:
                yield place
            case {"anyOf": [{"enum": list(), "type": kind}, {"type": base}]} if kind == base:
                yield "open"
            case _:
                for name, value in node.items():
                    yield from enums_in(value, f"{place}/{name}")
    elif isinstance(node, list):
        for number, element in enumerate(node):
            yield from enums_in(element, f"{place}/{number}")


@pytest.mark.parametrize("api", APIS)
def test_every_enum_is_open_and_the_way_back_is_known(api: str) -> None:
    exported = document(api)
    assert set(enums_in(exported)) == {"open"}
    assert "open" not in set(enums_in(closed(exported)))
    assert opened(closed(exported)) == exported
    assert closed(closed(exported)) == closed(exported)


def recorded_models() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The API, the model and the JSON of each object that a recorded answer holds."""
    for cassette in cassettes():
        kind = cassette.operation.responses.get(200) if cassette.status is None else None
        text = cassette.interaction["response"]["body"]["string"]
        if not kind or kind in {"str", "JsonObject", "list[JsonObject]"} or not text:
            continue
        answer = json.loads(text, strict=False)
        if kind.startswith("list[") and isinstance(answer, dict):
            answer = next(each for each in answer.values() if isinstance(each, list))
        name = kind.removeprefix("list[").removesuffix("]")
        for each in answer if isinstance(answer, list) else [answer]:
            if isinstance(each, dict):
                yield cassette.api, name, each


def unknown(value: Any, number: int) -> Any:
    """The same with another number in the place of each small one, which may be a code."""
    if isinstance(value, dict):
        return {name: unknown(member, number) for name, member in value.items()}
    if isinstance(value, list):
        return [unknown(element, number) for element in value]
    return (
        number if isinstance(value, int) and not isinstance(value, bool) and value < 256 else value
    )


def undated(value: Any) -> Any:
    """The same without date-times, which stock generators respell."""
    if isinstance(value, dict):
        return {name: undated(member) for name, member in value.items()}
    if isinstance(value, list):
        return [undated(element) for element in value]
    return "a date-time" if isinstance(value, str) and _DATED.match(value) else value


@pytest.mark.slow
def test_every_recorded_answer_decodes_also_with_codes_of_tomorrow(
    stock: dict[str, ModuleType],
) -> None:
    seen = 0
    for api, name, found in recorded_models():
        model = getattr(stock[api], name)
        for source in (found, unknown(found, 4711)):
            assert undated(model.from_dict(source).to_dict()) == undated(source)
            seen += 1
    assert seen > 100


@pytest.mark.slow
def test_an_idle_opener_is_no_locked_door(stock: dict[str, ModuleType]) -> None:
    state = {
        "batteryCritical": False, "doorState": 0, "lastAction": 1, "mode": 2,
        "ringToOpenTimer": 0, "state": 1, "trigger": 0,
    }  # fmt: skip
    decoded = stock["web"].SmartlockState.from_dict(state)
    assert type(decoded.state) is type(decoded.trigger) is type(decoded.last_action) is int
    assert decoded.to_dict() == state
    listed = {"nukiId": 1, "deviceType": 2, "name": "Door"}
    known = {"state": 1, "stateName": "online", "batteryCritical": False}
    device = stock["bridge"].Device.from_dict({**listed, "lastKnownState": known})
    assert type(device.last_known_state.state) is int
