from __future__ import annotations

import ast
import subprocess
import sys
from typing import Any

import pytest

import nuki_simulator
from nuki_core.ids import DeviceType
from nuki_simulator import Cause, CauseKind, PhysicalEvent, Simulator
from nuki_simulator.world.outbox import Delivery, Outbox
from tools.repository import ROOT

INIT = ROOT / "simulator" / "nuki_simulator" / "__init__.py"


def typed_names() -> set[str]:
    tree = ast.parse(INIT.read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    return {alias.name for node in imports for alias in node.names}


def test_checkers_and_users_see_the_same_names() -> None:
    assert typed_names() == set(nuki_simulator.__all__) == set(dir(nuki_simulator))
    assert all(getattr(nuki_simulator, name) is not None for name in nuki_simulator.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Door'"):
        _ = nuki_simulator.Door  # type: ignore[attr-defined]


@pytest.mark.slow
def test_loading_the_plugin_loads_no_simulator() -> None:
    code = (
        "import sys, nuki_simulator.serve.pytest_plugin; "
        "print([name for name in sys.modules if name.startswith('nuki_generated')])"
    )
    folders = [str(ROOT / folder) for folder in ("src", "generated", "simulator")]
    path = f"import sys; sys.path[:0] = {folders!r}; "
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", path + code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_journal_is_a_sequence() -> None:
    simulator = Simulator()
    door = simulator.add_device(DeviceType.SMART_LOCK, "Door")
    other = simulator.add_device(DeviceType.SMART_LOCK, "Other")
    for device in (door, other, door):
        simulator.at(device).turn_key(locked=True)
    journal = simulator.journal
    assert len(journal) == 3
    assert journal[-1].smartlock_id == door.smartlock_id
    assert [entry.smartlock_id for entry in journal[1:]] == [
        other.smartlock_id, door.smartlock_id,
    ]  # fmt: skip
    assert len(journal.of(door.smartlock_id, PhysicalEvent.LOCKED)) == 2
    assert journal.of(door.smartlock_id, PhysicalEvent.UNLOCKED) == []


def test_listeners_can_leave() -> None:
    simulator, heard = Simulator(), list[Any]()
    leave = simulator.listen(heard.append)
    door = simulator.add_device(DeviceType.SMART_LOCK, "Door")
    assert heard
    leave()
    leave()
    heard.clear()
    simulator.set_status(door, Cause(CauseKind.APP), battery_charge=50)
    assert heard == []


def test_a_removed_device_leaves_its_bridge() -> None:
    simulator = Simulator()
    bridge = simulator.add_bridge()
    door = simulator.add_device(DeviceType.SMART_LOCK, "Door", bridge=bridge)
    simulator.remove_device(door)
    assert not simulator.devices
    assert not bridge.paired


def test_messages_go_to_the_receiver_of_their_url() -> None:
    outbox, seen = Outbox(), list[str]()
    outbox.receivers["http://busy"] = lambda post: seen.append(post.url) or 503  # type: ignore[func-returns-value]
    deliveries = [Delivery(url, (), b"", 0.0) for url in ("http://busy/x", "http://elsewhere/")]
    for post in deliveries:
        outbox.send(post)
    assert [post.status for post in deliveries] == [503, 200]
    assert seen == ["http://busy/x"]
    told: list[int | None] = []
    deliveries[0].when_done(lambda post: told.append(post.status))
    assert told == [503]


def test_an_extension_is_made_once() -> None:
    simulator = Simulator()
    assert simulator.extension(Outbox) is simulator.extension(Outbox)


def test_different_seeds_give_different_ids() -> None:
    ids = [
        Simulator(seed).add_device(DeviceType.SMART_LOCK, "Door").smartlock_id for seed in (1, 2)
    ]
    assert ids[0] != ids[1]
