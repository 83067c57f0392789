"""One call of an operation, as a handler sees it."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

import attrs

from .refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from nuki_core.request import Operation
    from nuki_simulator.world.accounts import Token

    from .cloud import Cloud
    from .records import AccountRecord

_NOT_THERE: Final = (HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN, HTTPStatus.BAD_REQUEST)


@attrs.frozen(eq=False)
class Call:
    """An operation with its arguments, by their Python names, and its decoded body.

    ``bearer`` is the token that signs it, ``account`` the token's account.
    """

    cloud: Cloud
    operation: Operation
    account: AccountRecord
    bearer: Token | None
    arguments: Mapping[str, Any]
    body: Any = None

    @property
    def now(self) -> datetime:
        """The time on the world's clock."""
        return self.cloud.now

    def missing(self, message: str = "") -> Refused:
        """The refusal for an object that is not there.

        Few operations document 404; others say 403 or 400. Where neither is documented, it is 404.
        """
        documented = (status for status in _NOT_THERE if status in self.operation.responses)
        return Refused(next(documented, HTTPStatus.NOT_FOUND), message)
