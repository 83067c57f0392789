from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki.bridge import BridgeType
from nuki.firmware import FirmwareVersion
from nuki_core.ids import DeviceType
from nuki_simulator import FaultKind, PushFault, ScenarioError, Simulator, load_scenario
from nuki_simulator.serve.scenario import TABLES, parse_scenario
from nuki_simulator.web import ErrorShape

if TYPE_CHECKING:
    from pathlib import Path

FULL = """
seed = 7
start = 2026-05-01T12:00:00Z

[network]
delay = 1.5
loss = 0.25

[web]
strict = true
updates_wipe_limits = true
stop_webhooks_after = 3
error_shape = "HTML"

[account]
name = "Ada"
email = "ada@example.com"

[[token]]
text = "abc"
scopes = ["smartlock"]

[[bridge]]
token = "t0ken"
type = "SOFTWARE"
firmware = "1.22.1"
ip = "10.0.0.5"
port = 8088
clock_offset = -90
  [bridge.quirks]
  window = 30
  omit = ["mode"]
  corrupt_names = true

[[device]]
type = "SMART_LOCK_3"
name = "Front door"
id = "1A2B3C4D"
bridge = 1
battery = 10
  [device.mechanics]
  motor = 1.0
  auto_lock = 120
  [[device.fob]]
  name = "Ada"
  [[device.code]]
  name = "Cleaner"
  code = 345678

[[device]]
type = "OPENER"
name = "Intercom"
online = false
jammed = true

[[push]]
fault = "delay"
seconds = 5
url = "http://10.0.0.1/"

[[fault]]
kind = "stall"
operation = "device.act"
nth = 2
"""


def parse(text: str) -> Simulator:
    return parse_scenario(text, "home.toml")


def problems(text: str) -> list[str]:
    with pytest.raises(ScenarioError) as raised:
        parse(text)
    return str(raised.value).splitlines()


def test_a_whole_world_is_set_up() -> None:
    world = parse(FULL)
    assert world.clock.now() == datetime(2026, 5, 1, 12, tzinfo=UTC)
    assert (world.network.delay, world.network.loss) == (1.5, 0.25)
    settings = world.web_settings
    assert (settings.strict, settings.updates_wipe_limits) == (True, True)
    assert (settings.stop_webhooks_after, settings.error_shape) == (3, ErrorShape.HTML)
    assert world.account.email == "ada@example.com"
    assert world.tokens["abc"].scopes == {"smartlock"}
    (bridge,) = world.bridges
    assert bridge.base_url == "http://10.0.0.5:8088"
    assert (bridge.type, bridge.firmware) == (BridgeType.SOFTWARE, FirmwareVersion(1, 22, 1))
    assert bridge.clock_offset == timedelta(seconds=-90)
    assert (bridge.quirks.window, bridge.quirks.omit) == (30, {"mode"})
    door, opener = world.devices.values()
    assert bridge.paired == [door.smartlock_id]
    assert (door.nuki_id.hex, door.type) == ("1A2B3C4D", DeviceType.SMART_LOCK_3)
    assert door.status.battery_critical
    assert (door.mechanics.motor, door.mechanics.auto_lock) == (1, 120)
    assert [auth.code for auth in door.auths.values() if auth.code] == [345678]
    assert [auth.name for auth in door.auths.values() if not auth.code] == ["Ada"]
    (push,) = world.pushes.rules
    assert (push.fault, push.seconds, push.url) == (PushFault.DELAY, 5, "http://10.0.0.1/")
    assert not opener.online
    assert opener.jammed
    rule = world.faults.rules[0]
    assert (rule.kind, rule.operation, rule.nth) == (FaultKind.STALL, "device.act", 2)


def test_an_empty_file_is_an_empty_world() -> None:
    assert not parse("").devices


PROBLEMS = [
    ("seed = 'x'", 1, "seed is 'x'; expected an integer"),
    ("\nsede = 1", 2, "sede is not known here; expected one of seed, start, speed, network"),
    ("seed = [", 1, "expected TOML"),
    ("a = 1\nb == 2", 2, "expected TOML"),
    ("[network]\nloss = 1.5", 2, "loss is 1.5; expected a probability from 0 to 1"),
    ("[network]\ndelay = true", 2, "delay is True; expected a number of seconds"),
    ("[bridge]\ntoken = 'x'", 1, "expected [[bridge]] tables"),
    ("[[network]]\ndelay = 1", 1, "expected one [network] table"),
    ("[[bridge]]\n[[bridge]]\nport = 0", 3, "port is 0; expected a port from 1 to 65535"),
    ("[[bridge]]\n [bridge.quirks]\n windw = 1", 3, "windw is not known here"),
    ("[[device]]\nname = 'x'", 1, "type is missing; expected one of SMART_LOCK, BOX"),
    ("[[device]]\ntype = 'BOX'", 1, "name is missing; expected a text"),
    ("[[device]]\ntype='BOX'\nname='x'\nid='xyz'", 4, "expected one to eight hex digits"),
    ("[[device]]\ntype='BOX'\nname='x'\nbridge=1", 4, "there are 0 [[bridge]] tables"),
    ("[[fault]]\nkind='stall'\noperation='x.y'", 3, "expected an operation such as"),
    ("[[token]]\ntext='x'\nscopes='all'", 3, "expected a list of texts"),
    ("start = 5", 1, "expected a date and time"),
    ("[[bridge]]\nfirmware='new'", 2, "expected a version"),
]


def test_a_problem_names_line_and_expectation(subtests: pytest.Subtests) -> None:
    for text, line, what in PROBLEMS:
        with subtests.test(text=text):
            found = [problem for problem in problems(text) if what in problem]
            assert len(found) == 1
            assert found[0].startswith(f"home.toml, line {line}: ")


def test_problems_are_reported_all_at_once() -> None:
    text = "seed = 'x'\n[[device]]\nname = 1\ntype = 'DOOR'\n[[device]]\nname = 2\ntype = 'BOX'\n"
    assert [problem.split(":")[0] for problem in problems(text)] == [
        "home.toml, line 1", "home.toml, line 3", "home.toml, line 4", "home.toml, line 6",
    ]  # fmt: skip


def test_a_type_that_no_bridge_serves_is_explained() -> None:
    text = "[[bridge]]\n[[device]]\ntype = 'BOX'\nname = 'Parcels'\nbridge = 1\n"
    assert problems(text) == [
        (
            "home.toml, line 5: a bridge serves SMART_LOCK (0), OPENER (2), SMART_DOOR (3), "
            "SMART_LOCK_3 (4), not BOX (1)"
        )
    ]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"none\.toml: cannot be read: No such file"):
        load_scenario(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'name = "\xfc"')
    with pytest.raises(ScenarioError, match=r"latin\.toml: cannot be read: it is not UTF-8"):
        load_scenario(tmp_path / "latin.toml")


@given(st.text(max_size=80))
def test_any_text_is_a_world_or_an_explanation(text: str) -> None:
    try:
        parse(text)
    except ScenarioError as error:
        assert "home.toml, line " in str(error)  # noqa: PT017 - either outcome is right


@given(st.data())
def test_any_value_is_read_or_explained(data: st.DataObject) -> None:
    values = st.one_of(st.integers(), st.booleans(), st.floats(), st.just("text"))
    path = data.draw(st.sampled_from(["", "network", "account"]))
    key = data.draw(st.sampled_from(sorted(TABLES[path])))
    value = data.draw(values)
    written = f'"{value}"' if isinstance(value, str) else str(value).lower()
    header = f"[{path}]\n" if path else ""
    try:
        parse(f"{header}{key} = {written}\n")
    except ScenarioError as error:
        assert f"line {2 if path else 1}: {key} is" in str(error)  # noqa: PT017 - as above
