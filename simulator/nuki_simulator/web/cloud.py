"""The server of the Web API, and one call of an operation as a handler sees it."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

import attrs

from nuki.web import AccountType, ApiKey, MyAccount

from .device_configs import new_device_record
from .errors import ApiError
from .records import AccountRecord, WebState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from nuki_core.request import Operation
    from nuki_simulator.world.devices import Device
    from nuki_simulator.world.world import Token, World

    from .records import DeviceRecord, WebSettings

_FIRST_NUMBER: Final = 5_000
_NOT_THERE: Final = (HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN, HTTPStatus.BAD_REQUEST)


@attrs.frozen(eq=False)
class Cloud:
    """The vendor's server: the world and what the server remembers of it.

    All clouds of one world share that memory.
    """

    world: World
    state: WebState

    @classmethod
    def of(cls, world: World) -> Cloud:
        """Return the server of a world."""
        return cls(world, world.extension(WebState))

    @property
    def settings(self) -> WebSettings:
        """How the server behaves."""
        return self.state.settings

    @property
    def now(self) -> datetime:
        """The time on the world's clock."""
        return self.world.clock.now()

    def number(self) -> int:
        """Return a number that nothing else has."""
        self.state.last_number += 1
        return _FIRST_NUMBER + self.state.last_number

    def object_id(self) -> str:
        """Draw an id of 24 hexadecimal digits."""
        return self.world.randomness.hexadecimal()

    def account(self, account_id: int) -> AccountRecord:
        """Return the rows of an account."""
        found = self.state.accounts.get(account_id)
        if found is not None:
            return found
        owner = self.world.accounts[account_id]
        mine = MyAccount(
            account_id=account_id,
            type=AccountType.USER,
            name=owner.name,
            email=owner.email,
            email_verified=True,
            language=owner.language,
            creation_date=owner.created,
            update_date=owner.created,
        )
        number = self.number()
        key = ApiKey(
            api_key_id=number,
            account_id=account_id,
            api_key=self.world.randomness.token(24),
            description="Nuki Web",
            redirect_uris=[],
            creation_date=owner.created,
        )
        found = AccountRecord(mine, api_keys={number: key})
        self.state.accounts[account_id] = found
        return found

    def device(self, device: Device) -> DeviceRecord:
        """Return what the server keeps about a device."""
        found = self.state.devices.get(device.smartlock_id)
        if found is None:
            found = new_device_record(device, auth_id=self.world.randomness.number(1, 0x7FFFFFFF))
            self.state.devices[device.smartlock_id] = found
        return found

    def token(self, text: str) -> Token | None:
        """Find an access token that is valid."""
        token = self.world.tokens.get(text)
        expired = token is not None and token.expires is not None and token.expires <= self.now
        return None if expired else token


Handler: TypeAlias = "Callable[[Call], Any]"
H = TypeVar("H", bound=Handler)


class Handlers(dict[tuple[str, str], Handler]):
    """The functions that answer operations, by resource and name."""

    def add(self, operation: str, handler: Handler) -> None:
        """Have a function answer ``resource.name``."""
        resource, _, name = operation.partition(".")
        self[resource, name] = handler

    def answers(self, operation: str) -> Callable[[H], H]:
        """As :meth:`add`, as a decorator."""

        def decorate(handler: H) -> H:
            self.add(operation, handler)
            return handler

        return decorate


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

    def missing(self, message: str = "") -> ApiError:
        """Return the refusal for an object that is not there.

        Few operations document 404; others say 403 or 400. Where neither is documented, it is 404.
        """
        documented = (status for status in _NOT_THERE if status in self.operation.responses)
        return ApiError(next(documented, HTTPStatus.NOT_FOUND), message)
