"""What docstrings say about API errors is what the engine raises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from nuki_core.redaction import Secrets
from nuki_core.request import Request
from nuki_core.responses import bridge_api_error, response_of, web_api_error
from nuki_core.transport import RawResponse
from nuki_generated import bridge, web

if TYPE_CHECKING:
    from nuki_core.request import Operation

OPERATIONS = [(module, operation) for module in (bridge, web) for operation in module.OPERATIONS]
RAISED = re.compile(r"^ +(\w+Error): (.*?) \((\d{3})\)\.$", re.MULTILINE | re.DOTALL)


def documented(api: Any, operation: Operation) -> list[tuple[str, str, int]]:
    """Class, reason and status of each error in the docstring."""
    prefix = "".join(word.capitalize() for word in operation.resource.split("_"))
    method = getattr(getattr(api, f"{prefix}Resource"), operation.name)
    section = (method.__doc__ or "").partition("Raises:\n")[2]
    return [
        (kind, " ".join(reason.split()), int(status))
        for kind, reason, status in RAISED.findall(section)
    ]


@pytest.mark.slow
def test_the_documented_errors_are_raised(subtests: pytest.Subtests) -> None:
    for api, operation in OPERATIONS:
        with subtests.test(api=api.__name__, operation=operation.name):
            mapping = bridge_api_error if api is bridge else web_api_error
            found = documented(api, operation)
            errors = {status for status in operation.responses if not 200 <= status < 300}
            assert {status for _, _, status in found} - {200} == errors
            for kind, reason, status in found:
                body = b'{"success": false}' if status == 200 else b""
                request: Request[Any] = Request(operation, operation.path, lambda _: None)
                raw = RawResponse(status, {}, body)
                error = response_of(request, raw, mapping, "the hint", Secrets())
                assert type(error).__name__ == kind
                assert reason in str(error) or status == 200


def test_a_reason_is_that_of_its_operation() -> None:
    (enable,) = [o for o in web.OPERATIONS if (o.method, o.path) == ("PUT", "/account/otp")]
    assert enable.reasons[405] == "One-time passwords are already on"
    (act,) = [o for o in web.OPERATIONS if o.path == "/smartlock/{smartlockId}/action"]
    others = [o for o in web.OPERATIONS if "/action" not in o.path]
    assert "US" in act.reasons[400]
    assert not [o for o in others if "US" in o.reasons.get(400, "")]
