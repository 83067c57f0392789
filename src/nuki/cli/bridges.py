"""Bridges: finding one, getting its token, and keeping both in a profile."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import click

from .failures import CommandError, ExitStatus
from .output import Column
from .session import Session, common_options, nuki_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nuki import FoundBridge

_PORT: Final = 8080
FOUND_COLUMNS: Final = (
    Column("bridge_id", "ID"),
    Column("url", "ADDRESS"),
    Column("last_seen", "LAST SEEN"),
)


@click.group("bridge", params=common_options())
def bridge_group() -> None:
    """Find bridges, add one to a profile, or remove it."""


@nuki_command("discover")
def discover(session: Session) -> None:
    """List the bridges of this network.

    Nuki's server knows them by their public address; a bridge without an address hides it.
    """
    rows: list[dict[str, Any]] = [
        {
            "bridge_id": found.bridge_id,
            "url": found.base_url if found.is_published else None,
            "last_seen": found.last_seen and found.last_seen.isoformat(timespec="seconds"),
        }
        for found in _discovered(session)
    ]
    session.output.rows(
        FOUND_COLUMNS, rows, empty="no bridge of this network has told Nuki of itself"
    )


@nuki_command("add", formats=False)
@click.argument("address", required=False)
@click.option(
    "--with-token", is_flag=True, help="Ask for the token, instead of for a press of the button."
)
@click.option(
    "--scheme",
    type=click.Choice(["encrypted", "hashed", "plain"]),
    default="encrypted",
    show_default=True,
    help="How the token is sent. Old firmware and bridges in software need `plain`.",
)
def add(session: Session, address: str | None, scheme: Any, *, with_token: bool) -> None:
    """Add a bridge to a profile.

    Without ADDRESS it is looked for. Its token is fetched after you have pressed its button; with
    --with-token it is read from the terminal without showing it, or from standard input.
    """
    from nuki import UnauthorizedError, pair
    from nuki_core.redaction import SecretText

    from . import profiles, secret_store
    from .accounts import where
    from .credentials import chosen_profile, forget_secrets, noted_bridge

    name = chosen_profile(session.variables, session.profile)
    if address is None:
        url = _chosen(session, _discovered(session))
    else:
        url = address if "://" in address else f"http://{address}"
        with suppress(ValueError):  # a port that is none is refused with the whole address
            url = url if urlsplit(url).port is not None else f"{url.rstrip('/')}:{_PORT}"
    place = secret_store.best_place()
    if with_token:
        token = session.read_secret("token of the bridge")
    else:
        session.say(f"press the button of the bridge at {url} within 30 seconds")
        with session.waiting("waiting for the button"):
            token = SecretText(pair(url))
    with noted_bridge(session.ledger, url, token, scheme) as bridge:
        try:
            devices = bridge.device.list()
        except UnauthorizedError as error:
            raise CommandError(
                f"{error}; if the token is right, try --scheme hashed or --scheme plain",
                ExitStatus.NOT_AUTHORISED,
            ) from None
    found = profiles.load()
    forget_secrets(found, name, "bridge")
    place.put(name, secret_store.BRIDGE_TOKEN, token)
    found.put(name, bridge=profiles.BridgeAddress(url, place.kind, scheme))
    profiles.save(found)
    names = ", ".join(repr(device.name) for device in devices) or "none"
    session.say(f"bridge at {url} added; profile {name!r}; {where(place)}; its devices: {names}")


@nuki_command("remove", formats=False)
def remove(session: Session) -> None:
    """Remove the bridge of a profile, and forget its token."""
    from .credentials import forget_part

    forget_part(session, "bridge", "bridge")


for _command in (discover, add, remove):
    bridge_group.add_command(_command)


def _discovered(session: Session) -> list[FoundBridge]:
    from nuki import discover as ask_server
    from nuki.servers import WEB_API

    with session.waiting("looking for bridges"):
        return ask_server(server=session.variables.api_url or WEB_API)


def _chosen(session: Session, found: Sequence[FoundBridge]) -> str:
    published = [one for one in found if one.is_published]
    if not published:
        raise CommandError(
            "no bridge tells where it is: switch its discovery on in the Nuki app, or give its "
            "address, `nuki bridge add 192.168.1.50`",
            ExitStatus.NOT_FOUND,
        )
    if len(published) == 1:
        return published[0].base_url
    if not sys.stdin.isatty():
        urls = ", ".join(one.base_url for one in published)
        raise CommandError(
            f"there are several bridges: {urls}; say which one: nuki bridge add ADDRESS",
            ExitStatus.USAGE,
        )
    for number, one in enumerate(published, start=1):
        session.say(f"  {number}  {one.base_url}  (bridge {one.bridge_id})")
    number = click.prompt("Which one", type=click.IntRange(1, len(published)), err=True)
    return published[number - 1].base_url
