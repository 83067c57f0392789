"""Take the pictures of the simulator's page for README and docs: ``make pictures``.

It needs Chromium on the PATH. Time in the house stands still, so that little differs each time.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from nuki import BridgeClient, NukiError, PlainToken, WebClient
from nuki.web import WebhookFeature
from nuki_simulator import FaultKind, FaultRule, PushFault, PushRule, SimulatorServer, sample_home
from nuki_simulator.serve.acts import Place, find_act
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN

from .repository import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from nuki_simulator import Simulator

FOLDER: Final = ROOT / "docs/pictures"
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
LARGEST: Final = 150_000


def main() -> int:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        print(f"There is no browser: install one of {', '.join(BROWSERS)}.")
        return 1
    FOLDER.mkdir(exist_ok=True)
    home = sample_home()
    home.set_speed(0)
    receiver = receiving()
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    with served(home) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        live_through(home, server, f"http://127.0.0.1:{receiver.server_port}/hook")
        url = f"{server.control_url}/"
        with opened(browser, url, (1200, 730)) as page:
            take(page, "doors")
        with opened(browser, url, (1200, 730), theme="dark") as page:
            take(page, "doors-dark")
        with opened(browser, url, (1000, 760)) as page:
            page.locator("#log .line").filter(has_text="device.unlock").first.click()
            page.get_by_role("dialog").wait_for()
            take(page, "request")
        with opened(browser, url, (360, 740)) as page:
            take(page, "phone")
        browser.close()
    receiver.shutdown()
    large = [path.name for path in FOLDER.glob("*.png") if path.stat().st_size > LARGEST]
    if large:
        print(f"Larger than {LARGEST} bytes: {', '.join(large)}")
    return 1 if large else 0


def receiving() -> HTTPServer:
    """Listen where programs of users would."""
    try:
        return HTTPServer(("127.0.0.1", 8000), Receiver)
    except OSError:
        return HTTPServer(("127.0.0.1", 0), Receiver)


def served(home: Simulator) -> SimulatorServer:
    """Serve on the usual ports, or on any if they are taken."""
    try:
        return SimulatorServer(home, web_port=8081, bridge_port=8080, control_port=8082)
    except OSError:
        return SimulatorServer(home)


class Receiver(BaseHTTPRequestHandler):
    """Takes callbacks and webhooks."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


def live_through(home: Simulator, server: SimulatorServer, hook: str) -> None:
    """Have a few things happen: calls, hands, faults, pushes."""

    def lend(device: str, act: str, **given: object) -> None:
        with home.lock:
            find_act(Place.DEVICE, act).perform(home, home.find(device), given)  # type: ignore[arg-type]

    def passes(seconds: float) -> None:
        """Let time pass once everything that was sent has arrived."""
        while not all(delivery.done for delivery in tuple(home.outbox.deliveries)):
            time.sleep(0.01)
        with home.lock:
            home.clock.advance(seconds)

    front, office = home.find("Front door"), home.find("Office")
    home.web_settings.plain_webhooks = True
    home.bridges[0].quirks.reading = 0
    office.mechanics.motor = office.mechanics.unlatch = 0
    web = WebClient(API_TOKEN, base_url=server.web_url)
    bridge = BridgeClient(server.bridge_urls[0], BRIDGE_TOKEN, scheme=PlainToken, min_interval=0)
    with web, bridge:
        bridge.device.list()
        passes(2.75)
        bridge.callback.add(hook)
        lend("Garden gate", "lose_connection")
        lend("Garden gate", "turn_key", locked=False)
        passes(21.43)
        home.faults.add(FaultRule(kind=FaultKind.BAD_GATEWAY))
        with contextlib.suppress(NukiError):
            web.smartlock.lock(front.smartlock_id)
        passes(1.71)
        lend("Back door", "charge", percent=9)
        lend("Back door", "jam")
        passes(4.02)
        bridge.device.unlock(office.nuki_id, device_type=office.type)
        passes(6.18)
        web.advanced_api.create_decentral_webhook([WebhookFeature.DEVICE_STATUS], hook)
        passes(0.86)
        lend("Intercom", "press_bell")
        passes(3.64)
        with contextlib.suppress(NukiError):
            web.smartlock.get(4711)
        passes(1.29)
        home.pushes.add(PushRule(fault=PushFault.LOSE))
        lend("Front door", "press_button")
        passes(1.4)


@contextlib.contextmanager
def opened(
    browser: Browser, url: str, size: tuple[int, int], theme: str = "light"
) -> Iterator[Page]:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url)
    page.locator("#log .line").first.wait_for()
    page.evaluate("document.fonts.ready")
    yield page
    context.close()


def take(page: Page, name: str) -> None:
    path = FOLDER / f"{name}.png"
    page.screenshot(path=path)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    sys.exit(main())
