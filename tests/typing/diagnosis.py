"""What a type checker says of the diagnosis. Never run."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from typing import assert_type

from nuki import AsyncBridgeClient, AsyncWebClient, BridgeClient, WebClient, discover
from nuki.diagnosis import AsyncDoctor, Doctor, Finding, Severity, report, worst_of


def examine(bridge: BridgeClient, web: WebClient) -> None:
    doctor = Doctor(bridge, web, try_plain_token=True, discover=discover)
    found = doctor.examine()
    assert_type(found, tuple[Finding, ...])
    assert_type(doctor.findings(), Generator[Finding, None, None])
    assert_type(worst_of(found), Severity)
    assert_type(report(found), str)
    assert_type(found[0].severity >= Severity.WARNING, bool)
    Doctor(web, bridge)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def examine_as_task(bridge: AsyncBridgeClient, web: AsyncWebClient) -> None:
    doctor = AsyncDoctor(bridge, web)
    assert_type(await doctor.examine(), tuple[Finding, ...])
    assert_type(doctor.findings(), AsyncGenerator[Finding, None])
    Doctor(bridge)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
