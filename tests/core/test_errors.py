from __future__ import annotations

import inspect
import pickle
import re
from typing import TYPE_CHECKING

from nuki_core import errors
from nuki_core.errors import ApiError, DecodeError, NukiError, ServerError, error_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

CLASSES = [
    kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, NukiError)
]
STATUSES = {
    400: errors.BadRequestError,
    401: errors.UnauthorizedError,
    402: errors.PaymentRequiredError,
    403: errors.ForbiddenError,
    404: errors.NotFoundError,
    405: errors.MethodNotAllowedError,
    409: errors.ConflictError,
    410: errors.GoneError,
    422: errors.UnprocessableError,
    423: errors.LockedError,
    426: errors.UpgradeRequiredError,
    429: errors.RateLimitedError,
}


def drawn() -> Iterator[tuple[str, str]]:
    """Parent and child of each line of the tree in the docstring."""
    ancestors: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"    ([│├└─ ]*)(\w+Error)\b", line)
        if found:
            depth = len(found[1]) // 4
            ancestors[depth:] = [found[2]]
            yield (ancestors[depth - 1] if depth else "Exception"), found[2]


def test_the_drawn_tree_is_the_tree() -> None:
    actual = {(kind.__bases__[0].__name__, kind.__name__) for kind in CLASSES}
    assert set(drawn()) == actual


def test_every_error_survives_pickling(subtests: pytest.Subtests) -> None:
    for kind in CLASSES:
        with subtests.test(kind=kind.__name__):
            error = kind(
                "GET /list: text", operation="GET /list", may_have_run=True, retryable=True
            )
            twin = pickle.loads(pickle.dumps(error))  # noqa: S301
            assert type(twin) is kind
            assert str(twin) == "GET /list: text"
            assert vars(twin) == vars(error)


def test_the_record_of_an_answer_survives_pickling() -> None:
    error = ApiError("text", status=401, message="no", body=b"{}", scopes=("a",), retry_after=2.0)
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (twin.status, twin.message, twin.body, twin.scopes) == (401, "no", b"{}", ("a",))
    assert twin.retry_after == 2.0


def test_bodies_stay_out_of_texts() -> None:
    error = DecodeError("text", body=b"secret")
    assert "secret" not in f"{error!r}{error}"


def test_each_status_has_its_class(subtests: pytest.Subtests) -> None:
    for status, kind in STATUSES.items():
        with subtests.test(status=status):
            assert error_class(status) is kind
            assert str(status) in (kind.__doc__ or "")
            assert kind.advice


def test_all_of_5xx_is_the_server(subtests: pytest.Subtests) -> None:
    for status in (500, 502, 503, 504, 520, 599):
        with subtests.test(status=status):
            assert error_class(status) is ServerError


def test_an_unlisted_status_is_an_api_error(subtests: pytest.Subtests) -> None:
    for status in (300, 302, 406, 418, 451):
        with subtests.test(status=status):
            assert error_class(status) is ApiError


def test_a_wrong_argument_is_a_value_error() -> None:
    assert issubclass(errors.ValidationError, ValueError)
