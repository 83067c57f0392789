"""The errors of an operation: which class each status becomes, and the vendor's reason for it.

The engine chooses the class of an error; ``tests/generated/test_api_errors.py`` compares.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .literals import prose, wrap

if TYPE_CHECKING:
    from .arguments import DescribedOperation

_ERRORS: Final = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    402: "PaymentRequiredError",
    403: "ForbiddenError",
    404: "NotFoundError",
    405: "MethodNotAllowedError",
    409: "ConflictError",
    410: "GoneError",
    422: "UnprocessableError",
    423: "LockedError",
    426: "UpgradeRequiredError",
    429: "RateLimitedError",
}
_SUCCESS: Final = range(200, 300)
_SERVER: Final = 500
_ERROR: Final = re.compile(r"[A-Z][A-Za-z]*Error")
_END_OF_SENTENCE: Final = re.compile(r"\.(?=\s|$)")


def reasons(operation: DescribedOperation) -> dict[int, str]:
    """The reason that the description gives for each status that is an error, one sentence."""
    found: dict[int, str] = {}
    for status, response in operation.raw["responses"].items():
        if status.isdecimal() and int(status) not in _SUCCESS:
            described = " ".join(str(response.get("description") or "").split())
            sentence = _END_OF_SENTENCE.split(described, maxsplit=1)[0]
            if sentence:
                found[int(status)] = sentence
    return found


def raises(operation: DescribedOperation) -> list[str]:
    """The section of a docstring about the errors that the operation declares."""
    told = reasons(operation)
    lines: list[str] = []
    for status, response in operation.raw["responses"].items():
        if not status.isdecimal():
            continue
        number = int(status)
        marked = response.get("x-nuki-error")
        if marked and not _ERROR.fullmatch(str(marked)):
            raise operation.refusal(f"{marked!r} is no x-nuki-error")
        if number in _SUCCESS:
            text = f"{marked}: `success` is false ({status})." if marked else ""
        else:
            usual = "ServerError" if number >= _SERVER else "ApiError"
            kind = marked or _ERRORS.get(number, usual)
            text = f"{kind}: {prose(told.get(number, 'Refused'))} ({status})."
        lines += wrap(text, indent=12, hanging=4) if text else []
    return ["        Raises:", *lines] if lines else []
