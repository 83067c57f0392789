"""The page, in a real browser: Chromium without a window."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from nuki import NotFoundError, WebClient
from nuki_simulator import FaultKind, FaultRule, Simulator, SimulatorServer, sample_home
from nuki_simulator.messages import HttpRequest
from nuki_simulator.serve.acts import ACTS, Place
from nuki_simulator.serve.dispatch import Host, receive
from nuki_simulator.serve.simulator import API_TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.slow

DESK: Final = (1280, 900)
PHONE: Final = (360, 740)
PATIENCE: Final = 20_000  # milliseconds: a machine may be busy with other things
FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--renderer-process-limit=1")
NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    """One window for all: each house is served on a port of its own, which nothing is kept for."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = f"no browser: none of {', '.join(NAMES)} is on the PATH"
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        launched = playwright.chromium.launch(executable_path=found, args=FLAGS)
        page = launched.new_page()
        page.set_default_timeout(PATIENCE)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield page
        launched.close()


@attrs.frozen
class Desk:
    """A served house, and the page on it."""

    home: Simulator
    server: SimulatorServer
    page: Page

    def card(self, name: str) -> Locator:
        heading = self.page.get_by_role("heading", name=name, exact=True)
        return self.page.locator(".card").filter(has=heading)

    def press(self, name: str, label: str) -> None:
        """Press a button on a card, opening what it is behind."""
        button = self.card(name).get_by_role("button", name=label, exact=True)
        if not button.is_visible():
            self.card(name).get_by_text("More hands").click()
        button.click()

    def state(self, name: str) -> Locator:
        return self.card(name).locator(".state")

    def bolt(self, name: str) -> float:
        """How far the bolt is to the right, in pixels."""
        box = self.card(name).locator(".bolt").bounding_box()
        assert box
        return box["x"]

    def lines(self) -> Locator:
        return self.page.locator("#log .line")

    def web(self) -> WebClient:
        return WebClient(API_TOKEN, base_url=self.server.web_url)

    def cut(self) -> None:
        """Break every connection with the page."""
        control = self.server._servers[1][0]
        for connection in tuple(control.server_state.connections):
            connection.transport.abort()

    def ask(self, times: int) -> None:
        """Send requests to the Web API, without sockets."""
        headers = {"authorization": f"Bearer {API_TOKEN}", "user-agent": "burst"}
        for number in range(times):
            request = HttpRequest("GET", f"/smartlock/{number}", (), headers)
            receive(self.home, Host(), request)


@pytest.fixture
def opened(window: Page) -> Iterator[Callable[..., Desk]]:
    """Open the page on a house; nothing may be asked of anybody else, and nothing may go wrong."""
    with contextlib.ExitStack() as stack:
        problems: list[str] = []

        def open_page(
            home: Simulator | None = None,
            *,
            size: tuple[int, int] = DESK,
            host: str = "127.0.0.1",
            theme: Literal["light", "dark"] = "light",
            moving: bool = False,
        ) -> Desk:
            home = home or sample_home()
            server = stack.enter_context(SimulatorServer(home, host=host))
            width, height = size
            window.set_viewport_size({"width": width, "height": height})
            motion: Literal["no-preference", "reduce"] = "no-preference" if moving else "reduce"
            window.emulate_media(color_scheme=theme, reduced_motion=motion)
            # A page without scripts, of the same site: another one takes a process of its own.
            stack.callback(window.goto, f"{server.control_url}/page/icon.svg")
            watch = {
                "pageerror": lambda error: problems.append(str(error)),
                "console": lambda told: (
                    problems.append(told.text)
                    if told.type in {"error", "warning"} and "Failed to load" not in told.text
                    else None
                ),
                "request": lambda asked: (
                    problems.append(asked.url)
                    if not asked.url.startswith((server.control_url, "blob:"))
                    else None
                ),
            }
            for event, heard in watch.items():
                window.on(event, heard)  # type: ignore[call-overload]
                stack.callback(window.remove_listener, event, heard)
            window.goto(f"{server.control_url}/")
            expect(window.locator(".card").first).to_be_visible()
            expect(window.locator("#live-text")).to_have_text("Live")
            expect(window.locator("#exposed")).to_be_visible(visible=host != "127.0.0.1")
            return Desk(home, server, window)

        yield open_page
    assert not problems


# Hands


def test_pressed_it_moves_as_the_mechanics_do(opened: Callable[..., Desk]) -> None:
    desk = opened(moving=True)
    desk.page.get_by_role("button", name="Stopped").click()
    expect(desk.page.get_by_role("button", name="Stopped")).to_have_attribute(
        "aria-pressed", "true"
    )
    out = desk.bolt("Front door")
    desk.press("Front door", "Press the button")
    expect(desk.state("Front door")).to_have_text("Unlocking …, door closed")
    places = [desk.bolt("Front door")]
    for _ in range(2):
        desk.page.get_by_role("button", name="One step").click()
        before = places[-1]
        desk.page.wait_for_function(
            "before => document.querySelector('.bolt').getBoundingClientRect().x < before - 1",
            arg=before,
        )
        places.append(desk.bolt("Front door"))
    # The motor takes three seconds.
    assert places[0] == pytest.approx(out, abs=0.5)
    assert places[0] - places[1] == pytest.approx(places[1] - places[2], rel=0.1)
    desk.page.get_by_role("button", name="One step").click()
    expect(desk.state("Front door")).to_have_text("Unlocked, door closed")
    assert desk.home.find("Front door").status.state.name == "UNLOCKED"


def test_it_jams_and_recovers(opened: Callable[..., Desk]) -> None:
    home = sample_home()
    home.find("Back door").mechanics.motor = 0.1
    desk = opened(home)
    obstacle = desk.card("Back door").locator(".jammed")
    expect(obstacle).to_have_css("opacity", "0")
    desk.press("Back door", "Jam the bolt")
    expect(obstacle).to_have_css("opacity", "1")
    expect(desk.card("Back door").locator(".marks")).to_have_text("Jammed")
    desk.press("Back door", "Press the button")
    expect(desk.state("Back door")).to_have_text("Motor blocked, door closed")
    desk.press("Back door", "Free the bolt")
    desk.press("Back door", "Press the button")
    expect(desk.state("Back door")).to_have_text("Locked, door closed")
    expect(obstacle).to_have_css("opacity", "0")


def test_every_act_of_the_table_has_its_button(opened: Callable[..., Desk]) -> None:
    desk = opened()
    for details in desk.page.locator("details.more").all():
        details.evaluate("node => node.open = true")
    places = {
        Place.HOUSE: desk.page.locator("body"),
        Place.BRIDGE: desk.card("Bridge 1"),
        Place.DEVICE: desk.card("Front door"),
    }
    for act in ACTS:
        where = desk.card("Intercom") if act.openers else places[act.place]
        for way in act.ways:
            expect(where.get_by_role("button", name=way.label, exact=True).first).to_be_visible()
        if not act.ways:
            label = act.name.capitalize().replace("_", " ")
            expect(where.get_by_role("button", name=label, exact=True)).to_be_visible()


def test_a_code_is_typed_and_a_wrong_one_explained(opened: Callable[..., Desk]) -> None:
    desk = opened()
    card = desk.card("Front door")
    card.get_by_text("More hands").click()
    choices = [each.get_attribute("value") for each in card.locator("datalist option").all()]
    assert choices == ["Owner", "345678"]
    card.get_by_label("Code for Front door").fill("345678")
    card.get_by_role("button", name="Enter code").click()
    expect(desk.state("Front door")).to_have_text("Unlatching …, door closed")
    card.get_by_label("Name for Front door").fill("Guest")
    card.get_by_role("button", name="Press fob").click()
    expect(desk.page.locator("#said")).to_contain_text("knows no fob 'Guest'; it knows 'Owner'")


def test_what_is_reported_and_is_not_so_is_shown(opened: Callable[..., Desk]) -> None:
    desk = opened()
    note = desk.card("Front door").locator(".differs-note")
    expect(note).to_be_hidden()
    desk.press("Front door", "Take out of reach")
    desk.press("Front door", "Unlock with the key")
    desk.press("Front door", "Open the door")
    expect(note.get_by_role("row", name="State Unlocked Locked")).to_be_visible()
    expect(note.get_by_role("row", name="Door door open door closed")).to_be_visible()
    expect(desk.card("Front door").locator(".marks")).to_have_text("Out of reach")
    desk.press("Front door", "Bring back into reach")
    expect(note).to_be_hidden()


def test_ids_are_there_to_copy(opened: Callable[..., Desk]) -> None:
    desk = opened()
    card = desk.card("Front door")
    card.get_by_text("Ids", exact=True).click()
    copied = []
    for button in card.locator(".ids .copy").all():
        button.click()
        expect(desk.page.locator("#said")).to_contain_text("Copied")
        copied.append(desk.page.evaluate("navigator.clipboard.readText()"))
    assert copied == ["1A2B3C4D", "439041101", "17618910285", "41A2B3C4D"]


# Over the wire


def test_a_call_of_the_sdk_is_seen_and_copied_as_code_that_runs(
    opened: Callable[..., Desk],
) -> None:
    desk = opened()
    door = desk.home.find("Front door")
    with desk.web() as web:
        assert web.smartlock.get(door.smartlock_id).name == "Front door"
    line = desk.lines().filter(has_text="smartlock.get")
    expect(line).to_contain_text("smartlock_id=17618910285")
    expect(line.locator(".status")).to_have_text("200")
    line.click()
    dialog = desk.page.get_by_role("dialog", name="smartlock.get")
    expect(dialog).to_contain_text("nuki-sdk from 127.0.0.1:")
    expect(dialog).to_contain_text('"name": "Front door"')
    dialog.get_by_role("button", name="Copy the code").click()
    expect(desk.page.locator("#said")).to_contain_text("Copied the code")
    code = desk.page.evaluate("navigator.clipboard.readText()")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "copied", "exec"), {})  # noqa: S102 - it is what the page is for
    assert "Front door" in printed.getvalue()
    dialog.get_by_role("button", name="Close").click()
    expect(line).to_have_count(2)


def test_faults_are_marked_and_filtered(opened: Callable[..., Desk]) -> None:
    desk = opened()
    desk.home.faults.add(FaultRule(kind=FaultKind.CONTENT_TYPE, operation="account.get"))
    with desk.web() as web:
        with pytest.raises(NotFoundError):
            web.smartlock.get(1)
        with contextlib.suppress(Exception):
            web.account.get()
        web.smartlock.list()
    expect(desk.lines()).to_have_count(3)
    expect(desk.lines().filter(has_text="account.get")).to_contain_text("Fault: content-type")
    desk.page.get_by_label("Only what failed").check()
    expect(desk.lines()).to_have_count(2)
    desk.page.get_by_label("Filter", exact=True).fill("smartlock 404")
    expect(desk.lines()).to_have_count(1)
    expect(desk.page.locator("#count")).to_have_text("1 of 3")
    desk.page.get_by_label("Show").select_option("Hands")
    expect(desk.page.locator("#empty")).to_have_text("Nothing here fits the filter.")


def test_a_callback_and_what_came_back_are_seen(opened: Callable[..., Desk]) -> None:
    desk = opened()
    desk.home.bridges[0].callbacks[0] = f"{desk.server.web_url}/hook"
    desk.press("House", "Deliver the next twice")
    desk.press("Front door", "Unlock with the key")
    callbacks = desk.lines().filter(has_text="callback")
    expect(callbacks).to_have_count(2)
    expect(callbacks.first).to_contain_text("Fault: repeat")
    expect(callbacks.first.locator(".status")).to_have_text("404")
    callbacks.first.click()
    expect(desk.page.get_by_role("dialog")).to_contain_text('"stateName": "unlocked"')


def test_nothing_is_lost_when_the_line_breaks(opened: Callable[..., Desk]) -> None:
    desk = opened()
    desk.ask(3)
    expect(desk.lines()).to_have_count(3)
    desk.cut()
    desk.ask(20)
    expect(desk.lines()).to_have_count(23)
    desk.ask(1)
    expect(desk.lines()).to_have_count(24)
    expect(desk.page.locator("#lost")).to_be_hidden()


def test_what_was_lost_is_said(opened: Callable[..., Desk]) -> None:
    home = sample_home()
    home.wire.kept = 10
    desk = opened(home)
    desk.ask(1)
    expect(desk.lines()).to_have_count(1)
    with home.lock:
        desk.ask(30)
    expect(desk.page.locator("#lost")).to_contain_text("20 changes are missing")
    expect(desk.lines()).to_have_count(11)


def test_a_burst_neither_freezes_the_page_nor_fills_it(opened: Callable[..., Desk]) -> None:
    desk = opened()
    for _ in range(3):
        desk.ask(400)
        desk.press("Front door", "Open the door")
        desk.press("Front door", "Close the door")
    expect(desk.page.locator("#count")).to_have_text("1000, the newest 120 shown")
    expect(desk.state("Front door")).to_have_text("Locked, door closed")
    desk.page.get_by_label("Filter", exact=True).fill("close_door")
    expect(desk.lines()).to_have_count(3)
    desk.page.get_by_label("Filter", exact=True).fill("")
    expect(desk.lines()).to_have_count(120)
    assert len(desk.home.wire) <= desk.home.wire.kept


# The house as a file


def test_the_house_is_saved_and_loaded_and_nothing_else(
    opened: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = opened()
    desk.press("Front door", "Unlock with the key")
    with desk.page.expect_download() as download:
        desk.page.get_by_role("link", name="Save").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.name == "house.toml"
    desk.press("Front door", "Lock with the key")
    expect(desk.state("Front door")).to_have_text("Locked, door closed")
    desk.page.locator("#file").set_input_files(saved)
    desk.page.get_by_role("button", name="Replace it").click()
    expect(desk.state("Front door")).to_have_text("Unlocked, door closed")
    with desk.web() as web:
        assert len(web.smartlock.list()) == 6

    # One that is no house is explained, and changes nothing.
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[[device]]\nname = 1\n")
    desk.page.locator("#file").set_input_files(wrong)
    desk.page.get_by_role("button", name="Replace it").click()
    expect(desk.page.get_by_role("dialog")).to_contain_text("line 2: name is 1; expected a text")
    assert len(desk.home.devices) == 6


def test_a_link_opens_the_house_after_asking(opened: Callable[..., Desk]) -> None:
    desk = opened()
    desk.press("Back door", "Jam the bolt")
    desk.press("Back door", "Unlock with the key")
    desk.page.get_by_role("button", name="Share").click()
    link = desk.page.get_by_role("textbox", name="Link").input_value()
    assert link.startswith(f"{desk.server.control_url}/#house=")
    desk.page.get_by_role("button", name="Close", exact=True).click()
    desk.press("Back door", "Free the bolt")
    desk.page.goto(link)
    desk.page.get_by_role("button", name="Keep this one").click()
    assert not desk.home.find("Back door").jammed
    desk.page.goto(link)
    desk.page.get_by_role("button", name="Replace it").click()
    expect(desk.card("Back door").locator(".marks")).to_have_text("Jammed")
    expect(desk.state("Back door")).to_have_text("Unlocked, door closed")
    assert "#" not in desk.page.url


# Whoever looks at it


def test_the_keyboard_alone_will_do_and_where_it_is_can_be_seen(
    opened: Callable[..., Desk],
) -> None:
    desk = opened()
    keys = desk.page.keyboard
    keys.press("Tab")
    expect(desk.page.get_by_role("link", name="Doors")).to_be_focused()
    keys.press("Enter")
    keys.press("Tab")
    expect(desk.page.get_by_role("button", name="Lock with the key").first).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")
    expect(desk.state("Front door")).to_have_text("Unlocked, door closed")
    desk.ask(3)
    expect(desk.lines()).to_have_count(4)
    desk.page.locator("#faults").focus()
    keys.press("Tab")
    expect(desk.lines().nth(0)).to_be_focused()
    keys.press("ArrowDown")
    keys.press("End")
    expect(desk.lines().nth(3)).to_be_focused()
    keys.press("Enter")
    expect(desk.page.get_by_role("dialog", name="turn_key")).to_be_visible()
    keys.press("Escape")
    expect(desk.page.get_by_role("dialog")).to_have_count(0)
    expect(desk.lines().nth(3)).to_be_focused()

    # Where it is can be seen.
    for _ in range(12):
        keys.press("Shift+Tab")
        style = desk.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"


def troubled() -> Simulator:
    """A house in which much is to be seen."""
    home = sample_home()
    front, back, gate = (home.find(name) for name in ("Front door", "Back door", "Garden gate"))
    home.at(front).open_door()
    home.at(back).jam()
    home.at(back).charge(9)
    home.at(gate).lose_connection()
    home.at(gate).turn_key(locked=False)
    home.at(home.find("Office")).pull_power()
    home.at(home.find("Intercom")).press_bell()
    home.at(home.bridges[0]).lose_connection()
    home.bridges[0].callbacks[0] = "http://127.0.0.1:9/hook"
    home.lose_push()
    home.at(front).turn_key(locked=False)
    return home


@pytest.mark.parametrize(
    ("theme", "size"),
    [
        pytest.param("light", DESK, id="light-desk"),
        pytest.param("dark", PHONE, id="dark-phone"),
        pytest.param("light", PHONE, id="light-phone", marks=pytest.mark.exhaustive),
        pytest.param("dark", DESK, id="dark-desk", marks=pytest.mark.exhaustive),
    ],
)
def test_everybody_can_use_it(
    theme: str, size: tuple[int, int], opened: Callable[..., Desk]
) -> None:
    desk = opened(troubled(), size=size, theme=theme)
    desk.ask(2)
    desk.press("House", "Let tokens expire")
    expect(desk.lines()).to_have_count(4)
    for details in desk.page.locator("details").all():
        details.evaluate("node => node.open = true")
    wide, here = desk.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert (wide, here) == (size[0], size[0])
    axe = Axe()
    assert problems(axe.run(desk.page)) == []
    desk.lines().first.click()
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    assert problems(axe.run(desk.page, context="#entry")) == []


def problems(found: Any) -> list[str]:
    return [
        f"{violation['id']}: {node['html'][:120]} {node['failureSummary']}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def test_light_and_dark_are_a_choice_that_is_kept(opened: Callable[..., Desk]) -> None:
    desk = opened(theme="light")
    body = desk.page.locator("body")
    expect(body).to_have_css("background-color", "rgb(242, 244, 243)")
    desk.page.get_by_label("Theme").select_option("Dark")
    expect(body).to_have_css("background-color", "rgb(17, 23, 22)")
    desk.page.reload()
    expect(body).to_have_css("background-color", "rgb(17, 23, 22)")
    desk.page.get_by_label("Theme").select_option("System")
    expect(body).to_have_css("background-color", "rgb(242, 244, 243)")


def test_nothing_moves_for_who_wants_no_motion(opened: Callable[..., Desk]) -> None:
    desk = opened()
    bolt = desk.card("Front door").locator(".bolt")
    desk.press("Front door", "Press the button")
    expect(desk.state("Front door")).to_have_text("Unlocking …, door closed")
    expect(bolt).to_have_css("transition-duration", "0s")
    desk.press("Intercom", "Ring the bell")
    expect(desk.card("Intercom").locator(".waves")).to_have_css("opacity", "1")
    expect(desk.card("Intercom").locator(".waves")).to_have_css("animation-name", "none")


def test_it_says_in_red_that_it_is_open_to_the_network(opened: Callable[..., Desk]) -> None:
    desk = opened(host="0.0.0.0")  # noqa: S104 - nobody else calls it
    banner = desk.page.get_by_role("alert")
    expect(banner).to_contain_text("Open to the network")
    expect(banner).to_have_css("background-color", "rgb(163, 22, 33)")
