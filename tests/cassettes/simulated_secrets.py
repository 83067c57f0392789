"""Everything in a simulator that opens something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nuki_simulator.web import Cloud

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nuki_simulator import Simulator


def secrets_of(simulator: Simulator) -> set[str]:
    """Tokens, passwords, codes, keys and shared secrets, as text."""
    found = {*_of_the_world(simulator), *_of_the_cloud(simulator)}
    return {str(secret) for secret in found if secret}


def _of_the_world(simulator: Simulator) -> Iterator[Any]:
    yield from simulator.tokens
    for bridge in simulator.bridges:
        yield bridge.token
    for account in simulator.accounts.values():
        yield account.password
    for device in simulator.devices.values():
        for auth in device.auths.values():
            yield auth.code


def _of_the_cloud(simulator: Simulator) -> Iterator[Any]:
    for account_id in simulator.accounts:
        rows = Cloud.of(simulator).account(account_id)
        yield rows.otp.secret
        yield from (key.api_key for key in rows.api_keys.values())
        yield from (token.access_token for token in rows.tokens.values())
        yield from (row.secret for row in rows.applications.values())
        yield from (row.secret for row in rows.webhooks.values())
        yield from (row.secret for row in rows.notifications.values())
