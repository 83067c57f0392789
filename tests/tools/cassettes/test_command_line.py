from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tools.cassettes.cassette import FOLDER
from tools.cassettes.command_line import main
from tools.cassettes.simulated import differences

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_recording_repairs_what_is_wrong_and_leaves_live_cassettes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "cassettes"
    for api in ("bridge", "web"):
        shutil.copytree(FOLDER / api, folder / api)
    live = folder / "live" / "web" / "account.get.yaml"
    live.parent.mkdir(parents=True)
    live.write_text("mine")
    (folder / "bridge" / "device.lock.yaml").unlink()
    (folder / "bridge" / "gone.list.yaml").write_text("old")
    (folder / "bridge" / "device.list.yaml").write_text("edited")
    (folder / "web" / "account.get.yaml").write_text("edited")
    # Those of one API: there are fewer of the bridge's, and test_cassettes records all of them.
    assert main(["record", "--api", "bridge", "--folder", str(folder)]) == 0
    assert differences(FOLDER, folder) == ["web/account.get.yaml"]
    assert not (folder / "bridge" / "gone.list.yaml").exists()
    assert capsys.readouterr().out.endswith(" cassettes, 3 changed\n")
    assert live.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["cassettes"]
