from __future__ import annotations

import attrs
import pytest

from nuki_core.errors import ValidationError
from nuki_core.parameters import check_parameters
from nuki_core.request import Operation, Parameter
from tests.core.calls import READ, request_of

LOG = attrs.evolve(
    READ,
    path="/smartlock/{smartlockId}/log/{id}",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),  # noqa: FBT003
        Parameter("id", "id", "path", True, "str"),  # noqa: FBT003
        Parameter("limit", "limit", "query", False, "int"),  # noqa: FBT003
    ),
)
STATE = attrs.evolve(
    READ,
    parameters=(Parameter("nuki_id", "nukiId", "query", True, "NukiId"),),  # noqa: FBT003
)


def check(operation: Operation, path: str = "/list", **query: str) -> None:
    check_parameters(request_of(operation, path=path, query=tuple(query.items())))


def test_what_fits_passes() -> None:
    check(LOG, "/smartlock/17618910285/log/a%2Fb", limit="20")
    check(STATE, nukiId="439041101")
    check(READ)


def test_an_id_is_a_number() -> None:
    with pytest.raises(ValidationError, match=r"smartlock_id must be an integer, not '1A2B3C4D'"):
        check(LOG, "/smartlock/1A2B3C4D/log/x")


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        check(LOG, "/smartlock/true/log/x", limit="many")
    assert "smartlock_id must" in str(caught.value)
    assert "limit must" in str(caught.value)
    assert caught.value.operation == "GET /smartlock/{smartlockId}/log/{id}"


def test_the_id_of_the_other_api_is_recognized() -> None:
    with pytest.raises(ValidationError, match=r"SmartlockId\(\.\.\.\)\.nuki_id"):
        check(STATE, nukiId="17618910285")


@pytest.mark.parametrize("number", ["-1", str(1 << 41)])
def test_a_number_that_is_no_id_is_refused(number: str) -> None:
    with pytest.raises(ValidationError, match="cannot be the id"):
        check(LOG, f"/smartlock/{number}/log/x")


def test_what_cannot_be_written_is_refused() -> None:
    text = attrs.evolve(READ, parameters=(Parameter("q", "q", "query", True, "str"),))  # noqa: FBT003
    with pytest.raises(ValidationError, match="no text"):
        check(text, q="\ud800")
