"""``nuki doctor``: what is wrong with the bridge, the account, and the way to both."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Final

import click

from .failures import ExitStatus, one_line
from .output import Column
from .session import no_bridge, no_web, nuki_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nuki.diagnosis import Finding
    from nuki_core.json import JsonObject

    from .session import Session

COLUMNS: Final = (
    Column("severity", "SEVERITY"),
    Column("code", "CODE"),
    Column("where", "WHERE"),
    Column("what", "WHAT"),
    Column("remedy"),
    Column("evidence"),
)
"""What is said of a finding."""
_PUBLIC_INDEX: Final = "pypi"


@nuki_command("doctor")
@click.option("--bridge", "only", flag_value="bridge", type=str, help="Look at the bridge only.")
@click.option("--web", "only", flag_value="web", type=str, help="Look at the Web API only.")
@click.option(
    "--try-plain-token",
    is_flag=True,
    help="If the bridge refuses its token, send it once readable for everyone in the network.",
)
@click.option(
    "--check-version",
    is_flag=False,
    flag_value=_PUBLIC_INDEX,
    metavar="[URL]",
    help="Ask PyPI, or this URL, for the latest version.",
)
@click.option(
    "--report", "as_report", is_flag=True, help="Write a text to publish, without personal data."
)
def command(
    session: Session,
    only: str | None,
    check_version: str | None,
    *,
    try_plain_token: bool,
    as_report: bool,
) -> int:
    """Find out what is wrong, and what to do about it.

    Nothing is changed and no bolt moves. It takes a minute at most. The status is 0 if all is well
    or nothing fails because of what is found; 5 if bridge or Web API are not reached, 4 if they do
    not accept the credentials, else 1. `--report` leaves out names, ids and addresses.
    """
    from nuki import discover
    from nuki.diagnosis import PYPI, Doctor, report
    from nuki.servers import WEB_API

    clients = session.clients()
    bridge = None if only == "web" else clients.bridge
    web = None if only == "bridge" else clients.web
    if only == "bridge" and bridge is None:
        raise no_bridge()
    if only == "web" and web is None:
        raise no_web()
    server = session.variables.api_url or (WEB_API if clients.web is None else clients.web.base_url)
    doctor = Doctor(
        bridge,
        web,
        try_plain_token=try_plain_token,
        discover=partial(discover, server=server),
        index=PYPI if check_version == _PUBLIC_INDEX else check_version,
    )
    with ExitStack() as opened, session.waiting("looking for what is wrong"):
        for client in (clients.bridge, clients.web):
            if client is not None:
                opened.enter_context(client)
        found = doctor.examine()
    status = status_of_findings(found)
    if as_report:
        session.output.text(report(found))
        return status
    rows = [finding.to_dict() for finding in found]
    if session.output.form != "table":
        session.output.rows(COLUMNS, rows)
        return status
    shown: list[JsonObject] = [
        {**row, "where": str(finding.where)} for row, finding in zip(rows, found, strict=True)
    ]
    session.output.rows(COLUMNS, shown)
    for finding in found:
        if finding.remedy:
            facts = ", ".join(f"{name.replace('_', ' ')} {v}" for name, v in finding.evidence)
            lines = [f"{finding.code}, {finding.where}:", finding.remedy, f"({facts})"]
            session.output.text("\n" + "\n  ".join(map(one_line, lines[: 3 if facts else 2])))
    return status


def status_of_findings(found: Sequence[Finding]) -> ExitStatus:
    """How a diagnosis ends: with what the worst of its findings is about."""
    from nuki.diagnosis import Severity, worst_of

    worst = worst_of(found)
    if worst < Severity.WARNING:
        return ExitStatus.DONE
    concerns = {finding.concern for finding in found if finding.severity is Severity.ERROR}
    if "reach" in concerns:
        return ExitStatus.UNREACHABLE
    return ExitStatus.NOT_AUTHORISED if "credentials" in concerns else ExitStatus.FAILED
