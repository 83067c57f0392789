"""Drive every client against a local server; the exit status is 0 if all went as expected."""

from __future__ import annotations

import asyncio
import sys

from . import asynchronous, synchronous
from .bridge_api import BridgeApi
from .report import Report
from .server import serving
from .web_api import WebApi


def main() -> int:
    report = Report()
    with serving(WebApi()) as web, serving(BridgeApi()) as bridge:
        print(f"Web API at {web}, bridge at {bridge}")
        with report.part("WebClient"):
            synchronous.drive_web(web, report)
        with report.part("BridgeClient"):
            synchronous.drive_bridge(bridge, report)
        with report.part("AsyncWebClient"):
            asyncio.run(asynchronous.drive_web(web, report))
        with report.part("AsyncBridgeClient"):
            asyncio.run(asynchronous.drive_bridge(bridge, report))
    print(f"\n{report.summary}")
    return 0 if report.as_expected else 1


if __name__ == "__main__":
    sys.exit(main())
