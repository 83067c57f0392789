"""What datamodel-code-generator makes of the exported documents: pydantic models, which validate.

It is in a dependency group of its own: ``.venv/bin/python -m pip install --group exported``.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.generator.emit.test_export import APIS, recorded_models, undated, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

pytest.importorskip(
    "datamodel_code_generator", reason="its group is not installed: pip install --group exported"
)
# Another generator for what test_export proves; `make test-exhaustive` tries it.
pytestmark = [pytest.mark.slow, pytest.mark.exhaustive]

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    """Its models of both documents, with the options that it has by itself."""
    folder = tmp_path_factory.mktemp("stock")
    for api in APIS:
        document, models = ROOT / f"generated/openapi/{api}.json", folder / f"pydantic_{api}.py"
        arguments = ["--input", document, "--input-file-type", "openapi", "--output", models]
        kind = ["--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin"]
        command = [sys.executable, "-m", "datamodel_code_generator", *map(str, arguments), *kind]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    sys.path.insert(0, str(folder))
    try:
        yield {api: importlib.import_module(f"pydantic_{api}") for api in APIS}
    finally:
        sys.path.remove(str(folder))


def respelled(model: Any, source: dict[str, Any]) -> Any:
    """The same through a model; ``None`` if a quantity in it is out of its bounds."""
    from pydantic import ValidationError

    try:
        found = model.model_validate(source)
    except ValidationError as error:
        # Quantities have bounds, such as five steps of brightness; codes have none.
        if {one["type"] for one in error.errors()} == {"less_than_equal"}:
            return None
        raise
    return undated(found.model_dump(mode="json", by_alias=True, exclude_unset=True))


def test_every_recorded_answer_validates_also_with_codes_of_tomorrow(
    stock: dict[str, ModuleType],
) -> None:
    seen = 0
    for api, name, found in recorded_models():
        model = getattr(stock[api], name)
        assert respelled(model, found) == undated(found)
        source = unknown(found, 77)
        assert respelled(model, source) in (undated(source), None)
        seen += 1
    assert seen > 50


def test_an_idle_opener_is_no_locked_door(stock: dict[str, ModuleType]) -> None:
    state = {
        "batteryCritical": False, "doorState": 0, "lastAction": 1, "mode": 2,
        "ringToOpenTimer": 0, "state": 1, "trigger": 0,
    }  # fmt: skip
    decoded = stock["web"].SmartlockState.model_validate(state)
    assert type(decoded.state) is type(decoded.trigger) is type(decoded.lastAction) is int
    listed = {"nukiId": 1, "deviceType": 2, "name": "Door"}
    known = {"state": 1, "stateName": "online", "batteryCritical": False}
    device = stock["bridge"].Device.model_validate({**listed, "lastKnownState": known})
    assert type(device.lastKnownState.state) is int
