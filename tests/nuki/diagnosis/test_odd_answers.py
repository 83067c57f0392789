"""Whatever bridge and server answer, the doctor ends, and its report stays impersonal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuki.diagnosis import Doctor, Finding, Severity, report
from nuki_simulator import connect_bridge, connect_web, sample_home
from nuki_simulator.serve.transports import SimulatorTransport
from tests.nuki.diagnosis.houses import network

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nuki_simulator import Simulator

PLANTED = "Zuckerberger"
NAMES = {
    "/info": [
        *("bridgeType", "ids", "serverId", "versions", "firmwareVersion", "currentTime", "uptime"),
        *("serverConnected", "wlanConnected", "scanResults", "nukiId", "deviceType", "paired"),
        *("name", "rssi"),
    ],
    "/list": [
        *("nukiId", "deviceType", "name", "lastKnownState", "state", "batteryCritical"),
        *("batteryChargeState", "keypadBatteryCritical", "firmwareVersion", "timestamp"),
    ],
    "/callback/list": ["callbacks", "id", "url"],
    "/log": ["timestamp", "type"],
    "/smartlock": [
        *("smartlockId", "name", "type", "serverState", "state", "error", "batteryCritical"),
        *("doorsensorBatteryCritical", "config", "keypadPaired"),
    ],
}
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-10, 300)
    | st.integers(0, 1 << 40)
    | st.floats()
    | st.sampled_from(
        [
            *(PLANTED, f"http://{PLANTED}:8000/x", f"https://{PLANTED}", "http://[", "http://a:b"),
            *("2026-03-02T07:00:00Z", "2026-03-02T07:00:00", "1.2.3", "HTTP-PostTimeout", ""),
            f"No active Smart Hosting {PLANTED}",
        ]
    )
)


def answers(path: str) -> st.SearchStrategy[Any]:
    names = st.sampled_from(NAMES[path])
    return st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=6),
        max_leaves=12,
    )


class Odd(SimulatorTransport):
    """Answers some paths in its own way, everything else as the simulator does."""

    def __init__(self, simulator: Simulator, instead: Mapping[str, tuple[int, Any]]) -> None:
        super().__init__(simulator)
        self._instead = instead

    def handle_request(self, request: Any) -> object:
        found: Any = super().handle_request(request)
        if request.url.path not in self._instead:
            return found
        status, value = self._instead[request.url.path]
        headers = {"Content-Type": "application/json"}
        return type(found)(status, headers=headers, content=json.dumps(value).encode())


def examine(instead: Mapping[str, tuple[int, Any]]) -> tuple[Finding, ...]:
    simulator = sample_home()
    bridge, web = connect_bridge(simulator), connect_web(simulator)
    for client in (bridge, web):
        transport: Any = client._transport
        transport._client._transport = Odd(simulator, instead)
    return Doctor(bridge, web, network=network()).examine()


@pytest.mark.slow
@settings(max_examples=50)
@given(
    st.dictionaries(
        st.sampled_from(sorted(NAMES)), st.sampled_from([200, 200, 200, 401, 503, 500]), min_size=1
    ).flatmap(
        lambda chosen: st.fixed_dictionaries(
            {path: st.tuples(st.just(status), answers(path)) for path, status in chosen.items()}
        )
    )
)
def test_the_doctor_ends_whatever_is_answered(instead: dict[str, tuple[int, Any]]) -> None:
    found = examine(instead)
    assert found
    text = report(found)
    assert PLANTED not in text
    assert json.dumps([finding.to_dict() for finding in found])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("/list", [{"nukiId": "1A2B3C4D", "name": "Door"}]),
        ("/list", [{"nukiId": 1, "deviceType": "x", "lastKnownState": {"state": None}}]),
        ("/callback/list", {"callbacks": [{"id": "x", "url": None}]}),
        ("/callback/list", {"callbacks": None}),
        ("/info", {"bridgeType": 1, "scanResults": {"nukiId": 1}, "currentTime": 5}),
        ("/smartlock", [{"smartlockId": "x"}, {"smartlockId": 5, "state": [], "type": None}]),
    ],
)
def test_odd_shapes_are_no_reason_to_fail(path: str, value: object) -> None:
    found = examine({path: (200, value)})
    assert {finding.severity for finding in found} >= {Severity.OK}


def test_what_the_server_does_not_tell_of_a_device_is_unknown() -> None:
    found = examine({"/smartlock": (200, [{"smartlockId": 5, "name": "Door"}])})
    told = [one for one in found if one.where.kind == "device" and one.where.name == "Door"]
    assert [(one.code, dict(one.evidence)["reason"]) for one in told] == [
        ("unknown", "it does not tell")
    ]
