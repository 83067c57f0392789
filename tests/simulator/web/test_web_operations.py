from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from nuki.web import OPERATIONS
from nuki_simulator.web import HANDLERS
from tools.cassettes.described import problems
from tools.cassettes.home import CODE, Home, full_home
from tools.cassettes.requests import request_of
from tools.cassettes.web_calls import WEB_CALLS

if TYPE_CHECKING:
    from nuki_core.request import Operation


def _arguments(operation: Operation, home: Home) -> dict[str, Any]:
    prepare = WEB_CALLS.get(_name(operation))
    return prepare(home) if prepare else {}


def _name(operation: Operation) -> str:
    return f"{operation.resource}.{operation.name}"


KNOWN: Final = [one for one in OPERATIONS if (one.resource, one.name) in HANDLERS]
"""Those that the simulator was taught; `make lint` names the others."""


@pytest.mark.slow
def test_each_operation_succeeds_as_described_and_decodes_without_a_surprise(
    subtests: pytest.Subtests,
) -> None:
    for operation in KNOWN:
        with subtests.test(operation=_name(operation)):
            home = full_home()
            # What our models write has all that is required.
            home.simulator.web_settings.strict = True
            home.simulator.at(home.lock).enter_code(CODE)
            home.simulator.at(home.opener).press_bell()
            home.later(60)
            arguments = _arguments(operation, home)
            answer = home.call(_name(operation), **arguments)
            assert answer.status in {200, 204}
            assert problems("web", operation, answer) == []
            home.later(60)
            decoded = request_of(operation, arguments).decode(answer.body)
            for model in decoded if isinstance(decoded, list) else [decoded]:
                assert not getattr(model, "additional_properties", None)


@pytest.fixture(scope="module")
def refusing_home() -> Home:
    """A home that calls without a token leave as it is."""
    return full_home()


def test_each_signed_operation_wants_a_token(
    refusing_home: Home, subtests: pytest.Subtests
) -> None:
    for operation in [one for one in KNOWN if one.signed]:
        with subtests.test(operation=_name(operation)):
            arguments = _arguments(operation, refusing_home)
            stranger = attrs.evolve(refusing_home, token="wrong")
            answer = stranger.call(_name(operation), **arguments)
            assert answer.status == 401
            assert problems("web", operation, answer) == []
