from __future__ import annotations

from typing import TYPE_CHECKING

from tools.cassettes.cassette import FOLDER, cassettes
from tools.cassettes.command_line import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_recording_repairs_what_is_wrong_and_leaves_live_cassettes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = len(list(cassettes(FOLDER)))
    record = ["record", "--folder", str(tmp_path)]
    assert main(record) == 0
    live = tmp_path / "live" / "web" / "account.get.yaml"
    live.parent.mkdir(parents=True)
    live.write_text("mine")
    (tmp_path / "web" / "account.get.yaml").unlink()
    (tmp_path / "web" / "gone.list.yaml").write_text("old")
    (tmp_path / "bridge" / "device.list.yaml").write_text("edited")
    assert main([*record, "--check"]) == 1
    assert main(record) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{number} cassettes, {number} changed"
    assert [line.partition(":")[0] for line in said[1:4]] == [
        "bridge/device.list.yaml",
        "web/account.get.yaml",
        "web/gone.list.yaml",
    ]
    assert said[4:] == [f"{number} cassettes, 3 changed"]
    assert live.read_text() == "mine"
